//! An event of a ledger as a row.

use std::collections::HashMap;

use jiff::civil::Date;
use saydo_facts::{Actor, Citation, Event as Found, EventId, Facts};

saydo_arrow::table! {
    /// An event with its sentence.
    #[derive(serde::Serialize)]
    pub(crate) Event {
        "its id: number of the report and its own there",
        id: String;
        "the number of its report",
        report: u32;
        "the last day of its time, unless that lies after publication, else the day of publication",
        day: Option<Date>;
        "the day of publication",
        published: Option<Date>;
        "the first day on which it happened or is to happen, where the text tells",
        first: Option<Date>;
        "the last such day",
        last: Option<Date>;
        "the last day by which it is due",
        by: Option<Date>;
        "PLOVER's category",
        plover: Option<String>;
        "PLOVER's mode",
        mode: Option<String>;
        "PLOVER's contexts",
        contexts: Vec<String>;
        "CAMEO's code",
        cameo: Option<String>;
        "what it is where neither has a code",
        kind: Option<String>;
        "PLOVER's quad class, 1 to 4",
        quad: Option<u8>;
        "Goldstein's score, -10 to 10",
        goldstein: Option<f32>;
        "reported, announced, claimed, intended, demanded or possible",
        standing: String;
        "whether the text says that it is not so",
        negated: bool;
        "whether it counts as a deed: reported or claimed, and not negated",
        deed: bool;
        "codes of those who act",
        actors: Vec<String>;
        "names of those who act",
        actor_names: Vec<String>;
        "codes of those to whom it is done",
        recipients: Vec<String>;
        "names of those to whom it is done",
        recipient_names: Vec<String>;
        "the code of who says so",
        speaker: Option<String>;
        "the name of the same",
        speaker_name: Option<String>;
        "the id of the statement that carries it",
        statement: Option<String>;
        "the first place where it happened",
        place: Option<String>;
        "ISO 3166 alpha-3 of the same",
        place_country: Option<String>;
        "its degrees north",
        lat: Option<f64>;
        "its degrees east",
        lon: Option<f64>;
        "how sure the reading is, 0 to 1",
        confidence: f32;
        "the lemmas of the trigger",
        lemma: String;
        "the sentence that tells it",
        sentence: Option<String>;
        "its first code point in the report's text",
        start: Option<usize>;
        "the first one after it",
        end: Option<usize>;
        "who published it",
        publisher: Option<String>;
        "as whose voice its report counts",
        family: Option<String>;
        "its report's headline",
        title: Option<String>;
        "where its report was published",
        url: Option<String>;
        "SHA-256 of its report's text",
        sha256: Option<String>;
    }
}

pub(super) fn rows(facts: &Facts, ids: &[EventId], cited: &HashMap<EventId, Citation>) -> Vec<Event> {
    ids.iter().filter_map(|&id| facts.find(id)).map(|found| row(&found, cited.get(&found.id))).collect()
}

fn row(found: &Found<'_>, cited: Option<&Citation>) -> Event {
    let place = found.places().next();
    let about = Event {
        id: found.id.to_string(),
        report: found.id.report,
        day: Some(found.day()),
        published: Some(found.published),
        first: found.time().map(|days| days.first),
        last: found.time().map(|days| days.last),
        by: found.by().map(|days| days.last),
        standing: found.standing().name().to_owned(),
        negated: found.negated(),
        deed: found.is_deed(),
        place: place.map(|place| place.name.clone()),
        place_country: place.and_then(|place| place.country.clone()),
        lat: place.map(|place| place.lat),
        lon: place.map(|place| place.lon),
        confidence: found.confidence(),
        lemma: found.lemma().to_owned(),
        ..Event::default()
    };
    words(parties(codes(about, found), found), cited)
}

fn codes(row: Event, found: &Found<'_>) -> Event {
    let plover = found.plover();
    Event {
        plover: plover.map(|plover| plover.name().to_owned()),
        mode: found.mode().map(str::to_owned),
        contexts: found.contexts().map(str::to_owned).collect(),
        cameo: found.cameo().map(str::to_owned),
        kind: found.kind().map(|kind| kind.name().to_owned()),
        quad: plover.map(saydo_codebook::Plover::quad),
        goldstein: found.goldstein(),
        ..row
    }
}

fn parties(row: Event, found: &Found<'_>) -> Event {
    let code = |actor: &Actor| actor.code.clone();
    let name = |actor: &Actor| actor.name.clone();
    Event {
        actors: found.actors().map(code).collect(),
        actor_names: found.actors().map(name).collect(),
        recipients: found.recipients().map(code).collect(),
        recipient_names: found.recipients().map(name).collect(),
        speaker: found.speaker().map(code),
        speaker_name: found.speaker().map(name),
        statement: found.statement().map(|nth| format!("r{}.s{nth}", found.id.report)),
        ..row
    }
}

fn words(row: Event, cited: Option<&Citation>) -> Event {
    let Some(cited) = cited else { return row };
    Event {
        sentence: Some(cited.sentence.clone()),
        start: Some(cited.at.start),
        end: Some(cited.at.end),
        publisher: cited.publisher.clone(),
        family: Some(cited.family.clone()),
        title: cited.title.clone(),
        url: cited.url.clone(),
        sha256: Some(cited.sha256.clone()),
        ..row
    }
}
