//! All statements as light rows, to be counted and filtered in memory.

use std::collections::HashMap;

use jiff::civil::Date;
use rusqlite::{Connection, Row};
use saydo_codebook::Act;

use crate::error::Result;
use crate::{Ledger, StatementId, day, timex, write};

/// A statement without its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// Its name.
    pub id: StatementId,
    /// The day on which it was said, unless the text puts that after publication, else that of publication; none where
    /// neither is known.
    pub day: Option<Date>,
    /// Who says so: an index of [`Spokens::speakers`].
    pub source: Option<u32>,
    /// The act that its cue reports; none for a quotation that goes on from before.
    pub act: Option<Act>,
    /// How it is given: an index of [`Spokens::kinds`].
    pub kind: u8,
    /// Whether the cue is negated.
    pub negated: bool,
}

/// Statements in the order of their ids, with the strings that they refer to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spokens {
    /// The statements.
    pub rows: Vec<Spoken>,
    /// Who speaks: actor code, empty for none, and name.
    pub speakers: Vec<(String, String)>,
    /// `direct`, `indirect`, `mixed`.
    pub kinds: Vec<String>,
}

impl Ledger {
    /// The statements of all reports after number `after`, revisions that were replaced too; 0 for all.
    ///
    /// ```
    /// assert!(saydo_ledger::Ledger::memory()?.spoken(0)?.rows.is_empty());
    /// # Ok::<(), saydo_ledger::Error>(())
    /// ```
    pub fn spoken(&self, after: u32) -> Result<Spokens> {
        self.ask(|db| {
            let mut pools = Pools::of(db, after)?;
            let sql = "SELECT id, said, source, act, kind, negated FROM statement WHERE id > ?1 ORDER BY id";
            let mut select = db.prepare_cached(sql)?;
            let mut rows = select.query([write::ids(after)[1]])?;
            let mut found = Vec::new();
            while let Some(row) = rows.next()? {
                found.push(pools.spoken(row)?);
            }
            Ok(Spokens { rows: found, speakers: pools.speakers, kinds: pools.kinds })
        })
    }
}

/// What rows refer to, as far as it was asked for.
struct Pools<'d> {
    db: &'d Connection,
    after: u32,
    /// The days of publication of the reports after that number.
    published: Vec<Option<Date>>,
    /// The places of entities among the speakers.
    known: HashMap<u32, u32>,
    speakers: Vec<(String, String)>,
    acts: HashMap<u32, Option<Act>>,
    kinds: Vec<String>,
    kinds_known: HashMap<u32, u8>,
}

impl<'d> Pools<'d> {
    fn of(db: &'d Connection, after: u32) -> rusqlite::Result<Self> {
        Ok(Self {
            db,
            after,
            published: published(db, after)?,
            known: HashMap::new(),
            speakers: Vec::new(),
            acts: HashMap::new(),
            kinds: Vec::new(),
            kinds_known: HashMap::new(),
        })
    }

    fn spoken(&mut self, row: &Row<'_>) -> rusqlite::Result<Spoken> {
        let id = write::statement(row.get(0)?);
        let published = self.published.get((id.report - self.after) as usize - 1).copied().flatten();
        let said = row.get_ref(1)?.as_str_or_null().map_err(rusqlite::Error::from)?;
        let source: Option<u32> = row.get(2)?;
        let act: Option<u32> = row.get(3)?;
        Ok(Spoken {
            id,
            day: timex::said(said, published),
            source: source.map(|entity| self.speaker(entity)).transpose()?,
            act: act.map_or(Ok(None), |word| self.act(word))?,
            kind: self.kind(row.get(4)?)?,
            negated: row.get(5)?,
        })
    }

    fn speaker(&mut self, entity: u32) -> rusqlite::Result<u32> {
        if let Some(&known) = self.known.get(&entity) {
            return Ok(known);
        }
        let sql = "SELECT a.code, e.name FROM entity e JOIN actor a ON a.id = e.actor WHERE e.id = ?1";
        let mut select = self.db.prepare_cached(sql)?;
        let speaker = select.query_row([entity], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let at = self.speakers.len() as u32;
        self.speakers.push(speaker);
        self.known.insert(entity, at);
        Ok(at)
    }

    /// An act; none where only a newer program knows it.
    fn act(&mut self, word: u32) -> rusqlite::Result<Option<Act>> {
        if let Some(&known) = self.acts.get(&word) {
            return Ok(known);
        }
        let act = Act::of(&text(self.db, word)?);
        self.acts.insert(word, act);
        Ok(act)
    }

    fn kind(&mut self, word: u32) -> rusqlite::Result<u8> {
        if let Some(&known) = self.kinds_known.get(&word) {
            return Ok(known);
        }
        let at = u8::try_from(self.kinds.len()).unwrap_or(u8::MAX);
        if at < u8::MAX {
            self.kinds.push(text(self.db, word)?);
        }
        self.kinds_known.insert(word, at);
        Ok(at)
    }
}

fn text(db: &Connection, word: u32) -> rusqlite::Result<String> {
    db.prepare_cached("SELECT text FROM word WHERE id = ?1")?.query_row([word], |row| row.get(0))
}

/// The days of publication of the reports after a number, one for each number.
fn published(db: &Connection, after: u32) -> rusqlite::Result<Vec<Option<Date>>> {
    let mut select = db.prepare_cached("SELECT number, day FROM report WHERE number > ?1 ORDER BY number")?;
    let mut rows = select.query([after])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let number: u32 = row.get(0)?;
        all.resize((number - after) as usize, None);
        all[(number - after) as usize - 1] = row.get::<_, Option<u32>>(1)?.and_then(day::of_number);
    }
    Ok(all)
}
