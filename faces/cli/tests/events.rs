//! Runs `saydo code` on events: the JSON record, its predicates, the page, and crowded sentences.
#![allow(clippy::unwrap_used, reason = "the helpers of these tests stand outside test functions")]

mod common;

use std::process::Output;

use serde_json::Value;
use tempfile::TempDir;

use common::{folder, said};

const REPORT: &str = "Russia said on Tuesday that it had withdrawn 7,000 troops from Belarus.\n\n\
    Kyiv condemned the attack. It may expel the Russian ambassador.\n";

fn run(dir: &TempDir, args: &[&str]) -> Output {
    common::command(dir.path(), "code", args).output().unwrap()
}

fn printed(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn record(output: &Output) -> Value {
    serde_json::from_str(printed(output).lines().next().unwrap()).unwrap()
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn events_have_the_promised_keys() {
    let dir = folder(&[("report.txt", REPORT.as_bytes())]);
    let output = run(&dir, &["report.txt"]);
    assert_eq!((output.status.code(), said(&output).as_str()), (Some(0), ""));
    let record = record(&output);
    let text: Vec<char> = record["text"].as_str().unwrap().chars().collect();
    let events = record["events"].as_array().unwrap();
    assert!(!events.is_empty());
    for event in events {
        let promised = [
            "actors",
            "by",
            "cameo",
            "confidence",
            "contexts",
            "force",
            "goldstein",
            "id",
            "lemma",
            "mode",
            "negated",
            "places",
            "plover",
            "quad",
            "recipients",
            "standing",
            "statement",
            "time",
            "trigger",
        ];
        let mut found = keys(event);
        found.retain(|key| !matches!(*key, "kind" | "hedged"));
        assert_eq!(found, promised);
        let trigger = &event["trigger"];
        let at = |key: &str| trigger[key].as_u64().unwrap() as usize;
        assert_eq!(trigger["text"], Value::from(text[at("start")..at("end")].iter().collect::<String>()));
    }
}

#[test]
fn what_was_done_is_found() {
    let dir = folder(&[("report.txt", REPORT.as_bytes())]);
    let record = record(&run(&dir, &["report.txt"]));
    let events = record["events"].as_array().unwrap();
    let event = events.iter().find(|e| e["trigger"]["text"] == "withdrawn").unwrap();
    assert_eq!((&event["plover"], &event["standing"]), (&Value::from("RETREAT"), &Value::from("announced")));
    assert_eq!((&event["negated"], &event["statement"]), (&Value::from(false), &Value::from("s1")));
    assert_eq!(event["actors"][0]["country"], "RUS");
    let possible = events.iter().find(|e| e["trigger"]["text"] == "expel").unwrap();
    assert_eq!(possible["standing"], "possible");
}

#[test]
fn predicates_and_petrarch_come_only_where_asked_for() {
    let dir = folder(&[("report.txt", REPORT.as_bytes())]);
    let usual = record(&run(&dir, &["report.txt"]));
    assert!(usual.get("predicates").is_none());
    assert!(usual["events"].as_array().unwrap().iter().all(|e| e.get("petrarch").is_none()));
    let asked = record(&run(&dir, &["--predicates", "report.txt"]));
    let predicates = asked["predicates"].as_array().unwrap();
    assert!(predicates.iter().any(|p| p["trigger"]["text"] == "condemned"), "{predicates:?}");
    for predicate in predicates {
        assert_eq!(keys(predicate), ["factuality", "negated", "standing", "statement", "trigger"]);
        assert!(predicate["factuality"].as_f64().is_some_and(|f| (-3.0..=3.0).contains(&f)));
    }
    assert!(asked["events"].as_array().unwrap().iter().all(|e| e["factuality"].is_number()));
    let page = |args: &[&str]| printed(&run(&dir, &[args, &["--format", "read", "report.txt"]].concat()));
    assert_eq!(page(&["--predicates"]), page(&[]));
}

#[test]
fn explanations_cover_events() {
    let dir = folder(&[("report.txt", REPORT.as_bytes())]);
    let because = |args| -> Vec<bool> {
        let record = record(&run(&dir, args));
        record["events"].as_array().unwrap().iter().map(|e| e["because"].is_string()).collect()
    };
    assert!(because(&["report.txt"]).iter().all(|b| !b));
    assert!(because(&["--explain", "report.txt"]).iter().all(|b| *b));
}

#[test]
fn the_page_tells_who_did_what() {
    let dir = folder(&[("report.txt", REPORT.as_bytes())]);
    let page = printed(&run(&dir, &["--format", "read", "report.txt"]));
    for piece in [
        " events   who → whom",
        "announced  Russia",
        "RETREAT withdraw",
        "(in 1; RUS",
        "«withdrawn»",
        "possible",
    ] {
        assert!(page.contains(piece), "{piece} is not in {page}");
    }
    assert!(page.lines().all(|l| l.chars().count() <= 80), "{page}");
    let explained = printed(&run(&dir, &["--format", "read", "--explain", "report.txt"]));
    assert!(explained.contains("because data/events/"), "{explained}");
}

#[test]
fn a_crowded_sentence_is_told() {
    let text = "On Monday Kyiv condemned Moscow, praised Paris, thanked London, sanctioned Minsk, invaded Tuva, \
        attacked Riga, expelled an envoy, arrested a reporter, and shelled a village.";
    let dir = folder(&[("list.txt", text.as_bytes())]);
    let output = run(&dir, &["list.txt"]);
    assert_eq!(output.status.code(), Some(0));
    let told = said(&output);
    assert!(told.contains("list.txt: report list: many-events: sentence 1: "), "{told}");
    assert!(told.contains("The sentence gave ") && told.contains("\u{201c}condemned\u{201d}, "), "{told}");
    assert_eq!(record(&output)["problems"][0]["code"], "many-events");
}
