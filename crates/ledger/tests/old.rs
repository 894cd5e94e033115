//! Ledgers of every schema so far, kept in `ledgers/`, open in the present program and tell what they told.

mod invent;

use std::fs;
use std::path::{Path, PathBuf};

use invent::{ADDED, Invented, STAMP, add, small};
use saydo_coded::{Coded, System};
use saydo_facts::{Event as Told, EventId};
use saydo_ledger::{
    Added, Batch, CodedQuery, CodedSource, Copy, Filed, Hits, KeptAlert, Ledger, Origin, Query, Raw, Result,
    StatementId, Touched, plain_family,
};
use saydo_record::{
    Actor, Count, Cue, Entity, Event, Force, Mention, Participant, Party, Place, Record, Sentence, Statement,
    Words,
};
use saydo_text::{Problem, ProblemKind, Report, Span, Zone, ZoneSpan};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ledgers")
}

/// Keeps a small ledger of the present schema, to be run once before a migration is added.
#[test]
#[ignore = "it writes the file that the other test reads"]
fn keep() {
    let temporary = tempfile::tempdir().expect("a folder");
    let path = temporary.path().join("ledger.sqlite");
    let mut ledger = Ledger::open(&path).expect("a ledger");
    let copy = Copy { of: 1, why: "the same text".to_owned(), similarity: 0.75 };
    let mut batch = ledger.begin().expect("begun");
    for one in all() {
        batch.add(&one.entry(), &STAMP).expect("added");
    }
    batch.mark_copy(3, &copy).expect("marked");
    follow(&mut batch).expect("kept");
    take_in(&mut batch).expect("kept");
    batch.commit().expect("done");
    drop(ledger);
    let database = rusqlite::Connection::open(&path).expect("a database");
    // Small pages make a small file; the log has to be off while their size is changed.
    database.execute_batch("PRAGMA journal_mode = delete; PRAGMA page_size = 512; VACUUM").expect("packed");
    drop(database);
    fs::copy(&path, folder().join(format!("{}.sqlite", schema(&path)))).expect("kept");
}

/// What is kept since schema 2: of a source, of the first report's origin, of an alert.
fn follow(batch: &mut Batch<'_>) -> Result<()> {
    batch.keep_source(FEED, "{\"etag\":\"1\"}")?;
    batch.see(FEED, "item 1", Some(1), ADDED)?;
    batch.listed(FEED, &["item 1"], ADDED)?;
    batch.keep_origin(1, &origin())?;
    batch.keep_watched("border", "{}")?;
    batch.keep_alert(&alert())
}

/// What is kept since schema 4: an event that another system coded.
fn take_in(batch: &mut Batch<'_>) -> Result<()> {
    let from = CodedSource { name: "events.csv", form: "gdelt", added: ADDED };
    batch.put_coded(&coded(), &from).map(|_| ())
}

fn coded() -> Coded {
    let day = jiff::civil::date(2022, 2, 15);
    let rest = vec![("IsRootEvent".into(), "1".to_owned())];
    Coded { system: System::Gdelt, id: "1025".to_owned(), day, rest, ..Coded::default() }
}

fn holds_what_others_coded(ledger: &Ledger) {
    let mut found = Vec::new();
    let take = |filed: Filed| {
        found.push((filed.event, filed.file.to_string(), filed.added));
        true
    };
    ledger.coded(&CodedQuery::default(), take).expect("asked");
    assert_eq!(found, [(coded(), "events.csv".to_owned(), ADDED)]);
}

const FEED: &str = "https://example.org/feed.xml";

fn origin() -> Origin {
    let raw = Raw {
        key: "ab".repeat(32),
        address: "https://example.org/1".to_owned(),
        charset: Some("utf-8".to_owned()),
        fetched: "2024-12-31T10:00:00Z".parse().expect("an instant"),
        extracted_by: "extract 1".to_owned(),
        part: None,
        hint: Some("2022-02-15".to_owned()),
    };
    Origin {
        source: FEED.to_owned(),
        raw: Some(raw),
        byline: Some("A. Writer".to_owned()),
        ..Origin::default()
    }
}

fn alert() -> KeptAlert {
    let made = "2024-12-31T10:00:00Z".parse().expect("an instant");
    KeptAlert {
        id: "a".to_owned(),
        watch: "border".to_owned(),
        made,
        tries: 1,
        next: Some(made),
        ..KeptAlert::default()
    }
}

fn follows_what_it_followed(ledger: &Ledger) {
    assert_eq!(ledger.source_states().expect("asked")[FEED], "{\"etag\":\"1\"}");
    assert_eq!(ledger.seen(FEED, &["item 1", "item 2"]).expect("asked"), ["item 1".to_owned()].into());
    assert_eq!(ledger.origin(1).expect("asked"), Some(origin()));
    assert_eq!(ledger.watched("border").expect("asked").as_deref(), Some("{}"));
    assert_eq!(ledger.alerts_to_send().expect("asked"), [alert()]);
}

