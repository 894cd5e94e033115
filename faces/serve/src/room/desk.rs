//! What an answer is made with: one state of the ledger in memory, and a connection for what is not in memory.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::sync::{Arc, PoisonError};

use saydo_facts::{Citation, EventId};
use saydo_ledger::{Error, Family, Ledger};
use saydo_record::Record;
use saydo_tally::Found;
use saydo_text::Report;

use super::pool::Borrowed;
use super::{Generation, Room, Searched};
use crate::guard::Problem;

/// What an answer is made with.
pub(crate) struct Desk<'r> {
    pub(crate) room: &'r Room,
    pub(crate) generation: Arc<Generation>,
    ledger: OnceCell<Borrowed<'r>>,
}

impl<'r> Desk<'r> {
    /// A desk for this state of the ledger.
    pub(crate) fn of(room: &'r Room, generation: Arc<Generation>) -> Self {
        Self { room, generation, ledger: OnceCell::new() }
    }

    /// A connection to the ledger.
    pub(crate) fn ledger(&self) -> Result<&Ledger, Problem> {
        if self.ledger.get().is_none() {
            let borrowed = self.room.ledger()?;
            // Nobody else has this cell, so that it is empty still.
            let _ = self.ledger.set(borrowed);
        }
        self.ledger.get().map(|borrowed| &**borrowed).ok_or_else(|| Problem::internal("no connection"))
    }

    /// As whose voice a report counts.
    pub(crate) fn family(&self, publisher: Option<&str>, copied: Option<&str>) -> Family {
        self.room.outlets.family(publisher, copied)
    }

    /// The sentences of events.
    pub(crate) fn cite(&self, events: &[EventId]) -> Result<HashMap<EventId, Citation>, Problem> {
        if events.is_empty() {
            return Ok(HashMap::new());
        }
        saydo_bureau::cite(self.ledger()?, &self.room.outlets, events).map_err(failed)
    }

    /// What a search finds.
    pub(crate) fn search(&self, text: &str) -> Result<Arc<Found>, Problem> {
        let change = self.generation.change;
        let mut known = self.room.searches.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(searched) = known.get(&text.to_owned()).filter(|searched| searched.change == change) {
            return Ok(Arc::clone(&searched.found));
        }
        drop(known);
        let hits = self.ledger()?.search(text).map_err(failed)?;
        let statements = hits.statements.iter().map(|id| (id.report, id.nth)).collect();
        let found = Arc::new(Found { reports: hits.reports, statements });
        let searched = Searched { change, found: Arc::clone(&found) };
        let mut known = self.room.searches.lock().unwrap_or_else(PoisonError::into_inner);
        known.put(text.to_owned(), searched, 1);
        Ok(found)
    }

    /// What this program reads in a report.
    pub(crate) fn record(&self, number: u32, report: &Report) -> Arc<Record> {
        let known = |room: &Room| {
            let mut readings = room.readings.lock().unwrap_or_else(PoisonError::into_inner);
            readings.get(&number).map(|record| Arc::clone(record))
        };
        if let Some(record) = known(self.room) {
            return record;
        }
        let record = Arc::new(Record::of(report, &saydo_engine::Engine::shipped().read(report)));
        let mut readings = self.room.readings.lock().unwrap_or_else(PoisonError::into_inner);
        readings.put(number, Arc::clone(&record), 1);
        record
    }
}

/// A failure of the ledger as an answer; its message says what to do.
pub(crate) fn failed(error: Error) -> Problem {
    match error {
        Error::Locked { .. } => Problem::unavailable(error.to_string()),
        other => Problem::internal(other.to_string()),
    }
}
