//! Comparisons with what others coded, kept while the ledger stays as it is.

use std::sync::{Arc, PoisonError};

use jiff::civil::Date;
use saydo_beside::{Compared, Period, Theirs};

use super::Desk;
use super::desk::failed;
use crate::guard::Problem;

/// So many comparisons are kept.
pub(super) const KEPT: usize = 8;

/// The state of the ledger, the day, and the days that are compared.
pub(super) type Key = (u64, Date, Option<Date>, Option<Date>);

/// A comparison with the rows that it speaks of.
#[derive(Debug)]
pub(crate) struct Comparison {
    /// What came of it.
    pub(crate) compared: Compared,
    /// The rows of others that its numbers mean.
    pub(crate) theirs: Vec<Theirs>,
}

impl Comparison {
    /// Whether none of our reports was published on the days of a row that we lack, and the day after.
    pub(crate) fn is_unread(&self, row: usize) -> bool {
        self.compared.unread.binary_search(&row).is_ok()
    }
}

impl Desk<'_> {
    /// Our events of reports published by a day beside those that others coded, for the watch and these days.
    pub(crate) fn beside(&self, as_of: Date, period: Period) -> Result<Arc<Comparison>, Problem> {
        let key: Key = (self.generation.change, as_of, period.since, period.until);
        let kept = || self.room.comparisons.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = kept().get(&key) {
            return Ok(Arc::clone(known));
        }
        let (facts, watch) = (self.generation.facts(), &self.room.watch);
        let compared = saydo_bureau::beside_facts(self.ledger()?, facts, watch, as_of, period);
        let (compared, theirs) = compared.map_err(failed)?;
        let comparison = Arc::new(Comparison { compared, theirs });
        kept().put(key, Arc::clone(&comparison), 1);
        Ok(comparison)
    }
}
