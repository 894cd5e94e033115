//! From a file to a watch: names become codes and places, and everything that is wrong is told at once.

use std::str::FromStr;

use jiff::civil::Date;
use saydo_facts::Place;
use toml::de::DeValue;

use crate::file::{File, Typed};
use crate::near::nearest;
use crate::observers::shipped;
use crate::{Watch, WatchError, actors, area, follow, rules};

/// The keys of a watch's file.
const KEYS: &[&str] = &[
    "name",
    "subject",
    "others",
    "observers",
    "observers_only",
    "images",
    "area",
    "since",
    "sources",
    "indicators",
    "follow",
    "fetch",
    "alert",
];

impl Watch {
    /// The watch in a TOML text, or everything that is wrong with it. Any word may stand as an indicator's id; see
    /// [`Watch::parse_with`].
    pub fn parse(text: &str) -> Result<Self, Vec<WatchError>> {
        read(text, None)
    }

    /// The same where only `indicators` are known.
    ///
    /// ```
    /// use saydo_watch::Watch;
    /// let text = "name = 'Border'\nsubject = ['RUS']\nindicators = ['embasy']";
    /// let errors = Watch::parse_with(text, &["embassy", "airspace"]).unwrap_err();
    /// assert_eq!(
    ///     errors[0].to_string(),
    ///     "line 3, indicators: there is no indicator \"embasy\"; did you mean embassy?"
    /// );
    /// ```
    pub fn parse_with(text: &str, indicators: &[&str]) -> Result<Self, Vec<WatchError>> {
        read(text, Some(indicators))
    }

    /// A file to start from: every key explained, and valid as it stands.
    pub fn template() -> &'static str {
        include_str!("template.toml")
    }
}

fn read(text: &str, known: Option<&[&str]>) -> Result<Watch, Vec<WatchError>> {
    let mut file = File::read(text, KEYS)?;
    let mut watch = Watch { name: name(&mut file), ..Watch::default() };
    watch.subject = parties(&mut file, "subject", actors::resolve, &[]);
    if watch.subject.is_empty() && file.errors.iter().all(|e| e.key != "subject") {
        let line = file.value("subject").map_or(1, |v| v.1);
        let advice = "nobody is followed; write the mover first, as in subject = [\"Russia\"]";
        file.wrong(line, "subject", advice.to_owned());
    }
    watch.others = parties(&mut file, "others", actors::resolve, &[("subject", &watch.subject)]);
    observers(&mut file, &mut watch);
    watch.area = places(&mut file);
    watch.since = since(&mut file);
    watch.sources = file.words("sources").into_iter().map(|t| t.word).collect();
    watch.indicators = indicators(&mut file, known);
    watch.follow = follow::read(&mut file);
    watch.fetch = rules::fetch(&mut file, KEYS);
    watch.alert = rules::alert(&mut file, KEYS);
    file.errors.sort_by_key(|error| error.line);
    if file.errors.is_empty() { Ok(watch) } else { Err(file.errors) }
}

fn name(file: &mut File<'_>) -> String {
    let words = file.words("name");
    match <[Typed; 1]>::try_from(words) {
        Ok([name]) => return name.word,
        Err(words) if words.len() > 1 => file.wrong(words[1].line, "name", "a watch has one name".to_owned()),
        Err(_) if file.errors.iter().any(|e| e.key == "name") => {}
        Err(_) => file.wrong(1, "name", "the watch has no name; write name = \"…\"".to_owned()),
    }
    String::new()
}

/// How a name becomes a code.
type Resolve = fn(&str) -> Result<String, String>;

/// The codes and names of a key's actors, none of whom may stand on one of `sides`.
fn parties(file: &mut File<'_>, key: &str, resolve: Resolve, sides: &[(&str, &[String])]) -> Vec<String> {
    let mut listed = Vec::new();
    for Typed { word, line } in file.words(key) {
        let side = |code: &String| sides.iter().find(|(_, side)| side.contains(code)).map(|(key, _)| *key);
        match resolve(&word) {
            Ok(code) => match side(&code) {
                Some(side) => {
                    let message = format!("\"{word}\" ({code}) stands in {side} too; strike one of them");
                    file.wrong(line, key, message);
                }
                None if listed.contains(&code) => {}
                None => listed.push(code),
            },
            Err(message) => file.wrong(line, key, message),
        }
    }
    listed
}

/// The observers and those of them who show images: the table's, without the parties themselves and their bodies, and
/// the user's.
fn observers(file: &mut File<'_>, watch: &mut Watch) {
    let sides = [("subject", watch.subject.as_slice()), ("others", watch.others.as_slice())];
    let own = parties(file, "observers", actors::resolve_observer, &sides);
    let images = parties(file, "images", actors::resolve_observer, &sides);
    if !flag(file, "observers_only") {
        let party =
            |actor: &str| watch.subject.iter().chain(&watch.others).any(|p| actor.starts_with(p.as_str()));
        for observer in shipped().filter(|o| !party(o.actor)) {
            watch.observers.push(observer.actor.to_owned());
            if observer.images {
                watch.images.push(observer.actor.to_owned());
            }
        }
    }
    for actor in own.iter().chain(&images) {
        add(&mut watch.observers, actor);
    }
    for actor in &images {
        add(&mut watch.images, actor);
    }
}

fn add(list: &mut Vec<String>, actor: &String) {
    if !list.contains(actor) {
        list.push(actor.clone());
    }
}

fn flag(file: &mut File<'_>, key: &str) -> bool {
    let Some((value, line)) = file.value(key) else { return false };
    let given = value.get_ref().as_bool();
    if given.is_none() {
        file.wrong(line, key, "write true or false, without quotation marks".to_owned());
    }
    given.unwrap_or(false)
}

fn places(file: &mut File<'_>) -> Vec<Place> {
    let mut places = Vec::new();
    for Typed { word, line } in file.words("area") {
        match area::resolve(&word) {
            Ok(place) => places.push(place),
            Err(message) => file.wrong(line, "area", message),
        }
    }
    places
}

/// The first day: a TOML date, a time with its date, or a string that starts with a date.
fn since(file: &mut File<'_>) -> Option<Date> {
    let (value, line) = file.value("since")?;
    let typed = match value.get_ref() {
        DeValue::String(text) => text.trim().to_owned(),
        DeValue::Datetime(time) => time.date.map(|d| d.to_string()).unwrap_or_default(),
        _ => String::new(),
    };
    let day = Date::from_str(&typed).ok();
    if day.is_none() {
        let found = if typed.is_empty() { String::new() } else { format!("\"{typed}\" is no day; ") };
        file.wrong(line, "since", format!("{found}write it as in since = 2021-10-01"));
    }
    day
}

fn indicators(file: &mut File<'_>, known: Option<&[&str]>) -> Vec<String> {
    let mut ids = Vec::new();
    for Typed { word, line } in file.words("indicators") {
        match known {
            Some(known) if !known.contains(&word.as_str()) => {
                let near = nearest(&word, known.iter().copied());
                let advice = near.map_or_else(
                    || format!("the indicators are {}", known.join(", ")),
                    |near| format!("did you mean {near}?"),
                );
                file.wrong(line, "indicators", format!("there is no indicator \"{word}\"; {advice}"));
            }
            _ => ids.push(word),
        }
    }
    ids
}
