//! What a record tells, in the ledger's numbers: the one place where the public record's fields are read.

use jiff::civil::Date;
use rusqlite::Connection;
use saydo_record::{Entity, Event, Force, Mention, Participant, Party, Record, Statement};

use crate::index;
use crate::names::{ActorKey, Names};
use crate::pack::{Line, Moved};

/// What is kept of one reading.
#[derive(Debug, Default)]
pub(crate) struct Told {
    /// The entities of the record, in its order.
    pub(crate) entities: Vec<u32>,
    pub(crate) statements: Vec<Said>,
    pub(crate) lines: Vec<Line>,
    pub(crate) spans: Vec<Spans>,
}

/// Where an event is told, in code points of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Spans {
    pub(crate) trigger: (usize, usize),
    pub(crate) sentence: (usize, usize),
}

/// A statement.
#[derive(Debug, Default)]
pub(crate) struct Said {
    pub(crate) kind: u32,
    pub(crate) source: Option<u32>,
    pub(crate) source_span: Option<(usize, usize)>,
    pub(crate) act: Option<u32>,
    pub(crate) cue: Option<(usize, usize)>,
    pub(crate) negated: bool,
    pub(crate) content: Vec<u32>,
    pub(crate) addressee: Option<u32>,
    pub(crate) on: Option<String>,
    pub(crate) within: Option<u32>,
    /// The sentences that hold source, cue and content.
    pub(crate) sentence: (usize, usize),
    /// The names of who speaks and who is spoken to.
    pub(crate) parties: String,
}

/// Turns a record's words into numbers.
struct Teller<'a> {
    db: &'a Connection,
    names: &'a mut Names,
    record: &'a Record,
    published: Option<Date>,
    entities: Vec<u32>,
}

/// What a record of a report published on this day tells.
pub(crate) fn tell(
    db: &Connection,
    names: &mut Names,
    record: &Record,
    published: Option<Date>,
) -> rusqlite::Result<Told> {
    let entities = record
        .entities
        .iter()
        .map(|e| names.entity(db, &e.name, &e.kind, coded(e)))
        .collect::<Result<_, _>>()?;
    let mut teller = Teller { db, names, record, published, entities };
    let statements = record.statements.iter().map(|s| teller.statement(s)).collect::<Result<Vec<_>, _>>()?;
    let lines = record
        .events
        .iter()
        .map(|event| teller.line(event, &statements))
        .collect::<Result<_, rusqlite::Error>>()?;
    let spans = record.events.iter().map(|event| spans(record, event)).collect();
    Ok(Told { entities: teller.entities, statements, lines, spans })
}

impl Teller<'_> {
    fn statement(&mut self, statement: &Statement) -> rusqlite::Result<Said> {
        let cue = statement.cue.as_ref();
        Ok(Said {
            kind: self.word(&statement.kind)?,
            source: statement.source.as_ref().map(|s| self.party(s)).transpose()?,
            source_span: statement.source.as_ref().map(|s| (s.start, s.end)),
            act: cue.map(|c| self.word(&c.act)).transpose()?,
            cue: cue.map(|c| (c.start, c.end)),
            negated: cue.is_some_and(|c| c.negated),
            content: statement.content.iter().flat_map(|p| [p.start as u32, p.end as u32]).collect(),
            addressee: statement.addressee.as_ref().map(|a| self.party(a)).transpose()?,
            on: statement.said.clone(),
            within: statement.within.as_deref().and_then(|id| ordinal(id, 's')),
            sentence: around(self.record, statement),
            parties: parties(self.record, statement),
        })
    }

    fn line(&mut self, event: &Event, statements: &[Said]) -> rusqlite::Result<Line> {
        let code = self.code(event)?;
        let statement = event.statement.as_deref().and_then(|id| ordinal(id, 's'));
        let carried = statement.and_then(|nth| item(statements, nth));
        let outer = carried.and_then(|s| item(statements, s.within?));
        Ok(Line {
            code,
            lemma: self.lemma(event)?,
            standing: self.word(&event.standing)?,
            negated: event.negated,
            hedged: event.hedged,
            speaker: carried.and_then(|s| s.source).unwrap_or(0),
            carrier: outer.and_then(|s| s.source).unwrap_or(0),
            statement,
            act: carried.and_then(|s| s.act).unwrap_or(0),
            actors: self.participants(&event.actors)?,
            recipients: self.participants(&event.recipients)?,
            forces: event.force.iter().map(|f| self.force(f)).collect::<Result<_, _>>()?,
            places: self.places(event)?,
            time: self.days(event.time.as_deref()),
            by: self.days(event.by.as_deref()),
            from: self.days(event.from.as_deref()),
            said: self.days(carried.and_then(|s| s.on.as_deref())),
            count: event.count.as_ref().map(|c| (c.low, c.high)),
            confidence: (event.confidence.clamp(0.0, 1.0) * 100.0).round() as u32,
        })
    }

    fn word(&mut self, text: &str) -> rusqlite::Result<u32> {
        self.names.word(self.db, text)
    }

    fn lemma(&mut self, event: &Event) -> rusqlite::Result<u32> {
        self.word(&lemma(event))
    }

    fn days(&self, timex: Option<&str>) -> Option<saydo_facts::Days> {
        timex.and_then(|value| saydo_facts::days(value, self.published))
    }

    fn code(&mut self, event: &Event) -> rusqlite::Result<u32> {
        let text = |field: &Option<String>| field.clone().unwrap_or_default();
        let goldstein = event.goldstein.filter(|g| g.is_finite()).map(f32::to_bits);
        let kind = text(&event.kind);
        let key = (
            text(&event.plover),
            text(&event.mode),
            event.contexts.join(" "),
            text(&event.cameo),
            kind,
            goldstein,
        );
        self.names.code(self.db, key)
    }

    /// Who speaks or is spoken to: the entity, or the words that name somebody who is none.
    fn party(&mut self, party: &Party) -> rusqlite::Result<u32> {
        match party.entity.as_deref().and_then(|id| item(&self.entities, ordinal(id, 'e')?)) {
            Some(&entity) => Ok(entity),
            None => self.names.entity(self.db, &party.text, "", ActorKey::default()),
        }
    }

    /// Who takes part; things, and those whom the text does not tell, are left out.
    fn participants(&mut self, all: &[Participant]) -> rusqlite::Result<Vec<u32>> {
        let mut ids = Vec::with_capacity(all.len());
        for one in all {
            let known = one.entity.as_deref().and_then(|id| item(&self.entities, ordinal(id, 'e')?));
            match (known, &one.code) {
                (Some(&entity), _) => ids.push(entity),
                (None, Some(code)) => {
                    let text = |field: &Option<String>| field.clone().unwrap_or_default();
                    let key = (code.clone(), text(&one.country), text(&one.sector));
                    ids.push(self.names.entity(self.db, "", "", key)?);
                }
                (None, None) => {}
            }
        }
        Ok(ids)
    }

    fn force(&mut self, force: &Force) -> rusqlite::Result<Moved> {
        Ok(Moved {
            element: self.word(&force.element)?,
            movement: self.word(&force.movement)?,
            extent: force.extent.as_deref().map_or(Ok(0), |extent| self.word(extent))?,
            low: force.low,
            high: force.high,
        })
    }

    fn places(&mut self, event: &Event) -> rusqlite::Result<Vec<u32>> {
        let mentions = event.places.iter().filter_map(|id| item(&self.record.mentions, ordinal(id, 'm')?));
        let mut ids = Vec::new();
        for mention in mentions {
            ids.extend(self.place(mention)?);
        }
        Ok(ids)
    }

    fn place(&mut self, mention: &Mention) -> rusqlite::Result<Option<u32>> {
        let Some(place) = &mention.place else { return Ok(None) };
        if !(place.lat.is_finite() && place.lon.is_finite()) {
            return Ok(None);
        }
        let key = (
            place.name.clone(),
            place.country.clone().unwrap_or_default(),
            place.admin1.clone().unwrap_or_default(),
            // Zero has two forms of bits and is one number.
            (place.lat + 0.0).to_bits(),
            (place.lon + 0.0).to_bits(),
            place.geonameid.unwrap_or(0),
            place.resolution.clone(),
            place.shape.clone().unwrap_or_default(),
        );
        self.names.place(self.db, key).map(Some)
    }
}

