//! Typed tables, written as CSV, JSON Lines, Parquet and GeoJSON.
//!
//! A [`Table`] says which [`Column`]s there are, of which [`Kind`] and what they mean; rows of [`Cell`]s follow one by one
//! and are written as they come, in memory that does not grow with their number. Numbers stay numbers, days days and lists
//! lists as far as the format has them. Whatever news reports have in their text can be opened in a spreadsheet without
//! harm: see [`safe`].
//!
//! ```
//! use saydo_export::{Cell, Column, Format, Kind, Notes, Table, write};
//!
//! let table = Table {
//!     name: "measures",
//!     about: "One row a day.",
//!     columns: vec![
//!         Column { name: "day", kind: Kind::Day, about: "The day in UTC" },
//!         Column { name: "said_by", kind: Kind::List, about: "Who says so" },
//!         Column { name: "count", kind: Kind::Integer, about: "How many" },
//!     ],
//! };
//! let row = vec![
//!     Cell::from(jiff::civil::date(2022, 2, 15)),
//!     Cell::List(vec!["=A1".to_owned(), "B".to_owned()]),
//!     Cell::Integer(-3),
//! ];
//! let mut out = Vec::new();
//! write(Format::Csv, &table, &Notes::default(), [Ok(row)], &mut out)?;
//! assert_eq!(String::from_utf8(out).unwrap(), "day,said_by,count\r\n2022-02-15,'=A1; B,-3\r\n");
//! # Ok::<(), saydo_export::Error>(())
//! ```

mod cell;
mod comma;
mod error;
mod format;
mod geojson;
mod guard;
mod json;
mod parquet;
mod stripe;
mod table;

pub use cell::{Cell, Row};
pub use comma::Csv;
pub use error::{Error, Result, Trouble};
pub use format::{Format, write};
pub use geojson::GeoJson;
pub use guard::safe;
pub use json::JsonLines;
pub use parquet::Parquet;
pub use table::{Column, Kind, Notes, Table, Writer};
