//! Events that others coded: kept once, revised, found by day, and never among the facts.
#![allow(clippy::unwrap_used, reason = "a test may fail so")]

use jiff::civil::{Date, date};
use saydo_coded::{Coded, Side, System};
use saydo_ledger::{CodedQuery, CodedSource, Growth, Ledger, Put, Query, Touched, plain_family};

const FROM: CodedSource<'static> = CodedSource { name: "export.csv", form: "gdelt", added: date(2022, 3, 1) };

fn event(system: System, id: &str, day: Date) -> Coded {
    let actor = Side { country: Some("RUS".to_owned()), ..Side::default() };
    let rest = vec![("Column".into(), "value".to_owned())];
    Coded { system, id: id.to_owned(), day, actor, rest, ..Coded::default() }
}

fn put(ledger: &mut Ledger, events: &[Coded], from: &CodedSource<'_>) -> Vec<Put> {
    let mut batch = ledger.begin().unwrap();
    let put = events.iter().map(|event| batch.put_coded(event, from).unwrap()).collect();
    batch.commit().unwrap();
    put
}

fn ids(ledger: &Ledger, query: &CodedQuery) -> Vec<String> {
    let mut ids = Vec::new();
    let take = |filed: saydo_ledger::Filed| {
        ids.push(filed.event.id);
        true
    };
    ledger.coded(query, take).unwrap();
    ids
}

fn between(since: Date, until: Date) -> CodedQuery {
    CodedQuery { since: Some(since), until: Some(until), systems: Vec::new() }
}

#[test]
fn the_same_event_is_kept_once_and_a_new_value_is_a_revision() {
    let mut ledger = Ledger::memory().unwrap();
    let first = event(System::Gdelt, "7", date(2022, 2, 15));
    let other = Coded { negated: true, ..first.clone() };
    assert_eq!(put(&mut ledger, &[first.clone(), first.clone()], &FROM), [Put::New, Put::Known]);
    assert_eq!(put(&mut ledger, std::slice::from_ref(&first), &FROM), [Put::Known]);
    let later = CodedSource { name: "later.csv", added: date(2022, 3, 2), ..FROM };
    assert_eq!(put(&mut ledger, &[other.clone(), other.clone()], &later), [Put::Revision, Put::Known]);
    let mut found = Vec::new();
    ledger
        .coded(&CodedQuery::default(), |filed| {
            found.push(filed);
            true
        })
        .unwrap();
    assert_eq!(found.len(), 1);
    let found = found.remove(0);
    assert_eq!((found.event, found.revision_of), (other, Some(1)));
    assert_eq!((&*found.file, found.added), ("later.csv", date(2022, 3, 2)));
    assert_eq!(ledger.coded_counts().unwrap(), [(System::Gdelt, 1)]);
    ledger.check().unwrap();
}

#[test]
fn systems_do_not_share_ids_and_icews_gave_some_twice() {
    let mut ledger = Ledger::memory().unwrap();
    let day = date(2012, 2, 15);
    let next = day.tomorrow().unwrap();
    let all = [
        event(System::Gdelt, "1", day),
        event(System::Icews, "1", day),
        event(System::Icews, "1", next),
        event(System::Viina, "", day),
        Coded { negated: true, ..event(System::Viina, "", day) },
    ];
    assert_eq!(put(&mut ledger, &all, &FROM), [Put::New; 5]);
    assert_eq!(put(&mut ledger, &all, &FROM), [Put::Known; 5]);
    let query = CodedQuery { systems: vec![System::Icews], ..CodedQuery::default() };
    assert_eq!(ids(&ledger, &query), ["1", "1"]);
}

#[test]
fn a_period_has_what_happens_in_it_and_what_lasts_into_it() {
    let mut ledger = Ledger::memory().unwrap();
    let day = |n| date(2022, 2, n);
    let span = |id, from, to| Coded { until: Some(day(to)), ..event(System::Ucdp, id, day(from)) };
    let all = [
        event(System::Ucdp, "late", day(20)),
        span("long", 1, 28),
        span("before", 1, 9),
        event(System::Ucdp, "first", day(10)),
        span("begins", 12, 25),
    ];
    put(&mut ledger, &all, &FROM);
    assert_eq!(ids(&ledger, &between(day(10), day(12))), ["long", "first", "begins"]);
    assert_eq!(ids(&ledger, &CodedQuery::default()).len(), 5);
    let mut seen = 0;
    let stop = |_| {
        seen += 1;
        false
    };
    ledger.coded(&CodedQuery::default(), stop).unwrap();
    assert_eq!(seen, 1, "it ends when it is told to");
}

#[test]
fn a_day_before_the_year_1_is_taken_for_its_first() {
    let mut ledger = Ledger::memory().unwrap();
    let old = event(System::Plover, "old", date(0, 5, 1));
    assert_eq!(put(&mut ledger, &[old.clone(), old], &FROM), [Put::New, Put::Known]);
    assert_eq!(ids(&ledger, &between(date(1, 1, 1), date(1, 1, 1))), ["old"]);
}

#[test]
fn events_of_others_are_no_facts_and_change_no_picture() {
    let mut ledger = Ledger::memory().unwrap();
    assert_eq!((ledger.state().unwrap(), ledger.coded_last().unwrap()), (0, 0));
    put(&mut ledger, &[event(System::Gdelt, "7", date(2022, 2, 15))], &FROM);
    assert!(ledger.facts(&Query::default(), &plain_family).unwrap().is_empty());
    // Lists of events of others are made again, and no picture is.
    assert_eq!((ledger.state().unwrap(), ledger.coded_last().unwrap()), (1, 1));
    assert_eq!(ledger.touched(0).unwrap(), Touched::Since(date(9999, 12, 31)));
    assert_eq!(ledger.growth(0).unwrap(), Some(Growth { after: 0, revised: false }));
    put(&mut ledger, &[event(System::Gdelt, "7", date(2022, 2, 15))], &FROM);
    assert_eq!(ledger.state().unwrap(), 1, "what was there already changes nothing");
    assert_eq!(ledger.summary().unwrap().events, 0);
}

#[test]
fn a_batch_that_is_dropped_leaves_nothing() {
    let mut ledger = Ledger::memory().unwrap();
    let one = event(System::Gdelt, "7", date(2022, 2, 15));
    let mut batch = ledger.begin().unwrap();
    batch.put_coded(&one, &FROM).unwrap();
    drop(batch);
    assert!(ledger.coded_counts().unwrap().is_empty());
    assert_eq!(put(&mut ledger, &[one], &FROM), [Put::New]);
    ledger.check().unwrap();
}
