//! What is added is there once, as it was given, and gives the same facts each time.

mod invent;

use invent::{ADDED, Invented, STAMP, add, lines, report, small};
use jiff::civil::date;
use saydo_ledger::{Added, Ledger, Query, Stamp, Voice, plain_family};
use saydo_record::Record;
use saydo_text::{Problem, ProblemKind, Span, Zone, ZoneSpan};

fn ten() -> Vec<Invented> {
    (0..10).map(|n| report(n, 6, 8)).collect()
}

fn all(ledger: &Ledger) -> Vec<String> {
    lines(&ledger.facts(&Query::default(), &plain_family).expect("facts"))
}

#[test]
fn a_report_is_known_the_second_time() {
    let mut ledger = Ledger::memory().expect("a ledger");
    let one = small(1);
    assert_eq!(ledger.known(&one.report).expect("asked"), None);
    assert_eq!(
        add(&mut ledger, &[one.clone(), one.clone()]).expect("added"),
        [Added::New(1), Added::Known(1)]
    );
    assert_eq!(add(&mut ledger, std::slice::from_ref(&one)).expect("added"), [Added::Known(1)]);
    assert_eq!(ledger.known(&one.report).expect("asked"), Some(1));
    assert_eq!(all(&ledger).len(), 2);
}

#[test]
fn a_changed_text_of_one_url_is_a_revision_and_the_old_one_stays() {
    let mut ledger = Ledger::memory().expect("a ledger");
    let (first, mut second) = (small(1), small(2));
    second.report.url.clone_from(&first.report.url);
    let later = Stamp { added: date(2025, 3, 1), read_by: "test 1" };
    add(&mut ledger, std::slice::from_ref(&first)).expect("added");
    let added = ledger.add(&[second.entry()], &later).expect("added");
    assert_eq!(added, [Added::Revision { number: 2, of: 1 }]);
    let old = ledger.report(1).expect("asked").expect("it stays");
    assert_eq!((old.superseded, old.report.text), (Some(date(2025, 3, 1)), first.report.text.clone()));
    assert_eq!(ledger.report(2).expect("asked").and_then(|r| r.revision_of), Some(1));
    let again = ledger.add(&[first.entry(), second.entry()], &later).expect("added");
    assert_eq!(again, [Added::Known(1), Added::Known(2)]);
}

#[test]
fn each_day_has_the_revision_that_was_valid_then() {
    let mut ledger = Ledger::memory().expect("a ledger");
    let mut revisions: Vec<Invented> = (1..4).map(small).collect();
    for (revision, added) in revisions.iter_mut().zip([date(2025, 1, 1), date(2025, 2, 1), date(2025, 3, 1)])
    {
        revision.report.url = Some("https://example.org/one".to_owned());
        revision.report.published = Some("2024-12-01".to_owned());
        ledger.add(&[revision.entry()], &Stamp { added, ..STAMP }).expect("added");
    }
    let valid = |until| {
        let facts = ledger.facts(&Query { until, ..Query::default() }, &plain_family).expect("facts");
        facts.reports().iter().map(|r| r.number).collect::<Vec<_>>()
    };
    assert_eq!(valid(Some(date(2024, 11, 30))), [0u32; 0]);
    assert_eq!(valid(Some(date(2024, 12, 31))), [1]);
    assert_eq!(valid(Some(date(2025, 1, 31))), [1]);
    assert_eq!(valid(Some(date(2025, 2, 1))), [2]);
    assert_eq!(valid(Some(date(2025, 3, 1))), [3]);
    assert_eq!(valid(None), [3]);
}

#[test]
fn without_a_url_the_id_and_publisher_tell_and_another_text_is_another_report() {
    let mut ledger = Ledger::memory().expect("a ledger");
    let mut one = small(1);
    one.report.url = None;
    let mut other_text = one.clone();
    other_text.report.text.push('!');
    let mut other_publisher = one.clone();
    other_publisher.report.publisher = None;
    let mut other_day = one.clone();
    other_day.report.published = None;
    let all = [one.clone(), other_text, other_publisher, other_day, one];
    let added = add(&mut ledger, &all).expect("added");
    assert_eq!(added, [Added::New(1), Added::New(2), Added::New(3), Added::New(4), Added::Known(1)]);
}

#[test]
fn a_report_comes_back_as_its_reader_gave_it() {
    let mut ledger = Ledger::memory().expect("a ledger");
    let mut odd = small(1);
    odd.report.zones = vec![
        ZoneSpan { span: Span::new(0, 3), zone: Zone::Headline },
        ZoneSpan { span: Span::new(5, 60), zone: Zone::Caption },
    ];
    odd.report.problems = vec![
        Problem::new(ProblemKind::Encoding, "3 bytes were no UTF-8").at(Span::new(1, 2)),
        Problem::new(ProblemKind::Language, "two"),
    ];
    odd.report.language = None;
    odd.report.title = Some(String::new());
    let mut bare = odd.clone();
    bare.report = saydo_text::Report {
        text: "a\0b".to_owned(),
        id: "x\0y".to_owned(),
        ..saydo_text::Report::default()
    };
    add(&mut ledger, &[odd.clone(), bare.clone()]).expect("added");
    for (number, given) in [(1, odd), (2, bare)] {
        let stored = ledger.report(number).expect("asked").expect("it is there");
        assert_eq!((stored.report, stored.added), (given.report, ADDED));
    }
    assert_eq!(ledger.report(3).expect("asked"), None);
}

