//! The cells of a row that is read.

use std::borrow::Cow;

use encoding_rs::WINDOWS_1252;

use crate::Oddity;

/// The text of a row, and what had to be mended: bytes that are no UTF-8 are read as Windows-1252, each where it stands,
/// and null bytes are dropped. With each oddity goes where it first stands, in bytes.
pub(crate) fn clean(bytes: &[u8]) -> (Cow<'_, str>, Vec<(Oddity, usize)>) {
    let mut odd = Vec::new();
    let text = std::str::from_utf8(bytes).map_or_else(
        |error| {
            odd.push((Oddity::Encoding, error.valid_up_to()));
            Cow::Owned(mend(bytes))
        },
        Cow::Borrowed,
    );
    match memchr::memchr(0, bytes) {
        Some(at) => {
            odd.push((Oddity::Null, at));
            (Cow::Owned(text.replace('\0', "")), odd)
        }
        None => (text, odd),
    }
}

fn mend(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() + 16);
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.push_str(&WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0);
    }
    text
}

/// Where the cells of a text stand that has `between` between them and no quotes.
pub(crate) fn split(text: &str, between: u8, cells: &mut Vec<(usize, usize)>) {
    cells.clear();
    let mut start = 0;
    for end in memchr::memchr_iter(between, text.as_bytes()) {
        cells.push((start, end));
        start = end + 1;
    }
    cells.push((start, text.len()));
}

/// The same for a text whose cells may be quoted, as RFC 4180 has it; `plain` takes the cells without their quotes.
pub(crate) fn unquote(text: &str, between: u8, plain: &mut String, cells: &mut Vec<(usize, usize)>) {
    plain.clear();
    cells.clear();
    let mut rest = text;
    loop {
        let start = plain.len();
        let after = match rest.strip_prefix('"') {
            Some(quoted) => unquote_one(quoted, plain),
            None => rest,
        };
        let end = memchr::memchr(between, after.as_bytes());
        plain.push_str(&after[..end.unwrap_or(after.len())]);
        cells.push((start, plain.len()));
        match end {
            Some(end) => rest = &after[end + 1..],
            None => return,
        }
    }
}

/// Takes a cell up to its closing quote and says what follows.
fn unquote_one<'t>(mut quoted: &'t str, plain: &mut String) -> &'t str {
    while let Some(end) = memchr::memchr(b'"', quoted.as_bytes()) {
        plain.push_str(&quoted[..end]);
        quoted = &quoted[end + 1..];
        match quoted.strip_prefix('"') {
            Some(more) => {
                plain.push('"');
                quoted = more;
            }
            None => return quoted,
        }
    }
    plain.push_str(quoted);
    ""
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(text: &str) -> Vec<String> {
        let (mut plain, mut cells) = (String::new(), Vec::new());
        unquote(text, b',', &mut plain, &mut cells);
        cells.iter().map(|(start, end)| plain[*start..*end].to_owned()).collect()
    }

    #[test]
    fn quotes_are_taken_away() {
        assert_eq!(quoted("a,\"b,\"\"c\"\"\",,d"), ["a", "b,\"c\"", "", "d"]);
        assert_eq!(quoted("5\" gun,\"open"), ["5\" gun", "open"]);
        assert_eq!(quoted("\"a\"b,c"), ["ab", "c"]);
        assert_eq!(quoted(""), [""]);
    }

    #[test]
    fn mixed_encodings_are_read_where_they_stand() {
        let (text, odd) = clean(b"K\xc3\xb6ln\tS\xe3o\t\x93x\x94");
        assert_eq!((text.as_ref(), odd), ("Köln\tSão\t“x”", vec![(Oddity::Encoding, 7)]));
        let (text, odd) = clean(b"a\0b");
        assert_eq!((text.as_ref(), odd), ("ab", vec![(Oddity::Null, 1)]));
    }
}
