//! Questions: by day, publisher and actor; the words behind events; copies and families.

mod invent;

use invent::{Invented, STAMP, add, report, small};
use jiff::civil::{Date, date};
use saydo_facts::{Actor, EventId};
use saydo_ledger::{Batch, Copy, Family, Ledger, Query, Summary, Voice, plain_family};
use saydo_record::{Cue, Event, Party, Record, Sentence, Statement, Words};

fn dated(n: u64, publisher: &str, day: &str) -> Invented {
    let mut one = small(n);
    one.report.publisher = Some(publisher.to_owned());
    one.report.published = Some(day.to_owned());
    one
}

fn three() -> Ledger {
    let mut ledger = Ledger::memory().expect("a ledger");
    let all = [dated(1, "A", "2022-02-15"), dated(2, "B", "2022-02-16"), dated(3, "A", "2022-02-17")];
    add(&mut ledger, &all).expect("added");
    ledger
}

fn numbers(ledger: &Ledger, query: &Query) -> Vec<u32> {
    let facts = ledger.facts(query, &plain_family).expect("facts");
    facts.reports().iter().map(|r| r.number).collect()
}

#[test]
fn reports_are_chosen_by_day_and_publisher() {
    let ledger = three();
    let day = |d| Some(date(2022, 2, d));
    assert_eq!(numbers(&ledger, &Query::default()), [1, 2, 3]);
    assert_eq!(numbers(&ledger, &Query { since: day(16), ..Query::default() }), [2, 3]);
    let later_added = Query { since: day(16), until: day(16), ..Query::default() };
    assert_eq!(numbers(&ledger, &later_added), [2]);
    let of_a = |names: &[&str]| Query {
        publishers: names.iter().map(|&n| n.to_owned()).collect(),
        ..Query::default()
    };
    assert_eq!(numbers(&ledger, &of_a(&["A"])), [1, 3]);
    assert_eq!(numbers(&ledger, &of_a(&["A", "B", "'"])), [1, 2, 3]);
    assert_eq!(numbers(&ledger, &of_a(&["nobody"])), [0u32; 0]);
}

#[test]
fn reports_are_chosen_by_whom_they_name() {
    let mut ledger = Ledger::memory().expect("a ledger");
    let all: Vec<Invented> = (0..40).map(|n| report(n, 4, 1)).collect();
    add(&mut ledger, &all).expect("added");
    let names = |one: &Invented| {
        let event = &one.record.events[0];
        let parties = event.actors.iter().chain(&event.recipients);
        parties.filter_map(|p| p.code.as_deref()).any(|code| code.starts_with("UKR"))
    };
    let expected: Vec<u32> = (1..).zip(&all).filter(|(_, one)| names(one)).map(|(n, _)| n).collect();
    let found = numbers(&ledger, &Query { actors: vec!["UKR".to_owned()], ..Query::default() });
    assert!(!expected.is_empty() && expected.len() < 40);
    assert_eq!(found, expected);
    let nobody = Query { actors: vec!["%".to_owned()], ..Query::default() };
    assert_eq!(numbers(&ledger, &nobody), [0u32; 0]);
}

#[test]
fn the_newest_day_is_not_that_of_a_report_from_the_future() {
    let mut ledger = three();
    assert_eq!(ledger.newest(date(9999, 12, 31)).expect("asked"), Some(date(2022, 2, 17)));
    assert_eq!(ledger.newest(date(2022, 2, 16)).expect("asked"), Some(date(2022, 2, 16)));
    assert_eq!(ledger.newest(date(2022, 2, 1)).expect("asked"), None);
    let odd = [dated(4, "C", "2031-01-01"), dated(5, "C", "soon")];
    add(&mut ledger, &odd).expect("added");
    assert_eq!(ledger.newest(date(9999, 12, 31)).expect("asked"), Some(date(2022, 2, 17)));
    let expected = Summary {
        reports: 5,
        undated: 1,
        future: 1,
        statements: 5,
        events: 10,
        sources: 3,
        first: Some(date(2022, 2, 15)),
        last: Some(date(2022, 2, 17)),
        ..Summary::default()
    };
    assert_eq!(ledger.summary().expect("asked"), expected);
    assert_eq!(
        ledger.publishers().expect("asked"),
        [("A".to_owned(), 2), ("B".to_owned(), 1), ("C".to_owned(), 2)]
    );
}

