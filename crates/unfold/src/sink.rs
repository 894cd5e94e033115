//! Where unfolded bytes gather, up to a limit.

use std::io::Read;

use crate::Error;

/// How many bytes are unfolded at once.
pub(crate) const STEP: usize = 1 << 15;

/// Bytes up to a limit; never holds, nor reserves, more.
pub(crate) struct Sink {
    bytes: Vec<u8>,
    limit: usize,
}

impl Sink {
    pub(crate) fn new(limit: usize) -> Self {
        Self { bytes: Vec::new(), limit }
    }

    pub(crate) fn push(&mut self, more: &[u8]) -> Result<(), Error> {
        let room = self.limit - self.bytes.len();
        if more.len() > room {
            return Err(Error::TooLarge { limit: self.limit });
        }
        if self.bytes.capacity() - self.bytes.len() < more.len() {
            self.bytes.reserve_exact(self.bytes.len().max(more.len()).min(room));
        }
        self.bytes.extend_from_slice(more);
        Ok(())
    }

    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

/// All bytes of `reader`, which undoes `coding`.
pub(crate) fn drain(mut reader: impl Read, coding: &'static str, limit: usize) -> Result<Vec<u8>, Error> {
    let mut sink = Sink::new(limit);
    let mut step = vec![0; STEP];
    loop {
        match reader.read(&mut step) {
            Ok(0) => return Ok(sink.into_bytes()),
            Ok(n) => sink.push(&step[..n])?,
            Err(error) => return Err(Error::Broken { coding, detail: error.to_string() }),
        }
    }
}
