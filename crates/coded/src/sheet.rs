//! What a tabular format is: its columns, and how its rows become events.

use std::collections::HashMap;

use crate::cell::{Cell, Cells};
use crate::day::Style;
use crate::take::{Note, Take};
use crate::{Coded, Form, System};

/// What tells a row from all others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    /// Its id.
    Id,
    /// Its id and its day.
    Day,
    /// All that stands in it.
    Row,
}

/// A tabular format.
pub(crate) struct Sheet {
    pub(crate) form: Form,
    pub(crate) system: System,
    /// The columns, as the format names them.
    pub(crate) columns: &'static [&'static str],
    /// Whether its files name their columns in a heading.
    pub(crate) named: bool,
    /// Which column each cell of a row without a heading stands in, where the row is one of the format.
    pub(crate) layout: fn(&[&str]) -> Option<Vec<usize>>,
    /// The columns without which a heading is not the format's.
    pub(crate) needed: &'static [usize],
    /// Other names that columns have had.
    pub(crate) aliases: &'static [(&'static str, usize)],
    /// What says that nothing is known.
    pub(crate) nothing: &'static [&'static str],
    /// The styles of its days; the first is written.
    pub(crate) styles: &'static [Style],
    pub(crate) key: Key,
    pub(crate) decode: fn(&mut Take<'_>) -> Result<Coded, Note>,
    pub(crate) encode: for<'c> fn(&'c Coded, &mut Cells<'c>),
    /// Which columns of a row are written.
    pub(crate) columns_of: fn(&[Cell<'_>]) -> Vec<usize>,
}

impl Sheet {
    pub(crate) fn is_nothing(&self, cell: &str) -> bool {
        cell.is_empty() || self.nothing.contains(&cell)
    }

    /// The columns by their names, in letters and digits alone.
    pub(crate) fn by_name(&self) -> HashMap<String, usize> {
        let own = self.columns.iter().enumerate().map(|(column, name)| (plain(name), column));
        own.chain(self.aliases.iter().map(|(name, column)| (plain(name), *column))).collect()
    }
}

/// A layout of the format's columns as they are.
pub(crate) fn in_order(cells: &[&str], columns: usize) -> Option<Vec<usize>> {
    (cells.len() == columns).then(|| (0..columns).collect())
}

/// Every column is written.
pub(crate) fn all(cells: &[Cell<'_>]) -> Vec<usize> {
    (0..cells.len()).collect()
}

/// The letters and digits of a name, in lower case.
pub(crate) fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
