//! A ledger of an older schema gets its text index when it is opened, however often that is broken off.

mod invent;

use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use invent::{Chance, Invented, add, report};
use saydo_ledger::{Hits, Ledger, StatementId, plain_family};

const REPORTS: u64 = 1_100;

/// Makes a ledger and takes out what came with schema 3, as its migration leaves an older one; gives what was found in it.
fn older(path: &Path) -> Vec<Hits> {
    let mut ledger = Ledger::open(path).expect("a ledger");
    for first in (0..REPORTS).step_by(100) {
        add(&mut ledger, &(first..first + 100).map(|n| report(n, 3, 3)).collect::<Vec<Invented>>())
            .expect("added");
    }
    let found = searched(&ledger);
    drop(ledger);
    let database = rusqlite::Connection::open(path).expect("a database");
    let older = format!(
        "INSERT INTO report_text (report_text) VALUES ('delete-all'); \
         INSERT INTO statement_text (statement_text) VALUES ('delete-all'); \
         UPDATE statement SET sentence_start = 0, sentence_end = 0; UPDATE report SET language = NULL; \
         INSERT INTO backlog (after, last) VALUES (0, {REPORTS})"
    );
    database.execute_batch(&older).expect("made older");
    found
}

fn searched(ledger: &Ledger) -> Vec<Hits> {
    let texts = ["headline 17", "convoy talks", "\"actor 3\"", "\"troops said\" zurich", "1099"];
    texts.map(|text| ledger.search(text).expect("asked")).into()
}

#[test]
#[ignore = "the test of this file starts it"]
fn child() {
    Ledger::open(std::env::var("LEDGER").expect("the parent sets it")).expect("it opens");
}

#[test]
fn opening_that_is_broken_off_goes_on_where_it_was() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("ledger.sqlite");
    let before = older(&path);
    let mut chance = Chance(7);
    for _ in 0..12 {
        let mut child = Command::new(std::env::current_exe().expect("this test"))
            .args(["child", "--exact", "--ignored"])
            .env("LEDGER", &path)
            .stdout(Stdio::null())
            .spawn()
            .expect("it starts");
        sleep(Duration::from_micros(chance.next() % 60_000));
        child.kill().expect("it was there");
        child.wait().expect("it ended");
    }
    let ledger = Ledger::open(&path).expect("it opens");
    assert_eq!(searched(&ledger), before);
    ledger.check().expect("whole");
    let rows = ledger.rows().expect("asked");
    assert!(rows.rows.iter().all(|row| row.language.is_some()));
    assert_eq!(ledger.state().expect("asked"), 11, "an index shows nothing new");
}

#[test]
fn two_that_open_at_once_index_each_text_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("ledger.sqlite");
    let before = older(&path);
    let both: Vec<_> = (0..2)
        .map(|_| {
            let path = path.clone();
            std::thread::spawn(move || searched(&Ledger::open(path).expect("it opens")))
        })
        .collect();
    for one in both {
        assert_eq!(one.join().expect("it ended"), before);
    }
}

#[test]
fn a_ledger_whose_index_is_not_whole_must_be_written_to() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("ledger.sqlite");
    let before = older(&path);
    let protect = |readonly| {
        let mut permissions = std::fs::metadata(&path).expect("it is there").permissions();
        permissions.set_readonly(readonly);
        std::fs::set_permissions(&path, permissions).expect("it is ours");
    };
    protect(true);
    let said = Ledger::open(&path).map(|_| ()).expect_err("its index is not whole").to_string();
    assert!(said.starts_with("read-only: "), "{said}");
    protect(false);
    assert_eq!(searched(&Ledger::open(&path).expect("it opens")), before);
    protect(true);
    assert_eq!(searched(&Ledger::open(&path).expect("it opens")), before);
    protect(false);
}

#[test]
fn sentences_that_were_not_kept_are_found_in_the_text() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("ledger.sqlite");
    let before = {
        let ids = ids();
        older(&path);
        let mut whole = Ledger::memory().expect("a ledger");
        add(&mut whole, &(0..REPORTS).map(|n| report(n, 3, 3)).collect::<Vec<Invented>>()).expect("added");
        whole.statements(&ids, &plain_family, None).expect("asked")
    };
    let found =
        Ledger::open(&path).expect("it opens").statements(&ids(), &plain_family, None).expect("asked");
    assert_eq!(found, before);
}

fn ids() -> Vec<StatementId> {
    (1..20).flat_map(|report| (1..3).map(move |nth| StatementId { report, nth })).collect()
}
