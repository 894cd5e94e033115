//! A first line and named fields, as records and HTTP responses begin.

use memchr::memchr;

/// How many bytes a head may have.
pub(crate) const MOST: usize = 1 << 16;

/// A first line and the fields under it.
pub(crate) struct Head {
    pub(crate) first: String,
    fields: Vec<(String, String)>,
    /// How many bytes it takes, with the empty line behind it.
    pub(crate) length: usize,
}

/// What is done with a line that is no field.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stray {
    /// The head cannot be read.
    Refused,
    /// The line is passed over.
    Passed,
}

impl Head {
    /// The head at the start of `bytes`, which are at least [`MOST`] or all there is.
    pub(crate) fn read(bytes: &[u8], stray: Stray) -> Result<Self, &'static str> {
        let mut lines = Lines { bytes: &bytes[..bytes.len().min(MOST)], at: 0 };
        let first = text(lines.next().ok_or(TOO_LONG)?);
        let mut head = Self { first, fields: Vec::new(), length: 0 };
        loop {
            let line = lines.next().ok_or(if bytes.len() < MOST { NO_END } else { TOO_LONG })?;
            if line.is_empty() {
                head.length = lines.at;
                return Ok(head);
            }
            if !head.take(line) && stray == Stray::Refused {
                return Err(NO_FIELD);
            }
        }
    }

    fn take(&mut self, line: &[u8]) -> bool {
        if let (b' ' | b'\t', Some((_, value))) = (line[0], self.fields.last_mut()) {
            value.push(' ');
            value.push_str(&text(line));
            return true;
        }
        let Some(colon) = memchr(b':', line) else { return false };
        self.fields.push((text(&line[..colon]), text(&line[colon + 1..])));
        true
    }

    /// The first field called `name`, in any case.
    pub(crate) fn get<'h>(&'h self, name: &str) -> Option<&'h str> {
        self.all(name).next()
    }

    /// All fields called `name`.
    pub(crate) fn all<'h, 'n>(&'h self, name: &'n str) -> impl Iterator<Item = &'h str> + use<'h, 'n> {
        self.fields.iter().filter(move |(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, v)| v.as_str())
    }
}

const TOO_LONG: &str = "it is longer than 64 KiB";
const NO_END: &str = "it has no empty line behind it";
const NO_FIELD: &str = "a line of it has no colon";

struct Lines<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Iterator for Lines<'b> {
    type Item = &'b [u8];

    fn next(&mut self) -> Option<&'b [u8]> {
        let rest = &self.bytes[self.at..];
        let line = &rest[..memchr(b'\n', rest)?];
        self.at += line.len() + 1;
        Some(line.strip_suffix(b"\r").unwrap_or(line))
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes.trim_ascii()).into_owned()
}

/// The MIME type and the charset that a `Content-Type` gives.
pub(crate) fn form(value: &str) -> (String, Option<String>) {
    let (form, parameters) = value.split_once(';').unwrap_or((value, ""));
    let charset = parameters.split(';').find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.trim().eq_ignore_ascii_case("charset").then(|| value.trim().trim_matches(['"', '\'']))
    });
    (form.trim().to_ascii_lowercase(), charset.filter(|c| !c.is_empty()).map(str::to_owned))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_in_any_case_folded_and_repeated() {
        let head = Head::read(b"WARC/1.0\r\nA: b\r\n c\r\na:d\r\n\r\nrest", Stray::Refused).unwrap();
        assert_eq!(head.first, "WARC/1.0");
        assert_eq!(head.all("A").collect::<Vec<_>>(), ["b c", "d"]);
        assert_eq!(head.length, 27);
    }

    #[test]
    fn a_head_ends_within_its_limit_or_is_refused() {
        let long = [b"WARC/1.0\r\n".to_vec(), b"a: b\r\n".repeat(MOST)].concat();
        assert_eq!(Head::read(&long, Stray::Refused).err(), Some(TOO_LONG));
        assert_eq!(Head::read(b"WARC/1.0\r\na: b\r\n", Stray::Refused).err(), Some(NO_END));
        assert_eq!(Head::read(b"WARC/1.0\r\nHTTP/1.1 200\r\n\r\n", Stray::Refused).err(), Some(NO_FIELD));
        assert!(Head::read(b"HTTP/1.1 200\r\nstray\r\n\r\n", Stray::Passed).is_ok());
    }

    #[test]
    fn a_form_and_its_charset() {
        assert_eq!(form("Text/HTML"), ("text/html".into(), None));
        assert_eq!(form("text/html; a=b; Charset=\"utf-8\""), ("text/html".into(), Some("utf-8".into())));
        assert_eq!(form("text/html;charset="), ("text/html".into(), None));
    }
}
