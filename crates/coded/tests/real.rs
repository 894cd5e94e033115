//! Small real exports, read whole, written and read again. They are not ours to hand on: `SAYDO_SAMPLES` names the
//! folder that has them, and without it these tests are skipped with a word.

#![allow(clippy::unwrap_used, reason = "a test fails where it cannot go on")]
#![allow(clippy::print_stdout, reason = "a test says that it is skipped")]

use std::collections::BTreeMap;
use std::path::PathBuf;

use saydo_coded::{Coded, Form, Odd, Options};

fn sample(name: &str) -> Option<Vec<u8>> {
    let folder = std::env::var_os("SAYDO_SAMPLES").map(PathBuf::from);
    let bytes = folder.and_then(|folder| std::fs::read(folder.join(name)).ok());
    if bytes.is_none() {
        println!("skipped: SAYDO_SAMPLES names no folder with {name}");
    }
    bytes
}

fn read(form: Form, name: &str, bytes: &[u8]) -> (Vec<Coded>, Vec<Odd>) {
    let (mut events, mut odd) = (Vec::new(), Vec::new());
    for row in form.reader(name, bytes).unwrap() {
        match row {
            Ok(event) => events.push(event),
            Err(one) => odd.push(one),
        }
    }
    (events, odd)
}

fn write(form: Form, events: &[Coded]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut writer = form.writer(&mut out, Options { words: true, ..Options::default() }).unwrap();
    for event in events {
        writer.event(event).unwrap();
    }
    assert_eq!(writer.end().unwrap().written, events.len() as u64);
    drop(writer);
    out
}

fn by_code(odd: &[Odd]) -> BTreeMap<(&'static str, bool), usize> {
    let mut counts = BTreeMap::new();
    for one in odd {
        *counts.entry((one.code.name(), one.mended)).or_default() += 1;
    }
    counts
}

/// Reads a sample, checks how many rows it has and what is odd, writes it in its own format and reads it again.
fn round(form: Form, name: &str, rows: usize, oddities: &[((&'static str, bool), usize)]) {
    let Some(bytes) = sample(name) else { return };
    assert_eq!(Form::sniff(name, &bytes[..bytes.len().min(64 << 10)]), Some(form));
    let (events, odd) = read(form, name, &bytes);
    assert_eq!(by_code(&odd), oddities.iter().copied().collect(), "{:?}", odd.first());
    assert_eq!(events.len(), rows);
    if form.is_written() {
        let (again, odd) = read(form, name, &write(form, &events));
        let lost = odd.iter().find(|one| !one.mended);
        assert!(lost.is_none(), "{lost:?}");
        for (before, after) in events.iter().zip(&again) {
            assert_eq!(before, after);
        }
        assert_eq!(events.len(), again.len());
    }
    let (own, odd) = read(Form::Jsonl, name, &write(Form::Jsonl, &events));
    assert!(odd.is_empty() && own == events, "{:?}", odd.first());
}

#[test]
fn gdelts_events() {
    round(Form::GdeltEvents, "gdelt-events.export.tsv", 33, &[]);
}

#[test]
fn gdelts_mentions() {
    round(Form::GdeltMentions, "gdelt-mentionssamp.csv", 1635, &[]);
}

#[test]
fn icews() {
    round(Form::Icews, "icews-events.2018.sample.tab", 3705, &[]);
}

#[test]
fn ucdp() {
    round(Form::UcdpGed, "ucdp-ged-sample-1000.jsonl", 1000, &[]);
}

#[test]
fn plover_of_old() {
    round(Form::Plover, "icews-to-jsonl.sample.jsonl", 4, &[]);
}

#[test]
fn sentences_for_training_are_no_events() {
    let name = "plovigy_testfile_0105.jsonl";
    let Some(bytes) = sample(name) else { return };
    assert_eq!(Form::sniff(name, &bytes), None);
    let (events, odd) = read(Form::Plover, name, &bytes);
    assert!(events.is_empty() && odd.iter().all(|one| one.code.name() == "missing" && !one.mended));
    assert_eq!(odd.len(), 294);
}
