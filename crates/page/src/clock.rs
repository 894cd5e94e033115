//! Times of day as pages write them, with their zones.

use jiff::civil::Time;
use jiff::tz::Offset;

use crate::calendar::Word;

/// The time of day beside a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Clock {
    /// There is none.
    None,
    /// There is one that no day has.
    Impossible,
    /// A time, and how far its zone is ahead of UTC where one is named.
    At(Time, Option<Offset>),
}

/// "T10:00:00.5Z", "10:00 GMT", "5.30pm", "10:00:00 +0200", "17h30".
pub(crate) fn clock(words: &[Word<'_>]) -> Clock {
    let is_start = |at: usize| {
        let mark = words.get(at + 1).is_some_and(|word| matches!(word.text, ":" | "." | "h"));
        words[at].number(1..=2).is_some()
            && mark
            && words.get(at + 2).is_some_and(|word| word.number(2..=2).is_some())
    };
    let compact = |at: usize| {
        words[at].is("T") && words.get(at + 1).is_some_and(|word| matches!(word.text.len(), 4 | 6))
    };
    let half = |at: usize| {
        words[at].number(1..=2).is_some() && words.get(at + 1).is_some_and(|word| half(word.text).is_some())
    };
    let is_length =
        |at: usize| words.get(at + 3).is_some_and(|word| matches!(word.text, "min" | "mins" | "minutes"));
    for at in 0..words.len() {
        if is_start(at) && !is_length(at) {
            return long(&words[at..]);
        }
        if compact(at) {
            return short(&words[at + 1..]);
        }
        if half(at) {
            return to_clock(words[at].number(1..=2), Some(0), Some(0), &words[at + 1..]);
        }
    }
    Clock::None
}

fn long(words: &[Word<'_>]) -> Clock {
    let has_seconds = words.get(3).is_some_and(|word| word.is(":"));
    let seconds = words.get(4).filter(|_| has_seconds).and_then(|word| word.number(2..=2));
    let rest = if seconds.is_some() { &words[5..] } else { &words[3..] };
    to_clock(words[0].number(1..=2), words[2].number(2..=2), Some(seconds.unwrap_or(0)), rest)
}

fn short(words: &[Word<'_>]) -> Clock {
    let part = |at: usize| words[0].text.get(at..at + 2).and_then(|digits| digits.parse().ok());
    to_clock(part(0), part(2), Some(part(4).unwrap_or(0)), &words[1..])
}

fn to_clock(hour: Option<i16>, minute: Option<i16>, second: Option<i16>, rest: &[Word<'_>]) -> Clock {
    let (Some(hour), Some(minute), Some(second)) = (hour, minute, second) else { return Clock::Impossible };
    // Parts of a second say nothing here.
    let rest = match rest {
        [dot, part, rest @ ..]
            if matches!(dot.text, "." | ",")
                && part.number(1..=4).is_some() | (part.text.bytes().all(|b| b.is_ascii_digit())) =>
        {
            rest
        }
        rest => rest,
    };
    let half = rest.first().and_then(|word| half(word.text));
    let hour = match half {
        Some(0) if hour == 12 => 0,
        Some(12) if hour < 12 => hour + 12,
        _ => hour,
    };
    let leap = if second == 60 { 59 } else { second };
    match Time::new(hour as i8, minute as i8, leap as i8, 0) {
        Ok(time) => Clock::At(time, offset(rest)),
        Err(_) => Clock::Impossible,
    }
}

/// What "am" and "pm" add to the hour.
fn half(word: &str) -> Option<i16> {
    match word.to_ascii_lowercase().as_str() {
        "am" | "a" => Some(0),
        "pm" | "p" => Some(12),
        _ => None,
    }
}

/// "Z", "+02:00", "-0500", "GMT", "EST"; a zone that is not known is none.
fn offset(words: &[Word<'_>]) -> Option<Offset> {
    let at = words
        .iter()
        .take(6)
        .position(|word| matches!(word.text, "+" | "-" | "−") || zone(word.text).is_some())?;
    let word = words[at];
    let named = zone(word.text);
    // "GMT+2" counts from GMT.
    let signed = if named == Some(0) && words.get(at + 1).is_some_and(|word| word.is("+") || word.is("-")) {
        at + 1
    } else {
        at
    };
    if named.is_some() && signed == at {
        return Offset::from_seconds(named? * 60).ok();
    }
    let sign = if words[signed].is("+") { 1 } else { -1 };
    let digits = words.get(signed + 1)?.text;
    let number: i32 = digits.parse().ok()?;
    let (hours, minutes) = match digits.len() {
        4 => (number / 100, number % 100),
        1 | 2 => (
            number,
            words
                .get(signed + 3)
                .filter(|_| words[signed + 2].is(":"))
                .and_then(|w| w.number(2..=2))
                .unwrap_or(0)
                .into(),
        ),
        _ => return None,
    };
    (hours <= 14 && minutes < 60)
        .then(|| Offset::from_seconds(sign * (hours * 3600 + minutes * 60)).ok())
        .flatten()
}

/// The minutes that a named zone is ahead of UTC; names that mean several are left out.
#[rustfmt::skip]
pub(crate) fn zone(name: &str) -> Option<i32> {
    match name {
        "Z" | "UTC" | "GMT" | "UT" | "z" => Some(0),
        "BST" | "CET" | "WEST" => Some(60),
        "CEST" | "EET" | "SAST" => Some(120),
        "EEST" | "MSK" | "TRT" => Some(180),
        "EST" | "CDT" => Some(-300),
        "EDT" => Some(-240),
        "MDT" => Some(-360),
        "MST" | "PDT" => Some(-420),
        "PST" => Some(-480),
        "JST" | "KST" => Some(540),
        "AEST" => Some(600),
        "AEDT" => Some(660),
        "HKT" | "SGT" => Some(480),
        _ => None,
    }
}
