//! What is followed is kept beside the reports, in the same transactions: states, items, origins, alerts.

mod invent;

use std::collections::HashSet;

use invent::{ADDED, STAMP, add, lines, small};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use saydo_ledger::{Added, Batch, KeptAlert, Ledger, Origin, Query, Raw, Result, plain_family};

const FEED: &str = "https://wire.example/feed.xml";

fn ledger(reports: u64) -> Ledger {
    let mut ledger = Ledger::memory().expect("a ledger");
    add(&mut ledger, &(1..=reports).map(small).collect::<Vec<_>>()).expect("added");
    ledger
}

/// Runs one batch to its end.
fn batch<T>(ledger: &mut Ledger, run: impl FnOnce(&mut Batch<'_>) -> Result<T>) -> T {
    let mut batch = ledger.begin().expect("begun");
    let done = run(&mut batch).expect("done");
    batch.commit().expect("committed");
    done
}

fn at(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

fn raw(key: &str) -> Raw {
    Raw {
        key: key.to_owned(),
        address: "https://wire.example/1?a=b".to_owned(),
        charset: Some("windows-1251".to_owned()),
        fetched: at("2024-12-31T10:00:00.123456789Z"),
        extracted_by: "extract 1".to_owned(),
        part: Some("post-7".to_owned()),
        hint: Some("2024-12-31".to_owned()),
    }
}

fn origin(raw: Option<Raw>) -> Origin {
    let (modified, byline) = (Some("2024-12-31T11:00:00Z".to_owned()), Some("A. Writer".to_owned()));
    Origin { source: FEED.to_owned(), item: None, raw, modified, byline }
}

#[test]
fn states_come_back_as_they_were_kept_whatever_is_in_them() {
    let mut ledger = ledger(0);
    let long = "{".repeat(1_000_000);
    let states =
        [(FEED, "{\"etag\":\"1\"}"), ("", ""), ("x'; DROP TABLE source; --", "\0\u{1f69a}"), ("y", &long)];
    batch(&mut ledger, |b| b.keep_source(FEED, "before"));
    batch(&mut ledger, |b| states.iter().try_for_each(|(address, state)| b.keep_source(address, state)));
    let kept = ledger.source_states().expect("asked");
    assert_eq!(kept.len(), states.len());
    assert!(states.iter().all(|&(address, state)| kept[address] == state));
}

#[test]
fn an_item_is_seen_of_its_own_source_only() {
    let mut ledger = ledger(1);
    let asked = ["new", "taken", "given up", "new", ""];
    assert!(ledger.seen(FEED, &asked).expect("asked").is_empty());
    batch(&mut ledger, |b| {
        b.see(FEED, "taken", Some(1), ADDED)?;
        b.see(FEED, "given up", None, ADDED)
    });
    let seen = ledger.seen(FEED, &asked).expect("asked");
    assert_eq!(seen, ["taken", "given up"].map(str::to_owned).into());
    assert!(ledger.seen("https://other.example/", &asked).expect("asked").is_empty());
    assert!(ledger.source_states().expect("asked").is_empty(), "nobody kept a state of it");
    ledger.check().expect("whole");
}

#[test]
fn items_and_reports_come_and_go_together() {
    let mut ledger = ledger(0);
    let mut dropped = ledger.begin().expect("begun");
    let number = dropped.add(&small(1).entry(), &STAMP).expect("added").number();
    dropped.see(FEED, "1", Some(number), ADDED).expect("seen");
    dropped.keep_origin(number, &origin(None)).expect("kept");
    drop(dropped);
    assert!(ledger.seen(FEED, &["1"]).expect("asked").is_empty());
    let missing = batch(&mut ledger, |b| Ok(b.see(FEED, "1", Some(7), ADDED)));
    assert!(missing.expect_err("there is none").to_string().contains("has no report 7"));
    assert!(ledger.seen(FEED, &["1"]).expect("asked").is_empty());
}

#[test]
fn what_is_still_listed_stays_seen_and_the_rest_can_go() {
    let mut ledger = ledger(0);
    let days = [date(2023, 1, 1), date(2023, 6, 1), date(2024, 6, 1)];
    batch(&mut ledger, |b| {
        ["old", "still there"].iter().try_for_each(|item| b.see(FEED, item, None, days[0]))?;
        b.listed(FEED, &["old", "still there"], days[0])?;
        b.see("https://silent.example/", "old", None, days[0])?;
        b.listed("https://silent.example/", &["old"], days[0])
    });
    let sweep = |ledger: &mut Ledger, before| batch(ledger, |b| b.sweep_items(before));
    assert_eq!(sweep(&mut ledger, days[1]), 0, "no listing since then left them out");
    batch(&mut ledger, |b| b.listed(FEED, &["still there", "never seen"], days[2]));
    assert_eq!(sweep(&mut ledger, days[0]), 0);
    assert_eq!(sweep(&mut ledger, days[1]), 1);
    assert_eq!(sweep(&mut ledger, days[2]), 0);
    assert_eq!(seen(&ledger, FEED, &["old", "still there", "never seen"]), ["still there"]);
    assert_eq!(seen(&ledger, "https://silent.example/", &["old"]), ["old"]);
}

fn seen(ledger: &Ledger, source: &str, items: &[&str]) -> Vec<String> {
    let mut seen: Vec<String> = ledger.seen(source, items).expect("asked").into_iter().collect();
    seen.sort();
    seen
}

#[test]
fn a_listing_of_an_earlier_day_makes_nothing_older() {
    let mut ledger = ledger(0);
    let (early, late) = (date(2023, 1, 1), date(2024, 1, 1));
    let mut note = |run: &dyn Fn(&mut Batch<'_>) -> Result<()>| batch(&mut ledger, run);
    note(&|b| b.see(FEED, "a", None, late));
    note(&|b| b.see(FEED, "a", None, early));
    note(&|b| b.listed(FEED, &["a"], early));
    note(&|b| b.listed(FEED, &[], date(2024, 6, 1)));
    assert_eq!(batch(&mut ledger, |b| b.sweep_items(late)), 0);
    assert_eq!(batch(&mut ledger, |b| b.sweep_items(date(2024, 1, 2))), 1);
}

#[test]
fn fifty_thousand_items_are_told_apart() {
    let mut ledger = ledger(0);
    let ids: Vec<String> = (0..50_000).map(|n| format!("https://wire.example/news/{n}")).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    batch(&mut ledger, |b| ids.iter().step_by(2).try_for_each(|id| b.see(FEED, id, None, ADDED)));
    let seen = ledger.seen(FEED, &ids).expect("asked");
    let wanted: HashSet<String> = ids.iter().step_by(2).map(|&id| id.to_owned()).collect();
    assert_eq!(seen, wanted);
}

#[test]
fn an_origin_comes_back_as_it_was_kept_and_the_first_one_stays() {
    let mut ledger = ledger(2);
    let whole = origin(Some(raw("aa")));
    batch(&mut ledger, |b| {
        b.keep_origin(1, &whole)?;
        b.keep_origin(1, &origin(Some(raw("bb"))))?;
        b.keep_origin(1, &Origin::default())?;
        b.keep_origin(2, &origin(None))
    });
    assert_eq!(ledger.origin(1).expect("asked"), Some(whole.clone()));
    assert_eq!(ledger.raw(1).expect("asked"), whole.raw);
    assert_eq!(ledger.origin(2).expect("asked"), Some(origin(None)));
    assert_eq!((ledger.raw(2).expect("asked"), ledger.origin(3).expect("asked")), (None, None));
    batch(&mut ledger, |b| b.keep_origin(2, &whole));
    assert_eq!(ledger.origin(2).expect("asked"), Some(whole), "raw bytes come in the place of none");
    ledger.check().expect("whole");
}

#[test]
fn texts_that_another_version_made_are_found_in_order() {
    let mut ledger = ledger(5);
    batch(&mut ledger, |b| {
        [5, 1, 3].into_iter().try_for_each(|n| b.keep_origin(n, &origin(Some(raw("aa")))))?;
        b.keep_origin(2, &origin(None))?;
        b.keep_origin(4, &origin(Some(Raw { extracted_by: "extract 0".to_owned(), ..raw("bb") })))
    });
    let stale = |ledger: &Ledger, by: &str, after, limit| -> Vec<u32> {
        ledger.raws(by, after, limit).expect("asked").iter().map(|(stored, _)| stored.number).collect()
    };
    assert_eq!(stale(&ledger, "extract 2", 0, 3), [1, 3, 4]);
    assert_eq!(stale(&ledger, "extract 2", 3, 3), [4, 5]);
    assert_eq!(stale(&ledger, "extract 1", 0, 9), [4]);
    assert_eq!(ledger.raws_count("extract 2").expect("asked"), 4);
    batch(&mut ledger, |b| [1, 2, 4].into_iter().try_for_each(|n| b.extracted(n, "extract 2")));
    assert_eq!(stale(&ledger, "extract 2", 0, 9), [3, 5]);
    assert_eq!(ledger.raw(2).expect("asked"), None);
}

#[test]
fn another_text_takes_the_place_of_the_old_one_altogether() {
    let mut better = small(7);
    better.report.url = small(2).report.url;
    let (mut ledger, mut fresh) = (ledger(0), ledger(0));
    add(&mut ledger, &[small(2)]).expect("added");
    add(&mut fresh, std::slice::from_ref(&better)).expect("added");
    batch(&mut ledger, |b| b.retext(1, &better.entry(), "test 2"));
    let stored = ledger.report(1).expect("asked").expect("there");
    assert_eq!(stored.report, better.report);
    assert_eq!((stored.added, stored.read_by.as_str(), stored.revision_of), (ADDED, "test 2", None));
    assert_eq!(add(&mut ledger, std::slice::from_ref(&better)).expect("added"), [Added::Known(1)]);
    let facts = |ledger: &Ledger| lines(&ledger.facts(&Query::default(), &plain_family).expect("facts"));
    assert_eq!(facts(&ledger), facts(&fresh));
    assert_eq!(ledger.summary().expect("asked"), fresh.summary().expect("asked"));
    let day = stored.day.expect("dated");
    let shared = [small(2), better].map(|one| {
        let keys = one.voice.keys;
        batch(&mut ledger, |b| b.with_keys(&keys, date(2022, 1, 1), ADDED))
            .iter()
            .filter(|s| s.day == day)
            .count()
    });
    assert_eq!(shared, [0, 1], "it is found by its new keys only");
    ledger.check().expect("whole");
}

#[test]
fn a_better_text_of_a_revision_is_no_revision() {
    let mut ledger = ledger(1);
    let mut second = small(2);
    second.report.url = small(1).report.url;
    add(&mut ledger, std::slice::from_ref(&second)).expect("added");
    second.report.text.push_str(" More.");
    batch(&mut ledger, |b| b.retext(2, &second.entry(), "test 1"));
    let summary = ledger.summary().expect("asked");
    assert_eq!((summary.reports, summary.revisions), (1, 1));
    let (old, new) = (ledger.report(1).expect("asked"), ledger.report(2).expect("asked"));
    assert_eq!(old.and_then(|r| r.superseded), Some(ADDED));
    assert_eq!(new.map(|r| (r.revision_of, r.superseded)), Some((Some(1), None)));
}

fn alert(id: &str) -> KeptAlert {
    KeptAlert {
        id: id.to_owned(),
        watch: "border".to_owned(),
        made: at("2024-12-31T10:00:00Z"),
        body: format!("{{\"id\":\"{id}\"}}"),
        ..KeptAlert::default()
    }
}

#[test]
fn alerts_wait_in_their_order_until_they_are_done() {
    let mut ledger = ledger(0);
    let other = KeptAlert { watch: "strait".to_owned(), ..alert("other") };
    let all = [alert("z"), other, alert("a"), alert("m")];
    batch(&mut ledger, |b| all.iter().try_for_each(|alert| b.keep_alert(alert)));
    assert_eq!(ledger.alerts_to_send().expect("asked"), all);
    let tried = KeptAlert { tries: 3, next: Some(at("2025-01-01T00:00:00.5Z")), ..alert("z") };
    let sent = KeptAlert { done: Some(at("2025-01-01T00:00:00Z")), ..alert("a") };
    batch(&mut ledger, |b| [&tried, &sent].into_iter().try_for_each(|alert| b.keep_alert(alert)));
    assert_eq!(ledger.alerts_to_send().expect("asked"), [tried.clone(), all[1].clone(), all[3].clone()]);
    let newest = ledger.alerts("border", 2).expect("asked");
    assert_eq!(newest, [alert("m"), sent.clone()]);
    assert_eq!(ledger.alerts("border", usize::MAX).expect("asked"), [alert("m"), sent, tried]);
    assert!(ledger.alerts("none", 5).expect("asked").is_empty());
}

#[test]
fn what_a_watch_was_told_comes_back() {
    let mut ledger = ledger(0);
    assert_eq!(ledger.watched("border").expect("asked"), None);
    for state in ["{}", "not even JSON \0", ""] {
        batch(&mut ledger, |b| b.keep_watched("border", state));
        assert_eq!(ledger.watched("border").expect("asked").as_deref(), Some(state));
    }
    assert_eq!(ledger.watched("strait").expect("asked"), None);
}

#[test]
fn reports_of_their_own_future_are_counted_as_the_summary_counts_them() {
    let mut ledger = ledger(3);
    let dated = |day: Date, n: u64| {
        let mut one = small(n);
        one.report.published = Some(day.to_string());
        one
    };
    add(&mut ledger, &[dated(date(2025, 1, 1), 7), dated(date(2999, 1, 1), 8), dated(ADDED, 9)])
        .expect("added");
    let mut corrected = dated(date(2024, 1, 1), 8);
    corrected.report.text.push('!');
    assert_eq!(ledger.future().expect("asked"), 2);
    add(&mut ledger, &[corrected]).expect("added");
    assert_eq!(ledger.future().expect("asked"), 1);
    assert_eq!(ledger.summary().expect("asked").future, 1);
}

#[test]
fn damage_in_these_tables_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("ledger.sqlite");
    let mut ledger = Ledger::open(&path).expect("a ledger");
    add(&mut ledger, &[small(1)]).expect("added");
    batch(&mut ledger, |b| {
        b.see(FEED, "1", Some(1), ADDED)?;
        b.keep_origin(1, &origin(Some(raw("aa"))))?;
        b.keep_alert(&alert("a"))
    });
    ledger.check().expect("whole");
    let change = |sql: &str| {
        let database = rusqlite::Connection::open(&path).expect("a database");
        database.execute_batch(&format!("PRAGMA foreign_keys = OFF; {sql}")).expect("changed");
    };
    change("UPDATE origin SET fetched = 'soon'; UPDATE alert SET made = ''");
    for said in
        [ledger.raw(1).map(|_| ()), ledger.raws("x", 0, 9).map(|_| ()), ledger.alerts_to_send().map(|_| ())]
    {
        assert!(said.expect_err("it is damaged").to_string().starts_with("corrupt: "));
    }
    change("UPDATE item SET report = 77");
    let said = ledger.check().expect_err("there is no report 77").to_string();
    assert!(said.contains("a row of item refers to no row of report"), "{said}");
}
