//! A word under test in plain English.

use jiff::civil::Date;
use saydo_picture::{Evidence, Grade, State, Word, WordKind};

use super::{capital, element, join, on};
use crate::{day, names};

/// As many elements, places and others are named.
const MOST: usize = 4;

/// Who said what: "Russia announced: withdrawal of some troops (Crimea)".
pub fn heading(word: &Word) -> String {
    let who = names::speaker(&word.speaker, &word.speaker_name);
    capital(&format!("{who} {}: {}", verb(word.kind), deed(word)))
}

fn verb(kind: WordKind) -> &'static str {
    match kind {
        WordKind::Announcement => "announced",
        WordKind::Pledge => "pledged",
        WordKind::Assurance => "assured",
        WordKind::Allegation => "alleged",
        WordKind::Forecast => "forecast",
        WordKind::Assessment => "assessed",
    }
}

/// What is said to be done or not: "no attack by Russia".
fn deed(word: &Word) -> String {
    let no = if word.denies { "no " } else { "" };
    let act = word.act.replace('_', " ");
    let of = forces(word);
    let by = if same_party(&word.speaker, &word.actor) || word.actor.is_empty() {
        String::new()
    } else {
        format!(" by {}", names::party(&word.actor))
    };
    let places = names::list(&word.places, MOST);
    let places = if places.is_empty() { places } else { format!(" ({places})") };
    format!("{no}{act}{of}{by}{places}")
}

/// Whether two codes are of one state or organisation, so that "by Russia" need not be said of Russia's ministry.
fn same_party(speaker: &str, actor: &str) -> bool {
    let root = |code: &str| saydo_facts::Actor::of(code).root().map(str::to_owned);
    speaker == actor || (root(speaker).is_some() && root(speaker) == root(actor))
}

/// The forces that it is about: " of some troops".
fn forces(word: &Word) -> String {
    let elements: Vec<String> = word.elements.iter().map(|e| element(*e)).collect();
    let elements = names::list(&elements, MOST);
    let extent = word.extent.as_deref().unwrap_or_default();
    match (extent, elements.is_empty()) {
        ("", true) => String::new(),
        ("", false) => format!(" of {elements}"),
        (extent, true) => format!(" of {extent}"),
        ("part", false) => format!(" of part of the {elements}"),
        ("rest", false) => format!(" of the rest of the {elements}"),
        ("less", false) => format!(" of fewer {elements}"),
        (extent, false) => format!(" of {extent} {elements}"),
    }
}

/// When it was said, when it can be tested, by when it is due, who else says it.
pub(crate) fn timing(word: &Word, now: Date) -> String {
    let again = (word.last_said > word.said).then(|| format!(", again {}", day::near(word.last_said, now)));
    let said = format!("said {}{}", day::near(word.said, now), again.unwrap_or_default());
    let from = word.from.map(|d| format!("from {} on", day::near(d, now))).unwrap_or_default();
    let repeated = names::parties(&word.repeated_by, MOST);
    let repeated = if repeated.is_empty() { repeated } else { format!("repeated by {repeated}") };
    let state = format!("{} since {}", word.state.name(), day::near(word.since, now));
    join(&[said, from, due(word, now), repeated, state], " · ")
}

fn due(word: &Word, now: Date) -> String {
    let Some(due) = word.due else { return String::new() };
    let left = day::between(now, due.last);
    let left = match left {
        0 => "today".to_owned(),
        1.. => format!("{} left", day::days(left)),
        _ => format!("{} ago", day::days(left)),
    };
    format!("due {} ({left})", day::span(due, now))
}

/// On whose evidence the state rests, and how much of it there is.
pub(crate) fn grade(word: &Word) -> String {
    let (fors, against) = (word.bears_out.len(), word.against.len());
    let rests = match word.grade {
        None if word.state == State::Lapsed => return "no evidence came before it was due".to_owned(),
        None => return "no evidence yet: only the speaker's side speaks of it".to_owned(),
        Some(Grade::OwnSide) => "rests on the speaker's own side",
        Some(Grade::OtherSide) => "rests on the other side's word only",
        Some(Grade::Third) => "rests on a third party's word",
        Some(Grade::Press) => "rests on the press",
        Some(Grade::Host) => "rests on the host state",
        Some(Grade::Images) => "rests on images",
        Some(Grade::Observer) => "rests on an independent observer",
    };
    format!("{rests}; {fors} for, {against} against")
}

/// Who saw what: "NATO (other side), 16 Feb: more forces came in".
pub(crate) fn evidence(evidence: &Evidence, now: Date) -> String {
    let who = names::party(&evidence.cite.voice);
    format!("{who} ({}), {}: {}", on(evidence.grade), day::near(evidence.day, now), evidence.why)
}
