//! What lists show: statements with their words, reports without texts, revisions, copies, light rows.

mod invent;

use invent::{ADDED, Invented, STAMP, add, report, small};
use jiff::civil::{Date, date};
use saydo_codebook::Act;
use saydo_ledger::{Copy, Ledger, Speaker, Stamp, Statement, StatementId, plain_family};
use saydo_record::{Actor, Cue, Entity, Party, Piece, Record, Sentence, Statement as Told};

const TEXT: &str = "Zürich was quiet. Deputy minister Ivan Orlov told Kyiv: \u{201c}We leave.\u{201d} He added that all is well. \
                    Nobody asked.";

/// Where words stand in the text, in code points.
fn at(words: &str) -> (usize, usize) {
    let start = TEXT[..TEXT.find(words).expect("it stands there")].chars().count();
    (start, start + words.chars().count())
}

fn party(words: &str, entity: Option<&str>) -> Party {
    let (start, end) = at(words);
    Party { start, end, text: words.to_owned(), entity: entity.map(str::to_owned), ..Party::default() }
}

fn cue(words: &str, act: &str) -> Cue {
    let (start, end) = at(words);
    Cue { start, end, act: act.to_owned(), ..Cue::default() }
}

fn piece(words: &str) -> Vec<Piece> {
    let (start, end) = at(words);
    vec![Piece { start, end }]
}

fn orlov() -> Invented {
    let mut one = small(1);
    TEXT.clone_into(&mut one.report.text);
    one.report.published = Some("2022-02-15".to_owned());
    one.report.publisher = Some("Example Wire".to_owned());
    let actor = Actor { code: "RUSGOV".to_owned(), ..Actor::default() };
    let entity = |name: &str, kind: &str, actor| Entity {
        name: name.to_owned(),
        kind: kind.to_owned(),
        actor,
        ..Entity::default()
    };
    let direct = Told {
        kind: "direct".to_owned(),
        source: Some(party("Deputy minister Ivan Orlov", Some("e1"))),
        cue: Some(cue("told", "say")),
        addressee: Some(party("Kyiv", Some("e2"))),
        content: piece("\u{201c}We leave.\u{201d}"),
        said: Some("2022-02-14".to_owned()),
        ..Told::default()
    };
    let indirect = Told {
        kind: "indirect".to_owned(),
        source: Some(party("He", None)),
        cue: Some(Cue { negated: true, ..cue("added", "promise") }),
        content: piece("all is well"),
        within: Some("s1".to_owned()),
        ..Told::default()
    };
    let sentence =
        |first: &str, last: &str| Sentence { start: at(first).0, end: at(last).1, zone: "body".to_owned() };
    one.record = Record {
        sentences: vec![
            sentence("Zürich", "quiet."),
            sentence("Deputy", "leave.\u{201d}"),
            sentence("He added", "well."),
            sentence("Nobody", "asked."),
        ],
        entities: vec![entity("Ivan Orlov", "person", Some(actor)), entity("Kyiv", "place", None)],
        statements: vec![direct, indirect, Told::default()],
        ..Record::default()
    };
    one
}

fn id(report: u32, nth: u32) -> StatementId {
    StatementId { report, nth }
}

fn ledger() -> Ledger {
    let mut ledger = Ledger::memory().expect("a ledger");
    add(&mut ledger, &[orlov()]).expect("added");
    ledger
}

#[test]
fn a_statement_is_shown_with_its_words() {
    let found = ledger().statements(&[id(1, 1)], &plain_family, None).expect("asked");
    let published = Some(date(2022, 2, 15));
    let source = Speaker {
        text: "Deputy minister Ivan Orlov".to_owned(),
        code: Some("RUSGOV".to_owned()),
        name: Some("Ivan Orlov".to_owned()),
        kind: Some("person".to_owned()),
    };
    let (start, end) = (at("Deputy").0, at("leave.\u{201d}").1);
    let expected = Statement {
        id: id(1, 1),
        kind: "direct".to_owned(),
        act: Some("say".to_owned()),
        negated: false,
        source: Some(source),
        addressee: Some("Kyiv".to_owned()),
        content: vec!["\u{201c}We leave.\u{201d}".to_owned()],
        quoted: true,
        said: Some("2022-02-14".to_owned()),
        day: Some(date(2022, 2, 14)),
        within: None,
        sentence: "Deputy minister Ivan Orlov told Kyiv: \u{201c}We leave.\u{201d}".to_owned(),
        at: start..end,
        publisher: Some("Example Wire".to_owned()),
        published,
        title: Some("Headline 1".to_owned()),
        url: orlov().report.url,
        family: "Example Wire".to_owned(),
        families: vec!["Example Wire".to_owned()],
    };
    assert_eq!(found, [expected]);
}

