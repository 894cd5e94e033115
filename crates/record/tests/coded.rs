//! A record as rows: built by hand, so that no weights take part.

#![allow(clippy::unwrap_used, reason = "a test may fail so")]

use jiff::civil::{Date, date};
use saydo_coded::{Precision, Side, Standing, System};
use saydo_record::coded::{rows, spread};
use saydo_record::{
    About, Actor, Cue, Entity, Event, Mention, Participant, Party, Place, Record, Sentence, Statement, Words,
};

const TEXT: &str = "Moscow said troops left Crimea. They will return.";

#[allow(clippy::unnecessary_wraps, reason = "fields of the record are mostly options")]
fn text(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn participant(entity: &str) -> Participant {
    Participant { entity: text(entity), ..Participant::default() }
}

fn event(id: &str, time: Option<&str>) -> Event {
    Event {
        id: id.to_owned(),
        trigger: Words { start: 19, end: 23, text: "left".to_owned() },
        plover: text("RETREAT"),
        mode: text("withdraw"),
        cameo: text("0874"),
        quad: Some(2),
        goldstein: Some(7.4),
        standing: "announced".to_owned(),
        statement: text("s1"),
        actors: vec![participant("e1")],
        places: vec!["m1".to_owned(), "m2".to_owned()],
        time: time.map(str::to_owned),
        by: text("2022-03"),
        ..Event::default()
    }
}

fn record(events: Vec<Event>) -> Record {
    let entity = |name: &str, code: &str, country: &str, sector: &str| Entity {
        name: name.to_owned(),
        actor: Some(Actor { code: code.to_owned(), country: text(country), sector: text(sector) }),
        ..Entity::default()
    };
    let place = |name: &str, resolution: &str| Mention {
        place: Some(Place {
            name: name.to_owned(),
            country: text("UKR"),
            lat: 45.3,
            lon: 34.4,
            resolution: resolution.to_owned(),
            ..Place::default()
        }),
        ..Mention::default()
    };
    let sentence = |start, end| Sentence { start, end, zone: "body".to_owned() };
    Record {
        report: About { id: "a".to_owned(), published: text("2022-02-16T10:00:00Z"), ..About::default() },
        text: TEXT.to_owned(),
        sentences: vec![sentence(0, 31), sentence(32, 49)],
        mentions: vec![place("Ukraine", "country"), place("Crimea", "region")],
        entities: vec![entity("Russia", "RUSMIL", "RUS", "MIL"), entity("Moscow", "RUSGOV", "RUS", "GOV")],
        statements: vec![Statement {
            source: Some(Party { entity: text("e2"), ..Party::default() }),
            cue: Some(Cue::default()),
            ..Statement::default()
        }],
        events,
        ..Record::default()
    }
}

fn days(time: Option<&str>) -> (Date, Option<Date>) {
    let rows = rows(&record(vec![event("v1", time)]));
    (rows.events[0].day, rows.events[0].until)
}

#[test]
fn a_row_tells_what_the_record_tells() {
    let rows = rows(&record(vec![event("v1", Some("2022-02-15"))]));
    let row = &rows.events[0];
    assert_eq!((row.system, row.id.as_str(), row.day), (System::Saydo, "a.v1", date(2022, 2, 15)));
    assert_eq!((row.standing, row.negated), (Some(Standing::Announced), false));
    assert_eq!(row.actor.code.as_deref(), Some("RUSMIL"));
    assert_eq!(row.speaker.as_ref().and_then(|s| s.name.as_deref()), Some("Moscow"));
    assert_eq!((row.kind.scale, row.kind.quad), (Some(7.4), Some(2)));
    let place = row.place.as_ref().unwrap();
    assert_eq!(
        (place.name.as_deref(), place.precision),
        (Some("Crimea"), Precision::Admin1),
        "the most exact one"
    );
    assert_eq!(
        (row.source.sentence, row.text.as_deref()),
        (Some(1), Some("Moscow said troops left Crimea."))
    );
    assert_eq!((row.kept("by"), row.kept("trigger")), (Some("2022-03"), Some("left")));
}

#[test]
fn days_are_those_of_the_event_and_never_after_publication() {
    let day = |n| date(2022, 2, n);
    assert_eq!(days(None), (day(16), None));
    assert_eq!(days(Some("2022-02-20")), (day(16), None), "what is to come is on the day it was told");
    assert_eq!(days(Some("2022-W07")), (day(14), Some(day(16))), "a stretch ends by publication");
    assert_eq!(days(Some("2021-12")), (date(2021, 12, 1), Some(date(2021, 12, 31))));
    assert_eq!(days(Some("2022")), (day(16), None), "a year says too little");
    assert_eq!(days(Some("P2W")), (day(16), None));
}

#[test]
fn events_without_any_day_are_counted() {
    let mut record = record(vec![event("v1", None), event("v2", Some("2022-02-15"))]);
    record.report.published = None;
    let rows = rows(&record);
    assert_eq!((rows.events.len(), rows.undated), (1, 1));
}

#[test]
fn several_parties_are_a_row_for_each_pair() {
    let many = Event {
        actors: Vec::new(),
        recipients: vec![participant("e1"), participant("e2"), participant("e2")],
        ..event("v1", None)
    };
    let rows = rows(&record(vec![many]));
    let pairs: Vec<_> =
        rows.events.iter().map(|r| (r.id.as_str(), r.recipient.code.as_deref().unwrap())).collect();
    assert_eq!(pairs, [("a.v1", "RUSMIL"), ("a.v1.2", "RUSGOV")]);
}

#[test]
fn lists_of_parties_do_not_multiply_without_end() {
    let side = |n: usize| Side { code: Some(format!("C{n}")), ..Side::default() };
    let sides = || (0..1_000).map(side).collect::<Vec<_>>();
    assert_eq!(spread(&saydo_coded::Coded::default(), sides(), sides()).len(), 64);
}

#[test]
fn ids_that_mean_nothing_are_nobody() {
    let odd = Event {
        actors: vec![participant("e9"), participant("x"), participant("e0")],
        places: vec!["m0".to_owned(), "é".to_owned()],
        statement: text("s99"),
        trigger: Words { start: 900, end: 901, text: String::new() },
        ..event("v1", None)
    };
    let rows = rows(&record(vec![odd]));
    let row = &rows.events[0];
    assert!(row.actor.is_empty() && row.place.is_none() && row.speaker.is_none() && row.text.is_none());
}

#[test]
fn several_who_do_something_with_each_other_do_not_do_it_with_themselves() {
    let sides = |codes: &[&str]| -> Vec<Side> {
        codes.iter().map(|&code| Side { code: Some(code.to_owned()), ..Side::default() }).collect()
    };
    let pairs = |actors: &[&str], recipients: &[&str]| -> Vec<(String, String)> {
        let rows = spread(&saydo_coded::Coded::default(), sides(actors), sides(recipients));
        rows.into_iter().map(|row| (row.actor.code.unwrap(), row.recipient.code.unwrap())).collect()
    };
    let wanted = [("RUS", "UKR"), ("UKR", "RUS")].map(|(a, b)| (a.to_owned(), b.to_owned()));
    assert_eq!(pairs(&["RUS", "UKR"], &["RUS", "UKR"]), wanted);
    assert_eq!(pairs(&["REB"], &["REB"]), [("REB".to_owned(), "REB".to_owned())]);
}
