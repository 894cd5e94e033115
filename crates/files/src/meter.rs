//! How much was read, for whoever shows progress.

use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Counts while files are read; its clones count together.
#[derive(Clone, Debug, Default)]
pub struct Meter {
    read: Arc<AtomicU64>,
    passed: Arc<AtomicU64>,
}

impl Meter {
    /// How many bytes were read from files, as they lie there: packed ones as packed.
    pub fn read(&self) -> u64 {
        self.read.load(Ordering::Relaxed)
    }

    /// How many pages held no article, only links or nothing at all, and so gave no report.
    pub fn passed(&self) -> u64 {
        self.passed.load(Ordering::Relaxed)
    }

    pub(crate) fn pass(&self) {
        self.passed.fetch_add(1, Ordering::Relaxed);
    }
}

/// Bytes that are counted as they are read.
pub(crate) struct Metered<R> {
    pub(crate) input: R,
    pub(crate) meter: Meter,
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.input.read(buffer)?;
        self.meter.read.fetch_add(length as u64, Ordering::Relaxed);
        Ok(length)
    }
}
