//! One state of the ledger, in memory: its facts, their columns, and what it holds.

use std::sync::Arc;

use jiff::civil::Date;
use saydo_bureau::{Archive, Outlets};
use saydo_coded::System;
use saydo_facts::{Event, EventId, Facts};
use saydo_ledger::{Error, Ledger, Rows, StatementId, Summary};
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
    /// How many events of other systems it holds.
    pub(crate) others: Vec<(System, u64)>,
    /// The number of the last of these.
    others_last: u64,
    languages: Languages,
}

/// The languages of reports, by number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Languages {
    /// Number of the report and of its language, by the former.
    rows: Vec<(u32, Option<u16>)>,
    names: Vec<String>,
}

impl Generation {
    /// Reads a ledger.
    pub(crate) fn load(ledger: &Ledger, outlets: &Outlets, today: Date, salt: &str) -> Result<Self, Error> {
        let archive = Archive::load(ledger, outlets)?;
        let tally = Tally::of(Arc::clone(&archive.facts), spokens(ledger, 0)?);
        let languages = Languages::default().and(ledger.rows()?);
        Self::with(archive, tally, languages, (0, Vec::new()), ledger, (today, salt))
    }

    /// What the ledger is now; `None` where it is as it was. Of a ledger that only grew what is new is read.
    pub(crate) fn next(
        &self,
        ledger: &Ledger,
        outlets: &Outlets,
        today: Date,
        salt: &str,
    ) -> Result<Option<Self>, Error> {
        let Some(archive) = self.archive.refresh(ledger, outlets)? else { return Ok(None) };
        let facts = Arc::clone(&archive.facts);
        let (tally, languages) = match archive.grown {
            Some(last) => {
                let tally = self.tally.extended(facts, spokens(ledger, last)?);
                (tally, self.languages.clone().and(ledger.rows_after(last)?))
            }
            None => (Tally::of(facts, spokens(ledger, 0)?), Languages::default().and(ledger.rows()?)),
        };
        let others = (self.others_last, self.others.clone());
        Self::with(archive, tally, languages, others, ledger, (today, salt)).map(Some)
    }

    fn with(
        archive: Archive,
        tally: Tally,
        languages: Languages,
        (counted, others): (u64, Vec<(System, u64)>),
        ledger: &Ledger,
        (today, salt): (Date, &str),
    ) -> Result<Self, Error> {
        let others_last = ledger.coded_last()?;
        Ok(Self {
            others: if others_last == counted { others } else { ledger.coded_counts()? },
            others_last,
            name: format!("{:x}-{salt}", archive.change),
            change: archive.change,
            tally,
            held: ledger.summary()?,
            newest: ledger.newest(today)?,
            languages,
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
        let at = rows.binary_search_by_key(&number, |row| row.0).ok()?;
        self.languages.names.get(usize::from(rows[at].1?)).map(String::as_str)
    }
}

impl Languages {
    /// With those of later reports. Rows that came in after the facts were read are there already.
    fn and(mut self, more: Rows) -> Self {
        let numbers: Vec<u16> = more.languages.into_iter().map(|name| self.number(name)).collect();
        let last = self.rows.last().map_or(0, |row| row.0);
        let of = |language: u16| numbers.get(usize::from(language)).copied();
        let new = more.rows.into_iter().filter(|row| row.number > last);
        self.rows.extend(new.map(|row| (row.number, row.language.and_then(of))));
        self
    }

    /// The number of a language, new if need be.
    fn number(&mut self, name: String) -> u16 {
        let known = self.names.iter().position(|known| *known == name);
        let at = known.unwrap_or_else(|| {
            self.names.push(name);
            self.names.len() - 1
        });
        u16::try_from(at).unwrap_or(u16::MAX)
    }
}

/// The statements of the reports after a number as the tally takes them.
fn spokens(ledger: &Ledger, after: u32) -> Result<Spokens, Error> {
    let told = ledger.spoken(after)?;
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
