//! A report as it came in, to and from its rows: what comes back is what was given, so that it can be read again.

use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, Row, params};
use saydo_text::{Byte, Problem, ProblemKind, Report, Span, Zone, ZoneSpan};

use crate::day;
use crate::error::{Fault, Inner};
use crate::pack::{Reader, Writer};
use crate::voice::Copy;

/// A report of the ledger.
#[derive(Clone, Debug, PartialEq)]
pub struct Stored {
    /// Its number.
    pub number: u32,
    /// What its reader gave: equal in every field to what was added.
    pub report: Report,
    /// The day of publication in UTC.
    pub day: Option<Date>,
    /// The day it came in.
    pub added: Date,
    /// The revision that it replaced.
    pub revision_of: Option<u32>,
    /// The day on which a later revision replaced it.
    pub superseded: Option<Date>,
    /// SHA-256 of its text, in hexadecimal digits.
    pub sha256: String,
    /// The versions of program, weights and tables that read it last.
    pub read_by: String,
    /// Whom it copies.
    pub copy: Option<Copy>,
}

const ZONES: [Zone; 5] = [Zone::Headline, Zone::Dateline, Zone::Body, Zone::Subheading, Zone::Caption];

const PROBLEMS: [ProblemKind; 13] = [
    ProblemKind::Empty,
    ProblemKind::Encoding,
    ProblemKind::Language,
    ProblemKind::BadRecord,
    ProblemKind::BadConllu,
    ProblemKind::LongSentence,
    ProblemKind::LongToken,
    ProblemKind::ManyEvents,
    ProblemKind::ImpossibleDate,
    ProblemKind::BadFeed,
    ProblemKind::BadArchive,
    ProblemKind::Incomplete,
    ProblemKind::DateConflict,
];

/// The number of a zone in packed columns. A zone that is new in the program does not compile here.
fn zone_number(zone: Zone) -> u64 {
    match zone {
        Zone::Headline => 0,
        Zone::Dateline => 1,
        Zone::Body => 2,
        Zone::Subheading => 3,
        Zone::Caption => 4,
    }
}

/// Packs zones as their distance from the one before, length and kind.
fn pack(zones: &[ZoneSpan]) -> Vec<u8> {
    let mut out = Writer::default();
    let mut before = 0;
    for zone in zones {
        // Zones lie in order; one that does not would count from further back and is kept all the same.
        out.number(zone.span.start.wrapping_sub(before) as u64);
        out.number(zone.span.len() as u64);
        out.number(zone_number(zone.zone));
        before = zone.span.end;
    }
    out.bytes
}

fn unpack(bytes: &[u8]) -> Option<Vec<ZoneSpan>> {
    let mut reader = Reader::of(bytes);
    let (mut zones, mut before) = (Vec::new(), 0usize);
    while !reader.is_at_end() {
        let start = before.wrapping_add(reader.number().ok()? as usize);
        let end = start.checked_add(usize::try_from(reader.number().ok()?).ok()?)?;
        let zone = *ZONES.get(usize::try_from(reader.number().ok()?).ok()?)?;
        zones.push(ZoneSpan { span: Span::<Byte>::new(start, end), zone });
        before = end;
    }
    Some(zones)
}

/// Keeps text, zones and problems of a new report.
pub(crate) fn keep(db: &Connection, number: u32, report: &Report) -> rusqlite::Result<()> {
    db.prepare_cached("INSERT INTO input (report, text, language, zones) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![number, report.text, report.language, pack(&report.zones)])?;
    for (nth, problem) in report.problems.iter().enumerate() {
        let span = problem.span.map(|s| (s.start as i64, s.end as i64));
        db.prepare_cached(
            "INSERT INTO problem (report, nth, kind, first_byte, end_byte, detail) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            number,
            nth as i64,
            problem.kind.code(),
            span.map(|s| s.0),
            span.map(|s| s.1),
            problem.detail
        ])?;
    }
    Ok(())
}

