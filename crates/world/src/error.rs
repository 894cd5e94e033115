//! What can be wrong with a table, and where.

use std::fmt;

/// A row that cannot be read: which file, line and column, and why.
///
/// ```
/// use saydo_world::{Tables, World};
/// let tables = Tables { countries: "#iso3\tname\n".into(), ..Tables::default() };
/// let error = World::from_tables(&tables).unwrap_err();
/// assert!(error.to_string().starts_with("countries.tsv, line 1, column 3"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// The file's name, as in `countries.tsv`.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// The column, counted from 1 in cells.
    pub column: usize,
    /// What is wrong.
    pub reason: String,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, line {}, column {}: {}", self.file, self.line, self.column, self.reason)
    }
}

impl std::error::Error for Error {}
