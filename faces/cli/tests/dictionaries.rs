//! Runs `saydo code --dictionaries` with good, odd and missing folders, and prints PETRARCH's own file.
#![allow(clippy::unwrap_used, reason = "the helpers of these tests stand outside test functions")]

mod common;

use std::fs;
use std::process::Output;

use expect_test::{Expect, expect};
use saydo_record::Record;
use tempfile::TempDir;

use common::said;

const NEWS: &str = concat!(
    r#"{"id":"a","published":"2022-02-16","publisher":"Agency","url":"https://example.org/a","#,
    r#""text":"Moscow praised Kiev. Its troops left. Moscow praised Kiev again. Paris hugged Kiev."}"#,
    "\n",
    r#"{"id":"b","text":"Nothing was done."}"#,
    "\n",
);

const ACTORS: &[u8] = b"MOSCOW [RUSGOV]\nKIEV [UKRGOV]\nPARIS [FRAGOV]\n";
const VERBS: &[u8] = b"--- PRAISE [051] ---\nPRAISE\n\n--- HUG [999] ---\nHUG {HUGGED}\n";

/// A folder with news and, in `dictionaries`, these files.
fn folder(dictionaries: &[(&str, &[u8])]) -> TempDir {
    let dir = common::folder(&[("news.jsonl", NEWS.as_bytes())]);
    fs::create_dir(dir.path().join("dictionaries")).unwrap();
    for (name, bytes) in dictionaries {
        fs::write(dir.path().join("dictionaries").join(name), bytes).unwrap();
    }
    dir
}

fn run(dir: &TempDir, args: &[&str]) -> Output {
    common::command(dir.path(), "code", args).output().unwrap()
}

fn code(dir: &TempDir, args: &[&str]) -> Output {
    run(dir, &[args, &["--dictionaries", "dictionaries", "news.jsonl"]].concat())
}

fn records(output: &Output) -> Vec<Record> {
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    text.lines().map(|line| serde_json::from_str(line).expect("a line is a record")).collect()
}

fn check(output: &Output, status: i32, printed: &Expect) {
    assert_eq!(output.status.code(), Some(status), "{}", said(output));
    printed.assert_eq(&String::from_utf8_lossy(&output.stdout));
}

#[test]
fn every_triple_is_in_the_record() {
    let dir = folder(&[("actors.txt", ACTORS), ("verbs.txt", VERBS)]);
    let output = code(&dir, &[]);
    assert_eq!((output.status.code(), said(&output).as_str()), (Some(0), ""));
    let records = records(&output);
    assert!(records.iter().flat_map(|r| &r.events).all(|e| e.petrarch.is_some()));
    let triples = |r: &Record| -> Vec<String> {
        let triples = r.events.iter().flat_map(|e| e.petrarch.clone().unwrap());
        triples.map(|t| format!("{} {} {}", t.source, t.target, t.code)).collect()
    };
    let found = triples(&records[0]);
    assert!(found.iter().any(|t| t == "RUSGOV UKRGOV 051"), "{found:?}");
    let lone = records[0].events.iter().find(|e| e.trigger.text == "hugged").unwrap();
    assert_eq!((&lone.plover, &lone.cameo, &lone.kind, lone.confidence), (&None, &None, &None, 0.5));
    assert_eq!(lone.petrarch.as_ref().unwrap()[0].code, "999");
    assert!(found.contains(&"FRAGOV UKRGOV 999".to_owned()), "{found:?}");
    assert!(triples(&records[1]).is_empty());
}