#[test]
fn who_is_no_entity_and_what_is_hidden_say_so() {
    let found = ledger().statements(&[id(1, 2), id(1, 3)], &plain_family, None).expect("asked");
    let he = Speaker { text: "He".to_owned(), code: None, name: None, kind: None };
    assert_eq!((found[0].source.as_ref(), found[0].within), (Some(&he), Some(id(1, 1))));
    assert_eq!((found[0].act.as_deref(), found[0].negated, found[0].quoted), (Some("promise"), true, false));
    assert_eq!(found[0].sentence, "He added that all is well.");
    assert_eq!(
        (found[1].source.as_ref(), found[1].act.as_ref(), found[1].sentence.as_str()),
        (None, None, "")
    );
    assert_eq!(found[1].day, Some(date(2022, 2, 15)));
}

#[test]
fn statements_come_in_the_order_asked_for_and_those_that_are_not_there_are_left_out() {
    let mut ledger = ledger();
    add(&mut ledger, &[report(7, 20, 8)]).expect("added");
    let asked =
        [id(2, 5), id(1, 2), id(9, 1), id(2, 5), id(1, 4), id(0, 0), id(u32::MAX, u32::MAX), id(2, 1)];
    let found = ledger.statements(&asked, &plain_family, None).expect("asked");
    let ids: Vec<String> = found.iter().map(|s| s.id.to_string()).collect();
    assert_eq!(ids, ["r2.s5", "r1.s2", "r2.s5", "r2.s1"]);
}

/// Three outlets carry one report; the last one publishes a copy of a copy.
fn carried() -> Ledger {
    let mut ledger = ledger();
    let by = |n: u64, publisher: &str, day: &str| {
        let mut one = small(n);
        (one.report.publisher, one.report.published) = (Some(publisher.to_owned()), Some(day.to_owned()));
        one
    };
    let mut batch = ledger.begin().expect("begun");
    for (one, of) in
        [(by(2, "B", "2022-02-16"), 1), (by(3, "C", "2022-02-18"), 2), (by(4, "B", "2022-02-20"), 1)]
    {
        let number = batch.add(&one.entry(), &STAMP).expect("added").number();
        batch
            .mark_copy(number, &Copy { of, why: "shares its lead".to_owned(), similarity: 0.5 })
            .expect("marked");
    }
    batch.commit().expect("done");
    ledger
}

#[test]
fn those_who_carry_a_statement_are_named_until_a_day() {
    let ledger = carried();
    let carriers = |until: Option<Date>| {
        let found = ledger.statements(&[id(1, 1)], &plain_family, until).expect("asked");
        found[0].families.join(" ")
    };
    assert_eq!(carriers(None), "B C Example Wire");
    assert_eq!(carriers(Some(date(2022, 2, 17))), "B Example Wire");
    assert_eq!(carriers(Some(date(2022, 2, 15))), "Example Wire");
    let copy = ledger.statements(&[id(3, 1)], &plain_family, None).expect("asked");
    assert_eq!((copy[0].family.as_str(), copy[0].families.join(" ").as_str()), ("Example Wire", "C"));
}

#[test]
fn copies_are_found_from_what_they_copy() {
    let ledger = carried();
    let by: Vec<u32> = ledger.copied_by(1).expect("asked").into_iter().map(|(number, _)| number).collect();
    assert_eq!(by, [2, 4]);
    assert_eq!(ledger.copied_by(2).expect("asked")[0].1.why, "shares its lead");
    assert!(ledger.copied_by(9).expect("asked").is_empty());
}

#[test]
fn a_ring_of_copies_ends() {
    let mut ledger = carried();
    let mut batch = ledger.begin().expect("begun");
    batch.mark_copy(1, &Copy { of: 3, why: String::new(), similarity: 1.0 }).expect("marked");
    batch.commit().expect("done");
    let found = ledger.statements(&[id(2, 1)], &plain_family, None).expect("asked");
    assert_eq!(found[0].families.join(" "), "B C Example Wire");
}