#[test]
fn the_same_additions_give_the_same_facts_however_they_are_grouped() {
    let (mut one, mut other) = (Ledger::memory().expect("a ledger"), Ledger::memory().expect("a ledger"));
    add(&mut one, &ten()).expect("added");
    for invented in ten() {
        add(&mut other, &[invented]).expect("added");
    }
    assert_eq!(all(&one).len(), 80);
    assert_eq!(all(&one), all(&other));
}

#[test]
fn what_a_record_tells_is_what_facts_hold() {
    let mut ledger = Ledger::memory().expect("a ledger");
    let one = report(5, 6, 8);
    add(&mut ledger, std::slice::from_ref(&one)).expect("added");
    let facts = ledger.facts(&Query::default(), &plain_family).expect("facts");
    for (event, told) in facts.events().zip(&one.record.events) {
        assert_eq!(event.plover().map(saydo_codebook::Plover::name), told.plover.as_deref());
        assert_eq!((event.mode(), event.cameo()), (told.mode.as_deref(), told.cameo.as_deref()));
        assert_eq!((event.standing().name(), event.negated()), (told.standing.as_str(), told.negated));
        assert_eq!((event.lemma(), event.goldstein()), (told.trigger.text.as_str(), told.goldstein));
        let codes: Vec<&str> = event.actors().map(|a| a.code.as_str()).collect();
        assert_eq!(codes, told.actors.iter().filter_map(|a| a.code.as_deref()).collect::<Vec<_>>());
        assert_eq!(event.time().map(|d| d.first.to_string()), told.time);
        assert_eq!(event.statement().map(|s| format!("s{s}")), told.statement);
        assert_eq!(event.speaker().is_some(), told.statement.is_some());
        assert_eq!(
            event.forces().iter().map(|f| f.low).collect::<Vec<_>>(),
            told.force.iter().map(|f| f.low).collect::<Vec<_>>()
        );
        assert_eq!(event.places().count(), 1);
        assert!((event.confidence() - told.confidence).abs() < 1e-6);
    }
    let third = facts.events().nth(2).expect("there are eight");
    assert_eq!((third.statement(), third.act()), (Some(3), saydo_codebook::Act::of("say")));
    assert!(third.carrier().is_some(), "statement 3 stands within statement 2");
}

#[test]
fn a_rebuild_gives_the_same_facts_and_can_be_broken_off() {
    let mut ledger = Ledger::memory().expect("a ledger");
    add(&mut ledger, &ten()).expect("added");
    let before = all(&ledger);
    assert_eq!(ledger.stale_count("test 1").expect("asked"), 0);
    assert_eq!(ledger.stale_count("test 2").expect("asked"), 10);
    let mut after = 0;
    for round in 0.. {
        let stale = ledger.stale("test 2", if round == 2 { 0 } else { after }, 3).expect("asked");
        let Some(last) = stale.last() else { break };
        after = last.number;
        let mut batch = ledger.begin().expect("begun");
        for stored in &stale {
            let made = report(u64::from(stored.number) - 1, 6, 8);
            assert_eq!(stored.report, made.report);
            batch.replace(stored.number, &made.record, &made.voice, "test 2").expect("replaced");
        }
        if round != 1 {
            batch.commit().expect("done");
        }
    }
    assert_eq!(ledger.stale_count("test 2").expect("asked"), 0);
    assert_eq!(all(&ledger), before);
    ledger.check().expect("whole");
}

#[test]
fn another_reading_takes_the_place_of_the_old_one_altogether() {
    let mut ledger = Ledger::memory().expect("a ledger");
    add(&mut ledger, &ten()).expect("added");
    let mut batch = ledger.begin().expect("begun");
    for number in 1..=10 {
        batch.replace(number, &Record::default(), &Voice::default(), "test 2").expect("replaced");
    }
    let missing = batch.replace(11, &Record::default(), &Voice::default(), "test 2");
    assert!(missing.expect_err("there are ten").to_string().contains("has no report 11"));
    batch.commit().expect("done");
    let summary = ledger.summary().expect("asked");
    assert_eq!((summary.reports, summary.statements, summary.events), (10, 0, 0));
    let naming = Query { actors: vec!["RUS".to_owned()], ..Query::default() };
    assert_eq!(ledger.facts(&naming, &plain_family).expect("facts").reports().len(), 0);
    ledger.check().expect("whole");
}

#[test]
fn a_batch_that_is_dropped_leaves_nothing() {
    let mut ledger = Ledger::memory().expect("a ledger");
    let mut batch = ledger.begin().expect("begun");
    batch.add(&small(1).entry(), &STAMP).expect("added");
    drop(batch);
    assert_eq!(ledger.summary().expect("asked").reports, 0);
    assert_eq!(add(&mut ledger, &[small(1)]).expect("added"), [Added::New(1)]);
    assert_eq!(all(&ledger).len(), 2);
    ledger.check().expect("whole");
}
