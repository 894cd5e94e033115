//! What a record's header says.

use memchr::memchr_iter;

use crate::fields::{Head, Stray, form};

/// A record's header.
pub(crate) struct Record {
    pub(crate) kind: Kind,
    /// How many bytes of the record its header takes.
    pub(crate) header: usize,
    /// How long its block is.
    pub(crate) length: u64,
    pub(crate) address: String,
    pub(crate) crawled: String,
    /// What the block is, as a MIME type.
    pub(crate) form: Option<String>,
    pub(crate) charset: Option<String>,
    /// What a crawler found the body to be.
    pub(crate) found: Option<String>,
}

/// What a record holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// An HTTP response.
    Response,
    /// A body alone.
    Resource,
    /// Anything else: requests, what is known about the archive, visits without news.
    Other,
}

impl Record {
    /// The header at the start of `bytes`.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, String> {
        let head = Head::read(bytes, Stray::Refused)?;
        let length = head.get("Content-Length").ok_or("it has no Content-Length")?;
        let length = length.parse().map_err(|_| format!("its Content-Length is {:?}", shown(length)))?;
        let (form, charset) = head.get("Content-Type").map(form).unzip();
        let address = head.get("WARC-Target-URI").unwrap_or_default();
        Ok(Self {
            kind: kind(head.get("WARC-Type").ok_or("it has no WARC-Type")?),
            header: head.length,
            length,
            // The grammar of WARC 1.0 asked for angle brackets by mistake, and some tools write them.
            address: address.trim_matches(['<', '>']).to_owned(),
            crawled: head.get("WARC-Date").unwrap_or_default().to_owned(),
            form,
            charset: charset.flatten(),
            found: head.get("WARC-Identified-Payload-Type").map(|value| self::form(value).0),
        })
    }
}

fn kind(name: &str) -> Kind {
    match name.to_ascii_lowercase().as_str() {
        "response" => Kind::Response,
        "resource" => Kind::Resource,
        _ => Kind::Other,
    }
}

fn shown(value: &str) -> String {
    value.chars().take(40).collect()
}

/// Whether a record begins at the start of `bytes`.
pub(crate) fn begins(bytes: &[u8]) -> bool {
    bytes.starts_with(b"WARC/")
}

/// Where in `bytes` the next line is that says no more than a version, "WARC/1.0"; `is_line` tells whether `bytes` begin
/// with a line.
pub(crate) fn version_line(bytes: &[u8], is_line: bool) -> Option<usize> {
    let is_version = |at: &usize| {
        matches!(bytes[*at..], [b'W', b'A', b'R', b'C', b'/', a, b'.', b, b'\r' | b'\n', ..]
            if a.is_ascii_digit() && b.is_ascii_digit())
    };
    let first = is_line.then_some(0).filter(is_version);
    first.or_else(|| memchr_iter(b'\n', bytes).map(|at| at + 1).find(is_version))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_are_versions_only() {
        assert_eq!(version_line(b"WARC/1.0\r\n", true), Some(0));
        assert_eq!(version_line(b"WARC/1.0\r\n", false), None);
        assert_eq!(version_line(b"x WARC/1.0\nWARC/1.x\nWARC/1.1\n", true), Some(20));
        assert_eq!(version_line(b"\nWARC/1.0", true), None);
    }

    #[test]
    fn a_header_of_wget_and_one_without_a_length() {
        let header = b"WARC/1.0\r\nwarc-type: Response\r\nWARC-Target-URI: <https://a.example/>\r\n\
            Content-Length: 12\r\nContent-Type: application/http;msgtype=response\r\n\r\n";
        let record = Record::read(header).unwrap();
        assert!(record.kind == Kind::Response && record.length == 12 && record.header == header.len());
        assert_eq!(
            (record.address.as_str(), record.form.as_deref()),
            ("https://a.example/", Some("application/http"))
        );
        assert!(Record::read(b"WARC/1.0\r\nWARC-Type: response\r\n\r\n").is_err());
        assert!(Record::read(b"WARC/1.0\r\nWARC-Type: x\r\nContent-Length: -1\r\n\r\n").is_err());
    }
}