#[test]
fn reports_are_listed_without_their_texts() {
    let ledger = carried();
    let found = ledger.listed(&[3, 1, 9, 3], &plain_family).expect("asked");
    assert_eq!(found.iter().map(|one| one.number).collect::<Vec<_>>(), [3, 1, 3]);
    let (copy, first) = (&found[0], &found[1]);
    assert_eq!(
        (copy.copy_of, copy.family.as_str(), copy.publisher.as_deref()),
        (Some(2), "Example Wire", Some("C"))
    );
    assert_eq!((first.statements, first.events, first.added), (3, 0, ADDED));
    assert_eq!((first.published, first.language.as_deref()), (Some(date(2022, 2, 15)), Some("en")));
    assert_eq!((first.id.as_str(), first.title.as_deref()), ("report-1", Some("Headline 1")));
}

/// Three revisions of one address among others.
fn revised() -> Ledger {
    let mut ledger = Ledger::memory().expect("a ledger");
    for (n, day) in [(1, 1), (2, 2), (3, 3)] {
        let mut one = small(n);
        one.report.url = Some("https://example.org/one".to_owned());
        ledger
            .add(&[one.entry(), small(n + 10).entry()], &Stamp { added: date(2025, 1, day), ..STAMP })
            .expect("added");
    }
    ledger
}

#[test]
fn all_revisions_are_found_from_each_of_them() {
    let ledger = revised();
    for number in [1, 3, 5] {
        let found = ledger.revisions(number, &plain_family).expect("asked");
        let found: Vec<_> = found.iter().map(|one| (one.number, one.revision_of, one.superseded)).collect();
        let day = |day| Some(date(2025, 1, day));
        assert_eq!(found, [(1, None, day(2)), (3, Some(1), day(3)), (5, Some(3), None)]);
    }
    assert_eq!(ledger.revisions(2, &plain_family).expect("asked").len(), 1);
    assert!(ledger.revisions(9, &plain_family).expect("asked").is_empty());
}

#[test]
fn light_rows_hold_what_the_lists_hold() {
    let mut ledger = revised();
    let mut odd = small(50);
    (odd.report.publisher, odd.report.language, odd.report.published) = (None, Some("uk".to_owned()), None);
    add(&mut ledger, &[odd]).expect("added");
    let all = ledger.rows().expect("asked");
    let numbers: Vec<u32> = all.rows.iter().map(|row| row.number).collect();
    assert_eq!(numbers, [1, 2, 3, 4, 5, 6, 7]);
    for (row, one) in all.rows.iter().zip(ledger.listed(&numbers, &plain_family).expect("asked")) {
        let publisher = row.publisher.map(|at| all.publishers[at as usize].clone());
        let language = row.language.map(|at| all.languages[at as usize].clone());
        assert_eq!((publisher, language), (one.publisher, one.language));
        assert_eq!(
            (row.day, row.added, row.revision_of, row.superseded),
            (one.published, one.added, one.revision_of, one.superseded)
        );
    }
    assert_eq!(all.languages, ["en", "uk"]);
}

#[test]
fn spoken_rows_hold_what_the_statements_hold() {
    let mut ledger = ledger();
    let mut undated = orlov();
    (undated.report.published, undated.report.url) = (None, None);
    add(&mut ledger, &[report(7, 20, 8), undated]).expect("added");
    let all = ledger.spoken(0).expect("asked");
    let ids: Vec<StatementId> = all.rows.iter().map(|row| row.id).collect();
    assert!(ids.len() == 12 && ids.is_sorted());
    for (row, one) in all.rows.iter().zip(ledger.statements(&ids, &plain_family, None).expect("asked")) {
        assert_eq!((row.day, row.negated, &all.kinds[row.kind as usize]), (one.day, one.negated, &one.kind));
        assert_eq!(row.act, one.act.as_deref().and_then(Act::of));
        let speaker = row.source.map(|at| all.speakers[at as usize].clone());
        let source = one.source.map(|s| (s.code.unwrap_or_default(), s.name.unwrap_or(s.text)));
        assert_eq!(speaker, source);
    }
    let days: Vec<Option<Date>> = all.rows.iter().rev().take(3).map(|row| row.day).collect();
    assert_eq!(days, [None, None, Some(date(2022, 2, 14))]);
    let after = ledger.spoken(2).expect("asked");
    assert_eq!(after.rows.iter().map(|row| row.id).collect::<Vec<_>>(), ids[9..]);
    assert!(
        ledger.spoken(3).expect("asked").rows.is_empty()
            && ledger.spoken(u32::MAX).expect("asked").rows.is_empty()
    );
}

#[test]
fn a_light_row_is_small() {
    assert!(size_of::<saydo_ledger::Spoken>() <= 40 && size_of::<saydo_ledger::ReportRow>() <= 48);
}
