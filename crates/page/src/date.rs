//! Times as pages write them to ISO 8601.

use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;

use crate::calendar::{Word, is_weekday, month, words};
use crate::clock::{Clock, clock, zone};

/// A day or time that a page names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stamp {
    /// As ISO 8601, in UTC where a zone was given.
    pub(crate) text: String,
    /// Its day.
    pub(crate) day: Date,
}

/// The time that `written` names; `None` where it names none, or one that no calendar has.
///
/// Known are ISO 8601 in its usual forms, RFC 2822, Unix seconds and milliseconds, and English dates with or without
/// a time. Two numbers with a slash that could be day or month either way are refused.
pub(crate) fn parse(written: &str) -> Option<Stamp> {
    parse_in(written, None)
}

/// Which of two numbers is the day, where both could be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// As in the United States.
    MonthFirst,
    /// As nearly everywhere else.
    DayFirst,
}

impl Order {
    /// The order that is usual where a language is spoken; `None` where the language alone does not tell.
    pub(crate) fn of(language: &str) -> Option<Self> {
        match language.trim().to_ascii_lowercase().replace('_', "-").as_str() {
            "en-us" => Some(Self::MonthFirst),
            "" | "en" => None,
            _ => Some(Self::DayFirst),
        }
    }
}

/// The same as [`parse`], of a page that is known to write its dates in this order.
pub(crate) fn parse_in(written: &str, order: Option<Order>) -> Option<Stamp> {
    let written = written.trim();
    if written.len() > 160 || written.is_empty() {
        return None;
    }
    if written.bytes().all(|b| b.is_ascii_digit()) {
        return digits(written);
    }
    let words = words(written);
    let (date, rest) = numeric(&words, order).or_else(|| worded(&words))?;
    let time = rest.map_or(Clock::None, |rest| clock(&words[rest..]));
    stamp(date, time)
}

/// Whether `text` is a day or time and nothing else.
pub(crate) fn is_bare(text: &str) -> bool {
    let known = |word: &str| {
        let low = word.to_lowercase();
        low.bytes().all(|b| b.is_ascii_digit())
            || month(&low).is_some()
            || is_weekday(&low)
            || zone(word).is_some()
            || matches!(
                low.as_str(),
                "am" | "pm"
                    | "a"
                    | "p"
                    | "m"
                    | "at"
                    | "et"
                    | "local"
                    | "time"
                    | "th"
                    | "st"
                    | "nd"
                    | "rd"
                    | "t"
                    | "hrs"
                    | "gmt"
                    | "on"
            )
    };
    let words = words(text);
    words.len() >= 3 && words.iter().all(|word| word.is_mark() || known(word.text)) && parse(text).is_some()
}

/// Whether `text` has a day in it, in whatever order.
pub(crate) fn is_dated(text: &str) -> bool {
    parse_in(text, Some(Order::DayFirst)).is_some() || parse_in(text, Some(Order::MonthFirst)).is_some()
}

/// `text` without the words and numbers of dates and times.
pub(crate) fn without_date(text: &str) -> String {
    let is_part = |word: &&str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let number = bare.starts_with(|c: char| c.is_ascii_digit());
        number
            || (!bare.is_empty()
                && (month(&bare).is_some() || is_weekday(&bare) || zone(&bare.to_uppercase()).is_some()))
            || matches!(bare.as_str(), "am" | "pm" | "updated" | "published" | "posted")
    };
    let dated = text.chars().any(|c| c.is_ascii_digit());
    let words: Vec<&str> = text.split_whitespace().filter(|word| !dated || !is_part(word)).collect();
    words.join(" ")
}

/// "20220215", Unix seconds, Unix milliseconds.
fn digits(written: &str) -> Option<Stamp> {
    let number: i64 = written.parse().ok()?;
    let seconds = match written.len() {
        8 => return stamp(date(number / 10_000, number / 100 % 100, number % 100)?, Clock::None),
        9 | 10 => number,
        13 => number / 1000,
        _ => return None,
    };
    let civil = Offset::UTC.to_datetime(jiff::Timestamp::from_second(seconds).ok()?);
    stamp(civil.date(), Clock::At(civil.time(), Some(Offset::UTC)))
}

fn date(year: i64, month: i64, day: i64) -> Option<Date> {
    let date = Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok()?;
    // The start of Unix time stands for "never" in data that lost its date.
    let lost = date == Date::constant(1970, 1, 1);
    ((1800..2200).contains(&date.year()) && !lost).then_some(date)
}

