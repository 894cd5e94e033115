//! `/events`: events with their sentences, the newest day first.

use std::collections::HashMap;
use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use saydo_brief::document::Sentence;
use saydo_facts::{Actor, Citation, Days, Event, EventId, Place};
use saydo_tally::{Cursor, EventAt, Filter, PlaceKey};

use super::about::party;
use super::answer;
use super::ask::{self, Asking};
use super::filter::Asked;
use super::shape::{Day, Force, Page, Party, Told, Where};
use crate::guard::{Pairs, Parameters, Problem, Query};
use crate::room::{Desk, Room};

/// Which events, and which of them.
#[derive(Clone, Debug)]
pub(crate) struct Paged {
    asked: Asked,
    after: Option<Cursor>,
    limit: usize,
}

impl Parameters for Paged {
    fn take(pairs: &mut Pairs) -> Result<Self, Problem> {
        Ok(Self { after: pairs.one("cursor")?, limit: ask::limit(pairs)?, asked: Asked::take(pairs)? })
    }
}

/// A stretch of a list.
#[derive(Debug)]
pub(crate) struct Stretch<T> {
    pub(crate) items: Vec<T>,
    pub(crate) next: Option<Cursor>,
    pub(crate) total: usize,
}

impl<T> Stretch<T> {
    /// The same as a page.
    pub(crate) fn page(self, desk: &Desk<'_>, asked: &Asked) -> Page<T> {
        Page {
            items: self.items,
            next: self.next.map(|next| next.to_string()),
            total: self.total,
            as_of: Day(asked.day(desk)),
            generation: desk.generation.name.clone(),
        }
    }
}

pub(crate) async fn get(
    State(room): State<Arc<Room>>,
    Query(paged): Query<Paged>,
    asking: Asking,
) -> Result<Response, Problem> {
    answer::json(&room, &asking, move |desk| {
        let filter = paged.asked.filter(desk)?;
        Ok(stretch(desk, &filter, paged.after, paged.limit)?.page(desk, &paged.asked))
    })
    .await
}

/// The events behind a cursor.
pub(crate) fn stretch(
    desk: &Desk<'_>,
    filter: &Filter,
    after: Option<Cursor>,
    limit: usize,
) -> Result<Stretch<Told>, Problem> {
    let slice = desk.generation.tally.events(filter, after, limit);
    let ids: Vec<EventId> = slice.items.iter().map(|item| item.id).collect();
    let citations = desk.cite(&ids)?;
    let told = |item: &EventAt| {
        let event = desk.generation.facts().event(item.at)?;
        Some(told(desk, item, &event, citations.get(&item.id)))
    };
    Ok(Stretch { items: slice.items.iter().filter_map(told).collect(), next: slice.next, total: slice.total })
}

/// Events by their ids; one that is no longer there is left out.
pub(crate) fn by_id(desk: &Desk<'_>, ids: &[EventId]) -> Result<HashMap<EventId, Told>, Problem> {
    let citations = desk.cite(ids)?;
    let told = |id: &EventId| {
        let event = desk.generation.facts().find(*id)?;
        let at = EventAt { at: event.at, id: *id, day: event.day(), track: saydo_tally::track(&event) };
        Some((*id, told(desk, &at, &event, citations.get(id))))
    };
    Ok(ids.iter().filter_map(told).collect())
}

fn told(desk: &Desk<'_>, at: &EventAt, event: &Event<'_>, citation: Option<&Citation>) -> Told {
    Told {
        id: at.id.to_string(),
        report: at.id.report,
        day: Day(at.day),
        published: Day(event.published),
        time: event.time().map(time),
        track: at.track.name().to_owned(),
        plover: event.plover().map(|plover| plover.name().to_owned()),
        mode: event.mode().map(str::to_owned),
        contexts: event.contexts().map(str::to_owned).collect(),
        cameo: event.cameo().map(str::to_owned),
        kind: event.kind().map(|kind| kind.name().to_owned()),
        quad: saydo_tally::quad(event),
        goldstein: event.goldstein(),
        standing: event.standing().name().to_owned(),
        negated: event.negated(),
        actors: event.actors().map(actor).collect(),
        recipients: event.recipients().map(actor).collect(),
        speaker: event.speaker().map(speaker),
        places: event.places().map(place).collect(),
        force: event.forces().iter().map(force).collect(),
        confidence: event.confidence(),
        family: desk.generation.facts().family_name(event.report.family).to_owned(),
        sentence: citation.map(Sentence::of),
    }
}

/// A day, or the first and the last of a stretch (ISO 8601).
fn time(days: Days) -> String {
    if days.first == days.last { days.first.to_string() } else { format!("{}/{}", days.first, days.last) }
}

/// Who acts: by the code's name, and by the report's where there is no code.
fn actor(actor: &Actor) -> Party {
    match actor.code.as_str() {
        "" => Party { code: String::new(), name: actor.name.clone() },
        code => party(code),
    }
}

/// Who speaks: as the report names him.
fn speaker(actor: &Actor) -> Party {
    match actor.name.as_str() {
        "" => party(&actor.code),
        name => Party { code: actor.code.clone(), name: name.to_owned() },
    }
}

fn place(place: &Place) -> Where {
    Where {
        key: PlaceKey::of(place).to_string(),
        name: place.name.clone(),
        country: place.country.clone(),
        lat: place.lat,
        lon: place.lon,
        resolution: place.resolution.name().to_owned(),
    }
}

fn force(force: &saydo_facts::Force) -> Force {
    Force {
        element: force.element.name().to_owned(),
        movement: force.movement.name().to_owned(),
        extent: force.extent.map(|extent| extent.name().to_owned()),
        low: force.low,
        high: force.high,
    }
}
