//! A reader that looks ahead and can go back to a mark.

use std::io::{self, BufRead, Read};

/// How much is read from the input at once.
pub(crate) const STEP: u64 = 1 << 16;

/// Bytes of `input` from the mark on, as many as were looked at.
pub(crate) struct Tape<R> {
    input: R,
    bytes: Vec<u8>,
    mark: usize,
    at: usize,
    /// Where `bytes` begin in the input.
    base: u64,
    /// How far behind reading the mark may stay when this is read as a stream.
    memory: usize,
}

impl<R: Read> Tape<R> {
    pub(crate) fn new(input: R, memory: usize) -> Self {
        Self { input, bytes: Vec::new(), mark: 0, at: 0, base: 0, memory }
    }

    /// The next `wanted` bytes, fewer only where the input ends.
    pub(crate) fn look(&mut self, wanted: usize) -> io::Result<&[u8]> {
        while self.bytes.len() - self.at < wanted {
            if self.more()? == 0 {
                break;
            }
        }
        let end = self.bytes.len().min(self.at.saturating_add(wanted));
        Ok(&self.bytes[self.at..end])
    }

    /// Goes on by `length` bytes that were looked at.
    pub(crate) fn pass(&mut self, length: usize) {
        self.at = self.bytes.len().min(self.at + length);
    }

    /// Remembers this place and forgets what was before.
    pub(crate) fn mark(&mut self) {
        self.mark = self.at;
    }

    /// Goes back to the mark.
    pub(crate) fn rewind(&mut self) {
        self.at = self.mark;
    }

    /// How many bytes of the input were passed.
    pub(crate) fn position(&self) -> u64 {
        self.base + self.at as u64
    }

    pub(crate) fn input(&mut self) -> &mut R {
        &mut self.input
    }

    /// Moves what is kept to the front only where that is less than what goes, so that the moving costs no more than the
    /// reading.
    fn more(&mut self) -> io::Result<usize> {
        if self.mark > self.bytes.len() / 2 {
            self.bytes.drain(..self.mark);
            self.base += self.mark as u64;
            self.at -= self.mark;
            self.mark = 0;
        }
        self.input.by_ref().take(STEP).read_to_end(&mut self.bytes)
    }
}

impl<R: Read> Read for Tape<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.fill_buf()?.read(buffer)?;
        self.consume(length);
        Ok(length)
    }
}

impl<R: Read> BufRead for Tape<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.at == self.bytes.len() {
            if self.at - self.mark > self.memory {
                self.mark();
            }
            self.more()?;
        }
        Ok(&self.bytes[self.at..])
    }

    fn consume(&mut self, length: usize) {
        self.pass(length);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STEP: usize = super::STEP as usize;

    #[test]
    fn it_goes_back_to_the_mark_and_counts_what_was_passed() {
        let bytes: Vec<u8> = (0..=255).cycle().take(5 * STEP).collect();
        let mut tape = Tape::new(bytes.as_slice(), 0);
        tape.look(3 * STEP).unwrap();
        tape.pass(3 * STEP - 1);
        tape.mark();
        assert_eq!(tape.look(2).unwrap(), [255, 0]);
        tape.pass(STEP);
        tape.rewind();
        assert_eq!(tape.position(), 3 * STEP as u64 - 1);
        assert_eq!(tape.look(usize::MAX).unwrap(), &bytes[3 * STEP - 1..]);
    }

    #[test]
    fn read_as_a_stream_it_keeps_no_more_than_its_memory() {
        let bytes = vec![7; 64 * STEP];
        let mut tape = Tape::new(bytes.as_slice(), STEP);
        assert_eq!(io::copy(&mut tape, &mut io::sink()).unwrap(), 64 * STEP as u64);
        assert!(tape.bytes.capacity() <= 8 * STEP, "{}", tape.bytes.capacity());
    }
}
