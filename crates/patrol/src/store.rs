//! What waits to be put into the ledger, and the order in which it goes there: reports, then what was seen, then the
//! state of the sources, so that a kill in between loses nothing.

use jiff::civil::Date;
use saydo_bureau::{Intake, Taken};
use saydo_ledger::{KeptAlert, Ledger};
use saydo_rounds::{Rounds, Settled};

use crate::Error;
use crate::work::Part;

/// Reports that may wait; a batch that keeps all cores busy.
const REPORTS: usize = 64;

/// Bytes of text that may wait.
const BYTES: usize = 1 << 20;

/// What waits to be kept.
#[derive(Debug, Default)]
pub(crate) struct Store {
    parts: Vec<Part>,
    bytes: usize,
    /// Items that gave no report, by source.
    seen: Vec<(String, String)>,
    /// What sources listed, by source.
    listed: Vec<(String, Vec<String>)>,
    /// Items that are settled once all this is kept.
    settled: Vec<(String, String, Settled)>,
    letters: Vec<KeptAlert>,
    touched: bool,
}

impl Store {
    /// Takes reports.
    pub(crate) fn take(&mut self, parts: Vec<Part>) {
        self.bytes += parts.iter().map(|part| part.report.text.len()).sum::<usize>();
        self.parts.extend(parts);
        self.touched = true;
    }

    /// Notes an item that gave no report.
    pub(crate) fn see(&mut self, source: &str, item: &str) {
        self.seen.push((source.to_owned(), item.to_owned()));
        self.touched = true;
    }

    /// Notes an item that is settled once its reports are in the ledger.
    pub(crate) fn settle(&mut self, source: &str, item: &str, how: Settled) {
        self.settled.push((source.to_owned(), item.to_owned(), how));
    }

    /// Notes what a source listed.
    pub(crate) fn list(&mut self, source: &str, items: Vec<String>) {
        self.listed.push((source.to_owned(), items));
        self.touched = true;
    }

    /// Notes what became of an alert.
    pub(crate) fn letter(&mut self, letter: KeptAlert) {
        self.letters.push(letter);
        self.touched = true;
    }

    /// Notes that the planner knows something new.
    pub(crate) fn touch(&mut self) {
        self.touched = true;
    }

    /// Whether something waits.
    pub(crate) fn is_waiting(&self) -> bool {
        self.touched
    }

    /// Whether enough waits to keep all cores busy.
    pub(crate) fn is_full(&self) -> bool {
        self.parts.len() >= REPORTS || self.bytes >= BYTES
    }

    /// Keeps all that waits. `last` is for the end of a run: the planner then tells all that it held back.
    pub(crate) fn keep(
        &mut self,
        ledger: &mut Ledger,
        rounds: &mut Rounds,
        day: Date,
        last: bool,
    ) -> Result<Taken, Error> {
        let waiting = std::mem::take(self);
        let taken = reports(ledger, waiting.parts, day)?;
        for (source, item, how) in &waiting.settled {
            rounds.settle(source, item, *how);
        }
        let states = if last { rounds.flush() } else { rounds.take_changed() };
        let mut batch = ledger.begin()?;
        for (source, item) in &waiting.seen {
            batch.see(source, item, None, day)?;
        }
        for (source, items) in &waiting.listed {
            let items: Vec<&str> = items.iter().map(String::as_str).collect();
            batch.listed(source, &items, day)?;
        }
        for (source, state) in &states {
            batch.keep_source(source, state)?;
        }
        for letter in &waiting.letters {
            batch.keep_alert(letter)?;
        }
        batch.commit()?;
        Ok(taken)
    }
}

fn reports(ledger: &mut Ledger, parts: Vec<Part>, day: Date) -> Result<Taken, Error> {
    if parts.is_empty() {
        return Ok(Taken::default());
    }
    let mut sink = |_: &saydo_text::Report, _| {};
    let mut intake = Intake::new(ledger, day, &mut sink);
    for part in parts {
        intake.take_from(part.report, part.origin)?;
    }
    Ok(intake.finish()?)
}
