//! Temporary files that killed runs left behind.

use std::fs::{self, DirEntry};
use std::path::Path;
use std::time::{Duration, SystemTime};

use crate::blob::PART;

/// A temporary file that nobody wrote to for so long belongs to no run any more.
const STALE: Duration = Duration::from_secs(24 * 60 * 60);

/// Takes away the stale temporary files of a folder. One that resists is left for the next run: it is only in the way.
pub(crate) fn sweep(folder: &Path, now: SystemTime) {
    let stale = |entry: &DirEntry| {
        let changed = entry.metadata().and_then(|file| file.modified());
        let age = changed.ok().and_then(|changed| now.duration_since(changed).ok());
        age.is_some_and(|age| age > STALE) && entry.file_name().to_string_lossy().ends_with(PART)
    };
    for entry in fs::read_dir(folder).into_iter().flatten().flatten().filter(stale) {
        let _ = fs::remove_file(entry.path());
    }
}
