//! Adding and reading again: one transaction that is there as a whole or not at all.

use std::path::Path;

use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};
use saydo_record::Record;
use saydo_text::Report;

use crate::change::Change;
use crate::day;
use crate::error::{Fault, Inner, Result};
use crate::identity::Identity;
use crate::names::Names;
use crate::told::Told;
use crate::voice::{self, Copy, Shared, Voice};
use crate::{Ledger, index, stored, told, write};

/// When and by what a report was taken in.
#[derive(Clone, Copy, Debug)]
pub struct Stamp<'a> {
    /// The day on which it comes in.
    pub added: Date,
    /// The versions of program, weights and tables.
    pub read_by: &'a str,
}

/// A report with what was read in it.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// The report as its reader gave it; zones, language and problems are kept, so that it can be read again.
    pub report: &'a Report,
    /// What was read.
    pub record: &'a Record,
    /// What it is compared by.
    pub voice: &'a Voice,
}

/// What became of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// It is new and has this number.
    New(u32),
    /// It was there already, with this number, and nothing was changed.
    Known(u32),
    /// Its URL was there with another text or day of publication; that one stays and is superseded.
    Revision {
        /// The number of the new one.
        number: u32,
        /// The number of the one that it replaces.
        of: u32,
    },
}

impl Added {
    /// The number under which the report is found.
    pub fn number(self) -> u32 {
        match self {
            Self::New(number) | Self::Known(number) | Self::Revision { number, .. } => number,
        }
    }
}

/// A transaction. Dropped without [`commit`](Self::commit), nothing of it happened.
#[derive(Debug)]
pub struct Batch<'l> {
    tx: Transaction<'l>,
    names: Names,
    home: &'l mut Names,
    path: &'l Path,
    /// Whether a change failed. SQLite may have taken back the whole transaction then, and what came after it would be
    /// written by itself.
    broken: bool,
    /// What it changed so far.
    done: Change,
}

impl Ledger {
    /// Adds reports in one transaction: all of them or, where an error comes back, none.
    pub fn add(&mut self, entries: &[Entry<'_>], stamp: &Stamp<'_>) -> Result<Vec<Added>> {
        let mut batch = self.begin()?;
        let added = entries.iter().map(|entry| batch.add(entry, stamp)).collect::<Result<_>>()?;
        batch.commit()?;
        Ok(added)
    }

    /// Begins a transaction; other writers wait until it ends.
    pub fn begin(&mut self) -> Result<Batch<'_>> {
        if self.read_only {
            return Err(Fault::ReadOnly.at(&self.path));
        }
        let tx = self.connection.transaction_with_behavior(TransactionBehavior::Immediate);
        let tx = tx.map_err(|error| Fault::from(error).at(&self.path))?;
        let names = std::mem::take(&mut self.names);
        Ok(Batch {
            tx,
            names,
            home: &mut self.names,
            path: &self.path,
            broken: false,
            done: Change::default(),
        })
    }

    /// The number under which a report is there already, so that it need not be read again.
    pub fn known(&self, report: &Report) -> Result<Option<u32>> {
        self.ask(|db| Ok(Identity::of(report).find(db)?.known))
    }
}

