//! A watch that is killed at any moment goes on where it was: no item is lost, none comes twice.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::HashSet;
use std::io::{BufRead, BufReader};
use std::mem::take;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use std::{env, thread};

use jiff::civil::date;
use saydo_bureau::Intake;
use saydo_ledger::{Added, Ledger, Origin};
use saydo_text::{Report, Span, Zone, ZoneSpan};

const FEED: &str = "https://wire.example/feed.xml";
const ITEMS: u32 = 120;

/// Runs in a process of its own, started by the test below: takes what the ledger has not seen, two reports of each item,
/// and prints each one that is safe.
#[test]
#[ignore = "the test of this file starts it"]
fn child() {
    let mut ledger = Ledger::open(env::var("LEDGER").unwrap()).unwrap();
    let mut sink = |report: &Report, added| match added {
        Added::New(_) => println!("\nnew {}", report.id),
        other => println!("\nother {} {other:?}", report.id),
    };
    let mut intake = Intake::new(&mut ledger, date(2022, 2, 16), &mut sink);
    for n in 0..ITEMS {
        let item = format!("item {n}");
        if intake.ledger().seen(FEED, &[item.as_str()]).unwrap().is_empty() {
            let origin = |item| Origin { source: FEED.to_owned(), item, ..Origin::default() };
            intake.take_from(post(n, 1), origin(None)).unwrap();
            if n % 2 == 0 {
                intake.flush().unwrap();
            }
            intake.take_from(post(n, 2), origin(Some(item))).unwrap();
        }
        if n % 3 == 0 {
            intake.flush().unwrap();
        }
    }
    intake.finish().unwrap();
}

fn post(n: u32, part: u32) -> Report {
    let id = format!("{n}#{part}");
    let text = format!("Post {part} of page {n}: the ministry said that {n} vehicles had left Example.");
    let zones = vec![ZoneSpan { span: Span::new(0, text.len()), zone: Zone::Body }];
    Report { url: Some(format!("https://wire.example/{id}")), id, text, zones, ..Report::default() }
}

fn start(ledger: &Path) -> Child {
    Command::new(env::current_exe().unwrap())
        .args(["child", "--exact", "--ignored", "--nocapture"])
        .env("LEDGER", ledger)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// The id that a line tells as new.
fn new(line: &str) -> Option<String> {
    line.strip_prefix("new ")?.strip_suffix('\n').map(str::to_owned)
}

/// Runs the child until it has told of so many new reports, and a moment longer; gives all that it told.
fn killed_after(path: &Path, some: usize, moment: Duration) -> Vec<String> {
    let mut child = start(path);
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let (mut told, mut line) = (Vec::new(), String::new());
    while told.len() < some && output.read_line(&mut line).unwrap() > 0 {
        told.extend(new(&take(&mut line)));
    }
    thread::sleep(moment);
    child.kill().unwrap();
    while output.read_line(&mut line).unwrap() > 0 {
        told.extend(new(&take(&mut line)));
    }
    child.wait().unwrap();
    told
}

#[test]
fn kills_between_and_in_batches_lose_and_double_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger.sqlite");
    let mut told = HashSet::new();
    for kill in 0..25 {
        let moment = Duration::from_micros(kill * 7_919 % 9_000);
        for id in killed_after(&path, kill as usize % 5, moment) {
            assert!(told.insert(id.clone()), "{id} was new twice");
        }
        whole(&Ledger::open(&path).unwrap(), &told);
    }
    assert!(told.len() < 2 * ITEMS as usize, "nothing was left to be killed");
    for id in killed_after(&path, usize::MAX, Duration::ZERO) {
        assert!(told.insert(id.clone()), "{id} was new twice");
    }
    let ledger = Ledger::open(&path).unwrap();
    whole(&ledger, &told);
    assert_eq!(ledger.summary().unwrap().reports, u64::from(2 * ITEMS));
}

/// What was told is there, each report once, and an item is seen if and only if both of its reports are there.
fn whole(ledger: &Ledger, told: &HashSet<String>) {
    ledger.check().unwrap();
    let reports = 1..=ledger.summary().unwrap().reports as u32;
    let there: Vec<String> =
        reports.map(|number| ledger.report(number).unwrap().unwrap().report.id).collect();
    let unique: HashSet<&str> = there.iter().map(String::as_str).collect();
    assert_eq!(unique.len(), there.len(), "a report is there twice");
    assert!(told.iter().all(|id| unique.contains(id.as_str())), "a report that was told is not there");
    for n in 0..ITEMS {
        let item = format!("item {n}");
        let seen = !ledger.seen(FEED, &[item.as_str()]).unwrap().is_empty();
        let both = (1..=2).all(|part| unique.contains(post(n, part).id.as_str()));
        assert_eq!(seen, both, "{item}");
    }
}
