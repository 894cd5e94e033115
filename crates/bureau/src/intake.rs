//! Reports into a ledger: read on all cores, stored in batches beside it.

use std::mem::take;

use jiff::civil::Date;
use rayon::prelude::*;
use saydo_ledger::{Added, Error, Ledger, Origin, Stamp};
use saydo_text::Report;

use crate::READ_BY;
use crate::prepare::prepare;
use crate::store::{Came, Ready, Taken, store};

/// Bytes of text that are read together: enough to keep all cores busy, little enough that a kill loses little work.
const WAITING: usize = 1 << 20;

/// So many reports go together however short they are.
const MOST: usize = 1 << 10;

/// Hears of each report that is in the ledger for good: what it was added as, and the report.
pub type Sink<'s> = dyn FnMut(&Report, Added) + Send + 's;

/// Takes reports into a ledger. Reports are there for good once the sink has heard of them.
///
/// ```
/// use saydo_bureau::Intake;
/// use saydo_ledger::{Ledger, Origin};
/// use saydo_text::Report;
///
/// let mut ledger = Ledger::memory()?;
/// let (feed, text) = ("https://wire.example/feed.xml", "Talks went on.".to_owned());
/// let mut sink = |_: &Report, _| {};
/// let mut intake = Intake::new(&mut ledger, jiff::civil::date(2022, 2, 16), &mut sink);
/// let origin = Origin { source: feed.to_owned(), item: Some("1".to_owned()), ..Origin::default() };
/// intake.take_from(Report { id: "a".to_owned(), text, ..Report::default() }, origin)?;
/// intake.flush()?;
/// assert_eq!(intake.ledger().seen(feed, &["1", "2"])?.len(), 1);
/// assert_eq!(intake.finish()?.new, 1);
/// # Ok::<(), saydo_ledger::Error>(())
/// ```
pub struct Intake<'l, 's> {
    ledger: &'l mut Ledger,
    added: Date,
    sink: &'s mut Sink<'s>,
    waiting: Vec<Waiting>,
    bytes: usize,
    ready: Vec<Ready>,
    taken: Taken,
}

/// A report that is not read yet, with its number where it need not be.
struct Waiting {
    report: Report,
    known: Option<u32>,
    origin: Option<Origin>,
}

impl Waiting {
    fn read(self) -> Ready {
        let Self { report, known, origin } = self;
        let came = match known {
            Some(number) => Came::Known(Box::new(report), number),
            None => Came::Read(Box::new(prepare(report))),
        };
        Ready { came, origin }
    }
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
        self.wait(Waiting { report, known: None, origin: None })
    }

    /// Takes a report that somebody listed. Its origin is kept, and the item that the origin names is seen, in the
    /// transaction that stores the report, also where it is there already: a kill neither loses the one nor doubles the
    /// other. Reports are stored in the order in which they are given, so of several that come of one item the last one is
    /// to name it.
    pub fn take_from(&mut self, report: Report, origin: Origin) -> Result<(), Error> {
        let known = self.ledger.known(&report)?;
        self.wait(Waiting { report, known, origin: Some(origin) })
    }

    /// Reads and stores all that waits: when this returns, the sink has heard of every report taken so far. Where the
    /// ledger fails, everything still waits, and this can be called again when what stood in the way is gone.
    pub fn flush(&mut self) -> Result<(), Error> {
        self.turn()?;
        self.turn()
    }

    /// From now on reports come in on this day.
    pub fn on(&mut self, day: Date) -> Result<(), Error> {
        if day != self.added {
            self.flush()?;
            self.added = day;
        }
        Ok(())
    }

    /// The ledger, for questions and changes of one's own between two reports.
    pub fn ledger(&mut self) -> &mut Ledger {
        self.ledger
    }

    /// What became of the reports of which the sink has heard.
    pub fn taken(&self) -> Taken {
        self.taken
    }

    /// Reads and stores what is left, and tells what became of all.
    pub fn finish(mut self) -> Result<Taken, Error> {
        self.flush()?;
        Ok(self.taken)
    }

    fn wait(&mut self, waiting: Waiting) -> Result<(), Error> {
        self.bytes += waiting.report.text.len();
        self.waiting.push(waiting);
        if self.bytes < WAITING && self.waiting.len() < MOST { Ok(()) } else { self.turn() }
    }

    /// Reads what waits while what was read before is stored.
    fn turn(&mut self) -> Result<(), Error> {
        self.bytes = 0;
        let waiting = take(&mut self.waiting);
        let (ledger, sink, taken) = (&mut *self.ledger, &mut *self.sink, &mut self.taken);
        let (stamp, ready) = (Stamp { added: self.added, read_by: READ_BY }, &self.ready);
        let (stored, read) = rayon::join(
            || store(ledger, ready, &stamp, taken, sink),
            || waiting.into_par_iter().map(Waiting::read).collect::<Vec<_>>(),
        );
        if stored.is_ok() {
            self.ready.clear();
        }
        self.ready.extend(read);
        stored
    }
}