impl Batch<'_> {
    /// Adds a report, unless it is there already.
    pub fn add(&mut self, entry: &Entry<'_>, stamp: &Stamp<'_>) -> Result<Added> {
        self.record(|db, names, done| {
            let added = add(db, names, entry, stamp)?;
            done.added(db, added)?;
            Ok(added)
        })
    }

    /// Puts another reading of a report in the place of the one that is there. Whom it copies stays as it was noted.
    pub fn replace(&mut self, number: u32, record: &Record, voice: &Voice, read_by: &str) -> Result<()> {
        self.has(number)?;
        self.record(|db, names, done| {
            replace(db, names, number, record, voice, read_by)?;
            done.reread(db, number)
        })
    }

    /// Puts another text with its reading in the place of what is there: the same publication, made better of the same raw
    /// bytes. Its number, the day it came in and its place among the revisions stay, and whom it copies as it was noted.
    pub fn retext(&mut self, number: u32, entry: &Entry<'_>, read_by: &str) -> Result<()> {
        self.has(number)?;
        self.record(|db, names, done| {
            done.reread(db, number)?;
            retext(db, names, number, entry, read_by)?;
            done.reread(db, number)
        })
    }

    /// Says so where there is no such report; the batch can go on.
    pub(crate) fn has(&self, number: u32) -> Result<()> {
        exists(&self.tx, number).map_err(|fault| fault.at(self.path))
    }

    /// Runs a change, unless one failed before.
    pub(crate) fn change<T>(&mut self, run: impl FnOnce(&Connection, &mut Names) -> Inner<T>) -> Result<T> {
        self.record(|db, names, _| run(db, names))
    }

    /// Runs a change that pictures or lists show.
    pub(crate) fn record<T>(
        &mut self,
        run: impl FnOnce(&Connection, &mut Names, &mut Change) -> Inner<T>,
    ) -> Result<T> {
        let done =
            if self.broken { Err(Fault::Broken) } else { run(&self.tx, &mut self.names, &mut self.done) };
        self.broken |= done.is_err();
        done.map_err(|fault| fault.at(self.path))
    }

    /// The reports published from one day to another that share keys with these, those that share most first; what this
    /// batch added is among them, and revisions that were replaced are not.
    pub fn with_keys(&self, keys: &[u64], since: Date, until: Date) -> Result<Vec<Shared>> {
        voice::with_keys(&self.tx, keys, since, until).map_err(|error| Fault::from(error).at(self.path))
    }

    /// What a report is compared by.
    pub fn voice(&self, number: u32) -> Result<Option<Voice>> {
        voice::fetch(&self.tx, number).map_err(|fault| fault.at(self.path))
    }

    /// Notes whom a report copies, in the place of what was noted before.
    pub fn mark_copy(&mut self, number: u32, copy: &Copy) -> Result<()> {
        self.has(number)?;
        self.has(copy.of)?;
        self.record(|db, _, done| {
            voice::mark(db, number, copy)?;
            done.copied(db, number)
        })
    }

    /// Notes that a report copies nobody; says whether it was noted as a copy.
    pub fn unmark_copy(&mut self, number: u32) -> Result<bool> {
        self.record(|db, _, done| {
            let was_one = voice::unmark(db, number)?;
            if was_one {
                done.copied(db, number)?;
            }
            Ok(was_one)
        })
    }

    /// Ends the transaction. When this returns, what was added survives a kill and a power cut.
    pub fn commit(self) -> Result<()> {
        let Self { tx, names, home, path, broken, done } = self;
        if broken {
            return Err(Fault::Broken.at(path));
        }
        done.keep(&tx).and_then(|()| tx.commit()).map_err(|error| Fault::from(error).at(path))?;
        *home = names;
        Ok(())
    }
}

fn add(db: &Connection, names: &mut Names, entry: &Entry<'_>, stamp: &Stamp<'_>) -> rusqlite::Result<Added> {
    let identity = Identity::of(entry.report);
    let found = identity.find(db)?;
    if let Some(number) = found.known {
        return Ok(Added::Known(number));
    }
    let published = entry.report.published.as_deref().and_then(saydo_facts::day);
    let told = told::tell(db, names, entry.record, published)?;
    let on = published.and_then(day::number);
    let added = day::number(stamp.added).unwrap_or_default();
    let read_by = names.version(db, stamp.read_by)?;
    let wire = entry.voice.wire.as_deref().map(|wire| names.publisher(db, wire)).transpose()?;
    let numbers = [on, Some(added), found.newest, wire, Some(read_by)];
    let number = report(db, names, entry.report, &identity, &told, numbers)?;
    stored::keep(db, number, entry.report)?;
    voice::keep(db, number, on.unwrap_or(added), entry.voice)?;
    write::insert(db, names, number, &told)?;
    index::keep(db, number, entry.report.title.as_deref(), &entry.report.text)?;
    index::keep_statements(db, number, &told, &entry.report.text)?;
    let Some(of) = found.newest else { return Ok(Added::New(number)) };
    db.prepare_cached("UPDATE report SET superseded = ?1 WHERE number = ?2")?.execute([added, of])?;
    Ok(Added::Revision { number, of })
}

