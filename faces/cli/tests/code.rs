//! Runs `saydo code` in an empty folder and looks at exit status, standard output and standard error.
#![allow(clippy::unwrap_used, reason = "the helpers of these tests stand outside test functions")]

mod common;

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use saydo_record::{Record, SCHEMA};
use tempfile::TempDir;

use common::{folder, said};

const REPORT: &str = "Moscow says troops are leaving\n\n\
    KYIV, Feb 16 (Agency) \u{2014} Moscow said that its troops had left. \u{201c}We see none of it,\u{201d} NATO's \
    secretary general told reporters.\n\n\
    Zürich \u{1f600} noted that. Nobody else has seen it.\n";

fn command(dir: &Path, args: &[&str]) -> Command {
    common::command(dir, "code", args)
}

fn run(dir: &TempDir, args: &[&str]) -> Output {
    command(dir.path(), args).output().unwrap()
}

fn printed(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn records(output: &Output) -> Vec<Record> {
    printed(output).lines().map(|line| serde_json::from_str(line).expect("a line is a record")).collect()
}

fn ids(output: &Output) -> Vec<String> {
    records(output).into_iter().map(|r| r.report.id).collect()
}

/// Fails unless a record keeps what the form promises.
fn check(record: &Record) {
    assert_eq!((record.schema.as_str(), record.report.sha256.len()), (SCHEMA, 64));
    let text: Vec<char> = record.text.chars().collect();
    let cut = |start: usize, end: usize| text[start..end].iter().collect::<String>();
    let known = |id: &Option<String>, unresolved: &Option<String>| {
        assert_eq!(id.is_none(), unresolved.is_some());
        assert!(id.iter().all(|id| record.entities.iter().any(|e| e.id == *id)), "{id:?}");
    };
    for mention in &record.mentions {
        assert_eq!(cut(mention.start, mention.end), mention.text);
        known(&mention.entity, &mention.unresolved);
    }
    for statement in &record.statements {
        for party in statement.source.iter().chain(&statement.addressee) {
            assert_eq!(cut(party.start, party.end), party.text);
            known(&party.entity, &party.unresolved);
        }
        statement.cue.iter().for_each(|c| assert_eq!(cut(c.start, c.end), c.text));
        assert!(!statement.content.is_empty());
        statement.content.iter().for_each(|p| assert!(!cut(p.start, p.end).is_empty()));
        assert!(statement.within.iter().all(|id| record.statements.iter().any(|s| s.id == *id)));
    }
    for event in &record.events {
        assert_eq!(cut(event.trigger.start, event.trigger.end), event.trigger.text);
        assert!(event.statement.iter().all(|id| record.statements.iter().any(|s| s.id == *id)));
        assert!(event.places.iter().all(|id| record.mentions.iter().any(|m| m.id == *id)));
        for party in event.actors.iter().chain(&event.recipients) {
            assert!(!cut(party.start, party.end).is_empty());
            assert!(party.entity.iter().all(|id| record.entities.iter().any(|e| e.id == *id)));
        }
    }
    assert!(record.sentences.iter().all(|s| !cut(s.start, s.end).trim().is_empty()));
}

#[test]
fn every_offset_points_at_what_it_says() {
    let dir = folder(&[("report.txt", REPORT.as_bytes())]);
    let output = run(&dir, &["report.txt"]);
    assert_eq!((output.status.code(), said(&output).as_str()), (Some(0), ""));
    let records = records(&output);
    assert_eq!((records.len(), records[0].text.as_str()), (1, REPORT));
    records.iter().for_each(check);
    assert_eq!(records[0].sentences[0].zone, "headline");
    assert!(printed(&output).contains("\u{1f600}"), "letters are not escaped");
}

#[test]
fn who_said_what_is_found() {
    let dir = folder(&[("report.txt", b"Moscow said that its troops had left.")]);
    let record = records(&run(&dir, &["report.txt"])).remove(0);
    let statement = &record.statements[0];
    assert_eq!(statement.source.as_ref().unwrap().text, "Moscow");
    assert_eq!(statement.cue.as_ref().unwrap().text, "said");
    assert_eq!((statement.content[0].start, statement.content[0].end), (12, 36));
}

#[test]
fn the_articles_of_this_project_keep_the_promises() {
    let articles = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../articles");
    let output = run(&folder(&[]), &["--explain", articles.to_str().unwrap()]);
    assert_eq!((output.status.code(), said(&output).as_str()), (Some(0), ""));
    let records = records(&output);
    assert!(records.len() >= 8);
    records.iter().for_each(check);
}

#[test]
fn explanations_come_only_where_asked_for() {
    let dir = folder(&[("report.txt", REPORT.as_bytes())]);
    let because = |args| -> Vec<bool> {
        let records = records(&run(&dir, args));
        records[0].statements.iter().map(|s| s.because.is_some()).collect()
    };
    assert!(because(&["report.txt"]).iter().all(|b| !b));
    assert!(because(&["--explain", "report.txt"]).iter().all(|b| *b));
}

#[test]
fn bad_files_and_lines_are_named_and_the_rest_is_done() {
    let lines =
        "{\"id\": 1, \"text\": \"Troops left.\"}\n{\"id\": 2}\n{\"id\": 3, \"text\": \"Tanks stayed.\"}\n";
    let rows = "1\tGo\t_\t_\t_\t_\t_\t_\t_\t_\n\n";
    let dir = folder(&[
        ("a.txt", REPORT.as_bytes()),
        ("bytes.txt", &[0xff, 0xfe, 0x00, 0xd8, 0xff, 0xff, 0x80]),
        ("gold.conllu", rows.as_bytes()),
        ("news.jsonl", lines.as_bytes()),
        ("paper.pdf", b"%PDF-1.7 and so on"),
    ]);
    let output = run(&dir, &["missing.txt", "a.txt", "gold.conllu", "news.jsonl", "paper.pdf", "bytes.txt"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(ids(&output), ["a", "1", "3", "bytes"]);
    let told = said(&output);
    let bad = [
        "missing.txt: ",
        "gold.conllu: this is CoNLL-U",
        "news.jsonl: bad-record: line 2",
        "paper.pdf: this is a PDF",
    ];
    assert!(bad.iter().all(|b| told.contains(b)), "{told}");
    let output = run(&dir, &["."]);
    assert_eq!(ids(&output), ["a", "bytes", "1", "3"]);
    assert!(!said(&output).contains("conllu"), "a folder's trees are not reports: {}", said(&output));
}

#[test]
fn a_report_that_is_not_english_has_its_record() {
    let german = "Das Ministerium teilte am Dienstag mit, dass die Truppen nach dem Ende der \u{dc}bung in ihre \
        Kasernen zur\u{fc}ckkehren. Die Regierung in Kiew hat das bisher nicht best\u{e4}tigt und bleibt vorsichtig. \
        Auch die Beobachter sahen an der Grenze keine Bewegung, die auf einen Abzug schlie\u{df}en lie\u{df}e.";
    let dir = folder(&[("bericht.txt", german.as_bytes())]);
    let output = run(&dir, &["bericht.txt"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("bericht.txt: report bericht: language: "), "{}", said(&output));
    let record = records(&output).remove(0);
    assert_eq!(record.problems[0].code, "language");
    assert_eq!((record.sentences.len(), record.text.as_str()), (0, german));
    let page = run(&dir, &["--format", "read", "bericht.txt"]);
    assert_eq!((page.status.code(), said(&page).as_str()), (Some(1), ""));
    assert!(printed(&page).contains("! language: "), "{}", printed(&page));
}

#[test]
fn nothing_to_read_is_nothing_found() {
    let output = run(&folder(&[]), &["."]);
    assert_eq!((output.status.code(), printed(&output).as_str()), (Some(1), ""));
    let output = run(&folder(&[("empty.txt", b"")]), &["empty.txt"]);
    assert_eq!((output.status.code(), ids(&output)), (Some(1), vec!["empty".to_owned()]));
}

#[test]
fn what_is_told_names_file_report_and_sentence() {
    let line = format!("{{\"id\": \"r7\", \"text\": \"It rained. {}\"}}\n", "word ".repeat(700));
    let dir = folder(&[("news.jsonl", line.as_bytes())]);
    let output = run(&dir, &["news.jsonl"]);
    assert!(
        said(&output).contains("news.jsonl: report r7: long-sentence: sentence 2: "),
        "{}",
        said(&output)
    );
    assert_eq!(records(&output)[0].problems[0].start, Some(11));
}

#[test]
fn standard_input_is_recognised() {
    let dir = folder(&[]);
    for (input, id) in
        [("Troops left. Tanks stayed.", "stdin"), ("{\"id\":\"x\",\"text\":\"Tanks left.\"}\n", "x")]
    {
        let mut child = command(dir.path(), &["-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts");
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        assert_eq!(ids(&child.wait_with_output().unwrap()), [id]);
    }
}

#[test]
fn threads_change_nothing() {
    let text =
        |i| format!("On day {i} Kyiv said {i} tanks had moved. \\\"Nobody saw them,\\\" the army said.");
    let many: Vec<String> = (0..400).map(|i| format!("{{\"id\": {i}, \"text\": \"{}\"}}", text(i))).collect();
    let long = "The convoy moved north, officials said, and then it stopped. ".repeat(5000);
    let dir = folder(&[("many.jsonl", many.join("\n").as_bytes()), ("long.txt", long.as_bytes())]);
    for format in ["json", "read"] {
        let with = |threads| run(&dir, &["--format", format, "--threads", threads, "many.jsonl", "long.txt"]);
        let (one, four) = (with("1"), with("4"));
        assert!(one.status.success() && !one.stdout.is_empty());
        assert!(one.stdout == four.stdout, "{format} differs between one and four threads");
    }
}

#[test]
fn the_page_marks_who_said_what() {
    let dir = folder(&[("report.txt", REPORT.as_bytes())]);
    let output = run(&dir, &["--format", "read", "report.txt"]);
    assert_eq!((output.status.code(), said(&output).as_str()), (Some(0), ""));
    let page = printed(&output);
    assert!(page.starts_with("── report ──"), "{page}");
    for piece in ["‹Moscow›", "that its troops had left⟧", " statements   in the text: ", "\u{1f600}"] {
        assert!(page.contains(piece), "{piece} is not in {page}");
    }
    assert!(page.lines().all(|l| l.chars().count() <= 80), "{page}");
    let explained = printed(&run(&dir, &["--format", "read", "--explain", "report.txt"]));
    assert!(!page.contains("because ") && explained.contains("      because "), "{explained}");
}

#[test]
fn colours_come_where_they_are_wanted() {
    let dir = folder(&[("report.txt", REPORT.as_bytes())]);
    let args = ["--format", "read", "report.txt"];
    let has_colour = |output: Output| output.stdout.contains(&0x1b);
    assert!(!has_colour(run(&dir, &args)), "a pipe has no colours");
    assert!(has_colour(run(&dir, &["--color", "always", "--format", "read", "report.txt"])));
    assert!(!has_colour(run(&dir, &["--color", "always", "report.txt"])), "data has no colours");
    let mut quiet = command(dir.path(), &args);
    quiet.env("CLICOLOR_FORCE", "1");
    assert!(has_colour(quiet.output().unwrap()));
    assert!(!has_colour(quiet.env("NO_COLOR", "1").env_remove("CLICOLOR_FORCE").output().unwrap()));
}

#[test]
fn nobody_reading_is_no_trouble() {
    let dir = folder(&[("long.txt", "The convoy moved north. ".repeat(20_000).as_bytes())]);
    let mut child =
        command(dir.path(), &["long.txt"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), said(&output).as_str()), (Some(0), ""));
}
