//! Where reports come from: the source that listed them, and the raw bytes that their text was made of.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::error::{Fault, Inner, Result};
use crate::names::Names;
use crate::stored::{self, Stored};
use crate::{Batch, Ledger, query};

/// Where a report comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The address of the source that listed it.
    pub source: String,
    /// The id of the item there that is seen for good once the report is in the ledger. Where several reports come of one
    /// item (the posts of a live blog), only the last of them names it.
    pub item: Option<String>,
    /// The bytes that its text was made of, where they were kept.
    pub raw: Option<Raw>,
    /// When it was changed, as its page says.
    pub modified: Option<String>,
    /// Who wrote it, as its page says.
    pub byline: Option<String>,
}

/// Raw bytes that a report's text was made of, and all that is needed to make it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raw {
    /// The key under which the bytes are kept.
    pub key: String,
    /// The address from which they came in the end.
    pub address: String,
    /// Their encoding, as the server said.
    pub charset: Option<String>,
    /// When they were fetched.
    pub fetched: Timestamp,
    /// The version of the program that made the text of them.
    pub extracted_by: String,
    /// The id of the live post in them; `None` for the whole page.
    pub part: Option<String>,
    /// When it was published, as the source that listed it says.
    pub hint: Option<String>,
}

impl Ledger {
    /// Where a report comes from; `None` where nobody said so. Of the item only a hash is kept, so it is not told.
    pub fn origin(&self, number: u32) -> Result<Option<Origin>> {
        self.ask(|db| fetch(db, number))
    }

    /// The raw bytes that a report's text was made of.
    pub fn raw(&self, number: u32) -> Result<Option<Raw>> {
        Ok(self.origin(number)?.and_then(|origin| origin.raw))
    }

    /// The first reports after number `after`, revisions too, whose text another version than `extracted_by` made of raw
    /// bytes that were kept.
    pub fn raws(&self, extracted_by: &str, after: u32, limit: usize) -> Result<Vec<(Stored, Raw)>> {
        self.ask(|db| {
            let sql =
                "SELECT report FROM origin WHERE extracted_by = ?1 AND report > ?2 ORDER BY report LIMIT ?3";
            let mut found = Vec::new();
            for number in query::by_others(db, sql, extracted_by, after, limit)? {
                let raw = fetch(db, number)?.and_then(|origin| origin.raw);
                found.extend(stored::fetch(db, number)?.zip(raw));
            }
            Ok(found)
        })
    }

    /// How many reports [`raws`](Self::raws) would give in all.
    pub fn raws_count(&self, extracted_by: &str) -> Result<u64> {
        let sql = "SELECT count(*) FROM origin WHERE extracted_by = ?1";
        self.ask(|db| Ok(query::count_by_others(db, sql, extracted_by)?))
    }
}

impl Batch<'_> {
    /// Keeps where a report comes from. The first origin of a report stays, since its text is of that one; only where its
    /// raw bytes were not kept, one with raw bytes takes its place.
    pub fn keep_origin(&mut self, number: u32, origin: &Origin) -> Result<()> {
        self.has(number)?;
        self.change(|db, names| Ok(keep(db, names, number, origin)?))
    }

    /// Notes that a version of the program has made a report's text again of its raw bytes, and found it the same.
    pub fn extracted(&mut self, number: u32, extracted_by: &str) -> Result<()> {
        self.change(|db, names| {
            let version = names.version(db, extracted_by)?;
            let sql = "UPDATE origin SET extracted_by = ?1 WHERE report = ?2 AND raw IS NOT NULL";
            db.prepare_cached(sql)?.execute([version, number])?;
            Ok(())
        })
    }
}

fn keep(db: &Connection, names: &mut Names, number: u32, origin: &Origin) -> rusqlite::Result<()> {
    let source = names.source(db, &origin.source)?;
    let raw = origin.raw.as_ref();
    let extracted_by = raw.map(|raw| names.version(db, &raw.extracted_by)).transpose()?;
    let mut insert = db.prepare_cached(
        "INSERT INTO origin (report, source, modified, byline, raw, address, charset, fetched, extracted_by, part, hint) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT DO UPDATE SET source = excluded.source, \
         modified = excluded.modified, byline = excluded.byline, raw = excluded.raw, address = excluded.address, \
         charset = excluded.charset, fetched = excluded.fetched, extracted_by = excluded.extracted_by, \
         part = excluded.part, hint = excluded.hint WHERE raw IS NULL AND excluded.raw IS NOT NULL",
    )?;
    insert.execute(params![
        number,
        source,
        origin.modified,
        origin.byline,
        raw.map(|raw| &raw.key),
        raw.map(|raw| &raw.address),
        raw.and_then(|raw| raw.charset.as_ref()),
        raw.map(|raw| raw.fetched.to_string()),
        extracted_by,
        raw.and_then(|raw| raw.part.as_ref()),
        raw.and_then(|raw| raw.hint.as_ref()),
    ])?;
    Ok(())
}

fn fetch(db: &Connection, number: u32) -> Inner<Option<Origin>> {
    let mut select = db.prepare_cached(
        "SELECT s.address, o.modified, o.byline, o.fetched, o.raw, o.address, o.charset, v.name, o.part, o.hint \
         FROM origin o JOIN source s ON s.id = o.source LEFT JOIN version v ON v.id = o.extracted_by \
         WHERE o.report = ?1",
    )?;
    let Some((mut origin, fetched)) = select.query_row([number], of_row).optional()? else { return Ok(None) };
    if let Some(raw) = &mut origin.raw {
        let damaged = || Fault::Damaged(format!("when report {number} was fetched cannot be read"));
        raw.fetched = fetched.and_then(|text| text.parse().ok()).ok_or_else(damaged)?;
    }
    Ok(Some(origin))
}

/// An origin, and when its bytes were fetched, as it is written.
fn of_row(row: &Row<'_>) -> rusqlite::Result<(Origin, Option<String>)> {
    let raw = |key| -> rusqlite::Result<Raw> {
        Ok(Raw {
            key,
            address: row.get(5)?,
            charset: row.get(6)?,
            fetched: Timestamp::default(),
            extracted_by: row.get(7)?,
            part: row.get(8)?,
            hint: row.get(9)?,
        })
    };
    let raw = row.get::<_, Option<String>>(4)?.map(raw).transpose()?;
    let origin = Origin { source: row.get(0)?, item: None, raw, modified: row.get(1)?, byline: row.get(2)? };
    Ok((origin, row.get(3)?))
}
