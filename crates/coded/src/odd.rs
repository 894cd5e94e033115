//! What is odd in a file, with its place.

use std::fmt;
use std::sync::Arc;

/// What kind of oddity it is; each has a name that stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Oddity {
    /// The file ends in the middle of a row.
    Truncated,
    /// A row has more or fewer columns than the format.
    Columns,
    /// Bytes that are no UTF-8; they were read as Windows-1252.
    Encoding,
    /// Null bytes; they were dropped.
    Null,
    /// The id was there before.
    Duplicate,
    /// A code without its leading zeros; they were put back.
    Zeros,
    /// A code that its system does not have; it was kept.
    Code,
    /// A country that no table knows; it was kept in the rest.
    Country,
    /// A day in another style than the format's; it was understood.
    Style,
    /// Something that is no day where one must stand.
    Day,
    /// Coordinates that are not on Earth; they were kept in the rest.
    Coordinates,
    /// Something that is no number where one should stand; it was kept in the rest.
    Number,
    /// A cell that must not be empty is.
    Missing,
    /// A row longer than any row can be; only its start is kept.
    Long,
    /// A quote that nothing closes.
    Quote,
    /// A line that is no JSON object.
    Json,
    /// The header is not that of the format.
    Header,
    /// The file could not be read any further.
    Read,
}

/// One odd thing in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Odd {
    /// The file.
    pub file: Arc<str>,
    /// The line in which the row starts, counted from 1.
    pub line: u64,
    /// Where the row starts in the file, in bytes.
    pub offset: u64,
    /// The column, by name.
    pub column: Option<String>,
    /// What kind of oddity.
    pub code: Oddity,
    /// What it is, in words.
    pub what: String,
    /// Whether the row was mended and follows; else it is left out.
    pub mended: bool,
    /// The row as it stood, without the end of its line; of a row that is too long, the start.
    pub raw: Vec<u8>,
}

impl Oddity {
    /// Every one.
    pub const ALL: [Self; 18] = [
        Self::Truncated,
        Self::Columns,
        Self::Encoding,
        Self::Null,
        Self::Duplicate,
        Self::Zeros,
        Self::Code,
        Self::Country,
        Self::Style,
        Self::Day,
        Self::Coordinates,
        Self::Number,
        Self::Missing,
        Self::Long,
        Self::Quote,
        Self::Json,
        Self::Header,
        Self::Read,
    ];

    /// Its name, which stays the same for good.
    pub fn name(self) -> &'static str {
        let names = [
            "truncated",
            "columns",
            "encoding",
            "null-bytes",
            "duplicate-id",
            "leading-zeros",
            "unknown-code",
            "unknown-country",
            "date-style",
            "no-date",
            "coordinates",
            "no-number",
            "missing",
            "too-long",
            "open-quote",
            "no-json",
            "header",
            "unreadable",
        ];
        names[self as usize]
    }
}

impl fmt::Display for Odd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, line {}", self.file, self.line)?;
        if let Some(column) = &self.column {
            write!(f, ", column {column}")?;
        }
        write!(f, ": {} [{}]", self.what, self.code.name())
    }
}

impl std::error::Error for Odd {}
