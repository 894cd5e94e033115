//! Chunked transfer coding (RFC 9112, section 7.1) undone.

use std::borrow::Cow;

use memchr::memchr;

/// The longest size in hexadecimal that fits everywhere.
const DIGITS: usize = 8;

/// The body whose chunks `bytes` are; the bytes as they are where they do not begin with a chunk, since many crawlers join
/// chunks and leave the header as it was.
pub(crate) fn join(bytes: &[u8]) -> Result<Cow<'_, [u8]>, &'static str> {
    if next(bytes).is_none() {
        return Ok(Cow::Borrowed(bytes));
    }
    let (mut body, mut rest) = (Vec::new(), bytes);
    while let Some((chunk, after)) = next(rest) {
        if chunk.is_empty() {
            return Ok(Cow::Owned(body));
        }
        body.extend_from_slice(chunk);
        rest = after;
    }
    Err("the chunks of its body are damaged or cut short")
}

/// The first chunk and what follows it; `None` where there is no whole one.
fn next(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = memchr(b'\n', bytes)?;
    let line = bytes[..end].split(|&b| b == b';').next()?.trim_ascii();
    let is_size = (1..=DIGITS).contains(&line.len()) && line.iter().all(u8::is_ascii_hexdigit);
    let size = usize::from_str_radix(std::str::from_utf8(line).ok().filter(|_| is_size)?, 16).ok()?;
    let rest = &bytes[end + 1..];
    let (chunk, after) = rest.split_at_checked(size)?;
    let after = after.strip_prefix(b"\r").unwrap_or(after);
    match after.strip_prefix(b"\n") {
        Some(after) => Some((chunk, after)),
        None => (size == 0).then_some((chunk, after)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_with_extensions_and_trailers_are_joined() {
        let chunked = b"4\r\nnews\r\n00A;x=y\r\n of today!\r\n0\r\nX-Sum: 1\r\n\r\n";
        assert_eq!(&*join(chunked).unwrap(), b"news of today!");
        assert_eq!(&*join(b"0\r\n\r\n").unwrap(), b"");
    }

    #[test]
    fn what_is_joined_already_stays_as_it_is() {
        for body in [&b"<html>\n<p>News"[..], b"", b"100000000000000000000\r\nx", b"fffffff0\r\nx", b"-1\r\n"]
        {
            assert_eq!(&*join(body).unwrap(), body);
        }
    }

    #[test]
    fn chunks_that_break_off_are_told() {
        assert!(join(b"4\r\nnews\r\nA\r\n of").is_err());
        assert!(join(b"4\r\nnews\r\n").is_err());
    }
}
