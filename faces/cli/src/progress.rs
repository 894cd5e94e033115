//! A progress bar for long work, on a terminal only.

use std::io::IsTerminal;
use std::path::PathBuf;

use indicatif::{ProgressBar, ProgressStyle};

/// Shorter work needs no bar.
const WORTH_SHOWING: u64 = 4 << 20;

/// A bar over the bytes of `files`; invisible where nobody would see it or the work is short.
pub(crate) fn bar(files: &[Result<PathBuf, String>]) -> ProgressBar {
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
