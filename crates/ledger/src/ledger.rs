//! The ledger: a connection, the numbers that are known to be in it, and where it lies.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::Connection;

use crate::error::{Fault, Inner, Result};
use crate::names::Names;
use crate::open::{self, Opened};

/// A ledger in a SQLite file. It may be used by several programs at once; within one, each thread opens its own.
#[derive(Debug)]
pub struct Ledger {
    pub(crate) connection: Connection,
    pub(crate) names: Names,
    pub(crate) path: PathBuf,
    pub(crate) read_only: bool,
}

impl Ledger {
    /// Opens the ledger at `path`, and makes it where there is none or an empty file. One of an older schema is brought up
    /// to date. Where file or folder may not be written to, the ledger can still be read.
    pub fn open(path: impl AsRef<Path>) -> Result<Self> {
        let path = path.as_ref();
        Ok(Self::of(open::open(path, true)?, path))
    }

    /// Opens the ledger at `path`, which must be there.
    pub fn open_existing(path: impl AsRef<Path>) -> Result<Self> {
        let path = path.as_ref();
        Ok(Self::of(open::open(path, false)?, path))
    }

    /// A ledger that lies in memory and ends with the program.
    ///
    /// ```
    /// use saydo_ledger::{Ledger, Query, plain_family};
    /// let ledger = Ledger::memory()?;
    /// assert_eq!(ledger.facts(&Query::default(), &plain_family)?.reports().len(), 0);
    /// # Ok::<(), saydo_ledger::Error>(())
    /// ```
    pub fn memory() -> Result<Self> {
        let path = Path::new("(memory)");
        Ok(Self::of(open::memory().map_err(|error| Fault::from(error).at(path))?, path))
    }

    fn of(opened: Opened, path: &Path) -> Self {
        let Opened { connection, read_only } = opened;
        Self { connection, names: Names::default(), path: path.to_owned(), read_only }
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether it can only be read, because file or folder may not be written to.
    pub fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// Waits no longer than this for another program that writes; a minute unless set.
    pub fn wait_at_most(&self, longest: Duration) -> Result<()> {
        self.connection.busy_timeout(longest).map_err(|error| Fault::from(error).at(&self.path))
    }

    /// Lets the file grow to so many pages of 4096 bytes and no further, as on a full disk. For tests.
    #[doc(hidden)]
    pub fn limit_pages(&self, pages: u32) -> Result<()> {
        let set = self.connection.pragma_update_and_check(None, "max_page_count", pages, |_| Ok(()));
        set.map_err(|error| Fault::from(error).at(&self.path))
    }

    /// Runs questions that see one state of the ledger, whatever others write meanwhile.
    pub(crate) fn ask<T>(&self, run: impl FnOnce(&Connection) -> Inner<T>) -> Result<T> {
        let ask = || -> Inner<T> {
            let tx = self.connection.unchecked_transaction()?;
            let answer = run(&tx)?;
            tx.finish()?;
            Ok(answer)
        };
        ask().map_err(|fault| fault.at(&self.path))
    }
}
