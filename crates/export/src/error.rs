//! What can go wrong when a table is written.

use thiserror::Error;

/// Why rows could not be brought.
pub type Trouble = Box<dyn std::error::Error + Send + Sync>;

/// Why a table could not be written. What was written until then is no whole file.
#[derive(Debug, Error)]
pub enum Error {
    /// The way out is closed or full.
    #[error("the table could not be written: {0}")]
    Write(#[from] std::io::Error),
    /// Parquet's own parts could not be written.
    #[error("the Parquet file could not be written: {0}")]
    Parquet(#[from] ::parquet::errors::ParquetError),
    /// Whoever brings the rows failed.
    #[error("the rows end early: {0}")]
    Rows(Trouble),
    /// A row has more or fewer cells than there are columns.
    #[error("row {row} of `{table}` has {cells} cells for {columns} columns")]
    Length {
        /// The table.
        table: &'static str,
        /// Which row, from 1.
        row: u64,
        /// Its cells.
        cells: usize,
        /// The table's columns.
        columns: usize,
    },
    /// A cell is of another kind than its column.
    #[error("row {row} of `{table}` has something in `{column}` that is no {kind}")]
    Kind {
        /// The table.
        table: &'static str,
        /// Which row, from 1.
        row: u64,
        /// The column.
        column: &'static str,
        /// The column's kind.
        kind: &'static str,
    },
    /// A table without places cannot be put on a map.
    #[error("`{0}` has no columns `lat` and `lon` of real numbers, so that it cannot be written as GeoJSON")]
    NoPlace(&'static str),
}

/// A result whose error is of this crate.
pub type Result<T> = std::result::Result<T, Error>;
