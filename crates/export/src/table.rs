//! What a table has.

use std::fmt::Write as _;

use crate::{Cell, Error, Result};

/// The form of a table: its columns in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name, as in the name of its file.
    pub name: &'static str,
    /// What a row is, in a sentence.
    pub about: &'static str,
    /// Its columns.
    pub columns: Vec<Column>,
}

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name, the same in all formats.
    pub name: &'static str,
    /// What stands in it.
    pub kind: Kind,
    /// What it means, shapes and units.
    pub about: &'static str,
}

/// What stands in a column; any cell may hold nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Text.
    Text,
    /// A whole number, 64 bits with a sign.
    Integer,
    /// A number of double precision.
    Real,
    /// Yes or no.
    Truth,
    /// A day, `YYYY-MM-DD`.
    Day,
    /// Several texts: in CSV joined by `; `.
    List,
}

impl Kind {
    /// Its name in words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Integer => "integer",
            Self::Real => "number",
            Self::Truth => "true or false",
            Self::Day => "day",
            Self::List => "list of texts",
        }
    }

    fn takes(self, cell: &Cell) -> bool {
        matches!(
            (self, cell),
            (_, Cell::Nothing)
                | (Self::Text, Cell::Text(_))
                | (Self::Integer, Cell::Integer(_))
                | (Self::Real, Cell::Real(_))
                | (Self::Truth, Cell::Truth(_))
                | (Self::Day, Cell::Day(_))
                | (Self::List, Cell::List(_))
        )
    }
}

impl Table {
    /// Where the column with this name stands.
    pub fn at(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }

    /// What the table and each of its columns mean, in Markdown.
    ///
    /// ```
    /// use saydo_export::{Column, Kind, Table};
    /// let columns = vec![Column { name: "day", kind: Kind::Day, about: "The day in UTC" }];
    /// let table = Table { name: "measures", about: "One row a day.", columns };
    /// assert_eq!(
    ///     table.docs(),
    ///     "## measures\n\nOne row a day.\n\n| column | kind | meaning |\n| --- | --- | --- |\n| `day` | day | The day in UTC |\n"
    /// );
    /// ```
    pub fn docs(&self) -> String {
        let mut docs = format!(
            "## {}\n\n{}\n\n| column | kind | meaning |\n| --- | --- | --- |\n",
            self.name, self.about
        );
        for Column { name, kind, about } in &self.columns {
            // Writing to a string cannot fail.
            let _ = writeln!(docs, "| `{name}` | {} | {} |", kind.name(), about.replace('|', "\\|"));
        }
        docs
    }

    /// Whether a row has a cell for each column, and of its kind; `row` counts from 1.
    pub(crate) fn check(&self, row: u64, cells: &[Cell]) -> Result<()> {
        let (table, columns) = (self.name, self.columns.len());
        if cells.len() != columns {
            return Err(Error::Length { table, row, cells: cells.len(), columns });
        }
        let wrong = self.columns.iter().zip(cells).find(|(column, cell)| !column.kind.takes(cell));
        wrong.map_or(Ok(()), |(Column { name, kind, .. }, _)| {
            Err(Error::Kind { table, row, column: name, kind: kind.name() })
        })
    }
}

/// What a whole file is about, for formats that have room for it: names and values, such as the day as of which it holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes(pub Vec<(String, String)>);

/// Writes rows in some format, one by one, and keeps none.
pub trait Writer {
    /// Writes a row.
    fn row(&mut self, cells: &[Cell]) -> Result<()>;

    /// Writes what comes after the last row and sends everything out. Nothing may be written afterwards.
    fn end(&mut self) -> Result<()>;
}
