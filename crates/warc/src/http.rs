//! An HTTP response as it came over the wire.

use crate::fields::{Head, Stray};

/// A response's head, and its body as sent.
pub(crate) struct Http<'b> {
    pub(crate) status: u16,
    pub(crate) head: Head,
    pub(crate) body: &'b [u8],
}

impl<'b> Http<'b> {
    /// The response in `block`. Lines of its head that are no fields are passed over, as browsers do.
    pub(crate) fn read(block: &'b [u8]) -> Result<Self, &'static str> {
        if !block.starts_with(b"HTTP/") {
            return Err("it does not begin with HTTP/");
        }
        let head = Head::read(block, Stray::Passed)?;
        let status = head.first.split_ascii_whitespace().nth(1).filter(|s| s.len() == 3);
        let status = status.and_then(|s| s.parse().ok()).ok_or("its first line has no status")?;
        Ok(Self { status, body: &block[head.length..], head })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn responses_of_any_version() {
        for first in ["HTTP/1.0 200 OK", "HTTP/1.1 200", "HTTP/2 200", "HTTP/1.1  200 All is well"] {
            let block = format!("{first}\r\nContent-Type: text/html\r\n\r\n<p>");
            let http = Http::read(block.as_bytes()).unwrap();
            assert_eq!((http.status, http.body), (200, &b"<p>"[..]));
        }
    }

    #[test]
    fn what_is_no_response_is_told() {
        for block in
            ["", "GET / HTTP/1.1\r\n\r\n", "HTTP/1.1\r\n\r\n", "HTTP/1.1 OK\r\n\r\n", "HTTP/1.1 200 OK\r\n"]
        {
            assert!(Http::read(block.as_bytes()).is_err(), "{block:?}");
        }
    }
}
