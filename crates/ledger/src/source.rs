//! What is followed: the sources with the state of whoever makes the rounds, and which of their items were seen.
//!
//! An item is kept as a hash of sixteen bytes, and no longer than it has to be: those that a source has not listed for
//! long can be swept away, since they will not be offered again.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};

use crate::error::Result;
use crate::{Batch, Ledger, day};

/// By what an item is known again.
type Key = [u8; 16];

fn key(item: &str) -> Key {
    let hash: [u8; 32] = Sha256::digest(item).into();
    hash.first_chunk().copied().unwrap_or_default()
}

impl Ledger {
    /// The states of the sources as they were [kept](Batch::keep_source), by address.
    pub fn source_states(&self) -> Result<HashMap<String, String>> {
        self.ask(|db| {
            let mut select =
                db.prepare_cached("SELECT address, state FROM source WHERE state IS NOT NULL")?;
            let rows = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// Which of these items of a source were seen: taken in, or given up for good.
    pub fn seen(&self, source: &str, items: &[&str]) -> Result<HashSet<String>> {
        self.ask(|db| {
            let Some(source) = find(db, source)? else { return Ok(HashSet::new()) };
            let mut select = db.prepare_cached("SELECT 1 FROM item WHERE source = ?1 AND key = ?2")?;
            let mut seen = HashSet::new();
            for (key, item) in sorted(items) {
                if select.exists(params![source, key])? {
                    seen.insert(item.to_owned());
                }
            }
            Ok(seen)
        })
    }
}

impl Batch<'_> {
    /// Keeps the state of a source in the place of the one before; to the ledger it is only text.
    pub fn keep_source(&mut self, address: &str, state: &str) -> Result<()> {
        self.change(|db, names| {
            let id = names.source(db, address)?;
            db.prepare_cached("UPDATE source SET state = ?1 WHERE id = ?2")?.execute(params![state, id])?;
            Ok(())
        })
    }

    /// Notes that an item of a source was seen on a day, with the report that came of it, or without one where it was
    /// given up. A report that is noted stays noted.
    pub fn see(&mut self, source: &str, item: &str, report: Option<u32>, day: Date) -> Result<()> {
        if let Some(number) = report {
            self.has(number)?;
        }
        self.change(|db, names| {
            let source = names.source(db, source)?;
            let mut insert = db.prepare_cached(
                "INSERT INTO item (source, key, report, listed) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET \
                 report = coalesce(excluded.report, report), listed = max(listed, excluded.listed)",
            )?;
            insert.execute(params![source, key(item), report, day::number(day).unwrap_or_default()])?;
            Ok(())
        })
    }

    /// Notes that a source listed these items on a day, as far as they were seen: while it does, they are never swept
    /// away. To be called with each listing, also of one part of a source; a listing that did not change since the last
    /// one (HTTP's 304) needs no call.
    pub fn listed(&mut self, source: &str, items: &[&str], day: Date) -> Result<()> {
        self.change(|db, names| {
            let (source, day) = (names.source(db, source)?, day::number(day).unwrap_or_default());
            let sql = "UPDATE source SET listed = max(coalesce(listed, 0), ?2) WHERE id = ?1";
            db.prepare_cached(sql)?.execute([source, day])?;
            let sql = "UPDATE item SET listed = ?3 WHERE source = ?1 AND key = ?2 AND listed < ?3";
            let mut update = db.prepare_cached(sql)?;
            for (key, _) in sorted(items) {
                update.execute(params![source, key, day])?;
            }
            Ok(())
        })
    }

    /// Takes out the items last listed before a day that their source has listed without since; gives their number.
    ///
    /// What a source last listed stays, however long ago that was. Where a source has many parts and one of them did
    /// not change for long, its items go too, and are offered again when it does: their reports are then
    /// [known](Ledger::known), so nothing is doubled, but the day should lie a year back or so.
    pub fn sweep_items(&mut self, before: Date) -> Result<usize> {
        self.change(|db, _| {
            let sql = "DELETE FROM item WHERE listed < ?1 AND listed < \
                       (SELECT source.listed FROM source WHERE source.id = item.source)";
            Ok(db.prepare_cached(sql)?.execute([day::number(before)])?)
        })
    }
}

/// The number of a source.
fn find(db: &Connection, address: &str) -> rusqlite::Result<Option<u32>> {
    let mut select = db.prepare_cached("SELECT id FROM source WHERE address = ?1")?;
    select.query_row([address], |row| row.get(0)).optional()
}

/// Items in the order of their keys, so that neighbours in the table are looked at together.
fn sorted<'i>(items: &[&'i str]) -> Vec<(Key, &'i str)> {
    let mut all: Vec<(Key, &str)> = items.iter().map(|&item| (key(item), item)).collect();
    all.sort_unstable();
    all
}
