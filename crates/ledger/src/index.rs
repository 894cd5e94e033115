//! The text index: which words stand in which report and statement, kept in the transaction that keeps these.
//!
//! It holds no text, only words with their places (SQLite's FTS5 without content), so a row can be taken out by its number
//! and the texts lie in one table alone. Revisions that were replaced stay in it.

use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use saydo_record::Chars;

use crate::error::Inner;
use crate::pack::Reader;
use crate::told::{Said, Told};
use crate::write;

/// How many reports of an older ledger are indexed in one transaction.
const STEP: u32 = 200;

/// Of sentences longer than this only so many code points are shown and indexed with a statement.
const LONGEST: usize = 4_000;

/// Indexes title and text of a report.
pub(crate) fn keep(db: &Connection, number: u32, title: Option<&str>, text: &str) -> rusqlite::Result<()> {
    let mut insert = db.prepare_cached("INSERT INTO report_text (rowid, title, text) VALUES (?1, ?2, ?3)")?;
    insert.execute(params![number, title, text]).map(drop)
}

/// Takes out what [`keep`] indexed.
pub(crate) fn forget(db: &Connection, number: u32) -> rusqlite::Result<()> {
    db.prepare_cached("DELETE FROM report_text WHERE rowid = ?1")?.execute([number]).map(drop)
}

/// Indexes what a report with this text says: the sentences of each statement, and who speaks to whom.
pub(crate) fn keep_statements(db: &Connection, number: u32, told: &Told, text: &str) -> rusqlite::Result<()> {
    if told.statements.is_empty() {
        return Ok(());
    }
    let chars = Chars::of(text);
    let mut insert = db.prepare_cached(INSERT_STATEMENT)?;
    for (nth, said) in write::numbered(told.statements.iter()) {
        let Said { sentence: (start, end), parties, .. } = said;
        insert.execute(params![write::id(number, nth), chars.cut(*start, *end), parties])?;
    }
    Ok(())
}

const INSERT_STATEMENT: &str = "INSERT INTO statement_text (rowid, text, party) VALUES (?1, ?2, ?3)";

/// Takes out what [`keep_statements`] indexed; to be called while the statements are still there.
pub(crate) fn forget_statements(db: &Connection, number: u32) -> rusqlite::Result<()> {
    let mut select = db.prepare_cached("SELECT id FROM statement WHERE id BETWEEN ?1 AND ?2")?;
    let ids = select.query_map(write::ids(number), |row| row.get(0))?.collect::<Result<Vec<i64>, _>>()?;
    let mut delete = db.prepare_cached("DELETE FROM statement_text WHERE rowid = ?1")?;
    ids.into_iter().try_for_each(|id| delete.execute([id]).map(drop))
}

/// Whether reports of an older schema are still to be indexed.
pub(crate) fn is_behind(db: &Connection) -> rusqlite::Result<bool> {
    db.prepare("SELECT 1 FROM backlog")?.exists([])
}

/// Indexes the reports of an older schema, a few in each transaction, so that a kill loses little and memory stays small.
pub(crate) fn catch_up(connection: &mut Connection) -> Inner<()> {
    while is_behind(connection)? {
        let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        step(&tx)?;
        tx.commit()?;
    }
    Ok(())
}

/// Indexes the next reports that wait, unless another program has done so meanwhile.
fn step(db: &Connection) -> Inner<()> {
    let mut select = db.prepare_cached("SELECT after, last FROM backlog")?;
    let waiting = select.query_row([], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    let Some((after, last)): Option<(u32, u32)> = waiting else { return Ok(()) };
    let until = after.saturating_add(STEP).min(last);
    for number in after + 1..=until {
        catch_up_with(db, number)?;
    }
    if until == last {
        db.execute("DELETE FROM backlog", [])?;
    } else {
        db.execute("UPDATE backlog SET after = ?1", [until])?;
    }
    Ok(())
}

/// Indexes a report of an older schema with its statements, and finds the sentences around these.
fn catch_up_with(db: &Connection, number: u32) -> Inner<()> {
    let sql = "SELECT r.title, i.text, i.language FROM report r JOIN input i ON i.report = r.number WHERE r.number = ?1";
    let found =
        db.prepare_cached(sql)?.query_row([number], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)));
    let Some((title, text, language)): Option<(Option<String>, String, Option<String>)> = found.optional()?
    else {
        return Ok(());
    };
    keep(db, number, title.as_deref(), &text)?;
    db.prepare_cached("UPDATE report SET language = ?1 WHERE number = ?2")?
        .execute(params![language, number])?;
    let chars = Chars::of(&text);
    let mut insert = db.prepare_cached(INSERT_STATEMENT)?;
    let mut update =
        db.prepare_cached("UPDATE statement SET sentence_start = ?1, sentence_end = ?2 WHERE id = ?3")?;
    for old in old(db, number)? {
        let (start, end) = around(&chars, old.span);
        update.execute(params![start as i64, end as i64, old.id])?;
        insert.execute(params![old.id, chars.cut(start, end), old.parties])?;
    }
    Ok(())
}

