//! What can go wrong with a ledger: each message says what, where, and what to do.

use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

/// A result of the ledger.
pub type Result<T> = std::result::Result<T, Error>;

/// Why the ledger could not do what was asked. The word before the colon is permanent and can be searched for.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no file, or an empty one.
    #[error("no-ledger: there is no ledger at {path}; check the name, or make one by adding reports to it")]
    Missing {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// The folder is not there, or nothing may be opened in it.
    #[error(
        "cannot-open: {path} cannot be opened ({detail}); check that its folder exists and may be written to"
    )]
    CannotOpen {
        /// The ledger.
        path: PathBuf,
        /// What the system says.
        detail: String,
    },
    /// A file of another kind.
    #[error("not-a-ledger: {path} is no ledger of Saydo and was left as it is; give the ledger another name")]
    NotALedger {
        /// The file.
        path: PathBuf,
    },
    /// Written by a later version of the program.
    #[error(
        "newer-ledger: {path} has schema {found} and this program knows schemas up to {known}; use a newer Saydo"
    )]
    Newer {
        /// The ledger.
        path: PathBuf,
        /// Its schema number.
        found: i64,
        /// The greatest one known.
        known: i64,
    },
    /// The file or its folder may not be written to.
    #[error(
        "read-only: {path} may not be written to; allow writing to the file and its folder, or copy it elsewhere \
         (nothing was changed)"
    )]
    ReadOnly {
        /// The ledger.
        path: PathBuf,
    },
    /// No space left.
    #[error(
        "disk-full: no space is left to write to {path}; make room and run the same again (what was added before is \
         safe, this batch was not added)"
    )]
    Full {
        /// The ledger.
        path: PathBuf,
    },
    /// Another program writes and does not come to an end.
    #[error(
        "locked: {path} has been in use by another program for too long; wait for it to end and run the same again"
    )]
    Locked {
        /// The ledger.
        path: PathBuf,
    },
    /// Something failed in a batch before, so that it cannot be there as a whole.
    #[error(
        "broken-batch: something failed in a batch for {path}; nothing of it was added, run the same again"
    )]
    Broken {
        /// The ledger.
        path: PathBuf,
    },
    /// The file is damaged.
    #[error(
        "corrupt: {path} is damaged ({detail}); restore it from a copy, or add its reports to a new ledger"
    )]
    Corrupt {
        /// The ledger.
        path: PathBuf,
        /// What was found.
        detail: String,
    },
    /// A number that no report has.
    #[error("no-report: {path} has no report {number}; reports are numbered from 1")]
    NoReport {
        /// The ledger.
        path: PathBuf,
        /// The number.
        number: u32,
    },
    /// Whatever else SQLite says.
    #[error("ledger: {path}: {source}; run the same again, and report it if it stays")]
    Sql {
        /// The ledger.
        path: PathBuf,
        /// What it says.
        source: rusqlite::Error,
    },
}

/// What goes wrong inside, before it is known in which file.
#[derive(Debug)]
pub(crate) enum Fault {
    Sql(rusqlite::Error),
    /// A packed column that does not hold what was written.
    Damaged(String),
    NoReport(u32),
    ReadOnly,
    /// An earlier fault of the same batch.
    Broken,
}

/// A result inside.
pub(crate) type Inner<T> = std::result::Result<T, Fault>;

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sql(error)
    }
}

impl Fault {
    /// The same, with the file that it concerns.
    pub(crate) fn at(self, path: &Path) -> Error {
        let path = path.to_owned();
        match self {
            Self::Damaged(detail) => Error::Corrupt { path, detail },
            Self::NoReport(number) => Error::NoReport { path, number },
            Self::ReadOnly => Error::ReadOnly { path },
            Self::Broken => Error::Broken { path },
            Self::Sql(source) => of_sqlite(source, path),
        }
    }
}

fn of_sqlite(source: rusqlite::Error, path: PathBuf) -> Error {
    let detail = || source.to_string();
    match source.sqlite_error_code() {
        Some(ErrorCode::CannotOpen) => Error::CannotOpen { detail: detail(), path },
        Some(ErrorCode::NotADatabase) => Error::NotALedger { path },
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Error::ReadOnly { path },
        Some(ErrorCode::DiskFull) => Error::Full { path },
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Error::Locked { path },
        Some(ErrorCode::DatabaseCorrupt) => Error::Corrupt { detail: detail(), path },
        _ => Error::Sql { path, source },
    }
}
