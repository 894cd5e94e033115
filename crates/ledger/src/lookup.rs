//! From the numbers of packed events to the words of facts, each looked up once.

use rusqlite::{CachedStatement, Connection, Row as Columns};
use saydo_codebook::{Act, Plover};
use saydo_facts::{
    Actor, ActorId, CodeId, Facts, Force, Kind, LemmaId, Place, PlaceId, ReportId, Resolution, Row, Told,
};
use saydo_forces::{Element, Extent, Movement};
use saydo_standing::Standing;

use crate::pack::{Line, Moved};

/// What each number stands for, as far as it was asked for.
pub(crate) struct Lookup<'d> {
    entities: Table<'d, ActorId>,
    places: Table<'d, PlaceId>,
    codes: Table<'d, CodeId>,
    words: Table<'d, Word>,
    /// The lists of the event in hand.
    actors: Vec<ActorId>,
    recipients: Vec<ActorId>,
    at: Vec<PlaceId>,
    forces: Vec<Force>,
}

/// One table: its rows so far, and the question for one that is not there yet.
struct Table<'d, T> {
    known: Vec<Option<T>>,
    select: CachedStatement<'d>,
}

/// A word in all the senses that it may have in an event. One that only a newer program knows has none, which reads as
/// not stated.
#[derive(Clone, Copy)]
struct Word {
    lemma: LemmaId,
    standing: Option<Standing>,
    act: Option<Act>,
    element: Option<Element>,
    movement: Option<Movement>,
    extent: Option<Extent>,
}

impl<'d, T: Copy> Table<'d, T> {
    fn of(db: &'d Connection, sql: &str) -> rusqlite::Result<Self> {
        Ok(Self { known: Vec::new(), select: db.prepare_cached(sql)? })
    }

    fn get(
        &mut self,
        id: u32,
        make: impl FnOnce(&Columns<'_>) -> rusqlite::Result<T>,
    ) -> rusqlite::Result<T> {
        let at = id as usize;
        if let Some(Some(known)) = self.known.get(at) {
            return Ok(*known);
        }
        let found = self.select.query_row([id], make)?;
        if self.known.len() <= at {
            self.known.resize(at + 1, None);
        }
        self.known[at] = Some(found);
        Ok(found)
    }
}

impl<'d> Lookup<'d> {
    pub(crate) fn of(db: &'d Connection) -> rusqlite::Result<Self> {
        let entities = "SELECT e.name, a.code, a.country, a.sector FROM entity e JOIN actor a ON a.id = e.actor \
                        WHERE e.id = ?1";
        let places =
            "SELECT name, country, admin1, lat, lon, geonameid, resolution, shape FROM place WHERE id = ?1";
        let codes = "SELECT plover, mode, contexts, cameo, kind, goldstein FROM code WHERE id = ?1";
        Ok(Self {
            entities: Table::of(db, entities)?,
            places: Table::of(db, places)?,
            codes: Table::of(db, codes)?,
            words: Table::of(db, "SELECT text FROM word WHERE id = ?1")?,
            actors: Vec::new(),
            recipients: Vec::new(),
            at: Vec::new(),
            forces: Vec::new(),
        })
    }

    /// Tells `facts` an event. A number that no table has is an error, as any row that is missing.
    pub(crate) fn tell(
        &mut self,
        facts: &mut Facts,
        report: ReportId,
        nth: u32,
        line: &Line,
    ) -> rusqlite::Result<()> {
        self.lists(facts, line)?;
        let lemma = self.word(facts, line.lemma)?.lemma;
        let standing = self.word(facts, line.standing)?.standing;
        let act = if line.act == 0 { None } else { self.word(facts, line.act)?.act };
        let row = Row {
            code: self.codes.get(line.code, |row| Ok(facts.code_id(&told(row)?)))?,
            lemma,
            // What only a newer program knows is no deed.
            standing: standing.unwrap_or(Standing::Possible),
            negated: line.negated,
            hedged: line.hedged,
            speaker: self.party(facts, line.speaker)?,
            statement: line.statement,
            act,
            carrier: self.party(facts, line.carrier)?,
            actors: &self.actors,
            recipients: &self.recipients,
            forces: &self.forces,
            places: &self.at,
            time: line.time,
            by: line.by,
            from: line.from,
            said: line.said,
            count: line.count,
            confidence: line.confidence as f32 / 100.0,
        };
        facts.tell_row(report, nth, &row);
        Ok(())
    }

