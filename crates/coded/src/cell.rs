//! What stands in a cell of a row that is written.

use std::borrow::Cow;
use std::io::{self, Write};

use jiff::civil::Date;

use crate::day::{self, Style};

/// One cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Cell<'c> {
    #[default]
    Nothing,
    Text(Cow<'c, str>),
    Whole(u64),
    Real(f64),
    Day(Date),
    /// The first moment of a day.
    Moment(Date),
    /// A field has it, however it is written.
    Taken,
}

/// The cells of a row, by column.
pub(crate) struct Cells<'c>(pub(crate) Vec<Cell<'c>>);

impl<'c> Cells<'c> {
    pub(crate) fn new(columns: usize) -> Self {
        Self(vec![Cell::Nothing; columns])
    }

    pub(crate) fn put(&mut self, column: usize, cell: impl Into<Cell<'c>>) {
        self.0[column] = cell.into();
    }
}

impl Cell<'_> {
    /// Whether it says the same as `raw`, which is not empty.
    pub(crate) fn says(&self, raw: &str) -> bool {
        match self {
            Self::Nothing => false,
            Self::Taken => true,
            Self::Text(text) => text == raw,
            Self::Whole(number) => raw.parse() == Ok(*number) || raw.parse::<f64>() == Ok(*number as f64),
            Self::Real(number) => raw.parse() == Ok(*number),
            Self::Moment(date) => {
                let day = if raw.len() == 14 { raw.strip_suffix("000000") } else { Some(raw) };
                day.and_then(day::read) == Some((*date, Style::Digits))
            }
            Self::Day(date) => day::read(raw).is_some_and(|(day, style)| day == *date && is_day(raw, style)),
        }
    }

    /// Writes it, days in this style; a text may hold neither `between` nor the end of a line and gets spaces instead.
    pub(crate) fn write(&self, out: &mut impl Write, style: Style) -> io::Result<()> {
        match self {
            Self::Nothing | Self::Taken => Ok(()),
            Self::Text(text) if text.contains(['\t', '\n', '\r', '\0']) => {
                out.write_all(text.replace(['\t', '\n', '\r', '\0'], " ").as_bytes())
            }
            Self::Text(text) => out.write_all(text.as_bytes()),
            Self::Whole(number) => write!(out, "{number}"),
            Self::Real(number) => write!(out, "{number}"),
            Self::Day(day) if style == Style::Digits => {
                write!(out, "{:04}{:02}{:02}", day.year(), day.month(), day.day())
            }
            Self::Day(day) => write!(out, "{day}"),
            Self::Moment(day) => write!(out, "{:04}{:02}{:02}000000", day.year(), day.month(), day.day()),
        }
    }
}

/// Whether no time stands behind a day.
fn is_day(raw: &str, style: Style) -> bool {
    match style {
        Style::Iso => raw.len() == 10,
        Style::Digits => raw.len() == 8,
        Style::Slashes => !raw.contains([' ', 'T']),
        Style::Words => true,
    }
}

impl<'c> From<&'c str> for Cell<'c> {
    fn from(text: &'c str) -> Self {
        if text.is_empty() { Self::Nothing } else { Self::Text(Cow::Borrowed(text)) }
    }
}

impl<'c> From<Cow<'c, str>> for Cell<'c> {
    fn from(text: Cow<'c, str>) -> Self {
        if text.is_empty() { Self::Nothing } else { Self::Text(text) }
    }
}

impl From<String> for Cell<'_> {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Nothing } else { Self::Text(Cow::Owned(text)) }
    }
}

impl From<u64> for Cell<'_> {
    fn from(number: u64) -> Self {
        Self::Whole(number)
    }
}

impl From<u32> for Cell<'_> {
    fn from(number: u32) -> Self {
        Self::Whole(u64::from(number))
    }
}

impl From<u8> for Cell<'_> {
    fn from(number: u8) -> Self {
        Self::Whole(u64::from(number))
    }
}

impl From<f64> for Cell<'_> {
    fn from(number: f64) -> Self {
        if number.is_finite() { Self::Real(number) } else { Self::Nothing }
    }
}

impl From<Date> for Cell<'_> {
    fn from(day: Date) -> Self {
        Self::Day(day)
    }
}

impl<'c> From<&'c String> for Cell<'c> {
    fn from(text: &'c String) -> Self {
        Self::from(text.as_str())
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell<'_> {
    fn from(one: Option<T>) -> Self {
        one.map_or(Self::Nothing, Into::into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_number_or_day_in_another_writing_says_the_same() {
        assert!(Cell::Real(-10.0).says("-10.0") && Cell::Whole(3).says("3.0") && !Cell::Whole(3).says("x"));
        let day = Cell::Day(jiff::civil::date(2022, 2, 15));
        assert!(day.says("20220215") && day.says("2022-02-15") && !day.says("20220215130000"));
        assert!(day.says("15 February 2022") && day.says("2/15/2022") && !day.says("2022-02-15 13:00"));
        let moment = Cell::Moment(jiff::civil::date(2022, 2, 15));
        assert!(moment.says("20220215") && moment.says("20220215000000") && !moment.says("20220215130000"));
    }
}
