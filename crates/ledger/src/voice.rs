//! Who copies whom: links between reports, and what new ones are compared by.

use std::collections::HashMap;

use jiff::ToSpan;
use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, params};

use crate::day;
use crate::error::{Fault, Inner};

/// What a report is compared by; the ledger keeps it and does not look into it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Voice {
    /// A digest by which similarity is measured.
    pub signature: Vec<u8>,
    /// Hashes of its sentences.
    pub sentences: Vec<u64>,
    /// Keys under which it is found; reports that may be copies share some.
    pub keys: Vec<u64>,
    /// The wire that a mark in its text names ("(Reuters)"): it counts as that one's voice.
    pub wire: Option<String>,
}

/// That a report copies another one.
#[derive(Clone, Debug, PartialEq)]
pub struct Copy {
    /// The number of the one that is copied.
    pub of: u32,
    /// Why it counts as a copy, for people.
    pub why: String,
    /// How much of it, from 0 to 1.
    pub similarity: f32,
}

/// A report that shares keys with another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// Its number.
    pub number: u32,
    /// How many keys.
    pub keys: u32,
    /// The day it was published, or came in where it has none.
    pub day: Date,
    /// Who published it.
    pub publisher: Option<String>,
}

/// A key that more reports of one month share is boilerplate or one much copied text; the first ones stand for all, so
/// that the thousandth copy costs no more than the second.
const MOST: u32 = 64;

fn bytes(hashes: &[u64]) -> Vec<u8> {
    hashes.iter().flat_map(|h| h.to_le_bytes()).collect()
}

fn hashes(bytes: &[u8]) -> Option<Vec<u64>> {
    let (words, rest) = bytes.as_chunks::<8>();
    rest.is_empty().then(|| words.iter().map(|&w| u64::from_le_bytes(w)).collect())
}

/// Keeps the voice of a report of this day.
pub(crate) fn keep(db: &Connection, number: u32, day: u32, voice: &Voice) -> rusqlite::Result<()> {
    if voice.signature.is_empty() && voice.sentences.is_empty() && voice.keys.is_empty() {
        return Ok(());
    }
    let mut keys = voice.keys.clone();
    keys.sort_unstable();
    keys.dedup();
    let (sentences, all) = (bytes(&voice.sentences), bytes(&voice.keys));
    db.prepare_cached("INSERT INTO voice (report, signature, sentences, keys) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![number, voice.signature, sentences, all])?;
    let mut insert = db.prepare_cached("INSERT INTO copy_key (month, key, report) VALUES (?1, ?2, ?3)")?;
    for key in keys {
        insert.execute(params![day::month(day), key as i64, number])?;
    }
    Ok(())
}

/// Takes out the voice of a report of this day.
pub(crate) fn forget(db: &Connection, number: u32, day: u32) -> Inner<()> {
    let Some(voice) = fetch(db, number)? else { return Ok(()) };
    let mut delete =
        db.prepare_cached("DELETE FROM copy_key WHERE month = ?1 AND key = ?2 AND report = ?3")?;
    for key in voice.keys {
        delete.execute(params![day::month(day), key as i64, number])?;
    }
    db.prepare_cached("DELETE FROM voice WHERE report = ?1")?.execute([number])?;
    Ok(())
}

/// The voice of a report.
pub(crate) fn fetch(db: &Connection, number: u32) -> Inner<Option<Voice>> {
    let mut select = db.prepare_cached(
        "SELECT v.signature, v.sentences, v.keys, p.name FROM voice v JOIN report r ON r.number = v.report \
         LEFT JOIN publisher p ON p.id = r.wire WHERE v.report = ?1",
    )?;
    let found = select.query_row([number], |row| {
        let hashes: (Vec<u8>, Vec<u8>) = (row.get(1)?, row.get(2)?);
        Ok((row.get(0)?, hashes, row.get(3)?))
    });
    let Some((signature, (sentences, keys), wire)) = found.optional()? else { return Ok(None) };
    let damaged = || Fault::Damaged(format!("the hashes of report {number} cannot be read"));
    let sentences = hashes(&sentences).ok_or_else(damaged)?;
    let keys = hashes(&keys).ok_or_else(damaged)?;
    Ok(Some(Voice { signature, sentences, keys, wire }))
}

/// The reports published from one day to another that share keys, those with most first. A report without a day counts
/// on the day it came in; one that was replaced by a revision is left out. Of those that share one key only the first
/// [`MOST`] of each month are looked at.
pub(crate) fn with_keys(
    db: &Connection,
    keys: &[u64],
    since: Date,
    until: Date,
) -> rusqlite::Result<Vec<Shared>> {
    let mut shared: HashMap<u32, u32> = HashMap::new();
    let sql = "SELECT report FROM copy_key WHERE month = ?1 AND key = ?2 ORDER BY report LIMIT ?3";
    let mut select = db.prepare_cached(sql)?;
    let mut unique = keys.to_vec();
    unique.sort_unstable();
    unique.dedup();
    for month in months(since, until) {
        for &key in &unique {
            let mut rows = select.query(params![month, key as i64, MOST])?;
            while let Some(row) = rows.next()? {
                *shared.entry(row.get(0)?).or_default() += 1;
            }
        }
    }
    let mut found = Vec::new();
    for (number, keys) in shared {
        if let Some((day, publisher)) = source(db, number)?.filter(|s| (since..=until).contains(&s.0)) {
            found.push(Shared { number, keys, day, publisher });
        }
    }
    found.sort_unstable_by_key(|s| (std::cmp::Reverse(s.keys), s.number));
    Ok(found)
}

fn months(since: Date, until: Date) -> impl Iterator<Item = u32> {
    let next = |month: &Date| month.checked_add(1.month()).ok();
    let all = std::iter::successors(Some(since.first_of_month()), next);
    all.take_while(move |month| *month <= until).filter_map(|month| day::number(month).map(day::month))
}

/// The day and the publisher of a report that no revision replaced.
fn source(db: &Connection, number: u32) -> rusqlite::Result<Option<(Date, Option<String>)>> {
    let sql = "SELECT coalesce(day, added), superseded IS NULL, publisher.name
        FROM report LEFT JOIN publisher ON publisher.id = report.publisher WHERE number = ?1";
    let mut select = db.prepare_cached(sql)?;
    let row = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
    let (on, valid, publisher): (u32, bool, Option<String>) = select.query_row([number], row)?;
    Ok(day::of_number(on).filter(|_| valid).map(|on| (on, publisher)))
}

/// Notes that a report is a copy; what was noted of it before is replaced.
pub(crate) fn mark(db: &Connection, number: u32, copy: &Copy) -> rusqlite::Result<()> {
    db.prepare_cached("INSERT OR REPLACE INTO copy (report, of, why, similarity) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![number, copy.of, copy.why, copy.similarity])?;
    Ok(())
}

/// Notes that it is none; says whether it was one.
pub(crate) fn unmark(db: &Connection, number: u32) -> rusqlite::Result<bool> {
    Ok(db.prepare_cached("DELETE FROM copy WHERE report = ?1")?.execute([number])? > 0)
}

/// The report whose voice a report is: what it copies, what that copies, and so on.
pub(crate) fn root(db: &Connection, number: u32) -> rusqlite::Result<u32> {
    /// Longer chains, and rings, end where they are.
    const LONGEST: usize = 64;
    let mut select = db.prepare_cached("SELECT of FROM copy WHERE report = ?1")?;
    let mut at = number;
    for _ in 0..LONGEST {
        match select.query_row([at], |row| row.get(0)).optional()? {
            Some(of) if of != number => at = of,
            _ => break,
        }
    }
    Ok(at)
}
