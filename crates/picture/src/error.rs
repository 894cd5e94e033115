//! What can be wrong with the tables of this crate.

use thiserror::Error;

/// A row of a table that cannot be read.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("{table}, line {line}: {what}")]
pub struct TableError {
    /// The table's path in the project.
    pub table: &'static str,
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong.
    pub what: String,
}