#[test]
fn the_file_of_petrarch() {
    let dir = folder(&[("actors.txt", ACTORS), ("verbs.txt", VERBS)]);
    check(
        &code(&dir, &["--format", "petrarch"]),
        0,
        &expect![[r"
        20220216	RUSGOV	UKRGOV	051	---	a_1;a_3	https://example.org/a	Agency
        20220216	FRAGOV	UKRGOV	999	---	a_4	https://example.org/a	Agency
    "]],
    );
    fs::write(dir.path().join("dictionaries/verbs.txt"), "--- RUN [032] ---\nRUN\n").unwrap();
    check(&code(&dir, &["--format", "petrarch"]), 1, &expect![[r""]]);
}

#[test]
fn the_page_shows_what_petrarch_codes() {
    let dir = folder(&[("actors.txt", ACTORS), ("verbs.txt", VERBS)]);
    let page = String::from_utf8(code(&dir, &["--format", "read", "--explain"]).stdout).unwrap();
    for piece in ["PETRARCH RUSGOV UKRGOV 051", "PETRARCH          999", "because PETRARCH's dictionaries"] {
        assert!(page.contains(piece), "{piece} is not in {page}");
    }
}

#[test]
fn the_file_needs_dictionaries() {
    let output = run(&folder(&[]), &["--format", "petrarch", "news.jsonl"]);
    check(&output, 2, &expect![[r""]]);
    assert!(said(&output).contains("--dictionaries DIR"), "{}", said(&output));
}

#[test]
fn a_folder_that_gives_nothing_is_trouble() {
    let dir = folder(&[]);
    fs::create_dir(dir.path().join("dictionaries/more")).unwrap();
    for (name, why) in
        [("missing", "cannot list"), ("news.jsonl", "cannot list"), ("dictionaries", "no dictionaries")]
    {
        let output = run(&dir, &["--dictionaries", name, "news.jsonl"]);
        check(&output, 2, &expect![[r""]]);
        assert!(said(&output).starts_with(&format!("saydo: {name}: ")), "{}", said(&output));
        assert!(said(&output).contains(why), "{}", said(&output));
    }
}

#[test]
fn odd_files_are_told_and_the_rest_is_used() {
    let noise: Vec<u8> = (0..200_000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let bad = "KIEV [UKRGOV]\nMOSCOW\n\t[RUSGOV 2004017-2005]\n".repeat(40);
    let dir = folder(&[
        ("actors.txt", ACTORS),
        ("bad.actors.txt", bad.as_bytes()),
        ("empty.txt", b""),
        ("noise.bin", &noise),
        ("verbs.txt", VERBS),
    ]);
    fs::create_dir(dir.path().join("dictionaries/more")).unwrap();
    let output = code(&dir, &[]);
    assert_eq!((output.status.code(), records(&output).len()), (Some(0), 2));
    let told = said(&output);
    assert!(told.contains("saydo: dictionaries/bad.actors.txt: line 3: "), "{told}");
    assert!(told.contains("saydo: dictionaries/bad.actors.txt: and 20 more"), "{told}");
    assert!(
        told.lines().all(|line| line.starts_with("saydo: dictionaries/") && !line.contains('\u{1b}')),
        "{told}"
    );
    assert!(told.lines().count() < 60, "{told}");
}

#[test]
fn a_file_too_large_is_left_out() {
    let dir = folder(&[("actors.txt", ACTORS), ("verbs.txt", VERBS), ("huge.txt", b"")]);
    let huge = fs::OpenOptions::new().write(true).open(dir.path().join("dictionaries/huge.txt")).unwrap();
    huge.set_len((64 << 20) + 1).unwrap();
    let output = code(&dir, &["--format", "petrarch"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(said(&output).contains("dictionaries/huge.txt: larger than 64 MB"), "{}", said(&output));
}

#[test]
fn threads_and_the_size_of_a_report_change_nothing() {
    let dir = folder(&[("actors.txt", ACTORS), ("verbs.txt", VERBS)]);
    let long = "Moscow praised Kiev, and the convoy moved north. ".repeat(6000);
    fs::write(dir.path().join("long.txt"), long).unwrap();
    let with = |threads| {
        let args =
            ["--threads", threads, "--format", "petrarch", "--dictionaries", "dictionaries", "long.txt"];
        run(&dir, &args).stdout
    };
    let (one, four) = (with("1"), with("4"));
    assert!(!one.is_empty() && one == four);
}
