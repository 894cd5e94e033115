//! What stands in a row.

use jiff::civil::Date;

/// A row: one cell for each column of its table.
pub type Row = Vec<Cell>;

/// A cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Not known, or there is none.
    #[default]
    Nothing,
    /// Any text, also hostile.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// A number; what is not finite is written as nothing.
    Real(f64),
    /// Yes or no.
    Truth(bool),
    /// A day.
    Day(Date),
    /// Several texts.
    List(Vec<String>),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Self::Integer(i64::from(number))
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Self::Real(number)
    }
}

impl From<bool> for Cell {
    fn from(truth: bool) -> Self {
        Self::Truth(truth)
    }
}

impl From<Date> for Cell {
    fn from(day: Date) -> Self {
        Self::Day(day)
    }
}

impl From<Vec<String>> for Cell {
    fn from(texts: Vec<String>) -> Self {
        Self::List(texts)
    }
}

impl<T> From<Option<T>> for Cell
where
    Self: From<T>,
{
    fn from(one: Option<T>) -> Self {
        one.map_or(Self::Nothing, Self::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_nothing() {
        assert_eq!(Cell::from(None::<&str>), Cell::Nothing);
        assert_eq!(Cell::from(Some(3u32)), Cell::Integer(3));
        assert_eq!(Cell::from(Some("")), Cell::Text(String::new()));
    }
}
