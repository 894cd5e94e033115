//! `saydo add`, `picture`, `explain`, `init`, `demo`, `rebuild`: the real program in an empty folder.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use common::{command, folder, said};
use tempfile::TempDir;

const REPORTS: &str = r#"{"id":"a","published":"2022-02-15","publisher":"Example Wire","url":"https://wire.example/a","text":"Russian troops are returning to their bases from Crimea, Russian Defence Ministry spokesman Igor Konashenkov said on Tuesday."}
{"id":"b","published":"2022-02-16","publisher":"Example Daily","url":"https://daily.example/b","text":"NATO has not seen any withdrawal of Russian troops from Crimea, Secretary General Jens Stoltenberg said on Wednesday."}
{"id":"c","published":"2022-02-17","publisher":"Example Daily","text":"Russia has sent 7,000 more troops to Crimea, a US official said on Thursday."}
"#;

const WATCH: &str =
    "name = \"test\"\nsubject = [\"Russia\"]\nothers = [\"NATO\", \"United States\", \"Ukraine\"]\n";

/// What a command printed, and with which status.
fn run(dir: &TempDir, verb: &str, args: &[&str]) -> (String, String, i32) {
    let output = command(dir.path(), verb, args).output().unwrap();
    let told = said(&output);
    (String::from_utf8(output.stdout).unwrap(), told, output.status.code().unwrap())
}

/// A folder with reports in a ledger and a watch.
fn filled() -> TempDir {
    let dir = folder(&[("reports.jsonl", REPORTS.as_bytes()), ("watch.toml", WATCH.as_bytes())]);
    let (out, told, status) = run(&dir, "add", &["reports.jsonl"]);
    assert_eq!((out.starts_with("saydo.sqlite: 3 new"), told.as_str(), status), (true, "", 0), "{out}");
    dir
}

#[test]
fn reports_added_twice_are_there_once() {
    let dir = filled();
    let (out, _, status) = run(&dir, "add", &["reports.jsonl"]);
    assert_eq!((out.starts_with("saydo.sqlite: 0 new, 3 known already"), status), (true, 0), "{out}");
}

#[test]
fn a_bad_line_is_named_and_the_rest_goes_in() {
    let dir = folder(&[("r.jsonl", format!("{{\"text\": 3}}\n{REPORTS}").as_bytes())]);
    let (out, told, status) = run(&dir, "add", &["r.jsonl"]);
    assert!(out.starts_with("saydo.sqlite: 3 new"), "{out}");
    assert!(told.contains("r.jsonl: bad-record: line 1"), "{told}");
    assert_eq!(status, 2);
}

#[test]
fn bad_lines_without_end_are_told_once_and_counted() {
    let dir = folder(&[("r.jsonl", "{\"text\": 3}\n".repeat(500).as_bytes())]);
    let (_, told, status) = run(&dir, "add", &["r.jsonl"]);
    assert_eq!((told.lines().count(), status), (11, 2), "{told}");
    assert!(told.contains("490 more"), "{told}");
}

#[test]
fn the_picture_sets_what_is_announced_against_what_is_seen() {
    let dir = filled();
    let (out, told, status) = run(&dir, "picture", &[]);
    assert_eq!((told.as_str(), status), ("", 0));
    assert!(out.contains("as of 17 February 2022"), "the newest report's day\n{out}");
    assert!(out.contains("CONTRADICTED"), "{out}");
    let (then, _, _) = run(&dir, "picture", &["--as-of", "2022-02-15"]);
    assert!(!then.contains("CONTRADICTED") && then.contains("UNVERIFIED"), "{then}");
}

#[test]
fn every_form_shows_the_picture() {
    let dir = filled();
    let starts =
        [("markdown", "# "), ("html", "<!doctype html>"), ("json", "{\"schema\":\"saydo-picture/1\"")];
    for (form, start) in starts {
        let (out, _, status) = run(&dir, "picture", &["--format", form]);
        assert!(out.to_lowercase().starts_with(&start.to_lowercase()) && status == 0, "{form}: {out}");
        assert!(out.contains("7,000 more troops to Crimea"), "{form} has the sentence");
    }
}

#[test]
fn changes_are_told_since_an_earlier_day_and_not_since_a_later_one() {
    let dir = filled();
    let (out, _, _) = run(&dir, "picture", &["--since", "2022-02-15"]);
    assert!(out.contains("15 Feb"), "{out}");
    let (_, told, status) = run(&dir, "picture", &["--since", "2022-03-01"]);
    assert!(told.contains("--since 2022-03-01 is not before"), "{told}");
    assert_eq!(status, 2);
}

