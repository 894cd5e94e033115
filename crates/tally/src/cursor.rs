//! Pages: where one ends and the next begins.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

use crate::Error;
use crate::day::{date, number};
use crate::error::shown;

/// The last row of a page. It is written as 24 hexadecimal digits and stays good when rows are added.
///
/// ```
/// use jiff::civil::date;
/// use saydo_tally::Cursor;
/// let cursor = Cursor { day: date(2022, 2, 15), report: 12, nth: 3 };
/// assert_eq!(cursor.to_string().parse(), Ok(cursor));
/// assert!("../../etc".parse::<Cursor>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// The day of the row; [`Date::MIN`] for a report without a day.
    pub day: Date,
    /// The ledger's number of its report.
    pub report: u32,
    /// Its own number in the report; 0 for a report.
    pub nth: u32,
}

impl fmt::Display for Cursor {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:08x}{:08x}{:08x}", number(self.day), self.report, self.nth)
    }
}

impl FromStr for Cursor {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        read(text).ok_or_else(|| Error::Cursor(shown(text)))
    }
}

fn read(text: &str) -> Option<Cursor> {
    if text.len() != 24 || !text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
        return None;
    }
    let part = |at: usize| u32::from_str_radix(text.get(at..at + 8)?, 16).ok();
    Some(Cursor { day: date(part(0)?.cast_signed())?, report: part(8)?, nth: part(16)? })
}

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slice<T> {
    /// The rows of the page.
    pub items: Vec<T>,
    /// Where the next page begins; `None` on the last one.
    pub next: Option<Cursor>,
    /// How many rows all pages have together.
    pub total: usize,
}

impl<T> Slice<T> {
    /// The page of rows of which so many exist; of `items` there may be one more than `limit`.
    pub(crate) fn cut(mut items: Vec<(Cursor, T)>, limit: usize, total: usize) -> Self {
        let more = items.len() > limit;
        items.truncate(limit);
        let next = items.last().map(|(cursor, _)| *cursor).filter(|_| more);
        Self { items: items.into_iter().map(|(_, item)| item).collect(), next, total }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_cursors_are_errors() {
        let good = Cursor { day: Date::MAX, report: u32::MAX, nth: 0 }.to_string();
        assert!(good.parse::<Cursor>().is_ok());
        let wide = good.replacen('0', "０", 1);
        for bad in ["", "0", &good[1..], &format!("{good}0"), &wide, &"f".repeat(23), &"z".repeat(24)] {
            assert!(bad.parse::<Cursor>().is_err(), "{bad}");
        }
        assert!("7fffffff0000000000000000".parse::<Cursor>().is_err(), "no such day");
        assert!("+0000000+0000000+0000000".parse::<Cursor>().is_err());
    }

    #[test]
    fn the_first_and_last_days_can_be_told() {
        for day in [Date::MIN, Date::MAX] {
            let cursor = Cursor { day, report: 0, nth: u32::MAX };
            assert_eq!(cursor.to_string().parse(), Ok(cursor));
        }
    }
}
