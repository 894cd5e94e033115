//! Questions about reports: one of them, how many there are, which were read by older versions.

use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, params};

use crate::day;
use crate::error::{Fault, Result};
use crate::stored::{self, Stored};
use crate::voice::Copy;
use crate::{Ledger, Voice, voice};

/// What a ledger holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Reports, each in its valid revision.
    pub reports: u64,
    /// Revisions that were replaced.
    pub revisions: u64,
    /// Valid reports that copy others.
    pub copies: u64,
    /// Valid reports that name no day of publication.
    pub undated: u64,
    /// Valid reports dated later than the day they came in.
    pub future: u64,
    /// Statements of valid reports.
    pub statements: u64,
    /// Events of valid reports.
    pub events: u64,
    /// Publishers of valid reports.
    pub sources: u64,
    /// The first day of publication.
    pub first: Option<Date>,
    /// The last one that does not lie in its report's future.
    pub last: Option<Date>,
}

impl Ledger {
    /// A report, as it came in.
    pub fn report(&self, number: u32) -> Result<Option<Stored>> {
        self.ask(|db| stored::fetch(db, number))
    }

    /// What a report is compared by.
    pub fn voice(&self, number: u32) -> Result<Option<Voice>> {
        self.ask(|db| voice::fetch(db, number))
    }

    /// The last day of publication that is not later than `not_after`; reports dated in their own future do not count.
    pub fn newest(&self, not_after: Date) -> Result<Option<Date>> {
        self.ask(|db| {
            let sql = "SELECT day FROM report WHERE day <= ?1 AND day <= added AND superseded IS NULL \
                       ORDER BY day DESC LIMIT 1";
            let mut select = db.prepare_cached(sql)?;
            let found = select.query_row([day::number(not_after)], |row| row.get::<_, u32>(0)).optional()?;
            Ok(found.and_then(day::of_number))
        })
    }

    /// What it holds.
    pub fn summary(&self) -> Result<Summary> {
        self.ask(|db| {
            let sql = "SELECT count(*), \
                       (SELECT count(*) FROM report WHERE superseded IS NOT NULL), \
                       (SELECT count(*) FROM copy c JOIN report r ON r.number = c.report WHERE r.superseded IS NULL), \
                       count(*) - count(day), coalesce(sum(day > added), 0), coalesce(sum(statements), 0), \
                       coalesce(sum(events), 0), count(DISTINCT publisher), min(day), \
                       max(CASE WHEN day <= added THEN day END) FROM report WHERE superseded IS NULL";
            let summary = db.query_row(sql, [], |row| {
                let count = |column| row.get::<_, i64>(column).map(|n| n as u64);
                let date = |n: Option<u32>| n.and_then(day::of_number);
                Ok(Summary {
                    reports: count(0)?,
                    revisions: count(1)?,
                    copies: count(2)?,
                    undated: count(3)?,
                    future: count(4)?,
                    statements: count(5)?,
                    events: count(6)?,
                    sources: count(7)?,
                    first: date(row.get(8)?),
                    last: date(row.get(9)?),
                })
            });
            Ok(summary?)
        })
    }

    /// The publishers by name, each with the number of its valid reports.
    pub fn publishers(&self) -> Result<Vec<(String, u64)>> {
        self.ask(|db| {
            let sql = "SELECT p.name, count(*) FROM report r JOIN publisher p ON p.id = r.publisher \
                       WHERE r.superseded IS NULL GROUP BY p.id ORDER BY p.name";
            let mut select = db.prepare_cached(sql)?;
            let rows = select.query_map([], |row| Ok((row.get(0)?, row.get::<_, i64>(1)? as u64)))?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// The reports that copy others, by number.
    pub fn copies(&self) -> Result<Vec<(u32, Copy)>> {
        self.ask(|db| {
            let mut select =
                db.prepare_cached("SELECT report, of, why, similarity FROM copy ORDER BY report")?;
            let rows = select.query_map([], |row| {
                Ok((row.get(0)?, Copy { of: row.get(1)?, why: row.get(2)?, similarity: row.get(3)? }))
            })?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// The first reports after number `after`, revisions too, that other versions than `read_by` have read. Rebuilding
    /// reads them, [replaces](crate::Batch::replace) their readings and asks again; it can be broken off at any moment,
    /// since a report that was replaced is not stale any more.
    pub fn stale(&self, read_by: &str, after: u32, limit: usize) -> Result<Vec<Stored>> {
        self.ask(|db| {
            let sql = "SELECT number FROM report WHERE read_by = ?1 AND number > ?2 ORDER BY number LIMIT ?3";
            let numbers = by_others(db, sql, read_by, after, limit)?;
            numbers.into_iter().filter_map(|number| stored::fetch(db, number).transpose()).collect()
        })
    }

    /// How many reports are [stale](Self::stale).
    pub fn stale_count(&self, read_by: &str) -> Result<u64> {
        self.ask(|db| Ok(count_by_others(db, "SELECT count(*) FROM report WHERE read_by = ?1", read_by)?))
    }

    /// How many valid reports are dated later than the day they came in: [`Summary::future`] without the rest.
    pub fn future(&self) -> Result<u64> {
        self.ask(|db| {
            let sql = "SELECT count(*) FROM report WHERE superseded IS NULL AND day > added";
            Ok(db.prepare_cached(sql)?.query_row([], |row| row.get::<_, i64>(0))? as u64)
        })
    }

    /// Looks through the whole file, and says what is damaged.
    pub fn check(&self) -> Result<()> {
        self.ask(|db| {
            let said: String = db.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
            if said != "ok" {
                return Err(Fault::Damaged(said));
            }
            let lost = |row: &rusqlite::Row<'_>| Ok((row.get::<_, String>(0)?, row.get::<_, String>(2)?));
            let mut select = db.prepare("PRAGMA foreign_key_check")?;
            let first = select.query_map([], lost)?.next().transpose()?;
            let damage = first.map(|(table, of)| format!("a row of {table} refers to no row of {of}"));
            damage.map_or(Ok(()), |damage| Err(Fault::Damaged(damage)))
        })
    }
}

/// The first numbers after `after` of reports that other versions than this one did, in order; `sql` asks for those of
/// one version.
pub(crate) fn by_others(
    db: &Connection,
    sql: &str,
    version: &str,
    after: u32,
    limit: usize,
) -> rusqlite::Result<Vec<u32>> {
    let mut numbers = Vec::new();
    let mut select = db.prepare_cached(sql)?;
    for other in others(db, version)? {
        let found = select.query_map(params![other, after, limit as i64], |row| row.get(0))?;
        numbers.extend(found.collect::<rusqlite::Result<Vec<u32>>>()?);
    }
    numbers.sort_unstable();
    numbers.truncate(limit);
    Ok(numbers)
}

/// How many reports other versions than this one did; `sql` asks for those of one version.
pub(crate) fn count_by_others(db: &Connection, sql: &str, version: &str) -> rusqlite::Result<u64> {
    let mut select = db.prepare_cached(sql)?;
    let mut count = 0;
    for other in others(db, version)? {
        count += select.query_row([other], |row| row.get::<_, i64>(0))? as u64;
    }
    Ok(count)
}

/// The versions that are not this one.
fn others(db: &Connection, read_by: &str) -> rusqlite::Result<Vec<u32>> {
    let mut select = db.prepare_cached("SELECT id FROM version WHERE name <> ?1")?;
    select.query_map([read_by], |row| row.get(0))?.collect()
}