    fn lists(&mut self, facts: &mut Facts, line: &Line) -> rusqlite::Result<()> {
        self.actors.clear();
        self.recipients.clear();
        self.at.clear();
        self.forces.clear();
        for &id in &line.actors {
            self.actors.push(actor(&mut self.entities, facts, id)?);
        }
        for &id in &line.recipients {
            self.recipients.push(actor(&mut self.entities, facts, id)?);
        }
        for &id in &line.places {
            self.at.push(self.places.get(id, |row| Ok(facts.place_id(place(row)?)))?);
        }
        for moved in &line.forces {
            let force = self.force(facts, moved)?;
            self.forces.extend(force);
        }
        Ok(())
    }

    fn word(&mut self, facts: &mut Facts, id: u32) -> rusqlite::Result<Word> {
        self.words.get(id, |row| {
            let text: String = row.get(0)?;
            Ok(Word {
                standing: Standing::of(&text),
                act: Act::of(&text),
                element: Element::of(&text),
                movement: Movement::of(&text),
                extent: Extent::of(&text),
                lemma: facts.lemma_id(text),
            })
        })
    }

    fn party(&mut self, facts: &mut Facts, entity: u32) -> rusqlite::Result<Option<ActorId>> {
        if entity == 0 { Ok(None) } else { actor(&mut self.entities, facts, entity).map(Some) }
    }

    /// A force element; `None` where only a newer program knows it.
    fn force(&mut self, facts: &mut Facts, moved: &Moved) -> rusqlite::Result<Option<Force>> {
        let extent = if moved.extent == 0 { None } else { self.word(facts, moved.extent)?.extent };
        let element = self.word(facts, moved.element)?.element;
        let movement = self.word(facts, moved.movement)?.movement;
        let Moved { low, high, .. } = *moved;
        Ok(element.zip(movement).map(|(element, movement)| Force { element, movement, extent, low, high }))
    }
}

fn actor(entities: &mut Table<'_, ActorId>, facts: &mut Facts, id: u32) -> rusqlite::Result<ActorId> {
    entities.get(id, |row| {
        let actor =
            Actor { name: row.get(0)?, code: row.get(1)?, country: some(row, 2)?, sector: some(row, 3)? };
        Ok(facts.actor_id(actor))
    })
}

/// A column that is empty for none.
fn some(row: &Columns<'_>, column: usize) -> rusqlite::Result<Option<String>> {
    Ok(Some(row.get::<_, String>(column)?).filter(|text| !text.is_empty()))
}

fn place(row: &Columns<'_>) -> rusqlite::Result<Place> {
    Ok(Place {
        name: row.get(0)?,
        country: some(row, 1)?,
        admin1: some(row, 2)?,
        lat: row.get(3)?,
        lon: row.get(4)?,
        geonameid: Some(row.get(5)?).filter(|&id| id != 0),
        resolution: Resolution::of(&row.get::<_, String>(6)?).unwrap_or_default(),
        shape: some(row, 7)?,
    })
}

/// The codes of an event, and nothing else.
fn told(row: &Columns<'_>) -> rusqlite::Result<Told> {
    let contexts: String = row.get(2)?;
    Ok(Told {
        plover: Plover::of(&row.get::<_, String>(0)?),
        mode: some(row, 1)?,
        contexts: contexts.split(' ').filter(|c| !c.is_empty()).map(str::to_owned).collect(),
        cameo: some(row, 3)?,
        kind: Kind::of(&row.get::<_, String>(4)?),
        goldstein: row.get(5)?,
        ..Told::default()
    })
}
