//! What can go wrong with a vault: each message says what, where, and what to do.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// A result of the vault.
pub type Result<T> = std::result::Result<T, Error>;

/// Why bytes could not be kept or fetched. The word before the colon is permanent and can be searched for.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file does not hold the bytes that its name stands for.
    #[error(
        "damaged-blob: {path} does not hold the bytes that its name stands for ({detail}); delete it, or restore it \
         from a copy"
    )]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What was found.
        detail: String,
    },
    /// No space left, or no more may be used.
    #[error(
        "disk-full: no space is left to write {path}; make room and run the same again (what was kept before is safe)"
    )]
    Full {
        /// The file that was being written.
        path: PathBuf,
    },
    /// The folder or a file in it may not be read or written.
    #[error(
        "no-permission: {path} may not be read or written ({source}); give this user the right to, or name another folder"
    )]
    Denied {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A text that is no key.
    #[error("bad-key: {found:?} is no key; a key has 64 hexadecimal digits")]
    BadKey {
        /// The beginning of the text.
        found: String,
    },
    /// Whatever else the system says.
    #[error("vault: {path}: {source}; check that the folder is there and sound, and run the same again")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

/// What the system said about a file or folder.
pub(crate) fn at(path: &Path) -> impl FnOnce(io::Error) -> Error {
    let path = path.to_owned();
    move |source| match source.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => Error::Full { path },
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Error::Denied { path, source },
        _ => Error::Io { path, source },
    }
}
