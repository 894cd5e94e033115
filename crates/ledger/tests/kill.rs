//! Kills and neighbours: whatever was acknowledged is there, once, and the next run carries on.

mod invent;

use std::collections::{HashMap, HashSet};
use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use invent::{Chance, Invented, add, report};
use saydo_ledger::Ledger;

/// Kills, and how many of them hit one ledger.
const KILLS: u64 = 200;
const EACH: u64 = 20;

/// Runs in a process of its own, started by the tests below: adds reports from a number on and prints each one's id and
/// number once it is safe.
#[test]
#[ignore = "the tests of this file start it"]
fn child() {
    let given = |name: &str| std::env::var(name).expect("the parent sets it");
    let number = |name: &str| given(name).parse::<u64>().expect("a number");
    let mut ledger = Ledger::open(given("LEDGER")).expect("it opens");
    let mut chance = Chance(number("SEED"));
    let (mut at, end) = (number("FIRST"), number("END"));
    while at < end {
        let last = (at + 1 + chance.next() % 5).min(end);
        let batch: Vec<Invented> = (at..last).map(|n| report(n, 2, 2)).collect();
        let added = add(&mut ledger, &batch).expect("added");
        for (one, added) in batch.iter().zip(added) {
            println!("\nadded {} {}", one.report.id, added.number());
        }
        at = last;
    }
}

fn start(ledger: &Path, seed: u64, reports: std::ops::Range<u64>) -> Child {
    Command::new(std::env::current_exe().expect("this test"))
        .args(["child", "--exact", "--ignored", "--nocapture"])
        .env("LEDGER", ledger)
        .env("SEED", seed.to_string())
        .env("FIRST", reports.start.to_string())
        .env("END", reports.end.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts")
}

/// What a process printed: the acknowledged reports, by id.
fn acknowledged(child: &mut Child) -> HashMap<String, u32> {
    let mut printed = String::new();
    child.stdout.take().expect("piped").read_to_string(&mut printed).expect("text");
    let whole = printed.lines().filter_map(|line| line.strip_prefix("added ")?.split_once(' '));
    whole.filter_map(|(id, number)| Some((id.to_owned(), number.parse().ok()?))).collect()
}

/// The reports of a ledger by id, each of which must be there once.
fn contents(ledger: &Ledger) -> HashMap<String, u32> {
    let reports = ledger.summary().expect("asked").reports as u32;
    let mut found = HashMap::new();
    for number in 1..=reports {
        let id = ledger.report(number).expect("asked").expect("numbers have no gaps").report.id;
        assert_eq!(found.insert(id.clone(), number), None, "{id} is there twice");
    }
    found
}

#[test]
fn two_hundred_kills_lose_nothing_that_was_acknowledged() {
    let seed = std::env::var("SEED").ok().and_then(|s| s.parse().ok()).unwrap_or(20_220_215);
    let mut chance = Chance(seed);
    let mut caught = 0;
    for series in 0..KILLS / EACH {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("ledger.sqlite");
        let mut safe: HashMap<String, u32> = HashMap::new();
        for kill in 0..EACH {
            // A few that are known come again, then new ones.
            let first = (safe.len() as u64).saturating_sub(7);
            let mut child = start(&path, chance.next(), first..first + 100_000);
            sleep(Duration::from_micros(chance.next() % 60_000));
            child.kill().expect("it runs");
            let printed = acknowledged(&mut child);
            child.wait().expect("it ended");
            caught += usize::from(!printed.is_empty());
            safe.extend(printed);
            let ledger = Ledger::open(&path).unwrap_or_else(|e| panic!("seed {seed}, {series}/{kill}: {e}"));
            ledger.check().unwrap_or_else(|e| panic!("seed {seed}, {series}/{kill}: {e}"));
            let there = contents(&ledger);
            for (id, number) in &safe {
                assert_eq!(there.get(id), Some(number), "seed {seed}, {series}/{kill}: {id}");
            }
            safe.extend(there);
        }
    }
    assert!(
        caught > 50,
        "seed {seed}: only {caught} of {KILLS} kills hit a process that had added something"
    );
}

#[test]
fn two_processes_at_once_lose_and_double_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("ledger.sqlite");
    let mut children = [start(&path, 1, 0..150), start(&path, 2, 100..250)];
    let printed: Vec<_> = children.iter_mut().map(acknowledged).collect();
    for child in &mut children {
        assert!(child.wait().expect("it ended").success(), "one gave up");
    }
    let ledger = Ledger::open(&path).expect("it opens");
    ledger.check().expect("whole");
    let there = contents(&ledger);
    let wanted: HashSet<String> = (0..250).map(|n| format!("report-{n}")).collect();
    assert_eq!(there.keys().cloned().collect::<HashSet<_>>(), wanted);
    for (id, number) in printed.into_iter().flatten() {
        assert_eq!(there[&id], number);
    }
}

#[test]
fn a_reader_sees_one_state_while_another_writes() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("ledger.sqlite");
    let mut writer = Ledger::open(&path).expect("a ledger");
    add(&mut writer, &[report(1, 2, 2)]).expect("added");
    let reader = Ledger::open(&path).expect("it opens");
    let mut batch = writer.begin().expect("begun");
    batch.add(&report(2, 2, 2).entry(), &invent::STAMP).expect("added");
    assert_eq!(reader.summary().expect("asked").reports, 1);
    batch.commit().expect("done");
    assert_eq!(reader.summary().expect("asked").reports, 2);
}
