//! Datelines: place, day and wire before the first sentence.

use crate::line::{start_of, starts_high};

/// A dateline, with its dash, ends within this many characters.
const REACH: usize = 100;

#[rustfmt::skip]
const MONTHS: [&str; 24] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
];
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
#[rustfmt::skip]
const WIRES: [&str; 18] = [
    "reuters", "ap", "afp", "upi", "tass", "itar-tass", "interfax", "ria novosti", "xinhua", "dpa", "ansa",
    "efe", "ukrinform", "unian", "anadolu", "bloomberg", "cnn", "kyodo",
];
/// Words in capitals that open a paragraph and are no places, and words that open a sentence with a day in it.
#[rustfmt::skip]
const NO_PLACES: [&str; 28] = [
    "nato", "osce", "usa", "update", "updated", "breaking", "analysis", "exclusive", "corrected",
    "correction", "watch", "live", "opinion", "explainer", "factbox", "timeline", "editorial", "on", "in",
    "by", "since", "from", "until", "the", "after", "before", "note", "who",
];

/// How many bytes the dateline at the start of `paragraph` has, its dash included; `None` where there is no dateline.
///
/// ```
/// let paragraph = "KYIV, March 3 (Reuters) — The bridge stood.";
/// assert_eq!(&paragraph[saydo_read::dateline(paragraph).unwrap()..], " The bridge stood.");
/// ```
pub fn dateline(paragraph: &str) -> Option<usize> {
    let start = start_of(paragraph, REACH);
    let Some((dash, after)) = dash(start) else {
        let whole = Head::of(start).filter(|head| start.len() == paragraph.len() && *head != Head::Bare);
        return whole.map(|_| paragraph.len());
    };
    let rest = paragraph[after..].trim_start();
    Head::of(start[..dash].trim_end()).filter(|head| head.opens(rest)).map(|_| after)
}

/// Where the first dash between words starts and ends.
fn dash(start: &str) -> Option<(usize, usize)> {
    let is_dash = |c: char| matches!(c, '-' | '–' | '—');
    start.match_indices(is_dash).find_map(|(at, dash)| {
        let tail = start[at..].trim_start_matches(is_dash);
        let spaced = start[..at].ends_with(char::is_whitespace) || tail.starts_with(char::is_whitespace);
        let long = dash == "—" || start[at..].starts_with("--");
        (spaced || long).then_some((at, start.len() - tail.len()))
    })
}

/// What stands before the dash, by what makes it a dateline.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Head {
    /// A place and a day.
    Dated,
    /// A wire that we know, or any after a place in capitals.
    Wired,
    /// A place in capitals alone.
    Bare,
}

impl Head {
    fn of(head: &str) -> Option<Self> {
        let (place, wire) = split_wire(head);
        let (first, others) = place.split_once(',').unwrap_or((place, ""));
        let mut parts = others.split(',').map(str::trim).filter(|part| !part.is_empty());
        let dated = parts.clone().any(|part| is_day(part) && !is_number(part));
        let named = is_place(first.trim());
        let high = named && is_high(first);
        if !(named || first.is_empty()) || !parts.all(|part| is_day(part) || is_place(part)) {
            return None;
        }
        match wire {
            Some(wire) if !(is_wire(wire) || (high && starts_high(wire))) => None,
            _ if named && dated => Some(Self::Dated),
            Some(_) => Some(Self::Wired),
            None => high.then_some(Self::Bare),
        }
    }

    /// Whether it is a dateline to a sentence that starts with `rest`; "NATO - which …" is none.
    fn opens(self, rest: &str) -> bool {
        let bare = rest.trim_start_matches(['"', '\'', '“', '‘', '«']);
        let sentence = !bare.starts_with(char::is_lowercase) && bare.split_whitespace().nth(2).is_some();
        self != Self::Bare || sentence
    }
}

/// "KYIV, March 3 (Reuters)" into "KYIV, March 3" and "Reuters".
fn split_wire(head: &str) -> (&str, Option<&str>) {
    let open = head.strip_suffix(')').and_then(|inner| inner.rsplit_once('('));
    open.map_or((head, None), |(place, wire)| (place.trim_end(), Some(wire.trim())))
}

fn is_wire(wire: &str) -> bool {
    WIRES.contains(&wire.to_lowercase().as_str())
}

/// One to four capitalised words, the first of which may be a place.
fn is_place(part: &str) -> bool {
    let mut words =
        part.split([' ', '\u{A0}', '\n', '\r', '\t', '/']).filter(|word| !word.is_empty()).peekable();
    let first = words.peek().map(|word| word.to_lowercase()).unwrap_or_default();
    let count = words.clone().count();
    let named =
        words.all(|word| (starts_high(word) && is_name(word)) || matches!(word, "of" | "de" | "the" | "on"));
    (1..=4).contains(&count) && named && !NO_PLACES.contains(&first.as_str()) && !is_calendar(&first)
}

fn is_name(word: &str) -> bool {
    word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '\'' | '’' | '-'))
}

/// Whether a place is written in capitals, and is not just initials.
fn is_high(place: &str) -> bool {
    let letters = place.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 3 && !place.chars().any(char::is_lowercase)
}

/// Whether `part` is a day and nothing else: "March 3", "15 February 2022", "Tuesday", "Sept. 26", "2022".
pub(crate) fn is_day(part: &str) -> bool {
    let words = || part.split_whitespace().map(|word| word.trim_matches([',', '.']));
    let known = words().all(|word| is_calendar(&word.to_lowercase()) || is_number(word));
    known && words().any(|word| is_calendar(&word.to_lowercase()) || is_year(word))
}

fn is_calendar(word: &str) -> bool {
    let bare = word.trim_end_matches('.');
    MONTHS.contains(&bare) || WEEKDAYS.contains(&bare)
}

fn is_number(word: &str) -> bool {
    let digits = word.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h']);
    (1..=4).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit())
}
