//! From the paths on the command line to the files behind them.

use std::path::{Path, PathBuf};

use saydo_engine::read::Format;
use walkdir::WalkDir;

/// A path that stands for standard input.
pub(crate) const STANDARD_INPUT: &str = "-";

/// The files that `paths` stand for: folders give the files in them whose names we know, in order of name; every other
/// path stands for itself. What cannot be listed is an error with its path.
pub(crate) fn list(paths: &[PathBuf]) -> Vec<Result<PathBuf, String>> {
    if paths.is_empty() {
        return vec![Ok(PathBuf::from(STANDARD_INPUT))];
    }
    paths.iter().flat_map(|path| if path.is_dir() { folder(path) } else { vec![Ok(path.clone())] }).collect()
}

fn folder(path: &Path) -> Vec<Result<PathBuf, String>> {
    WalkDir::new(path).follow_links(true).sort_by_file_name().into_iter().filter_map(entry).collect()
}

fn entry(entry: walkdir::Result<walkdir::DirEntry>) -> Option<Result<PathBuf, String>> {
    match entry {
        Ok(e) if e.file_type().is_file() && Format::of(e.path()).is_some() => Some(Ok(e.into_path())),
        Ok(_) => None,
        Err(e) => {
            let place = e.path().map_or_else(String::new, |p| format!("{}: ", p.display()));
            Some(Err(format!("{place}cannot list this folder ({e}); the rest is read")))
        }
    }
}
