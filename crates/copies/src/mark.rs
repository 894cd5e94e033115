//! Marks in a text that name the wire it comes from.

use std::ops::Range;

use saydo_world::{EntryKind, World};

use crate::lines::{Line, bottom, top};
use crate::marks::{Names, Pattern, Where};
use crate::row::Row;
use crate::{Families, Family};

/// A star in a pattern stands for no more than this.
const STAR: usize = 120;
/// A phrase that names wires is no longer.
const PHRASE: usize = 80;
/// The letters and words that the name of an unknown wire may have.
const LONGEST: usize = 32;
const WORDS: usize = 4;

/// Words of a text that name the wire it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The wire's family.
    pub family: Family,
    /// The words, as they stand in the text.
    pub words: String,
    /// Where: bytes of the text.
    pub at: Range<usize>,
}

impl Families {
    /// The mark of a wire in a text's dateline, in a line at its top or in its last lines.
    ///
    /// A wire that no table knows is named by a dateline, in brackets or strokes; other marks name known ones only, as
    /// "Source: …" may be anybody. Where several wires had a part in the text, it is nobody's copy.
    pub fn mark(&self, text: &str) -> Option<Mark> {
        let (top, bottom) = (top(text), bottom(text));
        self.marks.0.iter().find_map(|pattern| {
            let lines = if pattern.place == Where::Credit { &bottom } else { &top };
            lines.iter().find_map(|line| self.marked(pattern, text, line))
        })
    }

    fn marked(&self, pattern: &Pattern, text: &str, line: &Line) -> Option<Mark> {
        let end = if pattern.place == Where::Dateline { line.head } else { line.low.len() };
        let found = find(pattern, &line.low[..end])?;
        let in_text = |range: Range<usize>| line.at.start + range.start..line.at.start + range.end;
        let at = in_text(found.all);
        let words = text[at.clone()].trim().to_owned();
        let wire = match &pattern.family {
            Some(family) => family.as_str(),
            None => self.wire_in(pattern.names, &text[in_text(found.wire)])?,
        };
        Some(Mark { family: self.of_wire(wire, &words), words, at })
    }

    /// The wire that a phrase names: "Reuters", "Reuters/AFP", "AP and AFP".
    fn wire_in<'p>(&self, names: Names, phrase: &'p str) -> Option<&'p str> {
        if phrase.len() > PHRASE {
            return None;
        }
        let phrase = phrase.trim_matches([' ', '.', ',', ':', '\u{a0}']);
        let phrase = phrase.strip_prefix("the ").or_else(|| phrase.strip_prefix("The ")).unwrap_or(phrase);
        let good = |row: &&Row| names != Names::Part || row.speaks_for.is_none();
        let known = |name: &str| self.wire(name).filter(good);
        if known(phrase).is_some() {
            return Some(phrase);
        }
        let parts: Vec<&str> = parts(phrase).collect();
        let mut listed = parts.iter().filter_map(|part| Some((*part, known(part)?)));
        match (listed.next(), names) {
            (Some((part, _)), Names::Any) => Some(part),
            (Some((part, row)), _) => {
                let one = parts.iter().all(|p| known(p).is_some_and(|r| r.family() == row.family()));
                one.then_some(part)
            }
            (None, Names::Any) => parts.first().copied().filter(|part| could_be(part)),
            (None, _) => None,
        }
    }
}

/// The names that a phrase lists.
fn parts(phrase: &str) -> impl Iterator<Item = &str> {
    let bits = phrase.split(['/', ',', '&', ';']).flat_map(|p| p.split(" and "));
    bits.flat_map(|p| p.split(" - ")).map(str::trim).filter(|p| !p.is_empty())
}

/// Whether a name that no table knows could be a wire's: a few words that start with capital letters and name no place.
fn could_be(name: &str) -> bool {
    let words = name.split_whitespace().count();
    let letters = |c: char| c.is_alphabetic() || " '’-".contains(c);
    let place = |kind: EntryKind| matches!(kind, EntryKind::Country | EntryKind::Area | EntryKind::Capital);
    name.len() > 1
        && name.len() <= LONGEST
        && words <= WORDS
        && name.chars().all(letters)
        && name.starts_with(char::is_uppercase)
        && !World::shipped().lookup(name).iter().any(|entry| place(entry.kind))
}

/// A pattern found in a line.
struct Hit {
    all: Range<usize>,
    wire: Range<usize>,
}

/// Where a pattern stands in a line: at its start, or behind a word where it is a credit or a dateline's.
fn find(pattern: &Pattern, low: &str) -> Option<Hit> {
    let first = pattern.before.first()?;
    if first.is_empty() || pattern.place == Where::Byline {
        return low.starts_with(first.as_str()).then(|| rest(pattern, low, 0)).flatten();
    }
    let byte = first.as_bytes()[0];
    let starts = low.bytes().enumerate().filter(|(_, b)| *b == byte).map(|(at, _)| at);
    let mut free = starts.filter(|&at| {
        low[at..].starts_with(first.as_str())
            && (!first.starts_with(char::is_alphabetic) || !low[..at].ends_with(char::is_alphanumeric))
    });
    free.find_map(|at| rest(pattern, low, at))
}

/// The rest of a pattern that starts at `start`.
fn rest(pattern: &Pattern, low: &str, start: usize) -> Option<Hit> {
    let mut at = start + pattern.before[0].len();
    for part in &pattern.before[1..] {
        let gap = low.get(at..)?.find(part.as_str()).filter(|gap| *gap <= STAR)?;
        at += gap + part.len();
    }
    if pattern.family.is_some() {
        return Some(Hit { all: start..at, wire: at..at });
    }
    let tail = low.get(at..)?;
    let (end, after) = match pattern.after.as_str() {
        "" if pattern.place == Where::Credit => {
            let ends = [tail.find([';', '|', '(', ')']), tail.find(". ")];
            (ends.into_iter().flatten().min().unwrap_or(tail.len()), 0)
        }
        "" => (tail.len(), 0),
        after => (tail.find(after)?, after.len()),
    };
    (end > 0).then(|| Hit { all: start..at + end + after, wire: at..at + end })
}