/// "Zürich said it saw troops leave. They left." with one statement and two events.
fn said() -> Invented {
    let words = |start: usize, end: usize, text: &str| Words { start, end, text: text.to_owned() };
    let source = Party { start: 0, end: 6, text: "Zürich".to_owned(), ..Party::default() };
    let cue = Cue { start: 7, end: 11, text: "said".to_owned(), act: "say".to_owned(), negated: false };
    let sentence = |start, end| Sentence { start, end, zone: "body".to_owned() };
    let mut one = small(1);
    one.report.text.replace_range(.., "Zürich said it saw troops leave. They left.");
    one.record = Record {
        sentences: vec![sentence(0, 32), sentence(33, 43)],
        statements: vec![Statement { source: Some(source), cue: Some(cue), ..Statement::default() }],
        events: vec![
            Event { trigger: words(26, 31, "leave"), statement: Some("s1".to_owned()), ..Event::default() },
            Event { trigger: words(38, 42, "left"), statement: Some("s1".to_owned()), ..Event::default() },
            Event { trigger: words(38, 42, "left"), ..Event::default() },
        ],
        ..Record::default()
    };
    one
}

#[test]
fn events_are_cited_with_sentence_speaker_and_source() {
    let mut ledger = Ledger::memory().expect("a ledger");
    let one = said();
    add(&mut ledger, std::slice::from_ref(&one)).expect("added");
    let ids = [3, 1, 9, 2].map(|nth| EventId { report: 1, nth });
    let cited = ledger.cite(&ids, &plain_family).expect("cited");
    let seen: Vec<_> = cited
        .iter()
        .map(|c| (c.event.nth, c.sentence.as_str(), &c.sentence[c.trigger.clone()], c.speaker.as_deref()))
        .collect();
    let (first, second) = ("Zürich said it saw troops leave.", "They left.");
    assert_eq!(
        seen,
        [(3, second, "left", None), (1, first, "leave", Some("Zürich")), (2, second, "left", Some("Zürich"))]
    );
    assert_eq!((cited[1].speaker_at.clone(), cited[2].speaker_at.clone()), (Some(0..7), None));
    assert_eq!((cited[0].at.clone(), cited[0].url.clone()), (33..43, one.report.url));
    assert_eq!((cited[0].read_by.as_str(), cited[0].sha256.len()), ("test 1", 64));
    assert_eq!(
        (cited[0].report.as_str(), Some(&cited[0].family)),
        ("report-1", one.report.publisher.as_ref())
    );
}

/// Numbers and shared keys.
fn sharing(batch: &Batch<'_>, keys: &[u64], since: Date, until: Date) -> Vec<(u32, u32)> {
    let found = batch.with_keys(keys, since, until).expect("asked");
    found.into_iter().map(|s| (s.number, s.keys)).collect()
}

#[test]
fn copies_are_found_by_keys_within_a_window_of_days() {
    let mut ledger = Ledger::memory().expect("a ledger");
    let with = |n, day: &str, keys: &[u64]| {
        let voice = Voice { signature: vec![n as u8], keys: keys.to_vec(), ..Voice::default() };
        Invented { voice, ..dated(n, "A", day) }
    };
    let all = [
        with(1, "2022-01-31", &[1, 2, u64::MAX]),
        with(2, "2022-02-01", &[2, 3]),
        with(3, "2022-03-15", &[1, 2, 3]),
        with(4, "soon", &[3, 3]),
    ];
    add(&mut ledger, &all).expect("added");
    let batch = ledger.begin().expect("begun");
    let found = sharing(&batch, &[1, 2, u64::MAX, 9], date(2022, 1, 15), date(2022, 2, 15));
    assert_eq!(found, [(1, 3), (2, 1)]);
    let on_the_day = sharing(&batch, &[2], date(2022, 2, 1), date(2022, 2, 1));
    assert_eq!(on_the_day, [(2, 1)]);
    let undated = sharing(&batch, &[3, 3], invent::ADDED, invent::ADDED);
    assert_eq!(undated, [(4, 1)]);
    assert_eq!(batch.voice(2).expect("asked"), Some(all[1].voice.clone()));
    drop(batch);
    let mut batch = ledger.begin().expect("begun");
    batch
        .replace(1, &all[0].record, &Voice { keys: vec![7], ..Voice::default() }, "test 1")
        .expect("replaced");
    let found = sharing(&batch, &[1, 2, 7], date(2022, 1, 15), date(2022, 2, 15));
    assert_eq!(found, [(1, 1), (2, 1)]);
}

