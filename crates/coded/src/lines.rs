//! The lines of a file, each of bounded length.

use std::io::{self, BufRead, BufReader, Read};

/// No row is longer than this; what is longer is something else than a row.
pub(crate) const LONGEST: usize = 8 << 20;
/// What is kept of a line that is longer.
pub(crate) const START: usize = 64 << 10;

/// One line, without its end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Line {
    /// Which it is, counted from 1.
    pub(crate) number: u64,
    /// Where it starts, in bytes.
    pub(crate) offset: u64,
    /// Its bytes, or its first ones if it is too long.
    pub(crate) bytes: Vec<u8>,
    /// How long it is in the file.
    pub(crate) length: u64,
    /// Whether an end of line follows, and not the end of the file.
    pub(crate) ended: bool,
}

impl Line {
    pub(crate) fn is_whole(&self) -> bool {
        self.length <= LONGEST as u64
    }
}

/// Reads lines that end in LF or CR LF, in memory that does not grow with them.
pub(crate) struct Lines<R> {
    input: BufReader<R>,
    number: u64,
    offset: u64,
}

impl<R: Read> Lines<R> {
    pub(crate) fn new(input: R) -> Self {
        Self { input: BufReader::with_capacity(256 << 10, input), number: 0, offset: 0 }
    }

    /// The next line, in `into`, whose memory is used again; `false` at the end.
    pub(crate) fn next(&mut self, into: &mut Line) -> io::Result<bool> {
        into.bytes.clear();
        (into.number, into.offset, into.length, into.ended) = (self.number + 1, self.offset, 0, false);
        while !into.ended {
            let taken = self.piece(into)?;
            if taken == 0 {
                break;
            }
            self.offset += taken as u64;
        }
        if self.offset == into.offset {
            return Ok(false);
        }
        self.number += 1;
        if into.bytes.last() == Some(&b'\r') && into.ended {
            into.bytes.pop();
        }
        if self.number == 1 && into.bytes.starts_with("\u{feff}".as_bytes()) {
            into.bytes.drain(..3);
        }
        Ok(true)
    }

    /// Takes what the buffer has of the line and says how much.
    fn piece(&mut self, into: &mut Line) -> io::Result<usize> {
        let buffer = loop {
            match self.input.fill_buf() {
                Ok(_) => break self.input.buffer(),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        };
        let end = memchr::memchr(b'\n', buffer);
        let piece = &buffer[..end.unwrap_or(buffer.len())];
        into.length += piece.len() as u64;
        if into.is_whole() {
            into.bytes.extend_from_slice(piece);
        } else {
            into.bytes.truncate(START);
            let room = START.saturating_sub(into.bytes.len()).min(piece.len());
            into.bytes.extend_from_slice(&piece[..room]);
        }
        into.ended = end.is_some();
        let taken = piece.len() + usize::from(into.ended);
        self.input.consume(taken);
        Ok(taken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &[u8]) -> Vec<(u64, u64, Vec<u8>, bool)> {
        let (mut lines, mut line, mut all) = (Lines::new(text), Line::default(), Vec::new());
        while lines.next(&mut line).unwrap() {
            all.push((line.number, line.offset, line.bytes.clone(), line.ended));
        }
        all
    }

    #[test]
    fn lines_know_where_they_stand() {
        let all = lines(b"\xef\xbb\xbfa\r\n\nb\rc");
        assert_eq!(
            all,
            [(1, 0, b"a".to_vec(), true), (2, 6, Vec::new(), true), (3, 7, b"b\rc".to_vec(), false)]
        );
        assert!(lines(b"").is_empty());
    }

    #[test]
    fn of_a_line_without_bounds_only_the_start_is_kept() {
        let mut text = vec![b'x'; LONGEST + 1];
        text.extend(b"\nnext");
        let all = lines(&text);
        assert_eq!((all[0].2.len(), all[1].0, all[1].2.as_slice()), (START, 2, &b"next"[..]));
    }
}