/// "2022-02-15", "2022/2/15", "15.02.2022", "02/15/2022", "20220215T…"; and where its time may start.
fn numeric(words: &[Word<'_>], order: Option<Order>) -> Option<(Date, Option<usize>)> {
    let digits = |word: &Word<'_>| word.text.starts_with(|c: char| c.is_ascii_digit());
    let parted =
        |at: usize| words.get(at + 1).is_some_and(|word| matches!(word.text, "-" | "/" | "." | "–" | "T"));
    let first = (0..words.len()).find(|&at| digits(&words[at]) && parted(at))?;
    let tail = &words[first..];
    if tail[0].text.len() == 8 && tail.get(1).is_some_and(|t| t.is("T")) {
        let number: i64 = tail[0].text.parse().ok()?;
        return Some((date(number / 10_000, number / 100 % 100, number % 100)?, Some(first + 1)));
    }
    let [a, mark, b, same, c, ..] = tail else { return None };
    let alike = matches!(mark.text, "-" | "/" | "." | "–") && mark.text == same.text;
    let (a, b, c) = (a.number(1..=4)?, b.number(1..=2)?, c.number(1..=4)?);
    let (year, month, day) = match () {
        () if !alike || (a < 32 && c < 1000) => return None,
        () if a > 31 => (a, b, c),
        () if mark.is(".") || a > 12 => (c, b, a),
        () if b > 12 => (c, a, b),
        () => match order? {
            Order::MonthFirst => (c, a, b),
            Order::DayFirst => (c, b, a),
        },
    };
    Some((date(year.into(), month.into(), day.into())?, Some(first + 5)))
}

/// "Tue, 15 Feb 2022", "February 15th, 2022", "15 February 2022"; the time may stand before it.
fn worded(words: &[Word<'_>]) -> Option<(Date, Option<usize>)> {
    let at = words.iter().position(|word| month(&word.text.to_lowercase()).is_some())?;
    let month = month(&words[at].text.to_lowercase())?;
    let after: Vec<(usize, i16)> = words[at + 1..]
        .iter()
        .enumerate()
        .take(6)
        .filter_map(|(step, word)| Some((at + 1 + step, word.number(1..=4)?)))
        .collect();
    let before =
        words[..at].iter().rev().take(3).find_map(|word| word.number(1..=2)).filter(|day| *day <= 31);
    let is_year = |number: i16| number >= 1800;
    let (day, (end, year)) = match (before, after.as_slice()) {
        (Some(day), [year, ..]) if is_year(year.1) => (day, *year),
        (_, [day, year, ..]) if !is_year(day.1) && is_year(year.1) => (day.1, *year),
        _ => return None,
    };
    // "10:00 GMT, 15 February" has its time first.
    let rest = if clock(&words[end + 1..]) == Clock::None { 0 } else { end + 1 };
    Some((date(year.into(), month, day.into())?, Some(rest)))
}

fn stamp(date: Date, clock: Clock) -> Option<Stamp> {
    match clock {
        Clock::Impossible => None,
        Clock::None => Some(Stamp { text: date.to_string(), day: date }),
        Clock::At(time, None) => {
            Some(Stamp { text: DateTime::from_parts(date, time).to_string(), day: date })
        }
        Clock::At(time, Some(offset)) => {
            let instant = offset.to_timestamp(DateTime::from_parts(date, time)).ok()?;
            Some(Stamp { text: instant.to_string(), day: Offset::UTC.to_datetime(instant).date() })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(written: &str) -> String {
        parse(written).map(|stamp| stamp.text).unwrap_or_default()
    }

    #[test]
    fn times_with_a_zone_become_utc() {
        for written in [
            "2022-02-15T10:00:00Z",
            "2022-02-15T12:00:00+02:00",
            "2022-02-15T12:00:00.123+0200",
            "2022-02-15 10:00 UTC",
            "20220215T100000Z",
            "Tue, 15 Feb 2022 10:00:00 GMT",
            "Tue, 15 Feb 2022 05:00:00 -0500",
            "1644919200",
            "1644919200000",
            "15 February 2022, 10:00 GMT",
            "February 15, 2022 5:00 am EST",
            "Feb. 15, 2022, 5 a.m. EST",
            "10:00 GMT, 15 February 2022",
            "Published February 15th, 2022 at 10.00am GMT",
            "15.02.2022 12:00 GMT+2",
            "2022-02-15T10:00+00:00",
            "2022-02-15T10:00:00.0000000Z",
        ] {
            assert_eq!(read(written), "2022-02-15T10:00:00Z", "{written}");
        }
        assert_eq!(read("2022-02-15T23:30:00-05:00"), "2022-02-16T04:30:00Z");
    }

    #[test]
    fn times_without_a_zone_stay_as_they_are() {
        for written in [
            "2022-02-15T17:30:00",
            "2022-02-15 17:30",
            "Feb 15, 2022 5:30 p.m. ET",
            "15/02/2022 - 17:30",
            "15 Feb 2022 17h30",
        ] {
            assert_eq!(read(written), "2022-02-15T17:30:00", "{written}");
        }
    }

    #[test]
    fn days_stay_days() {
        for written in [
            "2022-02-15",
            "2022/02/15",
            "15.02.2022",
            "02/15/2022",
            "15/2/2022",
            "20220215",
            "Tuesday, February 15, 2022",
            "15 Feb 2022",
        ] {
            assert_eq!(read(written), "2022-02-15", "{written}");
        }
    }

    #[test]
    fn what_is_no_date_or_none_that_can_be_is_refused() {
        for written in [
            "",
            "yesterday",
            "2022",
            "2022-02-30",
            "2022-13-01",
            "2022-02-15T25:00:00Z",
            "03/04/2022",
            "0001-01-01T00:00:00",
            "1970-01-01T00:00:00Z",
            "9999-12-31",
            "12:30",
            "version 1.2.3",
            "February",
            "99999999999999999999",
        ] {
            assert_eq!(read(written), "", "{written}");
        }
    }

    #[test]
    fn a_line_that_is_only_a_date_is_known() {
        assert!(is_bare("15 February 2022, 10:00 GMT"));
        assert!(is_bare("Tuesday, Feb 15, 2022"));
        assert!(!is_bare("On 15 February 2022 the army left"));
        assert!(!is_bare("2022"));
    }
}
