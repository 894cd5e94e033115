//! Scratch memory that threads borrow, so that what one has warmed up serves the next.

use std::sync::{Mutex, PoisonError};

use saydo_parse::Scratch;

/// Scratch memory not in use at the moment.
#[derive(Debug, Default)]
pub(crate) struct Pool(Mutex<Vec<Scratch>>);

impl Pool {
    /// Runs `work` with scratch memory of its own.
    pub(crate) fn with<R>(&self, work: impl FnOnce(&mut Scratch) -> R) -> R {
        let mut scratch = self.0.lock().unwrap_or_else(PoisonError::into_inner).pop().unwrap_or_default();
        let result = work(&mut scratch);
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(scratch);
        result
    }
}
