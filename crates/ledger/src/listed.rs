//! Reports without their texts: for lists, and as light rows to be filtered in memory.

use std::collections::HashMap;

use jiff::civil::Date;
use rusqlite::{OptionalExtension, Row, params};

use crate::error::Result;
use crate::outlet::Outlet;
use crate::voice::Copy;
use crate::{Families, Ledger, day};

/// A report without its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its number.
    pub number: u32,
    /// As its input names it.
    pub id: String,
    /// Its title.
    pub title: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// As whose voice it counts.
    pub family: String,
    /// The day of publication in UTC.
    pub published: Option<Date>,
    /// The day it came in.
    pub added: Date,
    /// The language of its text, as ISO 639 has it.
    pub language: Option<String>,
    /// The report that it copies.
    pub copy_of: Option<u32>,
    /// How many statements were read in it.
    pub statements: u32,
    /// How many events were read in it.
    pub events: u32,
    /// The revision that it replaced.
    pub revision_of: Option<u32>,
    /// The day on which a later revision replaced it.
    pub superseded: Option<Date>,
}

/// A report as a light row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReportRow {
    /// Its number.
    pub number: u32,
    /// An index of [`Rows::publishers`].
    pub publisher: Option<u32>,
    /// The day of publication in UTC.
    pub day: Option<Date>,
    /// The day it came in.
    pub added: Date,
    /// The revision that it replaced.
    pub revision_of: Option<u32>,
    /// The day on which a later revision replaced it.
    pub superseded: Option<Date>,
    /// An index of [`Rows::languages`].
    pub language: Option<u16>,
}

/// All reports in the order of their numbers, with the strings that they refer to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// The reports.
    pub rows: Vec<ReportRow>,
    /// Who publishes.
    pub publishers: Vec<String>,
    /// Languages.
    pub languages: Vec<String>,
}

const COLUMNS: &str = "SELECT r.number, r.id, r.title, r.url, p.name, r.day, r.added, r.language, c.of, r.statements, \
                       r.events, r.revision_of, r.superseded FROM report r LEFT JOIN publisher p ON p.id = r.publisher \
                       LEFT JOIN copy c ON c.report = r.number";

impl Ledger {
    /// Reports without their texts, in the order asked for; one that the ledger does not have is left out.
    pub fn listed(&self, numbers: &[u32], families: &Families<'_>) -> Result<Vec<Listed>> {
        self.ask(|db| {
            let mut select = db.prepare_cached(&format!("{COLUMNS} WHERE r.number = ?1"))?;
            let mut all = Vec::with_capacity(numbers.len().min(1_000));
            for &number in numbers {
                let Some(mut one) = select.query_row([number], of_row).optional()? else { continue };
                one.family = Outlet::of(db, number)?.family(families).name;
                all.push(one);
            }
            Ok(all)
        })
    }

    /// All revisions of a report, itself too, the oldest first; none where there is no such report.
    pub fn revisions(&self, number: u32, families: &Families<'_>) -> Result<Vec<Listed>> {
        let sql = "WITH RECURSIVE older (number) AS (SELECT ?1 UNION SELECT r.revision_of FROM older \
                   JOIN report r ON r.number = older.number WHERE r.revision_of IS NOT NULL), \
                   newer (number) AS (SELECT ?1 UNION SELECT r.number FROM newer \
                   JOIN report r ON r.revision_of = newer.number) \
                   SELECT number FROM older UNION SELECT number FROM newer ORDER BY 1";
        let numbers = self.ask(|db| {
            let mut select = db.prepare_cached(sql)?;
            Ok(select.query_map([number], |row| row.get(0))?.collect::<rusqlite::Result<Vec<u32>>>()?)
        })?;
        self.listed(&numbers, families)
    }

    /// The reports that copy this one, by number.
    pub fn copied_by(&self, number: u32) -> Result<Vec<(u32, Copy)>> {
        self.ask(|db| {
            let sql = "SELECT report, of, why, similarity FROM copy WHERE of = ?1 ORDER BY report";
            let mut select = db.prepare_cached(sql)?;
            let rows = select.query_map(params![number], |row| {
                Ok((row.get(0)?, Copy { of: row.get(1)?, why: row.get(2)?, similarity: row.get(3)? }))
            })?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// Every report as a light row, revisions that were replaced too.
    ///
    /// ```
    /// assert!(saydo_ledger::Ledger::memory()?.rows()?.rows.is_empty());
    /// # Ok::<(), saydo_ledger::Error>(())
    /// ```
    pub fn rows(&self) -> Result<Rows> {
        self.rows_after(0)
    }

    /// The same of the reports after number `after`, with all publishers and the languages of these reports.
    pub fn rows_after(&self, after: u32) -> Result<Rows> {
        self.ask(|db| {
            let (mut all, mut pools) = (Rows::default(), Pools::default());
            let mut select = db.prepare_cached("SELECT id, name FROM publisher")?;
            let mut rows = select.query([])?;
            while let Some(row) = rows.next()? {
                pools.publishers.insert(row.get(0)?, all.publishers.len() as u32);
                all.publishers.push(row.get(1)?);
            }
            let sql = "SELECT number, publisher, day, added, revision_of, superseded, language FROM report \
                       WHERE number > ?1 ORDER BY number";
            let mut select = db.prepare_cached(sql)?;
            let mut rows = select.query([after])?;
            while let Some(row) = rows.next()? {
                let light = pools.row(row, &mut all.languages)?;
                all.rows.push(light);
            }
            Ok(all)
        })
    }
}

fn of_row(row: &Row<'_>) -> rusqlite::Result<Listed> {
    Ok(Listed {
        number: row.get(0)?,
        id: row.get(1)?,
        title: row.get(2)?,
        url: row.get(3)?,
        publisher: row.get(4)?,
        family: String::new(),
        published: date(row, 5)?,
        added: date(row, 6)?.unwrap_or_default(),
        language: row.get(7)?,
        copy_of: row.get(8)?,
        statements: row.get(9)?,
        events: row.get(10)?,
        revision_of: row.get(11)?,
        superseded: date(row, 12)?,
    })
}

fn date(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Date>> {
    Ok(row.get::<_, Option<u32>>(column)?.and_then(day::of_number))
}

/// Where the strings of rows stand in their lists.
#[derive(Default)]
struct Pools {
    publishers: HashMap<u32, u32>,
    languages: HashMap<String, u16>,
}

impl Pools {
    fn row(&mut self, row: &Row<'_>, languages: &mut Vec<String>) -> rusqlite::Result<ReportRow> {
        let publisher: Option<u32> = row.get(1)?;
        let language = row.get_ref(6)?.as_str_or_null().map_err(rusqlite::Error::from)?;
        Ok(ReportRow {
            number: row.get(0)?,
            publisher: publisher.and_then(|id| self.publishers.get(&id).copied()),
            day: date(row, 2)?,
            added: date(row, 3)?.unwrap_or_default(),
            revision_of: row.get(4)?,
            superseded: date(row, 5)?,
            language: language.and_then(|language| self.language(language, languages)),
        })
    }

    /// The place of a language in the list, which has room for 65,536.
    fn language(&mut self, name: &str, all: &mut Vec<String>) -> Option<u16> {
        if let Some(&known) = self.languages.get(name) {
            return Some(known);
        }
        let at = u16::try_from(all.len()).ok()?;
        all.push(name.to_owned());
        self.languages.insert(name.to_owned(), at);
        Some(at)
    }
}
