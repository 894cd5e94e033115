//! A page of rows that come in order.

use crate::{Cursor, Slice};

/// Counts all rows that are taken and keeps those of one page.
#[derive(Debug)]
pub(crate) struct Newest {
    first: usize,
    /// One more than the page, to know whether another one follows.
    most: usize,
    rows: Vec<usize>,
    total: usize,
}

impl Newest {
    /// A page of at most `limit` rows that begins with the row `first` or the next one that is taken.
    pub(crate) fn from(first: usize, limit: usize) -> Self {
        Self { first, most: limit.saturating_add(1), rows: Vec::new(), total: 0 }
    }

    /// Takes the next row.
    pub(crate) fn take(&mut self, row: usize) {
        self.total += 1;
        if row >= self.first && self.rows.len() < self.most {
            self.rows.push(row);
        }
    }

    /// The page.
    pub(crate) fn done<T>(self, row: impl Fn(usize) -> (Cursor, T)) -> Slice<T> {
        Slice::cut(self.rows.into_iter().map(row).collect(), self.most - 1, self.total)
    }
}

/// The first of so many rows that does not lie before a mark; those that do come first.
pub(crate) fn behind(rows: usize, is_before: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, rows);
    while low < high {
        let middle = usize::midpoint(low, high);
        if is_before(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}
