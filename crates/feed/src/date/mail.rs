//! Dates of mail (RFC 822, RFC 2822) in the shapes that feeds give them.

use super::zone::zone;
use super::{Clock, NO_DATE, Parts, Zone};

/// Months by the first three letters of their English names.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/// The whole names, of which a written month is a beginning.
const NAMES: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// A month in another language.
const FOREIGN: &str = "has a month that is not English";
/// A date such as 03/04/2022.
const AMBIGUOUS: &str = "could mean two days";

/// What was found of a date so far.
#[derive(Debug, Default)]
struct Found {
    year: Option<i16>,
    month: Option<i8>,
    day: Option<i8>,
    time: Option<Clock>,
    afternoon: Option<bool>,
    zone: String,
}

/// The parts of a date of mail; `None` where `text` is nothing of the kind.
pub(super) fn parts(text: &str) -> Option<Result<Parts, &'static str>> {
    let mut found = Found::default();
    let text = text.split('(').next()?.replace(',', " ");
    let words: Vec<&str> = text.split_whitespace().flat_map(pieces).collect();
    for (at, word) in words.iter().enumerate() {
        if let Err(why) = found.take(word, at == 0) {
            return Some(Err(why));
        }
    }
    found.parts().map(Ok)
}

/// `15-Feb-2022` as three words; other words as they are.
fn pieces(word: &str) -> Vec<&str> {
    let parts: Vec<&str> = word.split('-').collect();
    let is_date =
        parts.len() == 3 && parts[0].len() <= 2 && parts[1].starts_with(|c: char| c.is_alphabetic());
    if is_date { parts } else { vec![word] }
}

impl Found {
    fn take(&mut self, word: &str, is_first: bool) -> Result<(), &'static str> {
        let starts = |test: fn(&char) -> bool| word.chars().next().is_some_and(|c| test(&c));
        if word.contains(':') && starts(char::is_ascii_digit) {
            return self.take_time(word);
        }
        if starts(char::is_ascii_digit) {
            return self.take_number(word);
        }
        if matches!(word, "-" | "|" | "–") {
            return Ok(());
        }
        if word.starts_with('-') && self.time.is_none() && self.day.is_some() {
            self.year = Some(0);
            return Ok(());
        }
        if starts(|c| matches!(c, '+' | '-')) {
            self.take_zone(word);
            return Ok(());
        }
        self.take_word(word.trim_end_matches('.'), is_first)
    }

    fn take_time(&mut self, word: &str) -> Result<(), &'static str> {
        let end = word.find(|c: char| !c.is_ascii_digit() && !matches!(c, ':' | '.')).unwrap_or(word.len());
        self.time = Some(Clock::of(&word[..end]).ok_or(NO_DATE)?);
        match word[end..].to_ascii_lowercase().as_str() {
            "am" | "pm" => self.afternoon = Some(word[end..].starts_with(['p', 'P'])),
            rest => self.take_zone(rest),
        }
        Ok(())
    }

    fn take_number(&mut self, word: &str) -> Result<(), &'static str> {
        if let Some(found) = numeric(word) {
            let (day, month, year) = found?;
            (self.day, self.month, self.year) = (Some(day), Some(month), Some(year));
            return Ok(());
        }
        let ending = word.find(|c: char| !c.is_ascii_digit()).unwrap_or(word.len());
        let (digits, ending) = word.split_at(ending);
        let is_plain = matches!(ending.to_ascii_lowercase().as_str(), "" | "." | "st" | "nd" | "rd" | "th");
        let number: i16 = digits.parse().map_err(|_| NO_DATE)?;
        match (digits.len(), self.day) {
            _ if !is_plain => return Err(NO_DATE),
            (1 | 2, None) => self.day = Some(number as i8),
            (2..=4, _) if self.year.is_none() => self.year = Some(full(number, digits.len())),
            _ => return Err(NO_DATE),
        }
        Ok(())
    }

    fn take_word(&mut self, word: &str, is_first: bool) -> Result<(), &'static str> {
        let lower = word.to_lowercase();
        if let Some(month) = month(&lower).filter(|_| self.month.is_none()) {
            self.month = Some(month);
            return Ok(());
        }
        match lower.as_str() {
            "am" | "a.m" => self.afternoon = Some(false),
            "pm" | "p.m" => self.afternoon = Some(true),
            "at" => {}
            _ if self.month.is_none() && self.day.is_some() => return Err(FOREIGN),
            _ if self.time.is_some() => self.take_zone(word),
            _ if is_first || self.day.is_none() => {}
            _ => return Err(FOREIGN),
        }
        Ok(())
    }

    fn take_zone(&mut self, word: &str) {
        self.zone.push_str(word);
    }

    fn parts(self) -> Option<Parts> {
        let time = self.time.map(|clock| clock.in_half(self.afternoon));
        let zone = if time.is_some() { zone(&self.zone) } else { Zone::Missing };
        Some(Parts { year: self.year?, month: self.month?, day: self.day?, time, zone })
    }
}

impl Clock {
    /// The time on a clock of twelve hours, where a half of the day is named.
    fn in_half(self, afternoon: Option<bool>) -> Self {
        let hour = match afternoon {
            Some(true) if self.hour < 12 => self.hour + 12,
            Some(false) if self.hour == 12 => 0,
            _ => self.hour,
        };
        Self { hour, ..self }
    }
}

fn month(word: &str) -> Option<i8> {
    let at = MONTHS.iter().position(|short| word.starts_with(short))?;
    (NAMES[at].starts_with(word) || word == "sept").then_some(at as i8 + 1)
}

/// A year of two or three figures, as RFC 2822 reads it.
fn full(year: i16, figures: usize) -> i16 {
    match (figures, year) {
        (2, 0..50) => year + 2000,
        (2 | 3, _) => year + 1900,
        _ => year,
    }
}

/// Day, month and year of `15.02.2022` and `15/02/2022`, where the order can be told.
fn numeric(word: &str) -> Option<Result<(i8, i8, i16), &'static str>> {
    let mark = if word.contains('/') { '/' } else { '.' };
    let numbers: Vec<i16> = word.split(mark).map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let [first, second, year] = numbers[..] else {
        return None;
    };
    let (first, second) = (i8::try_from(first).ok()?, i8::try_from(second).ok()?);
    Some(match (mark, first, second) {
        ('.', ..) | (_, 13.., _) => Ok((first, second, year)),
        (_, _, 13..) => Ok((second, first, year)),
        _ if first == second => Ok((first, second, year)),
        _ => Err(AMBIGUOUS),
    })
}
