//! Events that others coded: rows of their own beside ours, from which no picture is drawn.

mod fields;
mod pack;

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::{Date, date};
use rusqlite::{Connection, OptionalExtension, params};
use saydo_coded::{Coded, System};
use sha2::{Digest, Sha256};

use crate::error::{Fault, Inner, Result};
use crate::names::Names;
use crate::{Batch, Ledger, day};
use pack::Words;

/// The first day that tables can hold.
const FIRST: Date = date(1, 1, 1);

/// The file that an event comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CodedSource<'a> {
    /// Its name as it was given.
    pub name: &'a str,
    /// Its file format; only text here.
    pub form: &'a str,
    /// The day on which it comes in.
    pub added: Date,
}

/// What became of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Put {
    /// It is new.
    New,
    /// It was there already as it is, and nothing was changed.
    Known,
    /// Its system told it otherwise before; that row stays and is superseded.
    Revision,
}

/// Which events of others are wanted; by default all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CodedQuery {
    /// Those that last until this day or later.
    pub since: Option<Date>,
    /// Those that begin on this day or earlier.
    pub until: Option<Date>,
    /// Those of these systems; empty for all.
    pub systems: Vec<System>,
}

/// An event of another system as the ledger keeps it.
#[derive(Clone, Debug, PartialEq)]
pub struct Filed {
    /// The ledger's number of it.
    pub number: u64,
    /// The event.
    pub event: Coded,
    /// The file it came from, as it was given.
    pub file: Arc<str>,
    /// The day on which it came in.
    pub added: Date,
    /// The number of the row that it replaced.
    pub revision_of: Option<u64>,
}

impl Batch<'_> {
    /// Keeps an event that another system coded, unless it is there already as it is. What the same system told under the
    /// same id before is superseded. An event without an id is told from others by all that it holds, and one of ICEWS
    /// by its day too, because ICEWS gave some ids twice. Days before the year 1 are taken for the first day of it.
    pub fn put_coded(&mut self, event: &Coded, from: &CodedSource<'_>) -> Result<Put> {
        self.record(|db, names, done| {
            let put = put(db, names, event, from)?;
            if put != Put::Known {
                done.coded();
            }
            Ok(put)
        })
    }
}

impl Ledger {
    /// Hands over the events that others coded and that fall into a period, those first that began first, as long as
    /// `each` says to go on. Memory does not grow with their number.
    ///
    /// ```
    /// use saydo_coded::{Coded, System};
    /// use saydo_ledger::{CodedQuery, CodedSource, Ledger, Put};
    ///
    /// let day = jiff::civil::date(2022, 2, 15);
    /// let event = Coded { system: System::Gdelt, id: "1025".to_owned(), day, ..Coded::default() };
    /// let mut ledger = Ledger::memory()?;
    /// let mut batch = ledger.begin()?;
    /// let from = CodedSource { name: "export.csv", form: "gdelt", added: day };
    /// assert_eq!(batch.put_coded(&event, &from)?, Put::New);
    /// assert_eq!(batch.put_coded(&event, &from)?, Put::Known);
    /// batch.commit()?;
    ///
    /// let mut found = Vec::new();
    /// ledger.coded(&CodedQuery { since: Some(day), ..CodedQuery::default() }, |filed| {
    ///     found.push(filed.event);
    ///     true
    /// })?;
    /// assert_eq!(found, [event]);
    /// # Ok::<(), saydo_ledger::Error>(())
    /// ```
    pub fn coded(&self, query: &CodedQuery, mut each: impl FnMut(Filed) -> bool) -> Result<()> {
        self.ask(|db| {
            let since = query.since.map_or(0, number);
            let until = query.until.map_or(u32::MAX, number);
            let mut taker = Shelf { db, words: Words::default(), files: HashMap::new() };
            let went_on = taker.each(EARLIER, since, until, query, &mut each)?;
            if went_on {
                taker.each(WITHIN, since, until, query, &mut each)?;
            }
            Ok(())
        })
    }

    /// The number of the event of others that came in last; 0 before the first. While it stays, so do all of them.
    pub fn coded_last(&self) -> Result<u64> {
        let sql = "SELECT coalesce(max(number), 0) FROM coded";
        self.ask(|db| Ok(db.query_row(sql, [], |row| row.get::<_, i64>(0))?.cast_unsigned()))
    }

    /// How many events of each system it holds, by the names of the systems.
    pub fn coded_counts(&self) -> Result<Vec<(System, u64)>> {
        self.ask(|db| {
            let sql = "SELECT w.text, count(*) FROM coded c JOIN word w ON w.id = c.system \
                       WHERE c.superseded IS NULL GROUP BY c.system ORDER BY w.text";
            let mut select = db.prepare_cached(sql)?;
            let rows = select.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?)))?;
            let counted = rows.collect::<rusqlite::Result<Vec<_>>>()?;
            Ok(counted.into_iter().filter_map(|(name, n)| Some((System::of(&name)?, n as u64))).collect())
        })
    }
}

/// Events that began before a period and last into it.
const EARLIER: &str =
    "c.until >= ?1 AND c.until IS NOT NULL AND c.day < ?1 AND ?2 >= 0 ORDER BY c.day, c.number";

/// Events that begin in a period.
const WITHIN: &str = "c.day BETWEEN ?1 AND ?2 ORDER BY c.day, c.number";

fn number(day: Date) -> u32 {
    day::number(day.max(FIRST)).unwrap_or_default()
}

