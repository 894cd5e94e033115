//! What can be wrong with a record, and where.

use std::fmt;
use std::io;

/// Where in an archive something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The record, counted from 1 over records of all kinds.
    pub number: u64,
    /// Where the gzip member begins that holds it, in bytes of the file; `None` where the archive is not packed.
    pub member: Option<u64>,
    /// Where it begins, in bytes of the file, or of what the member unpacks to.
    pub at: u64,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.member {
            None => write!(f, "record {} (byte {})", self.number, self.at),
            Some(member) if self.at == 0 => {
                write!(f, "record {} (gzip member at byte {member})", self.number)
            }
            Some(member) => {
                write!(f, "record {} (byte {} of the gzip member at byte {member})", self.number, self.at)
            }
        }
    }
}

/// A record that gave no response. Reading goes on behind it, unless the error [is fatal](Error::is_fatal).
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Where a record should begin stands something else.
    #[error(
        "bad-archive: {place}: here should begin a record with \"WARC/1.\", but {found}; passed over up to the next record, if there is one"
    )]
    Garbage {
        /// Where.
        place: Place,
        /// What stands there.
        found: &'static str,
    },
    /// The record's header breaks the format.
    #[error("bad-archive: {place}: its header cannot be read ({detail}); the record is passed over")]
    Header {
        /// Where.
        place: Place,
        /// What is wrong with it.
        detail: String,
    },
    /// The record is not as long as it says.
    #[error(
        "bad-archive: {place}: says that it is {said} bytes long, but {found}; the record is passed over"
    )]
    Length {
        /// Where.
        place: Place,
        /// What its Content-Length says.
        said: u64,
        /// What is there instead.
        found: &'static str,
    },
    /// The record is longer than is taken.
    #[error(
        "bad-archive: {place}: {said} bytes long, and at most {limit} are taken; the record is passed over"
    )]
    TooLarge {
        /// Where.
        place: Place,
        /// How long it is.
        said: u64,
        /// How many bytes are taken.
        limit: usize,
    },
    /// What the record holds is not a whole HTTP response.
    #[error(
        "bad-archive: {place}: holds no HTTP response that can be read ({detail}); the record is passed over"
    )]
    Http {
        /// Where.
        place: Place,
        /// What is wrong with it.
        detail: &'static str,
    },
    /// The body's content coding cannot be undone.
    #[error("bad-archive: {place}: the body of {address} {source}")]
    Unfold {
        /// Where.
        place: Place,
        /// Whose body.
        address: String,
        /// Why.
        source: saydo_unfold::Error,
    },
    /// The packing is damaged or ends too early.
    #[error(
        "bad-archive: {place}: the gzip packing is damaged ({detail}); passed over up to the next whole member, if there is one; fetch the archive again to have all of it"
    )]
    Packing {
        /// Where.
        place: Place,
        /// What its reader found.
        detail: String,
    },
    /// The input stopped giving bytes; reading ends here.
    #[error("{place}: the archive cannot be read further ({source})")]
    Input {
        /// Where.
        place: Place,
        /// What the input said.
        source: io::Error,
    },
}

impl Error {
    /// Whether nothing comes after this one because the input itself failed.
    pub fn is_fatal(&self) -> bool {
        matches!(self, Self::Input { .. })
    }

    /// Where in the archive.
    pub fn place(&self) -> Place {
        match self {
            Self::Garbage { place, .. }
            | Self::Header { place, .. }
            | Self::Length { place, .. }
            | Self::TooLarge { place, .. }
            | Self::Http { place, .. }
            | Self::Unfold { place, .. }
            | Self::Packing { place, .. }
            | Self::Input { place, .. } => *place,
        }
    }
}
