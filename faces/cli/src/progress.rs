//! A progress bar for long work, on a terminal only.

use std::io::IsTerminal;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};

use indicatif::{ProgressBar, ProgressStyle};
use saydo_files::Meter;

use crate::messages::tell;

/// Shorter work needs no bar.
const WORTH_SHOWING: u64 = 4 << 20;

/// How far the reading of files is: what was taken from them, less what of it still waits to be read.
pub(crate) struct Progress {
    bar: ProgressBar,
    /// Counts what is taken from the files.
    pub(crate) meter: Meter,
    given: AtomicU64,
    done: AtomicU64,
}

impl Progress {
    /// Nothing of `files` is read yet.
    pub(crate) fn new(files: &[Result<PathBuf, String>]) -> Self {
        let (given, done) = (AtomicU64::new(0), AtomicU64::new(0));
        Self { bar: bar(files), meter: Meter::default(), given, done }
    }

    /// So many bytes of text came out of the files.
    pub(crate) fn give(&self, bytes: usize) {
        self.given.fetch_add(bytes as u64, Ordering::Relaxed);
    }

    /// So many bytes of text were read. Files may be packed, or mostly markup: the bar counts their bytes, in the
    /// measure in which the text that came out of them is done.
    pub(crate) fn take(&self, bytes: usize) {
        let done = self.done.fetch_add(bytes as u64, Ordering::Relaxed) + bytes as u64;
        let given = self.given.load(Ordering::Relaxed).max(done).max(1);
        let place = u128::from(self.meter.read()) * u128::from(done) / u128::from(given);
        self.bar.set_position(self.bar.position().max(place as u64));
    }

    /// Everything is read; tells how many pages gave nothing, which is no trouble.
    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
        match self.meter.passed() {
            0 => {}
            1 => tell("1 page without an article was passed over"),
            n => tell(&format!("{n} pages without an article were passed over")),
        }
    }
}

/// A bar over the bytes of `files`; invisible where nobody would see it or the work is short.
fn bar(files: &[Result<PathBuf, String>]) -> ProgressBar {
    let size = |p: &PathBuf| std::fs::metadata(p).map_or(0, |m| m.len());
    let total = files.iter().flatten().map(size).sum();
    if total < WORTH_SHOWING || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:30} {bytes}/{total_bytes} {bytes_per_sec} {eta} left");
    ProgressBar::new(total).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

/// A bar over so many reports; invisible where nobody would see it.
pub(crate) fn count(reports: u64) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:30} {pos}/{len} reports {per_sec} {eta} left");
    ProgressBar::new(reports).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}
