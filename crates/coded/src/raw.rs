//! Rows as they stand in the file: a line, several lines that a quote holds together, or a JSON object.

use std::collections::VecDeque;
use std::io::{self, Read};

use crate::lines::{Line, Lines};

/// No quote is open for longer than this.
const QUOTE: usize = 1 << 20;

/// What holds a row together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hold {
    /// The line.
    Line,
    /// Quotes too, with this between the cells.
    Quotes(u8),
    /// The braces of an object.
    Braces,
}

/// Brings the rows of a file one by one.
pub(crate) struct Raw<R> {
    lines: Lines<R>,
    /// Lines that were read ahead and are still to be rows of their own.
    ahead: VecDeque<Line>,
    /// How long the first line of the last row is, and the others that a quote joined to it.
    joined: (usize, Vec<Line>),
    pub(crate) hold: Hold,
}

impl<R: Read> Raw<R> {
    pub(crate) fn new(input: R) -> Self {
        Self { lines: Lines::new(input), ahead: VecDeque::new(), joined: (0, Vec::new()), hold: Hold::Line }
    }

    fn line(&mut self, into: &mut Line) -> io::Result<bool> {
        match self.ahead.pop_front() {
            Some(line) => *into = line,
            None => return self.lines.next(into),
        }
        Ok(true)
    }

    /// The next row in `into`; `false` at the end. The second says whether a quote in it is never closed: then the row is
    /// only its first line.
    pub(crate) fn next(&mut self, into: &mut Line) -> io::Result<(bool, bool)> {
        self.joined.1.clear();
        if !self.line(into)? {
            return Ok((false, false));
        }
        match self.hold {
            Hold::Quotes(_) if !into.is_whole() => Ok((true, false)),
            Hold::Quotes(between) => self.quoted(into, between).map(|open| (true, open)),
            Hold::Braces => self.object(into).map(|()| (true, false)),
            Hold::Line => Ok((true, false)),
        }
    }

    fn quoted(&mut self, into: &mut Line, between: u8) -> io::Result<bool> {
        let mut quote = Quote::default();
        if !quote.feed(&into.bytes, between) {
            return Ok(false);
        }
        let (mut more, mut size) = (Vec::new(), into.bytes.len());
        while size < QUOTE {
            let mut line = Line::default();
            if !self.line(&mut line)? {
                break;
            }
            size += line.bytes.len();
            let open = quote.feed(b"\n", between) && quote.feed(&line.bytes, between);
            more.push(line);
            // A quote that opens in the next row closes nothing here.
            if quote.broken {
                break;
            }
            if !open {
                self.joined.0 = into.bytes.len();
                join(into, &more);
                self.joined.1 = more;
                return Ok(false);
            }
        }
        for line in more.into_iter().rev() {
            self.ahead.push_front(line);
        }
        Ok(true)
    }

    /// Takes the lines that a quote joined apart again: `row` is its first line, the others are rows of their own. Says
    /// whether there were any.
    pub(crate) fn part(&mut self, row: &mut Line) -> bool {
        let (first, more) = (self.joined.0, std::mem::take(&mut self.joined.1));
        let joined = !more.is_empty();
        if joined {
            row.bytes.truncate(first);
            row.ended = true;
        }
        for line in more.into_iter().rev() {
            self.ahead.push_front(line);
        }
        joined
    }

    /// Takes lines until the object is closed, or until one starts the next.
    fn object(&mut self, into: &mut Line) -> io::Result<()> {
        let mut braces = Braces::default();
        let mut open = braces.feed(&into.bytes);
        while open && into.is_whole() {
            let mut line = Line::default();
            if !self.line(&mut line)? {
                break;
            }
            if line.bytes.first() == Some(&b'{') {
                self.ahead.push_front(line);
                break;
            }
            open = braces.feed(&line.bytes);
            join(into, std::slice::from_ref(&line));
        }
        Ok(())
    }
}

/// Adds lines to a row.
fn join(into: &mut Line, more: &[Line]) {
    for line in more {
        into.bytes.push(b'\n');
        into.bytes.extend_from_slice(&line.bytes);
        into.length += line.length + 1;
        into.ended = line.ended;
    }
}