#[test]
fn a_finding_is_explained_by_its_id() {
    let dir = filled();
    let (out, _, status) = run(&dir, "explain", &["w1.1"]);
    assert!(out.contains("word-contradicted") && out.contains("«withdrawal»"), "{out}");
    assert!(out.contains("https://daily.example/b"), "{out}");
    assert_eq!(status, 0);
    let (out, told, status) = run(&dir, "explain", &["w9.9"]);
    assert_eq!((out.as_str(), status), ("", 1));
    assert!(told.contains("has no finding w9.9"), "{told}");
}

#[test]
fn nothing_to_draw_from_is_a_clear_message() {
    let dir = folder(&[("watch.toml", WATCH.as_bytes()), ("no.sqlite", b"something else altogether")]);
    let (_, told, status) = run(&dir, "picture", &[]);
    assert!(told.contains("saydo.sqlite"), "{told}");
    assert_eq!(status, 2);
    assert!(!dir.path().join("saydo.sqlite").exists(), "asking makes no ledger");
    let (_, told, status) = run(&dir, "picture", &["--ledger", "no.sqlite"]);
    assert!(told.contains("no.sqlite"), "{told}");
    assert_eq!(status, 2);
    assert_eq!(std::fs::read(dir.path().join("no.sqlite")).unwrap(), b"something else altogether");
}

#[test]
fn all_errors_of_a_watch_are_told_with_line_and_key() {
    let dir = filled();
    std::fs::write(dir.path().join("watch.toml"), "subject = [\"Rusia\"]\nsinse = 2022-01-01\n").unwrap();
    let (_, told, status) = run(&dir, "picture", &[]);
    assert!(told.contains("watch.toml") && told.contains("line 1") && told.contains("line 2"), "{told}");
    assert!(told.contains("Russia") && told.contains("since"), "{told}");
    assert_eq!(status, 2);
}

#[test]
fn init_writes_a_watch_and_overwrites_none() {
    let dir = folder(&[]);
    assert_eq!(run(&dir, "init", &[]).2, 0);
    let written = std::fs::read_to_string(dir.path().join("watch.toml")).unwrap();
    assert!(written.contains("subject ="), "{written}");
    std::fs::write(dir.path().join("watch.toml"), "mine").unwrap();
    let (_, told, status) = run(&dir, "init", &[]);
    assert!(told.contains("is there already"), "{told}");
    assert_eq!(status, 2);
    assert_eq!(std::fs::read_to_string(dir.path().join("watch.toml")).unwrap(), "mine");
}

#[test]
fn the_example_shows_its_picture_and_what_to_do_next() {
    let dir = folder(&[]);
    let (out, told, status) = run(&dir, "demo", &[]);
    assert_eq!(status, 0, "{told}");
    assert!(out.contains("16 February 2022") && out.contains("Said to be easing, not seen"), "{out}");
    assert!(told.contains("saydo demo --as-of") && told.contains("saydo add"), "{told}");
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0, "it leaves nothing behind");
    let (out, _, status) = run(&dir, "demo", &["--explain", "headline"]);
    assert!(out.contains("headline") && status == 0, "{out}");
}

#[test]
fn the_example_can_be_written_out_and_gives_the_same_picture() {
    let dir = folder(&[]);
    assert_eq!(run(&dir, "demo", &["--write", "example"]).2, 0);
    let files = ["--ledger", "example/saydo.sqlite", "--watch", "example/watch.toml"];
    let more = ["--publishers", "example/publishers.tsv", "--as-of", "2022-02-16"];
    let (out, _, _) = run(&dir, "picture", &[&files[..], &more[..]].concat());
    assert_eq!(out, run(&dir, "demo", &[]).0);
    assert_eq!(run(&dir, "demo", &["--write", "example"]).2, 2, "what is there is left");
}

#[test]
fn rebuilding_a_ledger_of_this_version_reads_nothing_again() {
    let dir = filled();
    let before = run(&dir, "picture", &[]).0;
    let (out, _, status) = run(&dir, "rebuild", &[]);
    assert!(out.contains("0 reports read again") && status == 0, "{out}");
    assert_eq!(run(&dir, "picture", &[]).0, before);
}

#[test]
fn rebuilding_goes_through_the_folder_of_raw_bytes_where_there_is_one() {
    let dir = filled();
    assert!(!run(&dir, "rebuild", &[]).0.contains("made again"));
    let (_, told, status) = run(&dir, "rebuild", &["--raw", "nowhere"]);
    assert!(told.contains("there is no folder of raw bytes at nowhere") && status == 2, "{told}");
    std::fs::create_dir(dir.path().join("saydo.sqlite.raw")).unwrap();
    let (out, _, status) = run(&dir, "rebuild", &[]);
    assert!(out.contains("0 texts made again by saydo ") && status == 0, "{out}");
}