/// A statement whose sentences are not known.
struct Old {
    id: i64,
    /// From the first of its source, cue and content to the last, in code points.
    span: (usize, usize),
    parties: String,
}

fn old(db: &Connection, number: u32) -> Inner<Vec<Old>> {
    let mut select = db.prepare_cached(
        "SELECT s.id, s.content, s.source_start, s.source_end, s.cue_start, s.cue_end, \
         coalesce(e.name, '') || ' ' || coalesce(a.name, '') FROM statement s LEFT JOIN entity e ON e.id = s.source \
         LEFT JOIN entity a ON a.id = s.addressee WHERE s.id BETWEEN ?1 AND ?2",
    )?;
    let mut rows = select.query(write::ids(number))?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let mut at = Vec::new();
        Reader::of(&row.get::<_, Vec<u8>>(1)?).list(&mut at).map_err(|_| write::damaged(number))?;
        for column in 2..6 {
            at.extend(row.get::<_, Option<u32>>(column)?);
        }
        let (first, last) = (at.iter().min().copied(), at.iter().max().copied());
        let span = (first.unwrap_or(0) as usize, last.unwrap_or(0) as usize);
        all.push(Old { id: row.get(0)?, span, parties: row.get(6)? });
    }
    Ok(all)
}

/// What ends a sentence, with what parts it from the next one.
const STOPS: [&str; 8] = ["\n", ". ", "! ", "? ", ".\u{201d} ", ".\" ", ".\u{201d}\n", ".\"\n"];

/// The sentences around a span, by full stops and ends of lines; reading the report again finds them better.
fn around(chars: &Chars<'_>, (start, end): (usize, usize)) -> (usize, usize) {
    let before = chars.cut(start.saturating_sub(LONGEST), start);
    let stop = STOPS.iter().filter_map(|stop| Some(before.rfind(stop)? + stop.len())).max();
    let first = start - before[stop.unwrap_or(0)..].chars().count();
    // The span may end with the stop.
    let from = end.saturating_sub(2).max(start);
    let inside = chars.cut(from, end).len();
    let after = chars.cut(from, end.saturating_add(LONGEST));
    let stops = STOPS.iter().filter_map(|stop| Some(after.find(stop)? + stop.trim_end().len()));
    let stop = stops.filter(|&at| at >= inside).min();
    let last = from + after[..stop.unwrap_or(after.len())].chars().count();
    shortened((first, last), (start, end))
}

/// Sentences around a span, cut where they are longer than is shown; what is before the span goes first.
pub(crate) fn shortened((first, last): (usize, usize), (start, end): (usize, usize)) -> (usize, usize) {
    let first = if end > first.saturating_add(LONGEST) { start } else { first };
    (first, last.min(first.saturating_add(LONGEST)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, span: &str, expected: &str) {
        let start = text[..text.find(span).expect("it stands there")].chars().count();
        let chars = Chars::of(text);
        let (first, last) = around(&chars, (start, start + span.chars().count()));
        assert_eq!(chars.cut(first, last), expected);
    }

    #[test]
    fn sentences_are_found_around_what_stands_in_them() {
        let text = "Zürich\nHe came. \u{201c}We left.\u{201d} Then \u{fc}ber all 5.4 men said no.\nThe end";
        check(text, "He", "He came.");
        check(text, "came.", "He came.");
        check(text, "\u{201c}We left.\u{201d}", "\u{201c}We left.\u{201d}");
        check(text, "men", "Then \u{fc}ber all 5.4 men said no.");
        check(text, "no.", "Then \u{fc}ber all 5.4 men said no.");
        check(text, "came. \u{201c}We", "He came. \u{201c}We left.\u{201d}");
        check(text, "end", "The end");
        check(text, "Zürich", "Zürich");
        check("", "", "");
    }

    #[test]
    fn a_sentence_without_end_is_cut() {
        let text = "\u{fc}".repeat(20_000);
        let chars = Chars::of(&text);
        assert_eq!(around(&chars, (10_000, 10_001)), (10_000, 14_000));
        assert_eq!(around(&chars, (10, 11)), (0, 4_000));
        assert_eq!(around(&chars, (10, 9_000)), (10, 4_010));
        assert_eq!(around(&chars, (30_000, 30_000)), (30_000, 30_000));
    }
}
