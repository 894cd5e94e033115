//! A reading as rows.
//!
//! Rows of tables whose keys lie scattered are put in order before they go in, so that neighbours are written together.

use rusqlite::{Connection, params};

use crate::StatementId;
use crate::error::{Fault, Inner};
use crate::names::{ActorKey, Names};
use crate::pack::{self, Line, Reader};
use crate::told::{Said, Spans, Told};

/// In the id of an event or statement the report's number stands above so many bits.
const BITS: u32 = 24;

/// Who acts, is acted upon, says so.
const ROLES: [i64; 3] = [1, 2, 3];

/// The id of an event or a statement of a report.
pub(crate) fn id(report: u32, nth: u32) -> i64 {
    i64::from(report) << BITS | i64::from(nth)
}

/// The ids of a report's events or statements lie from the first to the last of these.
pub(crate) fn ids(report: u32) -> [i64; 2] {
    [id(report, 0), id(report, (1 << BITS) - 1)]
}

/// The report of an event or statement.
pub(crate) fn report_of(id: i64) -> u32 {
    (id >> BITS) as u32
}

/// The statement with this id.
pub(crate) fn statement(id: i64) -> StatementId {
    StatementId { report: report_of(id), nth: (id & ((1 << BITS) - 1)) as u32 }
}

/// Items with their numbers. More than 16 million in one report have no rows of their own.
pub(crate) fn numbered<T>(all: impl Iterator<Item = T>) -> impl Iterator<Item = (u32, T)> {
    (1..1 << BITS).zip(all)
}

/// Writes the rows of a reading.
pub(crate) fn insert(db: &Connection, names: &mut Names, report: u32, told: &Told) -> rusqlite::Result<()> {
    db.prepare_cached("INSERT INTO reading (report, events, entities) VALUES (?1, ?2, ?3)")?
        .execute(params![report, pack::events(&told.lines), pack::list(&told.entities)])?;
    statements(db, report, &told.statements)?;
    events(db, report, &told.lines, &told.spans)?;
    Links::of(db, names, report, &told.lines, &told.entities)?.run(
        db,
        "INSERT INTO event_actor (actor, event, role) VALUES (?1, ?2, ?3)",
        "INSERT INTO event_place (place, event) VALUES (?1, ?2)",
        "INSERT INTO mentioned (entity, report) VALUES (?1, ?2)",
    )
}

/// Takes out what [`insert`] wrote.
pub(crate) fn remove(db: &Connection, names: &mut Names, report: u32) -> Inner<()> {
    let (lines, entities) = fetch(db, report)?;
    Links::of(db, names, report, &lines, &entities)?.run(
        db,
        "DELETE FROM event_actor WHERE actor = ?1 AND event = ?2 AND role = ?3",
        "DELETE FROM event_place WHERE place = ?1 AND event = ?2",
        "DELETE FROM mentioned WHERE entity = ?1 AND report = ?2",
    )?;
    db.prepare_cached("DELETE FROM event WHERE id BETWEEN ?1 AND ?2")?.execute(ids(report))?;
    db.prepare_cached("DELETE FROM statement WHERE id BETWEEN ?1 AND ?2")?.execute(ids(report))?;
    db.prepare_cached("DELETE FROM reading WHERE report = ?1")?.execute([report])?;
    Ok(())
}

/// The packed events and entities of a report.
fn fetch(db: &Connection, report: u32) -> Inner<(Vec<Line>, Vec<u32>)> {
    let mut select = db.prepare_cached("SELECT events, entities FROM reading WHERE report = ?1")?;
    let (events, entities): (Vec<u8>, Vec<u8>) =
        select.query_row([report], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let (mut lines, mut list) = (Vec::new(), Vec::new());
    let whole = pack::each(&events, &mut Line::default(), |_, line| lines.push(line.clone()))
        .and_then(|()| Reader::of(&entities).list(&mut list));
    whole.map_err(|_| damaged(report))?;
    Ok((lines, list))
}

/// What is said of a report whose packed columns cannot be read.
pub(crate) fn damaged(report: u32) -> Fault {
    Fault::Damaged(format!("the events of report {report} cannot be read"))
}

fn statements(db: &Connection, report: u32, all: &[Said]) -> rusqlite::Result<()> {
    let mut insert = db.prepare_cached(
        "INSERT INTO statement (id, kind, source, source_start, source_end, act, cue_start, cue_end, negated, content, \
         addressee, said, within, sentence_start, sentence_end) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
    )?;
    for (nth, said) in numbered(all.iter()) {
        let (source, cue) = (said.source_span, said.cue);
        insert.execute(params![
            id(report, nth),
            said.kind,
            said.source,
            source.map(|s| s.0 as i64),
            source.map(|s| s.1 as i64),
            said.act,
            cue.map(|c| c.0 as i64),
            cue.map(|c| c.1 as i64),
            said.negated,
            pack::list(&said.content),
            said.addressee,
            said.on,
            said.within,
            said.sentence.0 as i64,
            said.sentence.1 as i64,
        ])?;
    }
    Ok(())
}

fn events(db: &Connection, report: u32, lines: &[Line], spans: &[Spans]) -> rusqlite::Result<()> {
    let mut insert = db.prepare_cached(
        "INSERT INTO event (id, code, standing, negated, statement, trigger_start, trigger_end, sentence_start, \
         sentence_end) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?;
    for (nth, (line, at)) in numbered(lines.iter().zip(spans)) {
        insert.execute(params![
            id(report, nth),
            line.code,
            line.standing,
            line.negated,
            line.statement,
            at.trigger.0 as i64,
            at.trigger.1 as i64,
            at.sentence.0 as i64,
            at.sentence.1 as i64,
        ])?;
    }
    Ok(())
}

/// Which actors, places and entities a report's rows point to.
struct Links {
    report: u32,
    actors: Vec<(u32, i64, i64)>,
    places: Vec<(u32, i64)>,
    entities: Vec<u32>,
}

impl Links {
    fn of(
        db: &Connection,
        names: &mut Names,
        report: u32,
        lines: &[Line],
        entities: &[u32],
    ) -> rusqlite::Result<Self> {
        let nobody = names.actor(db, ActorKey::default())?;
        let mut all = Self { report, actors: Vec::new(), places: Vec::new(), entities: entities.to_vec() };
        for (nth, line) in numbered(lines.iter()) {
            let event = id(report, nth);
            let speaker: &[u32] = if line.speaker == 0 { &[] } else { &[line.speaker] };
            for (role, parties) in ROLES.into_iter().zip([line.actors.as_slice(), &line.recipients, speaker])
            {
                for &entity in parties {
                    let actor = names.actor_of(db, entity)?;
                    all.actors.extend((actor != nobody).then_some((actor, event, role)));
                }
            }
            all.places.extend(line.places.iter().map(|&place| (place, event)));
        }
        all.actors.sort_unstable();
        all.actors.dedup();
        all.places.sort_unstable();
        all.places.dedup();
        all.entities.sort_unstable();
        all.entities.dedup();
        Ok(all)
    }

    /// Runs a statement for each link.
    fn run(&self, db: &Connection, actors: &str, places: &str, entities: &str) -> rusqlite::Result<()> {
        let mut run = db.prepare_cached(actors)?;
        for (actor, event, role) in &self.actors {
            run.execute(params![actor, event, role])?;
        }
        let mut run = db.prepare_cached(places)?;
        for (place, event) in &self.places {
            run.execute(params![place, event])?;
        }
        let mut run = db.prepare_cached(entities)?;
        for entity in &self.entities {
            run.execute(params![entity, self.report])?;
        }
        Ok(())
    }
}
