//! Which formats there are.

use std::io::Write;

use crate::{Csv, Error, GeoJson, JsonLines, Notes, Parquet, Result, Row, Table, Trouble, Writer};

/// A format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// CSV, RFC 4180.
    Csv,
    /// JSON Lines.
    JsonLines,
    /// Apache Parquet.
    Parquet,
    /// GeoJSON, RFC 7946.
    GeoJson,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Csv, Self::JsonLines, Self::Parquet, Self::GeoJson];

    /// The format whose files end so.
    ///
    /// ```
    /// use saydo_export::Format;
    /// assert_eq!(Format::of("jsonl"), Some(Format::JsonLines));
    /// assert_eq!(Format::of("xls"), None);
    /// ```
    pub fn of(extension: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.extension() == extension)
    }

    /// How its files end, without a dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::JsonLines => "jsonl",
            Self::Parquet => "parquet",
            Self::GeoJson => "geojson",
        }
    }

    /// Its media type, for `Content-Type`.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8; header=present",
            Self::JsonLines => "application/jsonl; charset=utf-8",
            Self::Parquet => "application/vnd.apache.parquet",
            Self::GeoJson => "application/geo+json",
        }
    }

    /// A writer of this format, which has written its head.
    pub fn writer<'t>(
        self,
        table: &'t Table,
        notes: &Notes,
        out: impl Write + Send + 't,
    ) -> Result<Box<dyn Writer + 't>> {
        Ok(match self {
            Self::Csv => Box::new(Csv::new(table, out)?),
            Self::JsonLines => Box::new(JsonLines::new(table, out)),
            Self::Parquet => Box::new(Parquet::new(table, notes, out)?),
            Self::GeoJson => Box::new(GeoJson::new(table, notes, out)?),
        })
    }
}

/// Writes a whole table, row by row as they come. The first row that could not be brought ends it with
/// [`Error::Rows`].
pub fn write(
    format: Format,
    table: &Table,
    notes: &Notes,
    rows: impl IntoIterator<Item = std::result::Result<Row, Trouble>>,
    out: impl Write + Send,
) -> Result<()> {
    let mut writer = format.writer(table, notes, out)?;
    for row in rows {
        writer.row(&row.map_err(Error::Rows)?)?;
    }
    writer.end()
}