#[test]
fn a_copy_counts_as_the_family_that_it_copies_until_that_is_taken_back() {
    let mut ledger = Ledger::memory().expect("a ledger");
    let mut all: Vec<Invented> = (1..6)
        .zip(["Wire", "Post", "Times", "Herald", "Mail"])
        .map(|(n, p)| dated(n, p, "2022-02-15"))
        .collect();
    all[3].voice.wire = Some("Agency".to_owned());
    all[4].report.publisher = None;
    add(&mut ledger, &all).expect("added");
    let copy = |of| Copy { of, why: "same text".to_owned(), similarity: 0.9 };
    let mut batch = ledger.begin().expect("begun");
    batch.mark_copy(2, &copy(1)).expect("marked");
    batch.mark_copy(3, &copy(2)).expect("marked");
    assert!(batch.mark_copy(3, &copy(77)).is_err());
    batch.commit().expect("done");
    let families = |ledger: &Ledger| {
        let state = |publisher: Option<&str>, copied: Option<&str>| {
            let name = copied.or(publisher).unwrap_or_default().to_owned();
            Family { speaks_for: (name == "Wire").then(|| Actor::of("RUSGOV")), name }
        };
        let facts = ledger.facts(&Query::default(), &state).expect("facts");
        let name = |r: &saydo_facts::Report| (facts.family_name(r.family).to_owned(), r.copy);
        let speaks = facts.speaks_for(facts.reports()[0].family).map(|a| a.code.clone());
        assert_eq!(speaks.as_deref(), Some("RUSGOV"));
        facts.reports().iter().map(name).collect::<Vec<_>>()
    };
    let own = |name: &str, copy| (name.to_owned(), copy);
    let address = all[4].report.url.as_deref().expect("it has one");
    let rest = [own("Agency", false), own(address, false)];
    assert_eq!(families(&ledger)[..3], [own("Wire", false), own("Wire", true), own("Wire", true)]);
    assert_eq!(families(&ledger)[3..], rest);
    let cited = ledger.cite(&[EventId { report: 3, nth: 1 }], &plain_family).expect("cited");
    assert_eq!(cited[0].family, "Wire (copies r1: same text)");
    let mut batch = ledger.begin().expect("begun");
    assert_eq!((batch.unmark_copy(2).ok(), batch.unmark_copy(1).ok()), (Some(true), Some(false)));
    batch.commit().expect("done");
    assert_eq!(families(&ledger)[..3], [own("Wire", false), own("Post", false), own("Post", true)]);
    assert_eq!(ledger.copies().expect("asked"), [(3, copy(2))]);
}

#[test]
fn a_revision_is_not_found_as_a_copy_of_what_it_replaced() {
    let mut ledger = Ledger::memory().expect("a ledger");
    let (first, mut second) = (dated(1, "A", "2022-02-15"), dated(2, "A", "2022-02-15"));
    second.report.url.clone_from(&first.report.url);
    second.voice = first.voice.clone();
    let mut batch = ledger.begin().expect("begun");
    batch.add(&first.entry(), &STAMP).expect("added");
    batch.add(&second.entry(), &STAMP).expect("added");
    let found = sharing(&batch, &first.voice.keys, date(2022, 2, 1), date(2022, 2, 28));
    assert_eq!(found.iter().map(|s| s.0).collect::<Vec<_>>(), [2]);
}