/// Where in a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    /// Where a cell starts.
    #[default]
    Start,
    /// In a cell without quotes.
    Plain,
    /// Inside quotes.
    Inside,
    /// After a quote inside quotes: the end of the cell, or one half of a doubled quote.
    Ended,
}

/// Follows quotes as RFC 4180 has them; one in the middle of a cell that is not quoted is a character like others.
#[derive(Default)]
struct Quote {
    state: State,
    /// Whether a quote inside quotes was neither doubled nor the end of its cell.
    broken: bool,
}

impl Quote {
    /// Whether a quote is open after these bytes.
    fn feed(&mut self, bytes: &[u8], between: u8) -> bool {
        if self.state != State::Inside && memchr::memchr(b'"', bytes).is_none() {
            return false;
        }
        for &byte in bytes {
            self.take(byte, between);
        }
        self.state == State::Inside
    }

    fn take(&mut self, byte: u8, between: u8) {
        let ends = byte == between || byte == b'\n';
        self.state = match (self.state, byte) {
            (State::Inside, b'"') => State::Ended,
            (State::Inside, _) | (State::Ended | State::Start, b'"') => State::Inside,
            (_, _) if ends => State::Start,
            (State::Ended, _) => {
                self.broken = true;
                State::Inside
            }
            (State::Start | State::Plain, _) => State::Plain,
        };
    }
}

/// Follows the braces of a JSON object.
#[derive(Default)]
struct Braces {
    depth: u32,
    text: bool,
    escaped: bool,
}

impl Braces {
    /// Whether an object is open after these bytes.
    fn feed(&mut self, bytes: &[u8]) -> bool {
        for &byte in bytes {
            match byte {
                _ if self.escaped => self.escaped = false,
                b'\\' if self.text => self.escaped = true,
                b'"' => self.text = !self.text,
                b'{' if !self.text => self.depth += 1,
                b'}' if !self.text => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
        }
        // No line ends inside a text.
        (self.text, self.escaped) = (false, false);
        self.depth > 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, hold: Hold) -> Vec<(String, bool)> {
        let (mut raw, mut line, mut all) = (Raw::new(text.as_bytes()), Line::default(), Vec::new());
        raw.hold = hold;
        loop {
            match raw.next(&mut line).unwrap() {
                (true, open) => all.push((String::from_utf8(line.bytes.clone()).unwrap(), open)),
                (false, _) => return all,
            }
        }
    }

    fn texts(text: &str, hold: Hold) -> Vec<String> {
        rows(text, hold).into_iter().map(|row| row.0).collect()
    }

    #[test]
    fn a_quote_holds_lines_together() {
        let quotes = Hold::Quotes(b',');
        assert_eq!(texts("a,\"b\nc\",d\ne", quotes), ["a,\"b\nc\",d", "e"]);
        assert_eq!(texts("a,\"b\"\"\n\",d\ne", quotes), ["a,\"b\"\"\n\",d", "e"]);
        assert_eq!(texts("5\" gun,a\nb", quotes), ["5\" gun,a", "b"]);
        assert_eq!(texts("a\nb", Hold::Line), ["a", "b"]);
    }

    #[test]
    fn a_quote_that_nothing_closes_takes_only_its_line() {
        let all = rows("a,\"b\nc,d\ne,f\n", Hold::Quotes(b','));
        assert_eq!(all, [("a,\"b".into(), true), ("c,d".into(), false), ("e,f".into(), false)]);
        let all = rows("a,\"b\nc,\"d\"\n", Hold::Quotes(b','));
        assert_eq!(all, [("a,\"b".into(), true), ("c,\"d\"".into(), false)]);
    }

    #[test]
    fn braces_hold_lines_together() {
        assert_eq!(texts("{\n \"a\": {}\n}\n{\"b\":1}\n", Hold::Braces), ["{\n \"a\": {}\n}", "{\"b\":1}"]);
        assert_eq!(
            texts("{\"a\": \"\\\"{\"}\n{\"b\n{\"c\":1}", Hold::Braces),
            ["{\"a\": \"\\\"{\"}", "{\"b", "{\"c\":1}"]
        );
    }
}
