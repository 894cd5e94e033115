//! What the server may do with a request.

use std::time::Duration;

/// How a bomb is folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coding {
    /// `Content-Encoding: gzip`.
    Gzip,
    /// `Content-Encoding: br`.
    Brotli,
}

/// One way to answer, or not to.
#[derive(Debug, Clone)]
pub enum Play {
    /// A page with its true length; the connection is kept alive. Headers that are given replace the server's own.
    Page {
        /// The status code.
        status: u16,
        /// Names and values.
        headers: Vec<(String, String)>,
        /// What follows the head.
        body: Vec<u8>,
    },
    /// A redirect without a body; the connection is kept alive.
    Redirect {
        /// The value of `Location`, as it is sent.
        to: String,
        /// 301, 302, 303, 307 or 308.
        status: u16,
    },
    /// Status 200 with its head at once, then the body one byte at a time.
    Drip {
        /// The body.
        bytes: Vec<u8>,
        /// The pause before each byte.
        every: Duration,
    },
    /// These very bytes, head and all, one at a time.
    RawDrip {
        /// What is sent.
        bytes: Vec<u8>,
        /// The pause before each byte.
        every: Duration,
    },
    /// A page without a length, some of it, then a reset connection: the reset is the only sign that more was to come.
    Reset {
        /// How many bytes of the body are sent.
        after: usize,
    },
    /// The request is read and never answered.
    Hang,
    /// A length that is not true; then the connection is closed.
    WrongLength {
        /// The value of `Content-Length`.
        promised: usize,
        /// What is sent.
        body: Vec<u8>,
    },
    /// Zeros, folded small.
    Bomb {
        /// How many bytes they unfold to.
        unfolded: usize,
        /// How they are folded.
        coding: Coding,
    },
    /// A page of that many bytes, with its true length.
    Huge {
        /// The length.
        bytes: usize,
    },
    /// A chunked page that never ends.
    Endless,
    /// These very bytes, then the connection is closed.
    NotHttp(Vec<u8>),
    /// The connection is closed without a byte.
    Close,
}

impl Play {
    /// A page with status 200 of that media type.
    pub fn page(form: &str, body: impl Into<Vec<u8>>) -> Self {
        let headers = vec![("Content-Type".to_owned(), form.to_owned())];
        Self::Page { status: 200, headers, body: body.into() }
    }

    /// An answer without a body.
    pub fn status(status: u16) -> Self {
        Self::Page { status, headers: Vec::new(), body: Vec::new() }
    }

    /// A redirect.
    pub fn redirect(status: u16, to: impl Into<String>) -> Self {
        Self::Redirect { to: to.into(), status }
    }

    /// The same with one more header; of the other ways to answer than a page, nothing changes.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        if let Self::Page { headers, .. } = &mut self {
            headers.push((name.to_owned(), value.into()));
        }
        self
    }
}
