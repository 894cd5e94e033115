//! Reports from what is followed go in once, with their items and origins, whatever happens meanwhile.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use jiff::civil::{Date, date};
use saydo_bureau::{EXTRACTED_BY, Intake, Taken};
use saydo_ledger::{Added, Ledger, Origin, Raw};
use saydo_text::{Report, Span, Zone, ZoneSpan};

const FEED: &str = "https://wire.example/feed.xml";
const TODAY: Date = date(2022, 2, 16);

fn report(n: u32) -> Report {
    let text = format!("Report {n}: the ministry said that {n} vehicles had left the town of Example.");
    Report {
        id: n.to_string(),
        url: Some(format!("https://wire.example/{n}")),
        published: Some("2022-02-15".to_owned()),
        zones: vec![ZoneSpan { span: Span::new(0, text.len()), zone: Zone::Body }],
        text,
        ..Report::default()
    }
}

fn origin(item: Option<&str>) -> Origin {
    let raw = Raw {
        key: "ab".repeat(32),
        address: "https://wire.example/page".to_owned(),
        charset: None,
        fetched: "2022-02-16T10:00:00Z".parse().unwrap(),
        extracted_by: EXTRACTED_BY.to_owned(),
        part: None,
        hint: None,
    };
    Origin { source: FEED.to_owned(), item: item.map(str::to_owned), raw: Some(raw), ..Origin::default() }
}

/// Takes reports and tells what the sink heard and what became of them.
fn take(ledger: &mut Ledger, all: Vec<(Report, Origin)>) -> (Vec<Added>, Taken) {
    let mut heard = Vec::new();
    let mut sink = |_: &Report, added| heard.push(added);
    let mut intake = Intake::new(ledger, TODAY, &mut sink);
    for (report, origin) in all {
        intake.take_from(report, origin).unwrap();
    }
    let taken = intake.finish().unwrap();
    (heard, taken)
}

fn seen(ledger: &Ledger, items: &[&str]) -> Vec<String> {
    let mut seen: Vec<String> = ledger.seen(FEED, items).unwrap().into_iter().collect();
    seen.sort();
    seen
}

#[test]
fn a_report_its_item_and_its_origin_go_in_together() {
    let mut ledger = Ledger::memory().unwrap();
    let (heard, taken) = take(&mut ledger, vec![(report(1), origin(Some("a"))), (report(2), origin(None))]);
    assert_eq!(heard, [Added::New(1), Added::New(2)]);
    assert_eq!((taken.new, taken.known), (2, 0));
    assert!(taken.statements > 0, "they were read");
    assert_eq!(seen(&ledger, &["a", "b"]), ["a"]);
    assert_eq!(ledger.raw(2).unwrap(), origin(None).raw);
    ledger.check().unwrap();
}

#[test]
fn what_is_known_is_seen_too_and_not_read_again() {
    let mut ledger = Ledger::memory().unwrap();
    let mut nobody = |_: &Report, _| {};
    let mut intake = Intake::new(&mut ledger, TODAY, &mut nobody);
    intake.take(report(1)).unwrap();
    intake.finish().unwrap();
    let twice = vec![(report(1), origin(Some("a"))), (report(1), origin(Some("b")))];
    let (heard, taken) = take(&mut ledger, twice);
    assert_eq!(heard, [Added::Known(1), Added::Known(1)]);
    assert_eq!(taken, Taken { known: 2, ..Taken::default() });
    assert_eq!(seen(&ledger, &["a", "b", "c"]), ["a", "b"]);
    assert!(ledger.raw(1).unwrap().is_some());
}

#[test]
fn one_report_twice_in_one_batch_is_there_once() {
    let mut ledger = Ledger::memory().unwrap();
    let (heard, _) = take(&mut ledger, vec![(report(1), origin(Some("a"))), (report(1), origin(Some("b")))]);
    assert_eq!(heard, [Added::New(1), Added::Known(1)]);
    assert_eq!(seen(&ledger, &["a", "b"]), ["a", "b"]);
}

#[test]
fn the_posts_of_a_live_blog_are_reports_of_their_own_and_its_item_is_seen_with_the_last() {
    let mut ledger = Ledger::memory().unwrap();
    let post = |n: u32| {
        let url = Some(format!("https://wire.example/live#post-{n}"));
        Report { url, id: format!("live#post-{n}"), ..report(n) }
    };
    let (heard, _) = take(&mut ledger, vec![(post(1), origin(None)), (post(2), origin(None))]);
    assert_eq!(heard, [Added::New(1), Added::New(2)], "another fragment is another address");
    assert!(seen(&ledger, &["live"]).is_empty(), "a kill here would lose the third post otherwise");
    let edited = Report { text: "The ministry took that back.".to_owned(), ..post(2) };
    let rest = vec![(post(1), origin(None)), (edited, origin(None)), (post(3), origin(Some("live")))];
    let (heard, _) = take(&mut ledger, rest);
    assert_eq!(heard, [Added::Known(1), Added::Revision { number: 3, of: 2 }, Added::New(4)]);
    assert_eq!(seen(&ledger, &["live"]), ["live"]);
}

#[test]
fn flushing_tells_of_everything_and_the_intake_goes_on() {
    let mut ledger = Ledger::memory().unwrap();
    let mut heard = Vec::new();
    let mut sink = |report: &Report, _| heard.push(report.id.clone());
    let mut intake = Intake::new(&mut ledger, TODAY, &mut sink);
    intake.take_from(report(1), origin(Some("a"))).unwrap();
    assert!(intake.ledger().seen(FEED, &["a"]).unwrap().is_empty());
    intake.flush().unwrap();
    assert_eq!((intake.taken().new, intake.ledger().seen(FEED, &["a"]).unwrap().len()), (1, 1));
    intake.take_from(report(2), origin(Some("b"))).unwrap();
    intake.on(date(2022, 2, 17)).unwrap();
    intake.take(report(3)).unwrap();
    assert_eq!(intake.finish().unwrap().new, 3);
    assert_eq!(heard, ["1", "2", "3"]);
    let added = [1, 2, 3].map(|number| ledger.report(number).unwrap().unwrap().added);
    assert_eq!(added, [TODAY, TODAY, date(2022, 2, 17)]);
}

#[test]
fn where_the_disk_is_full_everything_waits_until_there_is_room() {
    let folder = tempfile::tempdir().unwrap();
    let mut ledger = Ledger::open(folder.path().join("ledger.sqlite")).unwrap();
    let mut heard = Vec::new();
    let mut sink = |_: &Report, added| heard.push(added);
    let mut intake = Intake::new(&mut ledger, TODAY, &mut sink);
    intake.take_from(report(1), origin(Some("1"))).unwrap();
    intake.flush().unwrap();
    intake.ledger().limit_pages(60).unwrap();
    let long = Report { text: "The ministry said so again. ".repeat(20_000), ..report(2) };
    let failed = [(report(3), "3"), (long, "2"), (report(4), "4")].into_iter().any(|(report, item)| {
        intake.take_from(report, origin(Some(item))).and_then(|()| intake.flush()).is_err()
    });
    assert!(failed, "half a megabyte has no room in sixty pages");
    let items = ["1", "2", "3", "4"];
    assert!(!intake.ledger().seen(FEED, &items).unwrap().contains("2"));
    intake.ledger().limit_pages(1_000_000).unwrap();
    intake.take_from(report(4), origin(Some("4"))).unwrap();
    assert_eq!(intake.finish().unwrap().new, 4);
    assert_eq!(heard.len(), 4);
    assert_eq!(seen(&ledger, &items), items);
}
