//! The first bytes of an input, looked at without losing them.

use std::io::{self, BufRead, BufReader, Cursor, Read};

use saydo_unfold::{Gunzip, is_gzip};

/// How many bytes are enough to see what an input is.
const ENOUGH: usize = 1 << 10;

/// How much is read at once.
const STEP: usize = 1 << 16;

/// An input whose first bytes are known.
pub(crate) struct Start {
    /// The first bytes, unpacked where they are packed.
    pub(crate) first: Vec<u8>,
    /// Whether they are packed.
    pub(crate) is_packed: bool,
    /// All bytes as they come, the first ones too.
    pub(crate) bytes: Box<dyn BufRead + Send>,
}

impl Start {
    pub(crate) fn read(mut input: impl Read + Send + 'static) -> io::Result<Self> {
        let first = first(&mut input)?;
        let is_packed = is_gzip(&first);
        let shown = if is_packed { unpacked(&first) } else { first.clone() };
        let rest = BufReader::with_capacity(STEP, input);
        Ok(Self { first: shown, is_packed, bytes: Box::new(Cursor::new(first).chain(rest)) })
    }

    /// All bytes, unpacked where they are packed.
    pub(crate) fn unpack(self) -> Box<dyn BufRead + Send> {
        if self.is_packed {
            Box::new(BufReader::with_capacity(STEP, Gunzip::new(self.bytes)))
        } else {
            self.bytes
        }
    }
}

/// As many bytes as are enough; a line with something in it is, so that whoever writes line by line need not wait.
fn first(input: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut first = vec![0; STEP];
    let mut length = 0;
    loop {
        match input.read(&mut first[length..]) {
            Ok(0) => break,
            Ok(n) => length += n,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
        let line = first[..length].trim_ascii_start();
        if length >= ENOUGH || (!is_gzip(line) && line.contains(&b'\n')) {
            break;
        }
    }
    first.truncate(length);
    Ok(first)
}

fn unpacked(first: &[u8]) -> Vec<u8> {
    let mut shown = Vec::new();
    // What ends too early here goes on in the file; what is damaged is told when it is read.
    let _ = Gunzip::new(first).take(STEP as u64).read_to_end(&mut shown);
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives one byte at a time, and fails the test where more is asked for than may be waited for.
    struct Slow(&'static [u8]);

    impl Read for Slow {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let (first, rest) = self.0.split_first().ok_or(io::Error::other("it would wait for ever"))?;
            buffer[0] = *first;
            self.0 = rest;
            Ok(1)
        }
    }

    #[test]
    fn a_first_line_is_enough() {
        let mut start = Start::read(Slow(b"\n{\"text\": \"x\"}\n")).unwrap();
        assert_eq!(start.first, b"\n{\"text\": \"x\"}\n");
        let mut line = Vec::new();
        assert_eq!(start.bytes.read_until(b'}', &mut line).unwrap(), 14);
    }

    #[test]
    fn nothing_is_lost() {
        let start = Start::read(&b"short"[..]).unwrap();
        assert_eq!(io::read_to_string(start.unpack()).unwrap(), "short");
    }
}
