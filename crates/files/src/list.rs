//! From the paths on a command line to the files behind them.

use std::path::{Path, PathBuf};

use saydo_read::Format;
use walkdir::WalkDir;

use crate::kind::Kind;

/// A path that stands for standard input.
pub const STANDARD_INPUT: &str = "-";

/// The files that `paths` stand for: folders give the files in them whose names we know, in order of name; every other
/// path stands for itself; no path at all is standard input. What cannot be listed is an error with its path. Files of
/// ready-made sentences are left out of folders unless `sentences` are wanted.
pub fn list(paths: &[PathBuf], sentences: bool) -> Vec<Result<PathBuf, String>> {
    if paths.is_empty() {
        return vec![Ok(PathBuf::from(STANDARD_INPUT))];
    }
    let files = |path: &PathBuf| if path.is_dir() { folder(path, sentences) } else { vec![Ok(path.clone())] };
    paths.iter().flat_map(files).collect()
}

/// Whether a file of this name in a folder is read for the reports in it.
///
/// ```
/// use std::path::Path;
/// assert!(saydo_files::is_ours(Path::new("news/2022-02-16.warc.gz")));
/// assert!(!saydo_files::is_ours(Path::new("news/logo.png")));
/// ```
pub fn is_ours(path: &Path) -> bool {
    is_wanted(path, false)
}

fn is_wanted(path: &Path, sentences: bool) -> bool {
    Kind::named(path).is_some_and(|kind| sentences || kind != Kind::Text(Format::Conllu))
}

fn folder(path: &Path, sentences: bool) -> Vec<Result<PathBuf, String>> {
    let entries = WalkDir::new(path).follow_links(true).sort_by_file_name();
    entries.into_iter().filter_map(|e| entry(e, sentences)).collect()
}

fn entry(entry: walkdir::Result<walkdir::DirEntry>, sentences: bool) -> Option<Result<PathBuf, String>> {
    match entry {
        Ok(e) if e.file_type().is_file() && is_wanted(e.path(), sentences) => Some(Ok(e.into_path())),
        Ok(_) => None,
        Err(e) => {
            let place = e.path().map_or_else(String::new, |p| format!("{}: ", p.display()));
            Some(Err(format!("{place}cannot list this folder ({e}); the rest is read")))
        }
    }
}
