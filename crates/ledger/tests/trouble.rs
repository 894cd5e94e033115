//! What stands in the way is named, and the ledger stays whole: a full disk, no right to write, other files, damage.

mod invent;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use invent::{Invented, add, small};
use saydo_ledger::{Error, Ledger, Query, plain_family};
use tempfile::TempDir;

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

/// A ledger of so many small reports, closed.
fn ledger_of(folder: &Path, reports: u64) -> PathBuf {
    let path = folder.join("ledger.sqlite");
    let mut ledger = Ledger::open(&path).expect("a ledger");
    add(&mut ledger, &(0..reports).map(small).collect::<Vec<_>>()).expect("added");
    path
}

fn message(result: Result<Ledger, Error>) -> String {
    result.map(|_| ()).expect_err("it must not open").to_string()
}

fn protect(path: &Path, readonly: bool) {
    let mut permissions = fs::metadata(path).expect("it is there").permissions();
    permissions.set_readonly(readonly);
    fs::set_permissions(path, permissions).expect("it is ours");
}

#[test]
fn a_full_disk_loses_only_the_batch_in_hand() {
    let folder = folder();
    let path = ledger_of(folder.path(), 20);
    let mut ledger = Ledger::open(&path).expect("it opens");
    ledger.limit_pages(100).expect("limited");
    let mut said = None;
    let mut added = 20;
    for n in 1..100 {
        let batch: Vec<Invented> = (n * 20..n * 20 + 20).map(small).collect();
        match add(&mut ledger, &batch) {
            Ok(_) => added += 20,
            Err(error) => {
                said = Some(error);
                break;
            }
        }
    }
    let error = said.expect("a hundred pages are too few");
    assert!(matches!(error, Error::Full { .. }));
    assert!(error.to_string().starts_with("disk-full: no space is left to write to "));
    ledger.check().expect("whole");
    assert_eq!(ledger.summary().expect("asked").reports, added);
    ledger.limit_pages(1_000_000).expect("there is room again");
    add(&mut ledger, &(0..added + 40).map(small).collect::<Vec<_>>()).expect("it goes on");
    assert_eq!(ledger.summary().expect("asked").reports, added + 40);
    ledger.check().expect("whole");
}

#[test]
fn a_batch_in_which_something_failed_is_not_there_in_part() {
    let folder = folder();
    let path = ledger_of(folder.path(), 20);
    let mut ledger = Ledger::open(&path).expect("it opens");
    ledger.limit_pages(80).expect("limited");
    let mut batch = ledger.begin().expect("begun");
    let failed = (20..500).filter(|&n| batch.add(&small(n).entry(), &invent::STAMP).is_err()).count();
    assert!(failed > 1, "what comes after a failure fails too");
    assert!(batch.commit().expect_err("broken").to_string().starts_with("broken-batch: "));
    assert_eq!(ledger.summary().expect("asked").reports, 20);
    ledger.check().expect("whole");
}

#[test]
fn another_program_that_does_not_end_is_named() {
    let folder = folder();
    let path = ledger_of(folder.path(), 1);
    let (mut one, mut other) =
        (Ledger::open(&path).expect("it opens"), Ledger::open(&path).expect("it opens"));
    let batch = one.begin().expect("begun");
    other.wait_at_most(Duration::from_millis(50)).expect("set");
    let said = other.begin().map(|_| ()).expect_err("the other one writes").to_string();
    assert!(said.starts_with("locked: ") && said.contains("in use by another program"), "{said}");
    drop(batch);
    other.begin().expect("free again");
}

#[test]
fn a_file_that_may_not_be_written_to_is_read_and_nothing_else() {
    let folder = folder();
    let path = ledger_of(folder.path(), 3);
    protect(&path, true);
    let mut ledger = Ledger::open(&path).expect("it can be read");
    assert!(ledger.is_read_only());
    assert_eq!(ledger.facts(&Query::default(), &plain_family).expect("facts").events().count(), 6);
    let error = add(&mut ledger, &[small(9)]).expect_err("it must not be written");
    assert!(
        error.to_string().starts_with("read-only: ") && error.to_string().contains("may not be written to")
    );
    drop(ledger);
    protect(&path, false);
    assert_eq!(Ledger::open(&path).expect("it opens").summary().expect("asked").reports, 3);
}

