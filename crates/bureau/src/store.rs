//! A batch of reports that were read, stored in one transaction.

use jiff::civil::Date;
use saydo_ledger::{Added, Batch, Copy, Entry, Error, Ledger, Origin, Stamp, Voice};
use saydo_text::Report;

use crate::copy::original;
use crate::intake::Sink;
use crate::prepare::Prepared;

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

impl std::ops::AddAssign for Taken {
    fn add_assign(&mut self, other: Self) {
        self.new += other.new;
        self.revisions += other.revisions;
        self.known += other.known;
        self.copies += other.copies;
        self.undated += other.undated;
        self.future += other.future;
        self.foreign += other.foreign;
        self.statements += other.statements;
        self.events += other.events;
    }
}

/// A report that can be stored.
pub(crate) struct Ready {
    pub(crate) came: Came,
    pub(crate) origin: Option<Origin>,
}

/// Whether a report had to be read.
pub(crate) enum Came {
    Read(Box<Prepared>),
    /// It is there under this number.
    Known(Box<Report>, u32),
}

/// What became of one report, and whether it copies another.
type Done = (Added, bool);

/// Stores a batch in one transaction, then tells of each of its reports.
pub(crate) fn store(
    ledger: &mut Ledger,
    ready: &[Ready],
    stamp: &Stamp<'_>,
    taken: &mut Taken,
    sink: &mut Sink<'_>,
) -> Result<(), Error> {
    if ready.is_empty() {
        return Ok(());
    }
    let mut batch = ledger.begin()?;
    let done: Vec<Done> = ready.iter().map(|one| keep(&mut batch, one, stamp)).collect::<Result<_, _>>()?;
    batch.commit()?;
    for (one, (added, copy)) in ready.iter().zip(done) {
        match &one.came {
            Came::Read(prepared) => {
                taken.count(prepared, added, copy, stamp.added);
                sink(&prepared.report, added);
            }
            Came::Known(report, _) => {
                taken.known += 1;
                sink(report, added);
            }
        }
    }
    Ok(())
}

/// Stores a report with its origin.
fn keep(batch: &mut Batch<'_>, ready: &Ready, stamp: &Stamp<'_>) -> Result<Done, Error> {
    let done = match &ready.came {
        Came::Read(prepared) => add(batch, prepared, stamp)?,
        Came::Known(_, number) => (Added::Known(*number), false),
    };
    if let Some(origin) = &ready.origin {
        let number = done.0.number();
        batch.keep_origin(number, origin)?;
        if let Some(item) = &origin.item {
            batch.see(&origin.source, item, Some(number), stamp.added)?;
        }
    }
    Ok(done)
}

fn add(batch: &mut Batch<'_>, prepared: &Prepared, stamp: &Stamp<'_>) -> Result<Done, Error> {
    let (copy, voice) = judge(batch, prepared, None)?;
    let entry = Entry { report: &prepared.report, record: &prepared.record, voice: &voice };
    let added = batch.add(&entry, stamp)?;
    if let (Some(copy), Added::New(number)) = (&copy, added) {
        batch.mark_copy(number, copy)?;
    }
    Ok((added, copy.is_some()))
}

/// Whom a report copies, and what later ones are compared with it by: only originals are searched for, so that a
/// thousand copies of one report are each compared once. `own` is the number that it has already.
pub(crate) fn judge(
    batch: &Batch<'_>,
    prepared: &Prepared,
    own: Option<u32>,
) -> Result<(Option<Copy>, Voice), Error> {
    let copy = match prepared.day() {
        Some(day) => original(batch, prepared, day, own)?,
        None => None,
    };
    let mut voice = prepared.voice.clone();
    if copy.is_some() {
        voice.keys.clear();
    }
    Ok((copy, voice))
}

impl Taken {
    fn count(&mut self, prepared: &Prepared, added: Added, copy: bool, today: Date) {
        match added {
            Added::Known(_) => return self.known += 1,
            Added::New(_) => self.new += 1,
            Added::Revision { .. } => self.revisions += 1,
        }
        let day = prepared.day();
        self.copies += usize::from(copy);
        self.undated += usize::from(day.is_none());
        self.future += usize::from(day.is_some_and(|day| day > today));
        self.foreign += usize::from(!prepared.report.is_readable());
        self.statements += prepared.record.statements.len();
        self.events += prepared.record.events.len();
    }
}