/// Writes the row of a new report, with its day, the day it came in, the revision that it replaces, the wire that it
/// names and the versions that read it; gives its number.
fn report(
    db: &Connection,
    names: &mut Names,
    report: &Report,
    identity: &Identity<'_>,
    told: &Told,
    [on, added, of, wire, read_by]: [Option<u32>; 5],
) -> rusqlite::Result<u32> {
    let publisher = report.publisher.as_deref().map(|name| names.publisher(db, name)).transpose()?;
    let mut insert = db.prepare_cached(
        "INSERT INTO report (id, title, url, publisher, published, day, added, sha256, same, revision_of, read_by, \
         statements, events, wire, language) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
    )?;
    let number = insert.insert(params![
        report.id,
        report.title,
        report.url,
        publisher,
        report.published,
        on,
        added,
        identity.sha256,
        identity.same,
        of,
        read_by,
        told.statements.len() as i64,
        told.lines.len() as i64,
        wire,
        report.language,
    ])?;
    Ok(number as u32)
}

fn exists(db: &Connection, number: u32) -> Inner<()> {
    let mut select = db.prepare_cached("SELECT 1 FROM report WHERE number = ?1")?;
    select.query_row([number], |_| Ok(())).optional()?.ok_or(Fault::NoReport(number))
}

fn replace(
    db: &Connection,
    names: &mut Names,
    number: u32,
    record: &Record,
    voice: &Voice,
    read_by: &str,
) -> Inner<()> {
    let sql = "SELECT r.day, i.text FROM report r JOIN input i ON i.report = r.number WHERE r.number = ?1";
    let (on, text): (Option<u32>, String) =
        db.prepare_cached(sql)?.query_row([number], |row| Ok((row.get(0)?, row.get(1)?)))?;
    reread(db, names, number, (record, voice, &text), on, read_by)
}

fn retext(db: &Connection, names: &mut Names, number: u32, entry: &Entry<'_>, read_by: &str) -> Inner<()> {
    let report = entry.report;
    let on = report.published.as_deref().and_then(saydo_facts::day).and_then(day::number);
    reread(db, names, number, (entry.record, entry.voice, &report.text), on, read_by)?;
    stored::forget(db, number)?;
    stored::keep(db, number, report)?;
    index::forget(db, number)?;
    index::keep(db, number, report.title.as_deref(), &report.text)?;
    let identity = Identity::of(report);
    let publisher = report.publisher.as_deref().map(|name| names.publisher(db, name)).transpose()?;
    db.prepare_cached(
        "UPDATE report SET id = ?1, title = ?2, url = ?3, publisher = ?4, published = ?5, day = ?6, sha256 = ?7, \
         same = ?8, language = ?9 WHERE number = ?10",
    )?
    .execute(params![
        report.id,
        report.title,
        report.url,
        publisher,
        report.published,
        on,
        identity.sha256,
        identity.same,
        report.language,
        number,
    ])?;
    Ok(())
}

/// Puts a reading in the place of the one that is there; `text` is the report's and `on` the day of publication from now on.
fn reread(
    db: &Connection,
    names: &mut Names,
    number: u32,
    (record, voice, text): (&Record, &Voice, &str),
    on: Option<u32>,
    read_by: &str,
) -> Inner<()> {
    let sql = "SELECT coalesce(day, added), added FROM report WHERE number = ?1";
    let days = db.prepare_cached(sql)?.query_row([number], |row| Ok((row.get(0)?, row.get(1)?)));
    let (before, added): (u32, u32) = days?;
    let told = told::tell(db, names, record, on.and_then(day::of_number))?;
    index::forget_statements(db, number)?;
    write::remove(db, names, number)?;
    write::insert(db, names, number, &told)?;
    index::keep_statements(db, number, &told, text)?;
    voice::forget(db, number, before)?;
    voice::keep(db, number, on.unwrap_or(added), voice)?;
    let read_by = names.version(db, read_by)?;
    let (statements, events) = (told.statements.len() as i64, told.lines.len() as i64);
    let wire = voice.wire.as_deref().map(|wire| names.publisher(db, wire)).transpose()?;
    db.prepare_cached(
        "UPDATE report SET read_by = ?1, statements = ?2, events = ?3, wire = ?4 WHERE number = ?5",
    )?
    .execute(params![read_by, statements, events, wire, number])?;
    Ok(())
}