#[test]
fn a_folder_that_may_not_be_written_to_is_read_and_nothing_else() {
    let folder = folder();
    let inner = folder.path().join("100% öffentlich?#");
    fs::create_dir(&inner).expect("a folder");
    let path = ledger_of(&inner, 3);
    protect(&inner, true);
    let mut ledger = Ledger::open_existing(&path).expect("it can be read");
    assert_eq!(ledger.summary().expect("asked").reports, 3);
    assert!(matches!(add(&mut ledger, &[small(9)]), Err(Error::ReadOnly { .. })));
    drop(ledger);
    protect(&inner, false);
    assert_eq!(fs::read_dir(&inner).expect("a folder").count(), 1, "nothing was left beside it");
}

#[test]
fn other_files_are_named_and_left_alone() {
    let folder = folder();
    let text = folder.path().join("notes.txt");
    let other = folder.path().join("other.sqlite");
    let database = rusqlite::Connection::open(&other).expect("a database");
    database.execute_batch("CREATE TABLE mine (x); INSERT INTO mine VALUES (1)").expect("it is ours");
    drop(database);
    for content in ["x", "no ledger at all", "SQLite format 4", &"long ".repeat(5_000)] {
        fs::write(&text, content).expect("written");
        let said = message(Ledger::open(&text));
        assert!(said.starts_with("not-a-ledger: ") && said.contains("notes.txt"), "{said}");
        assert_eq!(fs::read_to_string(&text).expect("it is there"), content);
    }
    let before = fs::read(&other).expect("it is there");
    assert!(message(Ledger::open(&other)).contains("is no ledger of Saydo and was left as it is"));
    assert_eq!(fs::read(&other).expect("it is there"), before);
}

#[test]
fn what_is_not_there_is_said_to_be_missing() {
    let folder = folder();
    let path = folder.path().join("ledger.sqlite");
    assert!(message(Ledger::open_existing(&path)).starts_with("no-ledger: there is no ledger at "));
    assert!(!path.exists());
    let said = message(Ledger::open(folder.path().join("no/such/ledger.sqlite")));
    assert!(said.starts_with("cannot-open: ") && said.contains("check that its folder exists"), "{said}");
    assert!(message(Ledger::open(folder.path())).contains("it is a folder"));
}

#[test]
fn an_empty_file_becomes_a_ledger() {
    let folder = folder();
    let path = folder.path().join("ledger.sqlite");
    fs::write(&path, "").expect("written");
    assert!(message(Ledger::open_existing(&path)).starts_with("no-ledger: "));
    let mut ledger = Ledger::open(&path).expect("made");
    add(&mut ledger, &[small(1)]).expect("added");
    drop(ledger);
    assert_eq!(Ledger::open_existing(&path).expect("it opens").summary().expect("asked").reports, 1);
}

#[test]
fn a_ledger_that_was_cut_off_is_named_corrupt_wherever_the_cut_is() {
    let folder = folder();
    let path = ledger_of(folder.path(), 200);
    let whole = fs::read(&path).expect("it is there");
    let parts = [1, 3, 10, 20, 50, 90, 99].map(|part| whole.len() * part / 100);
    for length in [1, 15, 16, 100, 511, 512, 4095, 4096].into_iter().chain(parts) {
        fs::write(&path, &whole[..length]).expect("written");
        let found = Ledger::open(&path).and_then(|ledger| ledger.check());
        let said = found.expect_err("it is damaged").to_string();
        assert!(
            said.starts_with("corrupt: ") || said.starts_with("not-a-ledger: "),
            "{length} bytes: {said}"
        );
    }
}

#[test]
fn damage_in_the_middle_never_panics_and_never_gives_other_facts_in_silence() {
    let folder = folder();
    let path = ledger_of(folder.path(), 200);
    let whole = fs::read(&path).expect("it is there");
    let facts = |path: &Path| {
        let ledger = Ledger::open(path)?;
        ledger.check()?;
        ledger.facts(&Query::default(), &plain_family)
    };
    let mut chance = invent::Chance(5);
    for _ in 0..40 {
        let mut bytes = whole.clone();
        let at = (chance.next() as usize % (whole.len() / 4096 - 1) + 1) * 4096;
        bytes[at..at + 4096].fill(0x5a);
        fs::write(&path, &bytes).expect("written");
        assert!(facts(&path).is_err(), "page {} is gone and nobody says so", at / 4096 + 1);
    }
}

#[test]
fn a_ledger_of_a_newer_program_is_not_touched() {
    let folder = folder();
    let path = ledger_of(folder.path(), 1);
    let database = rusqlite::Connection::open(&path).expect("a database");
    database.pragma_update(None, "user_version", 99).expect("set");
    drop(database);
    for readonly in [false, true] {
        protect(&path, readonly);
        let said = message(Ledger::open(&path));
        assert!(said.starts_with("newer-ledger: ") && said.contains("has schema 99"), "{said}");
    }
    protect(&path, false);
}
