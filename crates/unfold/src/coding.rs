//! Lists of content codings (RFC 9110, section 8.4), undone from the last to the first.

use std::borrow::Cow;

use crate::{Error, brotli, gzip, inflate};

/// So many codings on top of each other are undone; servers use one.
pub const MOST_CODINGS: usize = 4;

/// How much of an unknown coding's name is shown.
const SHOWN: usize = 40;

#[derive(Clone, Copy)]
enum Coding {
    Gzip,
    Deflate,
    Brotli,
}

/// Undoes `codings`, the value of a `Content-Encoding` header, and gives the body, of at most `limit` bytes.
///
/// `codings` is empty, `identity`, `gzip`, `x-gzip`, `deflate`, `br` or a list of these with commas, in any case; a list
/// is undone from its end. `deflate` may come with or without the zlib wrapper, as servers send both. Members of gzip that
/// follow each other are one body; bytes after the last member, and after the end of a brotli stream, are left out as
/// browsers do. A body of no bytes stays one. Codings are those of RFC 1950, 1951, 1952 and 7932.
///
/// # Errors
/// The body is too large, damaged, cut short, or in a coding that is not read.
///
/// ```
/// let packed = [
///     0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0xf3, 0xc8, 0x54, 4, 0, 0xda, 0xc5, 0x9e, 0x79, 3, 0, 0, 0,
/// ];
/// assert_eq!(saydo_unfold::unfold(&packed, "gzip", 100).unwrap(), b"Hi!");
/// assert_eq!(saydo_unfold::unfold(b"Hi!", "", 100).unwrap(), b"Hi!");
/// assert!(saydo_unfold::unfold(&packed, "gzip", 2).is_err());
/// ```
pub fn unfold(bytes: &[u8], codings: &str, limit: usize) -> Result<Vec<u8>, Error> {
    let mut body = Cow::Borrowed(bytes);
    for coding in list(codings)?.into_iter().rev() {
        body = Cow::Owned(undo(&body, coding, limit)?);
    }
    if body.len() > limit {
        return Err(Error::TooLarge { limit });
    }
    Ok(body.into_owned())
}

fn list(codings: &str) -> Result<Vec<Coding>, Error> {
    let names = codings.split(',').map(str::trim).filter(|name| !name.is_empty());
    let mut list = Vec::new();
    for coding in names.filter(|name| !name.eq_ignore_ascii_case("identity")).map(coding) {
        list.push(coding?);
        if list.len() > MOST_CODINGS {
            return Err(Error::TooMany { limit: MOST_CODINGS });
        }
    }
    Ok(list)
}

fn coding(name: &str) -> Result<Coding, Error> {
    match name.to_ascii_lowercase().as_str() {
        "gzip" | "x-gzip" => Ok(Coding::Gzip),
        "deflate" => Ok(Coding::Deflate),
        "br" => Ok(Coding::Brotli),
        _ => Err(Error::Unknown { coding: name.chars().take(SHOWN).collect() }),
    }
}

fn undo(bytes: &[u8], coding: Coding, limit: usize) -> Result<Vec<u8>, Error> {
    if bytes.is_empty() {
        return Ok(Vec::new());
    }
    match coding {
        Coding::Gzip => gzip::unfold(bytes, limit),
        Coding::Deflate => inflate::unfold(bytes, limit),
        Coding::Brotli => brotli::unfold(bytes, limit),
    }
}
