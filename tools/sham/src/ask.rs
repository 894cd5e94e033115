//! A request as it came in.

use std::io::{self, BufRead, Read};
use std::time::Instant;

/// The longest head and the largest body that are read: tests send small requests.
const LIMIT: u64 = 1 << 20;

/// One request, as it was read.
#[derive(Debug, Clone)]
pub struct Asked {
    /// `GET`, `POST`.
    pub method: String,
    /// The target with its query, as it was sent.
    pub path: String,
    /// Names in lower case and values, in the order in which they came.
    pub headers: Vec<(String, String)>,
    /// What came after the head.
    pub body: Vec<u8>,
    /// How often this path (without its query) has been asked for, this time included.
    pub nth: usize,
    /// When the request had been read whole.
    pub at: Instant,
    /// The number of the connection, from 1.
    pub connection: usize,
}

impl Asked {
    /// The value of the first header of that name (given in lower case).
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// The path without its query.
    pub(crate) fn bare(&self) -> &str {
        self.path.split('?').next().unwrap_or(&self.path)
    }

    /// Reads one request; `None` where the other side closed, or sent no HTTP.
    pub(crate) fn read(input: &mut impl BufRead, connection: usize) -> io::Result<Option<Self>> {
        let mut head = input.by_ref().take(LIMIT);
        let mut lines = Vec::new();
        loop {
            let mut line = String::new();
            if head.read_line(&mut line)? == 0 {
                return Ok(None);
            }
            if line.trim_end().is_empty() {
                break;
            }
            lines.push(line.trim_end().to_owned());
        }
        let Some((method, rest)) = lines.first().and_then(|l| l.split_once(' ')) else { return Ok(None) };
        let path = rest.split(' ').next().unwrap_or(rest).to_owned();
        let headers: Vec<_> = lines[1..].iter().filter_map(|l| l.split_once(':')).map(header).collect();
        let mut asked = Self {
            method: method.to_owned(),
            path,
            headers,
            body: Vec::new(),
            nth: 0,
            at: Instant::now(),
            connection,
        };
        let length = asked.header("content-length").and_then(|v| v.parse().ok()).unwrap_or(0);
        input.take(LIMIT.min(length)).read_to_end(&mut asked.body)?;
        Ok(Some(asked))
    }
}

fn header((name, value): (&str, &str)) -> (String, String) {
    (name.to_lowercase(), value.trim().to_owned())
}
