//! The findings in plain English, as all forms tell them. Nothing here is cleaned or escaped: the forms do that.

mod diplomacy;
mod measures;
mod sources;
mod title;
mod word;

use jiff::civil::Date;
use saydo_picture::{
    Change, Changes, Element, Fact, Grade, Picture, Post, Prior, Range, Verdict, WarningTime,
};

pub(crate) use diplomacy::{demand, proposal, stand_for, talk};
pub(crate) use measures::{apart, coverage, interval, signed};
pub(crate) use sources::{old, sources};
pub use title::title;
pub use word::heading;
pub(crate) use word::{evidence, grade, heading as word, timing};

use crate::{day, names};

/// The one sentence, with its stop: "Unchanged since 1 February 2022."
pub fn verdict(verdict: Verdict) -> String {
    match verdict {
        Verdict::Unchanged { since } => format!("Unchanged since {}.", day::long(since)),
        other => format!("{}.", capital(&other.sentence())),
    }
}

/// What one day's picture covers: "as of 16 February 2022, reports since 1 November 2021".
pub(crate) fn covers(picture: &Picture) -> String {
    let since = picture.since.map(|d| format!(", reports since {}", day::long(d))).unwrap_or_default();
    format!("as of {}{since}", day::long(picture.as_of))
}

/// What an empty list of changes says.
pub(crate) fn nothing_changed(changes: &Changes) -> String {
    format!("Nothing. The picture has not changed since {}.", day::long(changes.since))
}

/// What a change is about: the finding in our words where the picture has it.
pub(crate) fn about(change: &Change, picture: &Picture) -> String {
    let told = title::subject(picture, &change.finding);
    capital(&told.unwrap_or_else(|| names::plain(&change.about)))
}

/// What was and what is.
pub(crate) fn change(change: &Change) -> String {
    let (was, is) = (names::plain(&change.was), names::plain(&change.is));
    match (was.is_empty(), is.is_empty()) {
        (true, _) => format!("new, {is}"),
        (false, true) => format!("no longer told of, was: {was}"),
        (false, false) => format!("was {was}, is {is}"),
    }
}

/// A fact that carries the headline, in our words.
pub(crate) fn fact(fact: &Fact) -> String {
    capital(&names::plain(&fact.text))
}

/// How an actor's words fared, as a sentence.
pub(crate) fn prior(prior: &Prior) -> String {
    if prior.of == 0 {
        return format!("no word tested yet{}", open(prior));
    }
    let partly = if prior.partly > 0 { format!(", {} partly", prior.partly) } else { String::new() };
    let (kept, broken, of) = (prior.kept, prior.broken, day::count(prior.of, "word", "words"));
    format!("kept {kept}{partly}, broken {broken}, of {of} tested{}", open(prior))
}

fn open(prior: &Prior) -> String {
    if prior.open > 0 { format!("; {} open", prior.open) } else { String::new() }
}

/// The name of a force element: "air defence".
pub(crate) fn element(element: Element) -> String {
    element.name().replace('_', " ")
}

/// Whose forces where: "Russia in Belarus".
pub(crate) fn stand(post: &Post) -> String {
    let area = post.area.as_deref().filter(|a| !a.is_empty()).map(names::party);
    match area {
        Some(area) if area.starts_with("near ") => format!("{} {area}", names::party(&post.actor)),
        Some(area) => format!("{} in {area}", names::party(&post.actor)),
        None => format!("{}, place not told", names::party(&post.actor)),
    }
}

/// Which way a force was last told to go.
pub(crate) fn direction(post: &Post) -> &'static str {
    match post.direction.name() {
        "in" => "moving in",
        "out" => "moving out",
        "stay" => "staying",
        _ => "moving about",
    }
}

/// The same in one word.
pub(crate) fn way(post: &Post) -> &'static str {
    match post.direction.name() {
        "stay" => "stays",
        "around" => "about",
        other => other,
    }
}

/// The range of numbers: "30,000", "30,000 to 45,000", "over 100,000".
pub(crate) fn range(range: Range) -> String {
    match range.high {
        None => format!("{} or more", day::grouped(range.low)),
        Some(high) if high == range.low => day::grouped(high),
        Some(high) => format!("{} to {}", day::grouped(range.low), day::grouped(high)),
    }
}

/// How many voices outside the actor's own side saw it.
pub(crate) fn voices(n: usize) -> String {
    if n == 0 { "own side only".to_owned() } else { day::count(n, "voice", "voices") }
}

/// What the finding on warning means.
pub(crate) fn warning(time: WarningTime) -> &'static str {
    match time {
        WarningTime::LittleOrNone => "Little or none: everything that an attack needs is in place.",
        WarningTime::Short => "Short: three of the four things that an attack needs are in place.",
        WarningTime::Longer => {
            "Not short: two or fewer of the four things that an attack needs are in place."
        }
    }
}

/// On whose evidence, as words that stand behind a name.
pub(crate) fn on(grade: Grade) -> &'static str {
    match grade {
        Grade::OwnSide => "own side",
        Grade::OtherSide => "other side",
        Grade::Third => "third party",
        Grade::Press => "press",
        Grade::Host => "host state",
        Grade::Images => "images",
        Grade::Observer => "independent observer",
    }
}

/// "since 3 Feb".
pub(crate) fn since(since: Option<Date>, now: Date) -> String {
    since.map(|d| format!("since {}", day::near(d, now))).unwrap_or_default()
}

/// `text` with a capital letter.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// The parts that say something, joined.
pub(crate) fn join(parts: &[String], between: &str) -> String {
    let told: Vec<&str> = parts.iter().map(String::as_str).filter(|p| !p.is_empty()).collect();
    told.join(between)
}

/// The newest piece of evidence; of several of one day the one of the best grade, and of these what was told first.
pub(crate) fn newest(evidence: &[saydo_picture::Evidence]) -> Option<&saydo_picture::Evidence> {
    evidence.iter().rev().max_by_key(|e| (e.cite.published, e.grade, std::cmp::Reverse(e.cite.event)))
}