/// Three reports: one with everything in it, its revision, and an undated copy.
fn all() -> Vec<Invented> {
    let text = "Moscow said some 1,566 troops left Crimea. They will return.";
    let report = Report {
        id: "one".to_owned(),
        title: Some("Troops leave".to_owned()),
        url: Some("https://example.org/1".to_owned()),
        publisher: Some("Example Wire".to_owned()),
        published: Some("2022-02-15T22:00:00-05:00".to_owned()),
        language: Some("en".to_owned()),
        text: text.to_owned(),
        zones: vec![ZoneSpan { span: Span::new(0, text.len()), zone: Zone::Body }],
        problems: vec![Problem::new(ProblemKind::LongToken, "a token").at(Span::new(0, 6))],
    };
    let first = Invented { report, record: record(), voice: small(1).voice };
    let mut second = first.clone();
    second.report.text.push_str(" Nobody saw it.");
    second.record.events[0].negated = true;
    let mut third = first.clone();
    third.report = Report { id: "three".to_owned(), url: None, published: None, ..third.report };
    vec![first, second, third]
}

fn record() -> Record {
    let words = |start: usize, end: usize, text: &str| Words { start, end, text: text.to_owned() };
    let text = |text: &str| Some(text.to_owned());
    let actor = Actor { code: "RUSGOV".to_owned(), country: text("RUS"), sector: text("GOV") };
    let who = Participant { entity: text("e1"), code: text("RUSGOV"), ..Participant::default() };
    let place =
        Place { name: "Crimea".to_owned(), country: text("UKR"), lat: 45.3, lon: 34.4, ..Place::default() };
    let place = Place { geonameid: Some(703_883), resolution: "region".to_owned(), ..place };
    let force = Force {
        element: "troops".to_owned(),
        movement: "out".to_owned(),
        extent: text("some"),
        ..Force::default()
    };
    let sentence = |start, end| Sentence { start, end, zone: "body".to_owned() };
    let leave = Event {
        trigger: words(30, 34, "left"),
        plover: text("RETREAT"),
        mode: text("withdraw"),
        contexts: vec!["military".to_owned()],
        cameo: text("0874"),
        goldstein: Some(7.0),
        standing: "announced".to_owned(),
        statement: text("s1"),
        actors: vec![who.clone()],
        force: vec![Force { low: Some(1_566), ..force }],
        count: Some(Count { low: Some(1_566), high: None }),
        places: vec!["m1".to_owned()],
        time: text("2022-W07"),
        confidence: 0.93,
        ..Event::default()
    };
    let back = Event {
        trigger: words(53, 59, "return"),
        kind: text("presence"),
        standing: "possible".to_owned(),
        hedged: true,
        recipients: vec![who],
        by: text("2022-03"),
        from: text("2022-02-20"),
        confidence: 0.5,
        ..Event::default()
    };
    Record {
        sentences: vec![sentence(0, 42), sentence(43, 60)],
        mentions: vec![Mention {
            id: "m1".to_owned(),
            start: 35,
            end: 41,
            place: Some(place),
            ..Mention::default()
        }],
        entities: vec![Entity {
            name: "Moscow".to_owned(),
            kind: "country".to_owned(),
            actor: Some(actor),
            ..Entity::default()
        }],
        statements: vec![Statement {
            source: Some(Party { start: 0, end: 6, entity: text("e1"), ..Party::default() }),
            cue: Some(Cue { start: 7, end: 11, act: "announce".to_owned(), ..Cue::default() }),
            ..Statement::default()
        }],
        events: vec![leave, back],
        ..Record::default()
    }
}

fn line(e: &Told<'_>) -> String {
    let codes = |actors: Vec<&saydo_facts::Actor>| {
        actors.iter().map(|a| format!("{} {}", a.name, a.code)).collect::<Vec<_>>().join(" ")
    };
    let what = e.plover().map(saydo_codebook::Plover::name).or(e.kind().map(saydo_facts::Kind::name));
    let days =
        [e.time(), e.by(), e.from()].map(|d| d.map_or("-".to_owned(), |d| format!("{}/{}", d.first, d.last)));
    let force = e
        .forces()
        .iter()
        .map(|f| (f.element.name(), f.movement.name(), f.extent.map(saydo_forces::Extent::name), f.low));
    format!(
        "{} {} {} {} {} [{}] [{}] {} {:?} {:?} {:?} {}",
        e.id,
        e.published,
        what.unwrap_or("-"),
        e.standing().name(),
        if e.negated() {
            "not"
        } else if e.hedged() {
            "hedged"
        } else {
            "plain"
        },
        codes(e.actors().collect()),
        codes(e.recipients().collect()),
        days.join(" "),
        force.collect::<Vec<_>>(),
        e.count(),
        e.places().map(|p| (p.name.as_str(), p.geonameid)).collect::<Vec<_>>(),
        e.confidence(),
    )
}

