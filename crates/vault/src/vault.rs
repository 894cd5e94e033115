//! The folder: bytes in, bytes out.

use std::path::{Path, PathBuf};
use std::sync::Once;
use std::time::SystemTime;
use std::{fs, io};

use crate::error::{Error, Result, at};
use crate::key::Key;
use crate::{blob, sweep};

/// A folder of raw bytes. Threads and programs may share one.
#[derive(Debug)]
pub struct Vault {
    folder: PathBuf,
    swept: Once,
}

impl Vault {
    /// The vault in a folder, which is made when the first bytes come.
    pub fn open(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into(), swept: Once::new() }
    }

    /// Where it lies.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Keeps bytes. When this returns they are there, whole; bytes that were there already are not written again, unless
    /// they were damaged meanwhile. The first call also takes away temporary files that killed runs left a day ago or
    /// earlier.
    pub fn keep(&self, bytes: &[u8]) -> Result<Key> {
        let key = Key::of(bytes);
        let path = key.path(&self.folder);
        match blob::read(&path, &key) {
            Ok(Some(_)) => return Ok(key),
            Ok(None) | Err(Error::Damaged { .. }) => {}
            Err(error) => return Err(error),
        }
        let inner = path.parent().unwrap_or(&self.folder);
        self.make(inner)?;
        self.swept.call_once(|| sweep::sweep(&self.folder, SystemTime::now()));
        blob::write(&self.folder, &path, &key, bytes)?;
        blob::settle(inner)?;
        Ok(key)
    }

    /// Makes a folder of the vault that is not there yet. One that is marked as not to be written to is left alone: a
    /// superuser could write all the same, and must not.
    fn make(&self, inner: &Path) -> Result<()> {
        let marked = |path: &Path| fs::metadata(path).is_ok_and(|found| found.permissions().readonly());
        if let Some(path) = [self.folder.as_path(), inner].into_iter().find(|path| marked(path)) {
            let source = io::Error::new(io::ErrorKind::ReadOnlyFilesystem, "it is marked as read-only");
            return Err(Error::Denied { path: path.to_owned(), source });
        }
        if inner.is_dir() {
            return Ok(());
        }
        fs::create_dir_all(inner).map_err(at(inner))?;
        let above = self.folder.parent().filter(|above| !above.as_os_str().is_empty());
        blob::settle(above.unwrap_or(Path::new(".")))?;
        blob::settle(&self.folder)
    }

    /// The bytes of a key; `None` where they were never kept. Damage is an error that names the file.
    pub fn fetch(&self, key: &Key) -> Result<Option<Vec<u8>>> {
        blob::read(&key.path(&self.folder), key)
    }
}
