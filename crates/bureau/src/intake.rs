//! Reports into a ledger: read on all cores, stored in batches beside it.

use jiff::civil::Date;
use rayon::prelude::*;
use saydo_ledger::{Added, Entry, Error, Ledger, Stamp};
use saydo_text::Report;

use crate::READ_BY;
use crate::copy::original;
use crate::prepare::{Prepared, prepare};

/// Bytes of text that are read together: enough to keep all cores busy, little enough that a kill loses little work.
const WAITING: usize = 1 << 20;

/// Hears of each report that is in the ledger for good: what it was added as, and the report.
pub type Sink<'s> = dyn FnMut(&Report, Added) + Send + 's;

/// Takes reports into a ledger. Reports are there for good once the sink has heard of them.
pub struct Intake<'l, 's> {
    ledger: &'l mut Ledger,
    added: Date,
    sink: &'s mut Sink<'s>,
    waiting: Vec<Report>,
    bytes: usize,
    ready: Vec<Prepared>,
    taken: Taken,
}

/// What became of the reports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// Reports that are new.
    pub new: usize,
    /// New texts of known addresses.
    pub revisions: usize,
    /// Reports that were there already.
    pub known: usize,
    /// New ones that are near-copies of others.
    pub copies: usize,
    /// New ones without a day of publication.
    pub undated: usize,
    /// New ones dated after the day they came in.
    pub future: usize,
    /// New ones in other languages, which are kept and not read.
    pub foreign: usize,
    /// Statements read in new reports and revisions.
    pub statements: usize,
    /// Events read in them.
    pub events: usize,
}

impl<'l, 's> Intake<'l, 's> {
    /// An intake into `ledger` on the day `added`.
    pub fn new(ledger: &'l mut Ledger, added: Date, sink: &'s mut Sink<'s>) -> Self {
        let (waiting, ready) = (Vec::new(), Vec::new());
        Self { ledger, added, sink, waiting, bytes: 0, ready, taken: Taken::default() }
    }

    /// Takes a report; one that is there already is not read again. An error is for the ledger failing.
    pub fn take(&mut self, report: Report) -> Result<(), Error> {
        if let Some(number) = self.ledger.known(&report)? {
            self.taken.known += 1;
            (self.sink)(&report, Added::Known(number));
            return Ok(());
        }
        self.bytes += report.text.len();
        self.waiting.push(report);
        if self.bytes < WAITING { Ok(()) } else { self.turn() }
    }

    /// Reads and stores what is left, and tells what became of all.
    pub fn finish(mut self) -> Result<Taken, Error> {
        self.turn()?;
        self.turn()?;
        Ok(self.taken)
    }

    /// Reads what waits while what was read before is stored.
    fn turn(&mut self) -> Result<(), Error> {
        self.bytes = 0;
        let waiting = std::mem::take(&mut self.waiting);
        let ready = std::mem::take(&mut self.ready);
        let (ledger, sink, taken) = (&mut *self.ledger, &mut *self.sink, &mut self.taken);
        let stamp = Stamp { added: self.added, read_by: READ_BY };
        let (stored, read) = rayon::join(
            || store(ledger, &ready, &stamp, taken, sink),
            || waiting.into_par_iter().map(prepare).collect::<Vec<_>>(),
        );
        self.ready = read;
        stored
    }
}

/// Stores a batch in one transaction, then tells of each of its reports.
fn store(
    ledger: &mut Ledger,
    ready: &[Prepared],
    stamp: &Stamp<'_>,
    taken: &mut Taken,
    sink: &mut Sink<'_>,
) -> Result<(), Error> {
    if ready.is_empty() {
        return Ok(());
    }
    let mut batch = ledger.begin()?;
    let mut done = Vec::with_capacity(ready.len());
    for prepared in ready {
        let day = prepared.report.published.as_deref().and_then(saydo_ledger::day);
        let copy = match day {
            Some(day) => original(&batch, prepared, day)?,
            None => None,
        };
        let mut voice = prepared.voice.clone();
        if copy.is_some() {
            // Only originals are searched for, so that a thousand copies of one report are each compared once.
            voice.keys.clear();
        }
        let entry = Entry { report: &prepared.report, record: &prepared.record, voice: &voice };
        let added = batch.add(&entry, stamp)?;
        if let (Some(copy), Added::New(number)) = (&copy, added) {
            batch.mark_copy(number, copy)?;
        }
        done.push((added, copy.is_some(), day));
    }
    batch.commit()?;
    for (prepared, (added, copy, day)) in ready.iter().zip(done) {
        taken.count(prepared, added, copy, day, stamp.added);
        sink(&prepared.report, added);
    }
    Ok(())
}

impl Taken {
    fn count(&mut self, prepared: &Prepared, added: Added, copy: bool, day: Option<Date>, today: Date) {
        match added {
            Added::Known(_) => return self.known += 1,
            Added::New(_) => self.new += 1,
            Added::Revision { .. } => self.revisions += 1,
        }
        self.copies += usize::from(copy);
        self.undated += usize::from(day.is_none());
        self.future += usize::from(day.is_some_and(|day| day > today));
        self.foreign += usize::from(!prepared.report.is_readable());
        self.statements += prepared.record.statements.len();
        self.events += prepared.record.events.len();
    }
}
