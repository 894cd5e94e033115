//! Statements with their words, from what the ledger keeps: no reading is needed.

use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, Row, params};
use saydo_record::Chars;

use crate::cite::{Cited, by_report};
use crate::error::{Inner, Result};
use crate::outlet;
use crate::pack::Reader;
use crate::{Families, Ledger, StatementId, day, timex, write};

/// A statement as it can be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// Its name.
    pub id: StatementId,
    /// `direct`, `indirect` or `mixed`, as in the public record.
    pub kind: String,
    /// The act that its cue reports, `say`, `deny` and so on; none for a quotation that goes on from before.
    pub act: Option<String>,
    /// Whether the cue is negated: "did not say".
    pub negated: bool,
    /// Who says so; none where the text hides it.
    pub source: Option<Speaker>,
    /// The name of whom it is said to.
    pub addressee: Option<String>,
    /// What is said, in one or more pieces of the text.
    pub content: Vec<String>,
    /// Whether it stands in quotation marks, at least in part.
    pub quoted: bool,
    /// When it was said, as TIMEX3, where the text tells.
    pub said: Option<String>,
    /// The day on which it was said, unless the text puts that after publication, else that of publication.
    pub day: Option<Date>,
    /// The statement in whose content it stands.
    pub within: Option<StatementId>,
    /// The text of the sentences that hold source, cue and content, cut after 4,000 code points.
    pub sentence: String,
    /// Where that begins and ends, in code points of the report's text.
    pub at: std::ops::Range<usize>,
    /// The report's publisher.
    pub publisher: Option<String>,
    /// The day on which the report was published, in UTC.
    pub published: Option<Date>,
    /// The report's title.
    pub title: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// As whose voice its report counts.
    pub family: String,
    /// Who carries it: the report's publisher and those of the reports that copy it, each by its own family, sorted.
    pub families: Vec<String>,
}

/// Who says something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// As the report has it, with the office.
    pub text: String,
    /// The actor code; none where it has none.
    pub code: Option<String>,
    /// The name of the entity; none for words that name no entity.
    pub name: Option<String>,
    /// The kind of the entity: `person`, `organisation` and so on.
    pub kind: Option<String>,
}

impl Ledger {
    /// Statements with their words, in the order asked for; one that the ledger does not have is left out. Of the reports
    /// that copy theirs those count that were published until this day, or all.
    ///
    /// ```
    /// use saydo_ledger::{Ledger, StatementId, plain_family};
    /// let missing = StatementId { report: 1, nth: 1 };
    /// assert!(Ledger::memory()?.statements(&[missing], &plain_family, None)?.is_empty());
    /// # Ok::<(), saydo_ledger::Error>(())
    /// ```
    pub fn statements(
        &self,
        ids: &[StatementId],
        families: &Families<'_>,
        until: Option<Date>,
    ) -> Result<Vec<Statement>> {
        self.ask(|db| {
            let mut carried: Option<(u32, Vec<String>)> = None;
            by_report(
                db,
                ids,
                |id| id.report,
                families,
                |cited, chars, id| {
                    let Some(found) = Found::fetch(db, id)? else { return Ok(None) };
                    let families = match &carried {
                        Some((report, known)) if *report == id.report => known.clone(),
                        _ => carriers(db, id.report, families, until)?,
                    };
                    carried = Some((id.report, families.clone()));
                    found.show(id, cited, chars, families).map(Some)
                },
            )
        })
    }
}

/// The families of those who carry a report, each in its own name.
fn carriers(
    db: &Connection,
    report: u32,
    families: &Families<'_>,
    until: Option<Date>,
) -> Inner<Vec<String>> {
    let names = outlet::carriers(db, report, until.and_then(day::number))?;
    let mut all: Vec<String> = names.iter().map(|name| families(name.as_deref(), None).name).collect();
    all.sort_unstable();
    all.dedup();
    Ok(all)
}

/// The row of a statement.
struct Found {
    kind: String,
    act: Option<String>,
    negated: bool,
    /// Name, kind and code; empty for none.
    source: Option<[String; 3]>,
    source_at: Option<(usize, usize)>,
    addressee: Option<String>,
    content: Vec<u8>,
    said: Option<String>,
    within: Option<u32>,
    at: std::ops::Range<usize>,
}

impl Found {
    fn fetch(db: &Connection, id: StatementId) -> rusqlite::Result<Option<Self>> {
        let mut select = db.prepare_cached(
            "SELECT k.text, w.text, s.negated, e.name, e.kind, a.code, s.source_start, s.source_end, t.name, s.content, \
             s.said, s.within, s.sentence_start, s.sentence_end FROM statement s JOIN word k ON k.id = s.kind \
             LEFT JOIN word w ON w.id = s.act LEFT JOIN entity e ON e.id = s.source LEFT JOIN actor a ON a.id = e.actor \
             LEFT JOIN entity t ON t.id = s.addressee WHERE s.id = ?1",
        )?;
        select.query_row(params![write::id(id.report, id.nth)], Self::of_row).optional()
    }

    fn of_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        let at = |column| row.get::<_, Option<i64>>(column).map(|n| n.map(|n| n as usize));
        let source = match row.get::<_, Option<String>>(3)? {
            Some(name) => Some([name, row.get(4)?, row.get(5)?]),
            None => None,
        };
        Ok(Self {
            kind: row.get(0)?,
            act: row.get(1)?,
            negated: row.get(2)?,
            source,
            source_at: at(6)?.zip(at(7)?),
            addressee: row.get(8)?,
            content: row.get(9)?,
            said: row.get(10)?,
            within: row.get(11)?,
            at: at(12)?.unwrap_or(0)..at(13)?.unwrap_or(0),
        })
    }

    fn show(
        self,
        id: StatementId,
        cited: &Cited,
        chars: &Chars<'_>,
        families: Vec<String>,
    ) -> Inner<Statement> {
        let mut pieces = Vec::new();
        Reader::of(&self.content).list(&mut pieces).map_err(|_| write::damaged(id.report))?;
        let cut = |(start, end): (usize, usize)| chars.cut(start, end).to_owned();
        let report = &cited.stored.report;
        Ok(Statement {
            quoted: self.kind != "indirect",
            source: self.source.map(|source| speaker(source, self.source_at.map(cut))),
            content: pieces
                .as_chunks::<2>()
                .0
                .iter()
                .map(|&[start, end]| cut((start as usize, end as usize)))
                .collect(),
            day: timex::said(self.said.as_deref(), cited.stored.day),
            within: self.within.map(|nth| StatementId { nth, ..id }),
            sentence: cut((self.at.start, self.at.end)),
            publisher: report.publisher.clone(),
            published: cited.stored.day,
            title: report.title.clone(),
            url: report.url.clone(),
            family: cited.voice.clone(),
            id,
            kind: self.kind,
            act: self.act,
            negated: self.negated,
            addressee: self.addressee,
            said: self.said,
            at: self.at,
            families,
        })
    }
}

/// Who speaks; where the text does not tell it in its words, by name.
fn speaker([name, kind, code]: [String; 3], text: Option<String>) -> Speaker {
    let some = |text: String| Some(text).filter(|text| !text.is_empty());
    let text = text.and_then(some).unwrap_or_else(|| name.clone());
    // What names no entity is kept as its words, of no kind.
    let name = some(name).filter(|_| !kind.is_empty());
    Speaker { text, code: some(code), name, kind: some(kind) }
}
