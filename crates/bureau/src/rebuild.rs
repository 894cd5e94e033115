//! Everything derived, made again from the reports after an upgrade.

use rayon::prelude::*;
use saydo_ledger::{Error, Ledger, Stored};

use crate::READ_BY;
use crate::prepare::{Prepared, prepare};

/// Reads a report again. Only originals are searched for by later reports, as when they came in.
fn again(stored: Stored) -> (u32, Prepared) {
    let mut prepared = prepare(stored.report);
    if stored.copy.is_some() {
        prepared.voice.keys.clear();
    }
    (stored.number, prepared)
}

/// Reports that are read again in one transaction.
const BATCH: usize = 64;

/// Reads every report again that another version read, and tells how many are done so far after each batch. A run that
/// is broken off is carried on by the next one. Gives the number of reports read again.
pub fn rebuild(ledger: &mut Ledger, mut progress: impl FnMut(usize)) -> Result<usize, Error> {
    let (mut done, mut after) = (0, 0);
    loop {
        let stale = ledger.stale(READ_BY, after, BATCH)?;
        let Some(last) = stale.last() else { return Ok(done) };
        after = last.number;
        let read: Vec<_> = stale.into_par_iter().map(again).collect();
        let mut batch = ledger.begin()?;
        for (number, prepared) in &read {
            batch.replace(*number, &prepared.record, &prepared.voice, READ_BY)?;
        }
        batch.commit()?;
        done += read.len();
        progress(done);
    }
}
