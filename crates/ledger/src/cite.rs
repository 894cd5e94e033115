//! The words behind events, from what the ledger keeps: no reading is needed.

use std::ops::Range;

use rusqlite::{Connection, OptionalExtension};
use saydo_facts::{Citation, EventId};
use saydo_record::Chars;

use crate::error::{Inner, Result};
use crate::outlet::Outlet;
use crate::stored::{self, Stored};
use crate::{Families, Ledger, write};

/// Where an event stands in its report, in code points.
struct At {
    trigger: Range<usize>,
    sentence: Range<usize>,
    source: Option<Range<usize>>,
}

/// A report whose events or statements are cited.
pub(crate) struct Cited {
    pub(crate) stored: Stored,
    /// As whose voice it counts.
    pub(crate) voice: String,
    /// The same for people, with whom it copies.
    family: String,
}

impl Ledger {
    /// The sentences that tell these events, in the order asked for; an event that the ledger does not have is left out.
    pub fn cite(&self, events: &[EventId], families: &Families<'_>) -> Result<Vec<Citation>> {
        self.ask(|db| {
            by_report(
                db,
                events,
                |event| event.report,
                families,
                |cited, chars, event| Ok(at(db, event)?.map(|at| cited.cite(event, chars, &at))),
            )
        })
    }
}

/// Goes through ids report by report, so that each text is fetched once, and gives what `each` finds in the order asked
/// for. What the ledger does not have is left out.
pub(crate) fn by_report<I: Copy + Ord, T>(
    db: &Connection,
    ids: &[I],
    report: impl Fn(I) -> u32,
    families: &Families<'_>,
    mut each: impl FnMut(&Cited, &Chars<'_>, I) -> Inner<Option<T>>,
) -> Inner<Vec<T>> {
    let mut order: Vec<usize> = (0..ids.len()).collect();
    order.sort_by_key(|&i| ids[i]);
    let mut found: Vec<(usize, T)> = Vec::new();
    for group in order.chunk_by(|&a, &b| report(ids[a]) == report(ids[b])) {
        let Some(cited) = Cited::fetch(db, report(ids[group[0]]), families)? else { continue };
        let chars = Chars::of(&cited.stored.report.text);
        for &i in group {
            found.extend(each(&cited, &chars, ids[i])?.map(|one| (i, one)));
        }
    }
    found.sort_by_key(|&(i, _)| i);
    Ok(found.into_iter().map(|(_, one)| one).collect())
}

fn at(db: &Connection, event: EventId) -> rusqlite::Result<Option<At>> {
    let mut select = db.prepare_cached(
        "SELECT e.trigger_start, e.trigger_end, e.sentence_start, e.sentence_end, s.source_start, s.source_end \
         FROM event e LEFT JOIN statement s ON s.id = ?2 + e.statement WHERE e.id = ?1",
    )?;
    let ids = [write::id(event.report, event.nth), write::id(event.report, 0)];
    let found = select.query_row(ids, |row| {
        let at = |column| row.get::<_, i64>(column).map(|n| n as usize);
        let maybe = |column| row.get::<_, Option<i64>>(column).map(|n| n.map(|n| n as usize));
        let source = maybe(4)?.zip(maybe(5)?).map(|(start, end)| start..end);
        Ok(At { trigger: at(0)?..at(1)?, sentence: at(2)?..at(3)?, source })
    });
    found.optional()
}

impl Cited {
    fn fetch(db: &Connection, number: u32, families: &Families<'_>) -> Inner<Option<Self>> {
        let Some(stored) = stored::fetch(db, number)? else { return Ok(None) };
        let outlet = Outlet::of(db, number)?;
        let voice = outlet.family(families).name;
        let family = match (&stored.copy, outlet.root) {
            (Some(copy), Some(root)) => format!("{voice} (copies r{root}: {})", copy.why),
            _ => voice.clone(),
        };
        Ok(Some(Self { stored, voice, family }))
    }

    fn cite(&self, event: EventId, chars: &Chars<'_>, at: &At) -> Citation {
        let Stored { report, day, sha256, read_by, .. } = &self.stored;
        let sentence = chars.cut(at.sentence.start, at.sentence.end);
        let inside = |span: &&Range<usize>| at.sentence.start <= span.start && span.end <= at.sentence.end;
        let bytes = |span: &Range<usize>| {
            let before = chars.cut(at.sentence.start, span.start).len();
            before..before + chars.cut(span.start, span.end).len()
        };
        Citation {
            event,
            sentence: sentence.to_owned(),
            trigger: bytes(&at.trigger),
            speaker: at.source.as_ref().map(|s| chars.cut(s.start, s.end).to_owned()),
            speaker_at: at.source.as_ref().filter(inside).map(bytes),
            at: at.sentence.clone(),
            publisher: report.publisher.clone(),
            family: self.family.clone(),
            published: *day,
            title: report.title.clone(),
            url: report.url.clone(),
            report: report.id.clone(),
            sha256: sha256.clone(),
            read_by: read_by.clone(),
        }
    }
}
