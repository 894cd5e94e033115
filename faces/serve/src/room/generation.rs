//! One state of the ledger, in memory: its facts, their columns, and what it holds.

use std::sync::Arc;

use jiff::civil::Date;
use saydo_bureau::{Archive, Outlets};
use saydo_facts::{Event, EventId, Facts};
use saydo_ledger::{Error, Ledger, ReportRow, StatementId, Summary};
use saydo_tally::{Spoken, Spokens, Tally};

/// A state of the ledger. It never changes; a newer one takes its place.
#[derive(Debug)]
pub(crate) struct Generation {
    /// What it is called outside: another one after every change of ledger, watch, tables or program.
    pub(crate) name: String,
    /// The ledger's number for it.
    pub(crate) change: u64,
    /// The facts, from which pictures are drawn.
    pub(crate) archive: Archive,
    /// The facts in columns.
    pub(crate) tally: Tally,
    /// What the ledger holds.
    pub(crate) held: Summary,
    /// The day of the newest report.
    pub(crate) newest: Option<Date>,
    languages: Languages,
}

/// The languages of reports, by number.
#[derive(Debug, Default)]
struct Languages {
    rows: Vec<ReportRow>,
    names: Vec<String>,
}

impl Generation {
    /// Reads a ledger.
    pub(crate) fn load(ledger: &Ledger, outlets: &Outlets, today: Date, salt: &str) -> Result<Self, Error> {
        Self::with(Archive::load(ledger, outlets)?, ledger, today, salt)
    }

    /// What the ledger is now; `None` where it is as it was.
    pub(crate) fn next(
        &self,
        ledger: &Ledger,
        outlets: &Outlets,
        today: Date,
        salt: &str,
    ) -> Result<Option<Self>, Error> {
        let archive = self.archive.refresh(ledger, outlets)?;
        archive.map(|archive| Self::with(archive, ledger, today, salt)).transpose()
    }

    fn with(archive: Archive, ledger: &Ledger, today: Date, salt: &str) -> Result<Self, Error> {
        let spokens = spokens(ledger)?;
        let rows = ledger.rows()?;
        Ok(Self {
            name: format!("{:x}-{salt}", archive.change),
            change: archive.change,
            tally: Tally::of(Arc::clone(&archive.facts), spokens),
            held: ledger.summary()?,
            newest: ledger.newest(today)?,
            languages: Languages { rows: rows.rows, names: rows.languages },
            archive,
        })
    }

    /// All facts.
    pub(crate) fn facts(&self) -> &Facts {
        &self.archive.facts
    }

    /// An event, where its report counts as of a day.
    pub(crate) fn event(&self, id: EventId, as_of: Date) -> Option<Event<'_>> {
        self.facts().find(id).filter(|event| event.report.counts(as_of))
    }

    /// The statement that carries an event.
    pub(crate) fn statement_of(&self, id: EventId) -> Option<StatementId> {
        let nth = self.facts().find(id)?.statement()?;
        Some(StatementId { report: id.report, nth })
    }

    /// The language of a report.
    pub(crate) fn language(&self, number: u32) -> Option<&str> {
        let rows = &self.languages.rows;
        let at = rows.binary_search_by_key(&number, |row| row.number).ok()?;
        self.languages.names.get(usize::from(rows[at].language?)).map(String::as_str)
    }
}

/// The statements of a ledger as the tally takes them.
fn spokens(ledger: &Ledger) -> Result<Spokens, Error> {
    let told = ledger.spoken(0)?;
    let mut spokens = Spokens::default();
    let sources: Vec<_> =
        told.speakers.iter().map(|(code, _)| (!code.is_empty()).then(|| spokens.source(code))).collect();
    for row in told.rows {
        spokens.say(Spoken {
            report: row.id.report,
            nth: row.id.nth,
            said: row.day,
            source: row.source.and_then(|at| sources.get(at as usize).copied().flatten()),
            act: row.act,
        });
    }
    Ok(spokens)
}
