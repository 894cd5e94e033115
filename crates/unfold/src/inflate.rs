//! `deflate` as servers mean it: with the zlib wrapper (RFC 1950), as the standard says, or without (RFC 1951).

use flate2::bufread::{DeflateDecoder, ZlibDecoder};

use crate::Error;
use crate::sink::drain;

const NAME: &str = "deflate";

pub(crate) fn unfold(bytes: &[u8], limit: usize) -> Result<Vec<u8>, Error> {
    if !is_wrapped(bytes) {
        return drain(DeflateDecoder::new(bytes), NAME, limit);
    }
    drain(ZlibDecoder::new(bytes), NAME, limit).or_else(|wrapped| match wrapped {
        Error::Broken { .. } => drain(DeflateDecoder::new(bytes), NAME, limit).map_err(|_| wrapped),
        other => Err(other),
    })
}

/// Whether the first two bytes are a zlib header: method 8, a window of at most 32 KiB, and a check sum of 31.
fn is_wrapped(bytes: &[u8]) -> bool {
    let [method, flags, ..] = *bytes else { return false };
    method & 0x0f == 8 && method >> 4 <= 7 && u16::from_be_bytes([method, flags]).is_multiple_of(31)
}