fn coded(entity: &Entity) -> ActorKey {
    let text = |field: &Option<String>| field.clone().unwrap_or_default();
    entity.actor.as_ref().map(|a| (a.code.clone(), text(&a.country), text(&a.sector))).unwrap_or_default()
}

/// Where an event and its sentence stand.
fn spans(record: &Record, event: &Event) -> Spans {
    let trigger = (event.trigger.start, event.trigger.end);
    let after = record.sentences.partition_point(|s| s.start <= trigger.0);
    let sentence = after.checked_sub(1).and_then(|i| record.sentences.get(i));
    let sentence = sentence.filter(|s| trigger.1 <= s.end).map_or(trigger, |s| (s.start, s.end));
    Spans { trigger, sentence }
}

/// From the start of the first sentence to the end of the last one that hold source, cue and content.
fn around(record: &Record, statement: &Statement) -> (usize, usize) {
    let source = statement.source.iter().map(|s| (s.start, s.end));
    let cue = statement.cue.iter().map(|c| (c.start, c.end));
    let content = statement.content.iter().map(|c| (c.start, c.end));
    let all = source.chain(cue).chain(content);
    let Some((start, end)) = all.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))) else { return (0, 0) };
    let after = record.sentences.partition_point(|s| s.start <= start);
    let first = after.checked_sub(1).and_then(|i| record.sentences.get(i)).filter(|s| start < s.end);
    let last = record.sentences.get(record.sentences.partition_point(|s| s.end < end));
    let last = last.filter(|s| s.start < end);
    index::shortened((first.map_or(start, |s| s.start), last.map_or(end, |s| s.end)), (start, end))
}

/// The names of who speaks and who is spoken to, as far as the text means a known entity.
fn parties(record: &Record, statement: &Statement) -> String {
    let both = [&statement.source, &statement.addressee].into_iter().flatten();
    let name = |party: &Party| {
        let entity = party.entity.as_deref().and_then(|id| item(&record.entities, ordinal(id, 'e')?))?;
        Some(entity.name.as_str())
    };
    both.filter_map(name).collect::<Vec<_>>().join(" ")
}

/// The number in an id such as `s3`.
fn ordinal(id: &str, letter: char) -> Option<u32> {
    id.strip_prefix(letter)?.parse().ok()
}

/// The item with this number, counted from 1.
fn item<T>(list: &[T], nth: u32) -> Option<&T> {
    list.get((nth as usize).checked_sub(1)?)
}

/// The trigger in lower case where the record has no lemma.
fn lemma(event: &Event) -> String {
    if event.lemma.is_empty() { event.trigger.text.to_lowercase() } else { event.lemma.clone() }
}
