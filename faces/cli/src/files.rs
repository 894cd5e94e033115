//! From the paths on the command line to the files behind them.

use std::path::{Path, PathBuf};

use saydo_engine::read::Format;
use walkdir::WalkDir;

/// A path that stands for standard input.
pub(crate) const STANDARD_INPUT: &str = "-";

/// The files that `paths` stand for: folders give the files in them whose names we know, in order of name; every other
/// path stands for itself. What cannot be listed is an error with its path. Files of ready-made sentences are left out
/// of folders unless `sentences` are wanted.
pub(crate) fn list(paths: &[PathBuf], sentences: bool) -> Vec<Result<PathBuf, String>> {
    if paths.is_empty() {
        return vec![Ok(PathBuf::from(STANDARD_INPUT))];
    }
    let wanted = |format| sentences || format != Format::Conllu;
    let files = |path: &PathBuf| if path.is_dir() { folder(path, wanted) } else { vec![Ok(path.clone())] };
    paths.iter().flat_map(files).collect()
}

fn folder(path: &Path, wanted: impl Fn(Format) -> bool) -> Vec<Result<PathBuf, String>> {
    let entries = WalkDir::new(path).follow_links(true).sort_by_file_name();
    entries.into_iter().filter_map(|e| entry(e, &wanted)).collect()
}

fn entry(
    entry: walkdir::Result<walkdir::DirEntry>,
    wanted: impl Fn(Format) -> bool,
) -> Option<Result<PathBuf, String>> {
    match entry {
        Ok(e) if e.file_type().is_file() && Format::of(e.path()).is_some_and(wanted) => {
            Some(Ok(e.into_path()))
        }
        Ok(_) => None,
        Err(e) => {
            let place = e.path().map_or_else(String::new, |p| format!("{}: ", p.display()));
            Some(Err(format!("{place}cannot list this folder ({e}); the rest is read")))
        }
    }
}