/// What tells an event from others of its system.
fn key(event: &Coded, body: &[u8]) -> String {
    match event.system {
        _ if event.id.is_empty() => format!("{} {:x}", event.day, Sha256::digest(body)),
        System::Icews => format!("{} {}", event.id, event.day),
        _ => event.id.clone(),
    }
}

fn put(db: &Connection, names: &mut Names, event: &Coded, from: &CodedSource<'_>) -> rusqlite::Result<Put> {
    let system = names.word(db, event.system.name())?;
    let body = pack::pack(event, &mut |word| names.word(db, word))?;
    let key = key(event, &body);
    let (day, until) = (number(event.day), event.until.map(number));
    let before = find(db, system, &key)?;
    if before.as_ref().is_some_and(|b| (b.day, b.until, &b.id, &b.body) == (day, until, &event.id, &body)) {
        return Ok(Put::Known);
    }
    let added = number(from.added);
    let before = before.map(|before| before.number);
    if let Some(before) = before {
        db.prepare_cached("UPDATE coded SET superseded = ?2 WHERE number = ?1")?
            .execute(params![before, added])?;
    }
    let file = file(db, from, added)?;
    let sql = "INSERT INTO coded (system, key, id, day, until, body, file, revision_of) \
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    db.prepare_cached(sql)?.execute(params![system, key, event.id, day, until, body, file, before])?;
    Ok(if before.is_some() { Put::Revision } else { Put::New })
}

/// A row that is valid.
struct Before {
    number: i64,
    id: String,
    day: u32,
    until: Option<u32>,
    body: Vec<u8>,
}

fn find(db: &Connection, system: u32, key: &str) -> rusqlite::Result<Option<Before>> {
    let mut select = db.prepare_cached(
        "SELECT number, id, day, until, body FROM coded WHERE system = ?1 AND key = ?2 AND superseded IS NULL",
    )?;
    let found = select.query_row(params![system, key], |row| {
        Ok(Before {
            number: row.get(0)?,
            id: row.get(1)?,
            day: row.get(2)?,
            until: row.get(3)?,
            body: row.get(4)?,
        })
    });
    found.optional()
}

/// The number of a file; it has one as soon as something of it is kept.
fn file(db: &Connection, from: &CodedSource<'_>, added: u32) -> rusqlite::Result<i64> {
    let CodedSource { name, form, .. } = from;
    let mut select =
        db.prepare_cached("SELECT id FROM coded_file WHERE name = ?1 AND form = ?2 AND added = ?3")?;
    match select.query_row(params![name, form, added], |row| row.get(0)).optional()? {
        Some(known) => Ok(known),
        None => db
            .prepare_cached("INSERT INTO coded_file (name, form, added) VALUES (?1, ?2, ?3)")?
            .insert(params![name, form, added]),
    }
}

/// Takes rows out and makes events of them.
struct Shelf<'a> {
    db: &'a Connection,
    words: Words,
    files: HashMap<i64, (Arc<str>, Date)>,
}

impl Shelf<'_> {
    /// Hands over what a condition finds; says whether to go on.
    fn each(
        &mut self,
        condition: &str,
        since: u32,
        until: u32,
        query: &CodedQuery,
        each: &mut impl FnMut(Filed) -> bool,
    ) -> Inner<bool> {
        let mut select = self.db.prepare_cached(&format!(
            "SELECT c.number, w.text, c.id, c.day, c.until, c.body, c.file, c.revision_of FROM coded c \
             CROSS JOIN word w ON w.id = c.system WHERE c.superseded IS NULL AND {condition}"
        ))?;
        let mut rows = select.query([since, until])?;
        while let Some(row) = rows.next()? {
            let Some(system) = System::of(row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?) else {
                continue;
            };
            if !query.systems.is_empty() && !query.systems.contains(&system) {
                continue;
            }
            let filed = self.filed(system, row)?;
            if !each(filed) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn filed(&mut self, system: System, row: &rusqlite::Row<'_>) -> Inner<Filed> {
        let number = row.get::<_, i64>(0)? as u64;
        let date = |n: u32| day::of_number(n).ok_or_else(|| damaged(number));
        let head = Coded {
            system,
            id: row.get(2)?,
            day: date(row.get(3)?)?,
            until: row.get::<_, Option<u32>>(4)?.map(date).transpose()?,
            ..Coded::default()
        };
        let body = row.get_ref(5)?.as_blob().map_err(rusqlite::Error::from)?;
        let event = pack::unpack(head, body, |word| self.words.word(self.db, word))?;
        let (file, added) = self.file(row.get(6)?)?;
        let revision_of = row.get::<_, Option<i64>>(7)?.map(|n| n as u64);
        Ok(Filed { number, event: event.ok_or_else(|| damaged(number))?, file, added, revision_of })
    }

    /// The name of a file, and the day it came in.
    fn file(&mut self, id: i64) -> Inner<(Arc<str>, Date)> {
        if let Some(known) = self.files.get(&id) {
            return Ok(known.clone());
        }
        let mut select = self.db.prepare_cached("SELECT name, added FROM coded_file WHERE id = ?1")?;
        let (name, added): (String, u32) = select.query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let found = (Arc::from(name), day::of_number(added).unwrap_or(FIRST));
        self.files.insert(id, found.clone());
        Ok(found)
    }
}

fn damaged(number: u64) -> Fault {
    Fault::Damaged(format!("the coded event {number} cannot be read"))
}
