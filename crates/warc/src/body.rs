//! A body with its transfer and content codings undone.

use std::borrow::Cow;

use saydo_unfold::{is_gzip, unfold};

use crate::chunks;
use crate::http::Http;

/// How much of a body is looked at to see that nothing is left to be undone.
const LOOK: usize = 512;

/// Why a body cannot be had.
pub(crate) enum Fault {
    Http(&'static str),
    Unfold(saydo_unfold::Error),
}

/// The body of `http`, of at most `limit` bytes.
pub(crate) fn body(http: &Http<'_>, limit: usize) -> Result<Vec<u8>, Fault> {
    let is_chunked = |value: &str| value.to_ascii_lowercase().contains("chunked");
    let sent = if http.head.all("Transfer-Encoding").any(is_chunked) {
        chunks::join(http.body).map_err(Fault::Http)?
    } else {
        Cow::Borrowed(http.body)
    };
    let codings = http.head.all("Content-Encoding").collect::<Vec<_>>().join(",");
    plain(&sent, &codings, limit).map_err(Fault::Unfold)
}

/// Undoes `codings`. Crawlers that undo them themselves often leave the header, or drop it and keep the coding: bytes that
/// are text already stay as they are, and gzip is undone even where nothing is said.
pub(crate) fn plain(bytes: &[u8], codings: &str, limit: usize) -> Result<Vec<u8>, saydo_unfold::Error> {
    let codings = if codings.trim().is_empty() && is_gzip(bytes) { "gzip" } else { codings };
    match unfold(bytes, codings, limit) {
        Err(error) if !is_text(bytes) => Err(error),
        Err(_) => unfold(bytes, "", limit),
        unfolded => unfolded,
    }
}

/// Whether `bytes` begin with no character that text does not have.
fn is_text(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(LOOK)];
    start.iter().all(|&b| b >= b' ' || matches!(b, b'\t' | b'\n' | b'\r' | b'\x0c'))
}