#[test]
fn ledgers_of_every_schema_tell_what_they_told() {
    let mut seen = 0_i64;
    for kept in fs::read_dir(folder()).expect("the folder is there") {
        let kept = kept.expect("a file").path();
        if kept.extension().is_none_or(|ending| ending != "sqlite") {
            continue;
        }
        let temporary = tempfile::tempdir().expect("a folder");
        let path = temporary.path().join("old.sqlite");
        fs::copy(&kept, &path).expect("copied");
        let schema = schema(&path);
        tells_what_it_told(&path, schema);
        let mut ledger = Ledger::open(&path).expect("it opens");
        if schema < 2 {
            assert!(ledger.source_states().expect("asked").is_empty());
            let mut batch = ledger.begin().expect("begun");
            follow(&mut batch).expect("kept");
            batch.commit().expect("done");
        }
        follows_what_it_followed(&ledger);
        if schema < 4 {
            assert!(ledger.coded_counts().expect("asked").is_empty());
            let mut batch = ledger.begin().expect("begun");
            take_in(&mut batch).expect("kept");
            batch.commit().expect("done");
        }
        holds_what_others_coded(&ledger);
        ledger.check().expect("whole");
        seen += 1;
    }
    assert_eq!(
        seen,
        schema(&folder().join(format!("{seen}.sqlite"))),
        "there is one ledger for each schema so far"
    );
}

fn schema(path: &Path) -> i64 {
    let database = rusqlite::Connection::open(path).expect("a database");
    database.pragma_query_value(None, "user_version", |row| row.get(0)).expect("a number")
}

#[test]
fn an_older_ledger_that_may_not_be_written_to_says_what_to_do() {
    let temporary = tempfile::tempdir().expect("a folder");
    let path = temporary.path().join("old.sqlite");
    fs::copy(folder().join("1.sqlite"), &path).expect("copied");
    let before = fs::read(&path).expect("it is there");
    let mut permissions = fs::metadata(&path).expect("it is there").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).expect("it is ours");
    let said = Ledger::open(&path).map(|_| ()).expect_err("it cannot be brought up to date").to_string();
    assert!(said.starts_with("read-only: ") && said.contains("copy it elsewhere"), "{said}");
    assert_eq!(fs::read(&path).expect("it is there"), before);
}

/// What came with schema 3 is there for older reports too.
fn shows_what_it_told(ledger: &Ledger, schema: i64) {
    let id = |report| StatementId { report, nth: 1 };
    let statements = [1, 2, 3].map(id).to_vec();
    assert_eq!(ledger.search("moscow TROOPS").expect("asked"), Hits { reports: vec![1, 2, 3], statements });
    assert_eq!(
        ledger.search("\"nobody saw\"").expect("asked"),
        Hits { reports: vec![2], statements: vec![] }
    );
    let shown = ledger.statements(&[id(1)], &plain_family, None).expect("asked");
    assert_eq!(shown[0].sentence, "Moscow said some 1,566 troops left Crimea.");
    assert_eq!(ledger.rows().expect("asked").languages, ["en"]);
    assert_eq!(ledger.revisions(1, &plain_family).expect("asked").len(), 2);
    assert_eq!(ledger.spoken(0).expect("asked").rows.len(), 3);
    // Since schema 3 it is kept what batches touched: here an undated report, so all days.
    let touched = if schema < 3 { Touched::Nothing } else { Touched::Everything };
    assert_eq!(ledger.touched(0).expect("asked"), touched);
}

fn tells_what_it_told(path: &Path, schema: i64) {
    let mut ledger = Ledger::open_existing(path).expect("it opens");
    ledger.check().expect("whole");
    let facts = ledger.facts(&Query::default(), &plain_family).expect("facts");
    let told: Vec<String> = facts.events().map(|e| line(&e)).collect();
    let leave = "[Moscow RUSGOV] [] 2022-02-14/2022-02-20 - - [(\"troops\", \"out\", Some(\"some\"), Some(1566))] \
                 Some((Some(1566), None)) [(\"Crimea\", Some(703883))] 0.93";
    let back = "[] [Moscow RUSGOV] - 2022-03-01/2022-03-31 2022-02-20/2022-02-20 [] None [] 0.5";
    assert_eq!(
        told,
        [
            format!("r2.v1 2022-02-16 RETREAT announced not {leave}"),
            format!("r2.v2 2022-02-16 presence possible hedged {back}")
        ]
    );
    let copies: Vec<_> = facts.reports().iter().map(|r| (r.number, r.published.is_some(), r.copy)).collect();
    assert_eq!(copies, [(2, true, false), (3, false, true)]);
    let cited = ledger.cite(&[EventId { report: 2, nth: 1 }], &plain_family).expect("cited");
    assert_eq!(&cited[0].sentence[cited[0].trigger.clone()], "left");
    assert_eq!((cited[0].speaker.as_deref(), cited[0].read_by.as_str()), (Some("Moscow"), "test 1"));
    shows_what_it_told(&ledger, schema);
    let reports = (1..=3).map(|n| ledger.report(n).expect("asked").expect("it is there").report);
    assert!(reports.eq(all().into_iter().map(|one| one.report)), "they come back as they were added");
    assert_eq!(add(&mut ledger, &all()[1..2]).expect("added"), [Added::Known(2)]);
    assert_eq!(add(&mut ledger, &[small(9)]).expect("added"), [Added::New(4)]);
    ledger.check().expect("whole");
}
