//! Reports that are odd: many alike, very large, without a day, with one that cannot be.

mod invent;

use invent::{Invented, STAMP, add, lines, report, small};
use jiff::civil::date;
use saydo_facts::EventId;
use saydo_ledger::{Added, Ledger, Query, Stamp, plain_family};

fn memory() -> Ledger {
    Ledger::memory().expect("a ledger")
}

#[test]
fn a_thousand_copies_of_one_report_are_one_and_under_a_thousand_addresses_a_thousand() {
    let mut ledger = memory();
    let one = small(1);
    let added = add(&mut ledger, &vec![one.clone(); 1_000]).expect("added");
    assert_eq!(added[0], Added::New(1));
    assert!(added[1..].iter().all(|&a| a == Added::Known(1)));
    let elsewhere: Vec<Invented> = (0..1_000)
        .map(|n| {
            let mut copy = one.clone();
            copy.report.url = Some(format!("https://copy.example/{n}"));
            copy
        })
        .collect();
    add(&mut ledger, &elsewhere).expect("added");
    assert_eq!(ledger.summary().expect("asked").reports, 1_001);
    let day = saydo_ledger::day(one.report.published.as_deref().unwrap_or_default()).expect("a day");
    let batch = ledger.begin().expect("begun");
    let found = batch.with_keys(&one.voice.keys, day, day).expect("asked");
    assert_eq!((found.len(), found[0].number), (64, 1), "the first ones stand for all");
}

#[test]
fn a_thousand_texts_of_one_address_are_revisions_in_a_row() {
    let mut ledger = memory();
    for n in 0..1_000 {
        let mut one = report(n, 1, 1);
        one.report.url = Some("https://example.org/live".to_owned());
        let added = add(&mut ledger, &[one]).expect("added");
        let number = n as u32 + 1;
        let expected = if n == 0 { Added::New(1) } else { Added::Revision { number, of: number - 1 } };
        assert_eq!(added, [expected]);
    }
    let summary = ledger.summary().expect("asked");
    assert_eq!((summary.reports, summary.revisions, summary.events), (1, 999, 1));
}

#[test]
fn days_that_are_missing_or_nonsense_or_in_the_future_are_kept_and_count_for_nothing() {
    let mut ledger = memory();
    let written =
        [None, Some("yesterday"), Some("2022-02-30"), Some(""), Some("2045-01-01"), Some("2022-02-15")];
    let all: Vec<Invented> = (0..)
        .zip(written)
        .map(|(n, published)| {
            let mut one = small(n);
            one.report.published = published.map(str::to_owned);
            one
        })
        .collect();
    add(&mut ledger, &all).expect("added");
    let facts = ledger.facts(&Query::default(), &plain_family).expect("facts");
    let days: Vec<_> = facts.reports().iter().map(|r| r.published).collect();
    let future = Some(date(2045, 1, 1));
    assert_eq!(days, [None, None, None, None, future, Some(date(2022, 2, 15))]);
    assert!(facts.reports()[4].is_future());
    let counting = facts.as_of(date(2050, 1, 1)).map(|e| e.id.report).collect::<Vec<_>>();
    assert_eq!(counting, [6, 6]);
    let stored: Vec<_> = (1..=6).filter_map(|n| ledger.report(n).ok()??.report.published).collect();
    assert_eq!(stored, ["yesterday", "2022-02-30", "", "2045-01-01", "2022-02-15"]);
}

#[test]
fn text_with_nul_bytes_stays_whole() {
    let mut ledger = memory();
    let mut one = small(1);
    one.report.text = "a\0b\0\0c".repeat(1_000);
    one.report.title = Some("\0".to_owned());
    one.report.publisher = Some("A\0B".to_owned());
    one.record.entities[0].name = "x\0y".to_owned();
    add(&mut ledger, std::slice::from_ref(&one)).expect("added");
    assert_eq!(ledger.report(1).expect("asked").map(|r| r.report), Some(one.report.clone()));
    assert_eq!(add(&mut ledger, &[one]).expect("added"), [Added::Known(1)]);
}

#[test]
fn fifty_megabytes_in_one_report() {
    let mut ledger = memory();
    let mut large = small(1);
    large.report.text.push_str(&"Zürich said no more. ".repeat(50 * 1024 * 1024 / 22 + 1));
    assert!(large.report.text.len() > 50 * 1024 * 1024);
    add(&mut ledger, std::slice::from_ref(&large)).expect("added");
    assert!(ledger.report(1).expect("asked").map(|r| r.report) == Some(large.report));
    assert_eq!(ledger.cite(&[EventId { report: 1, nth: 1 }], &plain_family).expect("cited").len(), 1);
}

#[test]
fn a_hundred_thousand_events_in_one_report() {
    let mut ledger = memory();
    let many = report(1, 5_000, 100_000);
    add(&mut ledger, std::slice::from_ref(&many)).expect("added");
    let facts = ledger.facts(&Query::default(), &plain_family).expect("facts");
    assert_eq!(facts.events().count(), 100_000);
    assert_eq!(facts.events().last().map(|e| e.id.to_string()).as_deref(), Some("r1.v100000"));
    let last = EventId { report: 1, nth: 100_000 };
    assert_eq!(ledger.cite(&[last], &plain_family).expect("cited").len(), 1);
    let before = lines(&facts);
    let mut batch = ledger.begin().expect("begun");
    batch.replace(1, &many.record, &many.voice, "test 2").expect("replaced");
    batch.commit().expect("done");
    assert_eq!(lines(&ledger.facts(&Query::default(), &plain_family).expect("facts")), before);
}

#[test]
fn records_that_point_nowhere_are_kept_without_what_they_point_to() {
    let mut ledger = memory();
    let mut one = small(1);
    for event in &mut one.record.events {
        event.statement = Some("s99".to_owned());
        event.places = vec!["m0".to_owned(), "m99".to_owned(), "x".to_owned()];
        event.actors[0].entity = Some("e99".to_owned());
        event.actors[0].code = None;
        event.standing = "unheard-of".to_owned();
        event.plover = Some("DANCE".to_owned());
        event.trigger.start = usize::MAX / 2;
        event.trigger.end = 3;
        event.confidence = f32::NAN;
    }
    one.record.sentences.clear();
    add(&mut ledger, &[one]).expect("added");
    let facts = ledger.facts(&Query::default(), &plain_family).expect("facts");
    let event = facts.events().next().expect("it is kept");
    assert_eq!((event.plover(), event.actors().count(), event.places().count()), (None, 0, 0));
    assert!(!event.is_deed(), "a standing that nobody knows is no deed");
    assert_eq!(ledger.cite(&[event.id], &plain_family).expect("cited").len(), 1);
    ledger.check().expect("whole");
}

#[test]
fn the_clock_may_go_back() {
    let mut ledger = memory();
    let (first, mut second) = (small(1), small(2));
    second.report.url.clone_from(&first.report.url);
    add(&mut ledger, &[first]).expect("added");
    let earlier = Stamp { added: date(1999, 1, 1), ..STAMP };
    ledger.add(&[second.entry()], &earlier).expect("added");
    let facts = ledger.facts(&Query::default(), &plain_family).expect("facts");
    assert_eq!(facts.reports().iter().map(|r| r.number).collect::<Vec<_>>(), [2]);
}
