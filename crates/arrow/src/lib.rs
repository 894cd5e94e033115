//! The record in Apache Arrow: one row an event, or one row a report with its lists.
//!
//! ```
//! use saydo_arrow::Shape;
//! let report = saydo_engine::read::plain("a", b"Moscow said its troops had left Belarus.");
//! let record = saydo_record::Record::of(&report, &saydo_engine::Engine::shipped().read(&report));
//!
//! let events = Shape::Flat.batch([&record])?;
//! assert_eq!(events.num_rows(), record.events.len());
//! let reports = Shape::Nested.batch([&record])?;
//! assert_eq!(saydo_arrow::records(&reports)?, [record]);
//! # Ok::<(), saydo_arrow::Error>(())
//! ```
//!
//! - `cell`: how a value becomes a column, and comes back; `row`: structs as columns
//! - `nested`: the record's own form, without loss; `flat`: a table for who counts and filters
//! - `document`: both forms as `docs/arrow.md` has them
//!
//! **Invariants.** Pure: no clock, file or network. Only types that every reader of Arrow has: no dictionaries, no views, no
//! unsigned numbers. [`records`] of a nested batch gives the records that went in.

mod cell;
mod document;
mod error;
mod flat;
mod nested;
mod row;

pub use arrow_array::{ArrayRef, RecordBatch};
pub use arrow_schema::{Field, SchemaRef};
use saydo_record::Record;

pub use cell::Cell;
pub use document::{columns, document};
pub use error::Error;
pub use nested::records;
pub use row::{Row, Table, batch, schema};

/// What one row stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// One row an event; a report without events has a row only if something is wrong with it.
    Flat,
    /// One row a report.
    Nested,
}

impl Shape {
    /// The shape of this name: `flat` or `nested`.
    ///
    /// ```
    /// use saydo_arrow::Shape;
    /// assert_eq!(Shape::of("flat"), Some(Shape::Flat));
    /// assert_eq!(Shape::of("Flat"), None);
    /// ```
    pub fn of(name: &str) -> Option<Self> {
        match name {
            "flat" => Some(Self::Flat),
            "nested" => Some(Self::Nested),
            _ => None,
        }
    }

    /// Its columns.
    pub fn schema(self) -> SchemaRef {
        match self {
            Self::Flat => row::schema::<flat::Flat>(),
            Self::Nested => row::schema::<Record>(),
        }
    }

    /// The rows of some records, in order. Fails where a column would pass 2 GiB of text; give fewer records at once then.
    pub fn batch<'r>(self, records: impl IntoIterator<Item = &'r Record>) -> Result<RecordBatch, Error> {
        match self {
            Self::Flat => {
                row::batch::<flat::Flat>(&records.into_iter().flat_map(flat::rows).collect::<Vec<_>>())
            }
            Self::Nested => row::batch::<Record>(&records.into_iter().collect::<Vec<_>>()),
        }
    }
}
