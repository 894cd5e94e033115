//! One file of a vault: bytes packed, written so that it is there whole or not at all, and read with its hash checked.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use flate2::Compression;
use flate2::read::MultiGzDecoder;
use flate2::write::GzEncoder;

use crate::error::{Error, Result, at};
use crate::key::Key;

/// How a temporary file's name ends.
pub(crate) const PART: &str = ".part";

/// Counts the temporary files of this process.
static COUNT: AtomicU64 = AtomicU64::new(0);

/// Writes bytes to a temporary file in `folder` and gives it its name.
pub(crate) fn write(folder: &Path, path: &Path, key: &Key, bytes: &[u8]) -> Result<()> {
    let (file, part) = part(folder, key)?;
    let written = fill(file, bytes).and_then(|()| fs::rename(&part, path));
    if written.is_err() {
        // What cannot be taken away now is swept away by a later run.
        let _ = fs::remove_file(&part);
    }
    written.map_err(at(path))
}

/// A new temporary file. Processes of two machines may have the same number, so a name that is taken is passed over.
fn part(folder: &Path, key: &Key) -> Result<(File, PathBuf)> {
    let process = std::process::id();
    loop {
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = folder.join(format!("{key}.{process}-{count}{PART}"));
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            opened => return opened.map(|file| (file, path)).map_err(at(folder)),
        }
    }
}

fn fill(file: File, bytes: &[u8]) -> io::Result<()> {
    let mut packer = GzEncoder::new(BufWriter::new(file), Compression::default());
    packer.write_all(bytes)?;
    packer.finish()?.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()
}

/// The bytes of a file; `None` where there is none.
pub(crate) fn read(path: &Path, key: &Key) -> Result<Option<Vec<u8>>> {
    let packed = match fs::read(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        read => read.map_err(at(path))?,
    };
    let damaged = |detail: String| Error::Damaged { path: path.to_owned(), detail };
    let mut bytes = Vec::new();
    MultiGzDecoder::new(packed.as_slice()).read_to_end(&mut bytes).map_err(|e| damaged(e.to_string()))?;
    let found = Key::of(&bytes);
    if found == *key { Ok(Some(bytes)) } else { Err(damaged(format!("their SHA-256 is {found}"))) }
}

/// Waits until the names in a folder are on the disk. Not every system can: what is written there is then safe from
/// kills and not from power cuts.
pub(crate) fn settle(folder: &Path) -> Result<()> {
    if cfg!(unix) {
        File::open(folder).and_then(|folder| folder.sync_all()).map_err(at(folder))
    } else {
        Ok(())
    }
}
