//! Dates as feeds write them to ISO 8601.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::Offset;
use jiff::{Timestamp, ToSpan};
use saydo_text::ProblemKind;

use crate::plain;

mod iso;
mod mail;
mod zone;

/// How much of a date is looked at.
const LONGEST: usize = 200;

/// No feed tells news older than that; years before it are the zeros of some calendar.
const FIRST: i16 = 1900;

/// A date that was read, and what was wrong with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Read {
    /// In ISO 8601: a time in UTC, a time without a zone, or a day.
    pub(crate) value: Option<String>,
    /// The kind of problem, and the end of a sentence about it.
    pub(crate) fault: Option<(ProblemKind, &'static str)>,
}

/// What a date says, before the calendar was asked.
#[derive(Clone, Copy, Debug)]
pub(super) struct Parts {
    pub(super) year: i16,
    pub(super) month: i8,
    pub(super) day: i8,
    pub(super) time: Option<Clock>,
    pub(super) zone: Zone,
}

/// A time of the day; 24:00:00 is the end of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    pub(super) hour: i8,
    pub(super) minute: i8,
    pub(super) second: i8,
}

/// What a date says about its zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Zone {
    /// Nothing.
    Missing,
    /// Something that means no zone, or more than one.
    Unknown,
    /// So much ahead of UTC.
    Known(Offset),
}

const NO_DATE: &str = "is not in a form that is known";
const NO_DAY: &str = "names no day";
const NOT_IN_CALENDAR: &str = "is in no calendar";
const ZERO: &str = "is a clock's zero, not a date";
const NO_ZONE: &str = "has a zone that means nothing, or more than one; taken as a time without a zone";

/// The date in `text`. Never the present: what cannot be read stays undated.
pub(crate) fn read(text: &str) -> Read {
    let text = plain::fold(plain::start(text.trim(), LONGEST));
    if text.is_empty() {
        return Read::default();
    }
    if let Some(read) = by_library(&text) {
        return read;
    }
    match seconds(&text).or_else(|| iso::parts(&text)).or_else(|| mail::parts(&text)) {
        Some(Ok(parts)) => parts.settle(),
        Some(Err(why)) => Read::fault(ProblemKind::BadFeed, why),
        None => Read::fault(ProblemKind::BadFeed, NO_DATE),
    }
}

/// What the library reads as it stands. It takes names of zones that it does not know for UTC, so only figures and
/// UTC's own names are left to it.
fn by_library(text: &str) -> Option<Read> {
    let clear = ["Z", "GMT", "UT"].iter().any(|zone| text.ends_with(zone));
    let shift = text.bytes().rev().take_while(u8::is_ascii_digit).count() == 4;
    let mail = || {
        let parser = jiff::fmt::rfc2822::DateTimeParser::new().relaxed_weekday(true);
        (clear || shift).then(|| parser.parse_timestamp(text).ok()).flatten()
    };
    let instant = if text.as_bytes().get(4) == Some(&b'-') { text.parse().ok() } else { mail() };
    instant
        .filter(|instant: &Timestamp| {
            !text.contains('[') && is_news(instant.to_zoned(jiff::tz::TimeZone::UTC).date())
        })
        .map(Read::instant)
}

/// Seconds or milliseconds since 1970, as ten or thirteen figures.
fn seconds(text: &str) -> Option<Result<Parts, &'static str>> {
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    let count = text.parse::<i64>().ok().filter(|_| digits)?;
    let instant = match text.len() {
        10 => Timestamp::from_second(count),
        13 => Timestamp::from_millisecond(count),
        _ => return None,
    };
    let at = Offset::UTC.to_datetime(instant.ok()?);
    let time = Clock { hour: at.hour(), minute: at.minute(), second: at.second() };
    let zone = Zone::Known(Offset::UTC);
    Some(Ok(Parts { year: at.year(), month: at.month(), day: at.day(), time: Some(time), zone }))
}

fn is_news(date: Date) -> bool {
    date.year() >= FIRST && date.year() < 9999
}

impl Parts {
    fn settle(self) -> Read {
        let impossible = Read::fault(ProblemKind::ImpossibleDate, NOT_IN_CALENDAR);
        let Ok(date) = Date::new(self.year, self.month, self.day) else {
            return impossible;
        };
        if !is_news(date) {
            return Read::fault(ProblemKind::ImpossibleDate, ZERO);
        }
        let Some(clock) = self.time else {
            return Read { value: Some(date.to_string()), fault: None };
        };
        let Some(at) = clock.on(date) else {
            return impossible;
        };
        match self.zone {
            Zone::Known(offset) => offset.to_timestamp(at).map_or(impossible, Read::instant),
            Zone::Missing => Read { value: Some(at.to_string()), fault: None },
            Zone::Unknown => {
                Read { value: Some(at.to_string()), fault: Some((ProblemKind::BadFeed, NO_ZONE)) }
            }
        }
    }
}

impl Clock {
    /// The time on that day; a leap second is the second before it.
    fn on(self, date: Date) -> Option<DateTime> {
        if self == (Self { hour: 24, minute: 0, second: 0 }) {
            return Some(date.checked_add(1.day()).ok()?.at(0, 0, 0, 0));
        }
        let second = if self.second == 60 { 59 } else { self.second };
        Some(date.to_datetime(Time::new(self.hour, self.minute, second, 0).ok()?))
    }
}

impl Read {
    fn instant(instant: Timestamp) -> Self {
        if instant == Timestamp::UNIX_EPOCH {
            return Self::fault(ProblemKind::ImpossibleDate, ZERO);
        }
        let seconds = Offset::UTC.to_datetime(instant).strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
        Self { value: Some(seconds), fault: None }
    }

    fn fault(kind: ProblemKind, why: &'static str) -> Self {
        Self { value: None, fault: Some((kind, why)) }
    }
}

#[cfg(test)]
mod tests;