/// Takes out what [`keep`] kept.
pub(crate) fn forget(db: &Connection, number: u32) -> rusqlite::Result<()> {
    db.prepare_cached("DELETE FROM input WHERE report = ?1")?.execute([number])?;
    db.prepare_cached("DELETE FROM problem WHERE report = ?1")?.execute([number])?;
    Ok(())
}

/// The report with this number.
pub(crate) fn fetch(db: &Connection, number: u32) -> Inner<Option<Stored>> {
    let mut select = db.prepare_cached(
        "SELECT r.id, r.title, r.url, p.name, r.published, i.language, i.text, i.zones, r.day, r.added, r.revision_of, \
         r.superseded, lower(hex(r.sha256)), v.name, c.of, c.why, c.similarity \
         FROM report r JOIN input i ON i.report = r.number JOIN version v ON v.id = r.read_by \
         LEFT JOIN publisher p ON p.id = r.publisher LEFT JOIN copy c ON c.report = r.number WHERE r.number = ?1",
    )?;
    let Some((mut stored, zones)) = select.query_row([number], |row| of_row(number, row)).optional()? else {
        return Ok(None);
    };
    let damaged = || Fault::Damaged(format!("the zones of report {number} cannot be read"));
    stored.report.zones = unpack(&zones).ok_or_else(damaged)?;
    stored.report.problems = problems(db, number)?;
    Ok(Some(stored))
}

fn of_row(number: u32, row: &Row<'_>) -> rusqlite::Result<(Stored, Vec<u8>)> {
    let date = |n: Option<u32>| n.and_then(day::of_number);
    let report = Report {
        id: row.get(0)?,
        title: row.get(1)?,
        url: row.get(2)?,
        publisher: row.get(3)?,
        published: row.get(4)?,
        language: row.get(5)?,
        text: row.get(6)?,
        ..Report::default()
    };
    let of: Option<u32> = row.get(14)?;
    let copy =
        of.map(|of| Ok::<_, rusqlite::Error>(Copy { of, why: row.get(15)?, similarity: row.get(16)? }));
    let stored = Stored {
        number,
        report,
        day: date(row.get(8)?),
        added: date(row.get(9)?).unwrap_or_default(),
        revision_of: row.get(10)?,
        superseded: date(row.get(11)?),
        sha256: row.get(12)?,
        read_by: row.get(13)?,
        copy: copy.transpose()?,
    };
    Ok((stored, row.get(7)?))
}

fn problems(db: &Connection, number: u32) -> rusqlite::Result<Vec<Problem>> {
    let mut select = db.prepare_cached(
        "SELECT kind, first_byte, end_byte, detail FROM problem WHERE report = ?1 ORDER BY nth",
    )?;
    let rows = select.query_map([number], |row| {
        let code: String = row.get(0)?;
        let span = match (row.get::<_, Option<i64>>(1)?, row.get::<_, Option<i64>>(2)?) {
            (Some(start), Some(end)) => Some(Span::new(start as usize, end as usize)),
            _ => None,
        };
        let kind = PROBLEMS.into_iter().find(|kind| kind.code() == code);
        Ok(kind.map(|kind| Problem { kind, span, detail: row.get(3).unwrap_or_default() }))
    })?;
    Ok(rows.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_come_back_as_they_were() {
        let zone = |start, end, zone| ZoneSpan { span: Span::new(start, end), zone };
        let zones: Vec<ZoneSpan> =
            ZONES.into_iter().enumerate().map(|(i, z)| zone(i * 300, i * 300 + 200, z)).collect();
        assert_eq!(unpack(&pack(&zones)), Some(zones));
        let out_of_order = vec![zone(50, 60, Zone::Body), zone(0, 10, Zone::Headline)];
        assert_eq!(unpack(&pack(&out_of_order)), Some(out_of_order));
        assert_eq!(unpack(&[1, 2, 99]), None);
    }
}
