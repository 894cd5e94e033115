//! Connections to the ledger for questions, one for each thread that asks.

use std::ops::Deref;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use saydo_ledger::{Error, Ledger};

/// So many connections wait for the next question; each has a cache of its own.
const IDLE: usize = 8;

/// Connections that are open and not in use.
#[derive(Debug)]
pub(crate) struct Pool {
    path: PathBuf,
    idle: Mutex<Vec<Ledger>>,
}

/// A connection in use; it goes back to the pool.
#[derive(Debug)]
pub(crate) struct Borrowed<'p> {
    pool: &'p Pool,
    ledger: Option<Ledger>,
}

impl Pool {
    /// A pool of connections to the ledger at this path.
    pub(crate) fn of(path: PathBuf) -> Self {
        Self { path, idle: Mutex::default() }
    }

    /// A connection that nobody else uses.
    pub(crate) fn borrow(&self) -> Result<Borrowed<'_>, Error> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let ledger = idle.map_or_else(|| Ledger::open_existing(&self.path), Ok)?;
        Ok(Borrowed { pool: self, ledger: Some(ledger) })
    }
}

impl Deref for Borrowed<'_> {
    type Target = Ledger;

    fn deref(&self) -> &Ledger {
        self.ledger.as_ref().expect("it is given back when this is dropped")
    }
}

impl Drop for Borrowed<'_> {
    fn drop(&mut self) {
        let mut idle = self.pool.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < IDLE {
            idle.extend(self.ledger.take());
        }
    }
}
