//! Takes the cells of a row for the fields of an event, and notes what is odd.

use std::borrow::Cow;
use std::str::FromStr;

use jiff::civil::Date;

use crate::code::{self, Digits};
use crate::country::Way;
use crate::sheet::Sheet;
use crate::{Oddity, day};

/// What is odd in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Note {
    pub(crate) column: Option<Cow<'static, str>>,
    pub(crate) code: Oddity,
    pub(crate) what: String,
}

/// A row whose cells are in the order of the format's columns, `None` where the file has no such column.
#[derive(Default)]
pub(crate) struct Row<'t> {
    pub(crate) cells: Vec<Option<&'t str>>,
    /// Columns of the file that the format does not have.
    pub(crate) extras: Vec<(&'t str, &'t str)>,
}

/// A row that is being taken.
pub(crate) struct Take<'t> {
    pub(crate) row: &'t Row<'t>,
    pub(crate) sheet: &'static Sheet,
    pub(crate) notes: Vec<Note>,
}

impl<'t> Take<'t> {
    /// A cell, unless it is empty or says that nothing is known.
    pub(crate) fn cell(&self, column: usize) -> Option<&'t str> {
        self.row.cells[column].filter(|cell| !self.sheet.is_nothing(cell))
    }

    pub(crate) fn text(&self, column: usize) -> Option<String> {
        self.cell(column).map(str::to_owned)
    }

    /// A further column by name.
    pub(crate) fn extra(&self, name: &str) -> Option<&'t str> {
        let extra = self.row.extras.iter().find(|(other, _)| other.eq_ignore_ascii_case(name));
        extra.map(|(_, value)| *value).filter(|value| !self.sheet.is_nothing(value))
    }

    fn name(&self, column: usize) -> Cow<'static, str> {
        Cow::Borrowed(self.sheet.columns[column])
    }

    pub(crate) fn note(&mut self, column: usize, code: Oddity, what: String) {
        self.notes.push(Note { column: Some(self.name(column)), code, what });
    }

    /// A cell that every row must have.
    pub(crate) fn needed(&self, column: usize) -> Result<&'t str, Note> {
        let what = || "the cell is empty and must not be".to_owned();
        self.cell(column).ok_or_else(|| Note {
            column: Some(self.name(column)),
            code: Oddity::Missing,
            what: what(),
        })
    }

    /// A number; what is none is noted.
    pub(crate) fn number<N: FromStr>(&mut self, column: usize) -> Option<N> {
        let cell = self.cell(column)?.trim();
        // Some tools write whole numbers as 3.0.
        let number = cell.parse().ok().or_else(|| cell.strip_suffix(".0")?.parse().ok());
        if number.is_none() {
            self.note(column, Oddity::Number, format!("`{}` is no number here", short(cell)));
        }
        number
    }

    /// A number with a fraction, and finite.
    pub(crate) fn real(&mut self, column: usize) -> Option<f64> {
        self.number::<f64>(column).filter(|number| number.is_finite())
    }

    /// Degrees north and east; none where they are not on Earth.
    pub(crate) fn coordinates(&mut self, north: usize, east: usize) -> (Option<f64>, Option<f64>) {
        let (lat, lon) = (self.real(north), self.real(east));
        let good = |degrees: Option<f64>, most: f64| degrees.is_none_or(|degrees| degrees.abs() <= most);
        if good(lat, 90.0) && good(lon, 180.0) {
            return (lat, lon);
        }
        let column = if good(lat, 90.0) { east } else { north };
        let place =
            format!("{}, {}", self.cell(north).unwrap_or_default(), self.cell(east).unwrap_or_default());
        self.note(column, Oddity::Coordinates, format!("{} is nowhere on Earth", short(&place)));
        (None, None)
    }

    /// A day that every row must have, in any style; another one than the format's is noted.
    pub(crate) fn day(&mut self, column: usize) -> Result<Date, Note> {
        let cell = self.needed(column)?;
        let Some((day, style)) = day::read(cell) else {
            let what = format!("`{}` is no day", short(cell));
            return Err(Note { column: Some(self.name(column)), code: Oddity::Day, what });
        };
        if !self.sheet.styles.contains(&style) {
            let what = format!("`{}` is written as {}, read as {day}", short(cell), style.name());
            self.note(column, Oddity::Style, what);
        }
        Ok(day)
    }

    /// A day that may be missing.
    pub(crate) fn some_day(&mut self, column: usize) -> Option<Date> {
        let cell = self.cell(column)?;
        let day = day::read(cell).map(|(day, _)| day);
        if day.is_none() {
            self.note(column, Oddity::Day, format!("`{}` is no day", short(cell)));
        }
        day
    }

    /// A country, as alpha-3; a code that no table knows is noted.
    pub(crate) fn country(&mut self, column: usize, way: Way) -> Option<String> {
        let cell = self.cell(column)?;
        let country = way.read(cell);
        if country.is_err() {
            self.note(column, Oddity::Country, format!("`{}` is no country that is known here", short(cell)));
        }
        country.ok().flatten().map(str::to_owned)
    }

    /// A code of CAMEO with its zeros; `root` is the column of its root, where there is one.
    pub(crate) fn cameo(&mut self, column: usize, root: Option<usize>) -> Option<String> {
        let cell = self.cell(column).filter(|cell| *cell != "---")?;
        match code::read(cell, root.and_then(|root| self.cell(root))) {
            Digits::Known(code) => Some(code.to_owned()),
            Digits::Mended(code) => {
                let what = format!("`{}` lost its leading zero, read as {code}", short(cell));
                self.note(column, Oddity::Zeros, what);
                Some(code)
            }
            Digits::Unknown(code) => {
                self.note(column, Oddity::Code, format!("`{}` is no code of CAMEO", short(cell)));
                Some(code.to_owned())
            }
        }
    }
}

/// The start of a cell, for messages.
pub(crate) fn short(cell: &str) -> &str {
    let end = cell.char_indices().nth(40).map_or(cell.len(), |(at, _)| at);
    &cell[..end]
}
