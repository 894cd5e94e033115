//! What callers can get wrong: words and marks that mean nothing.

use thiserror::Error;

/// Why a text is none of what was asked for.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum Error {
    /// No mark of a page.
    #[error("`{0}` is no cursor: pass on `next` of the page before as it is, or leave it out to start anew")]
    Cursor(String),
    /// No key of a place.
    #[error(
        "`{0}` is no key of a place: it is `g` and a number of GeoNames, `c:` and a country, or `n:` and a name"
    )]
    PlaceKey(String),
    /// No track.
    #[error("`{0}` is no track: it is `words`, `deeds` or `denials`")]
    Track(String),
    /// No bucket.
    #[error("`{0}` is no bucket: it is `day`, `week` or `month`")]
    Bucket(String),
}

/// A result whose error is of this crate.
pub type Result<T> = std::result::Result<T, Error>;

/// The beginning of a text that somebody sent, short enough for a message.
pub(crate) fn shown(text: &str) -> String {
    text.chars().take(40).collect()
}
