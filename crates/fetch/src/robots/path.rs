//! Paths in one spelling, so that octets can be compared (RFC 9309, section 2.2.2).

/// Spells a path, or a piece of one, with as few escapes as its meaning allows. `in_query` says whether a `?` came
/// before, and is told whether one has come after.
///
/// Reserved characters (RFC 3986) stay as they are, plain or escaped, since the two differ in meaning; only in a query,
/// where `:` and `/` delimit nothing, their escapes mean the same. `*` and `$`, where they come here, mean themselves.
pub(super) fn spell(path: &[u8], in_query: &mut bool) -> Vec<u8> {
    let mut out = Vec::with_capacity(path.len());
    let mut at = 0;
    while let Some(&byte) = path.get(at) {
        let escaped = escaped(&path[at..]);
        at += if escaped.is_some() { 3 } else { 1 };
        match escaped {
            Some(meant) if is_unreserved(meant) || (*in_query && matches!(meant, b':' | b'/')) => {
                out.push(meant);
            }
            Some(meant) => push_escaped(meant, &mut out),
            None if is_unreserved(byte) || is_delimiter(byte) => out.push(byte),
            None => push_escaped(byte, &mut out),
        }
        *in_query |= byte == b'?';
    }
    out
}

/// The octet for which `%XX` at the start stands.
fn escaped(bytes: &[u8]) -> Option<u8> {
    let [b'%', high, low, ..] = bytes else { return None };
    let digit = |b: &u8| char::from(*b).to_digit(16);
    Some((digit(high)? * 16 + digit(low)?) as u8)
}

fn push_escaped(byte: u8, out: &mut Vec<u8>) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    out.extend([b'%', DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]);
}

/// RFC 3986, section 2.3.
fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)
}

/// RFC 3986, section 2.2, without those that mean something else in a rule.
fn is_delimiter(byte: u8) -> bool {
    b":/?#[]@!&'()+,;=".contains(&byte)
}

#[cfg(test)]
mod tests {
    fn spell(path: &str) -> String {
        String::from_utf8(super::spell(path.as_bytes(), &mut false)).unwrap()
    }

    #[test]
    fn the_examples_of_the_standard() {
        assert_eq!(spell("/foo/bar?baz=quz"), "/foo/bar?baz=quz");
        assert_eq!(spell("/foo/bar?baz=https://foo.bar"), spell("/foo/bar?baz=https%3A%2F%2Ffoo.bar"));
        assert_eq!(spell("/foo/bar/\u{30c4}"), "/foo/bar/%E3%83%84");
        assert_eq!(spell("/foo/bar/%e3%83%84"), "/foo/bar/%E3%83%84");
        assert_eq!(spell("/foo/bar/%62%61%7A"), "/foo/bar/baz");
    }

    #[test]
    fn an_escaped_delimiter_of_a_path_stays_escaped() {
        assert_eq!(spell("/a%2fb"), "/a%2Fb");
        assert_eq!(spell("/a%3Fb=%2f"), "/a%3Fb=%2F");
        assert_eq!(spell("/a*b$"), spell("/a%2Ab%24"));
    }

    #[test]
    fn what_is_no_escape_is_text() {
        assert_eq!(spell("/100%"), "/100%25");
        assert_eq!(spell("/%zz%4"), "/%25zz%254");
        assert_eq!(spell("/a b|\"c\""), "/a%20b%7C%22c%22");
    }
}
