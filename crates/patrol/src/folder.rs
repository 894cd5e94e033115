//! Folders that fill up: which files in them are new or have changed.

use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// A file that was changed a moment ago may still be written to.
const STILL: Duration = Duration::from_secs(2);

/// A file to read, and what it is known by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// The file.
    pub(crate) path: PathBuf,
    /// Path in the folder, size and time of its last change: another text is another item.
    pub(crate) item: String,
}

/// The files of a folder that can be read and lie still, and what could not be listed.
pub(crate) fn look(folder: &Path) -> (Vec<Found>, Vec<String>) {
    if !folder.is_dir() {
        let what = "this folder is not there; make it, or strike it from the watch";
        return (Vec::new(), vec![what.to_owned()]);
    }
    let (mut found, mut troubles) = (Vec::new(), Vec::new());
    for listed in saydo_files::list(&[folder.to_owned()], false) {
        match listed {
            Ok(path) => found.extend(item(folder, path)),
            Err(message) => troubles.push(message),
        }
    }
    (found, troubles)
}

/// A file as an item; `None` where it is gone again or still being written.
fn item(folder: &Path, path: PathBuf) -> Option<Found> {
    let metadata = path.metadata().ok()?;
    let changed = metadata.modified().ok()?;
    let still = SystemTime::now().duration_since(changed).map_or(true, |age| age >= STILL);
    let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().into_owned();
    still.then(|| Found { item: format!("{name}|{}|{}", metadata.len(), stamp(&metadata)), path })
}

fn stamp(metadata: &Metadata) -> u128 {
    let changed = metadata.modified().ok().and_then(|at| at.duration_since(SystemTime::UNIX_EPOCH).ok());
    changed.unwrap_or_default().as_nanos()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

    use std::fs::{self, File};

    use super::*;

    fn write(path: &Path, text: &str, ago: u64) {
        fs::write(path, text).unwrap();
        let then = SystemTime::now() - Duration::from_secs(ago);
        File::options().write(true).open(path).unwrap().set_modified(then).unwrap();
    }

    #[test]
    fn a_file_is_found_once_it_lies_still_and_anew_when_it_changes() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        fs::write(&path, "Talks went on.").unwrap();
        assert_eq!(look(folder.path()), (vec![], vec![]), "it may still be written to");
        write(&path, "Talks went on.", 60);
        let first = look(folder.path()).0;
        assert_eq!(first.len(), 1);
        assert_eq!(look(folder.path()).0, first, "the same file is the same item");
        write(&path, "Talks went on and on.", 30);
        assert_ne!(look(folder.path()).0[0].item, first[0].item);
    }

    #[test]
    fn a_folder_that_is_not_there_is_told() {
        let (found, troubles) = look(Path::new("no/such/folder"));
        assert_eq!((found.len(), troubles.len()), (0, 1));
    }
}
