//! ISO 8601, RFC 3339 and W3C-DTF, in every precision and with the usual slips.

use super::zone::zone;
use super::{Clock, NO_DATE, NO_DAY, Parts, Zone};

/// The parts of a date that begins with its year; `None` where `text` does not.
pub(super) fn parts(text: &str) -> Option<Result<Parts, &'static str>> {
    let text = text.replace(['\u{2010}', '\u{2011}', '\u{2212}'], "-");
    let basic = text.len() >= 8 && text.bytes().take(8).all(|b| b.is_ascii_digit());
    let dashed = text.bytes().take(4).all(|b| b.is_ascii_digit())
        && matches!(text.get(4..5), None | Some("-" | "/" | "."));
    if basic {
        let day = format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..8]);
        return Some(whole(&day, &text[8..]));
    }
    if !dashed || text.len() < 4 {
        return zero(&text);
    }
    let end = text.find(['T', 't', ' ']).unwrap_or(text.len());
    Some(whole(&text[..end].replace(['/', '.'], "-"), &text[end..]))
}

/// A year before the first: the zero of a content management system.
fn zero(text: &str) -> Option<Result<Parts, &'static str>> {
    let rest = text.strip_prefix('-')?;
    let is_year = rest.find('-').is_some_and(|at| rest[..at].bytes().all(|b| b.is_ascii_digit()));
    is_year.then_some(Ok(Parts { year: -1, month: 1, day: 1, time: None, zone: Zone::Missing }))
}

fn whole(day: &str, rest: &str) -> Result<Parts, &'static str> {
    let numbers: Vec<&str> = day.split('-').collect();
    let [year, month, day] = numbers[..] else {
        return Err(if numbers.len() < 3 { NO_DAY } else { NO_DATE });
    };
    let number = |text: &str| -> Result<i8, &'static str> {
        let is_short = !text.is_empty() && text.len() <= 2 && text.bytes().all(|b| b.is_ascii_digit());
        if is_short { text.parse().map_err(|_| NO_DATE) } else { Err(NO_DATE) }
    };
    let year = year.parse().map_err(|_| NO_DATE)?;
    let (time, zone) = clock(rest.trim_start_matches(['T', 't', ' ']))?;
    Ok(Parts { year, month: number(month)?, day: number(day)?, time, zone })
}

/// The time and zone in `10`, `10:00`, `100000Z`, `10:00:00.25+0300`, `10:00:00 EST`.
fn clock(text: &str) -> Result<(Option<Clock>, Zone), &'static str> {
    if text.is_empty() {
        return Ok((None, Zone::Missing));
    }
    let end = text.find(|c: char| !c.is_ascii_digit() && !matches!(c, ':' | '.' | ',')).unwrap_or(text.len());
    let (time, rest) = text.split_at(end);
    let time = time.split(['.', ',']).next().unwrap_or(time);
    let time = if time.contains(':') || time.len() <= 2 { time.to_owned() } else { in_pairs(time) };
    let time = Clock::of(&time).ok_or(NO_DATE)?;
    Ok((Some(time), zone(rest)))
}

fn in_pairs(figures: &str) -> String {
    let pairs: Vec<&str> =
        figures.as_bytes().chunks(2).filter_map(|pair| str::from_utf8(pair).ok()).collect();
    pairs.join(":")
}

impl Clock {
    /// The time in `10`, `10:00` or `10:00:00`.
    pub(super) fn of(text: &str) -> Option<Self> {
        let text = text.split('.').next()?;
        let mut numbers = [0_i8; 3];
        for (at, part) in text.split(':').enumerate() {
            let is_short = !part.is_empty() && part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit());
            *numbers.get_mut(at).filter(|_| is_short)? = part.parse().ok()?;
        }
        let [hour, minute, second] = numbers;
        Some(Self { hour, minute, second })
    }
}
