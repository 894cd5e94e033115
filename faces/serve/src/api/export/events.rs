//! The columns of events.

use saydo_export::Cell;
use saydo_export::Kind::{Day, Integer, List, Real, Text, Truth};

use super::field::{Field, codes, field, list, maybe, names, number, some_number, text};
use crate::api::shape::{Force, Told};

pub(super) const EVENTS: &[Field<Told>] = &[
    field("id", Text, "the event: number of its report and its own there", |e| text(&e.id)),
    field("report", Integer, "the number of its report", |e| number(e.report)),
    field("day", Day, "when it happened, else publication", |e| Cell::Day(e.day.0)),
    field("published", Day, "when its report was published", |e| Cell::Day(e.published.0)),
    field("time", Text, "when it happened or is to happen, as far as the text tells (ISO 8601)", |e| {
        maybe(e.time.as_ref())
    }),
    field("track", Text, "words, deeds or denials", |e| text(&e.track)),
    field("plover", Text, "PLOVER's category", |e| maybe(e.plover.as_ref())),
    field("mode", Text, "PLOVER's mode", |e| maybe(e.mode.as_ref())),
    field("contexts", List, "PLOVER's contexts", |e| list(&e.contexts)),
    field("cameo", Text, "CAMEO's code", |e| maybe(e.cameo.as_ref())),
    field("kind", Text, "what it is where neither has a code", |e| maybe(e.kind.as_ref())),
    field("quad", Integer, "PLOVER's quad class, 1 to 4", |e| some_number(e.quad)),
    field("goldstein", Real, "Goldstein's score, -10 to 10", |e| e.goldstein.map_or(Cell::Nothing, real)),
    field("standing", Text, "reported, announced, claimed, intended, demanded or possible", |e| {
        text(&e.standing)
    }),
    field("negated", Truth, "whether the text says that it is not so", |e| Cell::Truth(e.negated)),
    field("actors", List, "codes of those who act", |e| codes(&e.actors)),
    field("actor_names", List, "names of those who act", |e| names(&e.actors)),
    field("recipients", List, "codes of those to whom it is done", |e| codes(&e.recipients)),
    field("recipient_names", List, "names of those to whom it is done", |e| names(&e.recipients)),
    field("speaker", Text, "the code of who says so", |e| maybe(e.speaker.as_ref().map(|party| &party.code))),
    field("speaker_name", Text, "who says so", |e| maybe(e.speaker.as_ref().map(|party| &party.name))),
    field("places", List, "keys of places", |e| list(e.places.iter().map(|place| &place.key))),
    field("place_names", List, "names of places", |e| list(e.places.iter().map(|place| &place.name))),
    field("lat", Real, "degrees north of the first place", |e| first(e, |place| place.lat)),
    field("lon", Real, "degrees east of the first place", |e| first(e, |place| place.lon)),
    field("resolution", Text, "how exact the first place is", |e| {
        maybe(e.places.first().map(|place| &place.resolution))
    }),
    field(
        "force",
        List,
        "what forces move or stay: element, movement, extent, least and largest number",
        |e| Cell::List(e.force.iter().map(force).collect()),
    ),
    field("confidence", Real, "how sure the reading is, 0 to 1", |e| real(e.confidence)),
    field("family", Text, "the publisher family", |e| text(&e.family)),
    field("publisher", Text, "the outlet", |e| maybe(e.sentence.as_ref().and_then(|s| s.publisher.as_ref()))),
    field("title", Text, "the headline", |e| maybe(e.sentence.as_ref().and_then(|s| s.title.as_ref()))),
    field("url", Text, "the address", |e| maybe(e.sentence.as_ref().and_then(|s| s.url.as_ref()))),
    field("sentence", Text, "the sentence that tells it", |e| {
        maybe(e.sentence.as_ref().map(|s| &s.sentence))
    }),
    field("sha256", Text, "SHA-256 of the report's text", |e| maybe(e.sentence.as_ref().map(|s| &s.sha256))),
    field("read_by", Text, "versions of program, weights and tables", |e| {
        maybe(e.sentence.as_ref().map(|s| &s.read_by))
    }),
];

/// The shortest number that is the same with less precision: 0.93 and not 0.9300000071.
fn real(number: f32) -> Cell {
    number.to_string().parse().map_or(Cell::Nothing, Cell::Real)
}

fn first(event: &Told, of: fn(&crate::api::shape::Where) -> f64) -> Cell {
    event.places.first().map_or(Cell::Nothing, |place| Cell::Real(of(place)))
}

/// `troops in some 100000-`.
fn force(force: &Force) -> String {
    let number = |n: Option<u64>| n.map_or(String::new(), |n| n.to_string());
    let range = format!("{}-{}", number(force.low), number(force.high));
    let extent = force.extent.as_deref().unwrap_or_default();
    let parts = [force.element.as_str(), &force.movement, extent, if range == "-" { "" } else { &range }];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
