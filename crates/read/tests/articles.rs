//! The articles of the project are read as a reader would.

mod common;

use std::collections::BTreeMap;
use std::path::Path;

use saydo_read::{jsonl, markdown, plain};
use saydo_text::Report;

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../articles").join(name))
        .expect("the articles lie beside the crates")
}

/// Compares how many zones of each role there are.
#[track_caller]
fn check(report: &Report, expected: &[(&str, usize)]) {
    let mut counts = BTreeMap::new();
    for zone in &report.zones {
        *counts.entry(zone.zone.name()).or_insert(0) += 1;
    }
    assert_eq!(counts.into_iter().collect::<Vec<_>>(), expected, "{}", common::shown(report));
    assert_eq!((report.language.as_deref(), report.problems.as_slice()), (Some("en"), &[][..]));
}

#[test]
fn plain_texts() {
    let check = |name: &str, expected: &[(&str, usize)]| check(&plain(name, &bytes(name)), expected);
    check(
        "pullback.txt",
        &[("body", 6), ("caption", 1), ("dateline", 1), ("headline", 1), ("subheading", 1)],
    );
    check("truce.txt", &[("body", 6), ("dateline", 1), ("headline", 1)]);
    check("kazakhstan.txt", &[("body", 7), ("dateline", 1), ("headline", 1), ("subheading", 1)]);
    check("ireland.txt", &[("body", 5), ("caption", 1), ("dateline", 1), ("headline", 1), ("subheading", 1)]);
    check("belarus.txt", &[("body", 7), ("dateline", 1), ("headline", 1), ("subheading", 1)]);
    check("embassies.txt", &[("body", 7), ("dateline", 1), ("headline", 1), ("subheading", 1)]);
}

#[test]
fn a_markdown_text() {
    let report = markdown("proposals", &bytes("proposals.md"));
    check(&report, &[("body", 7), ("caption", 1), ("dateline", 1), ("headline", 1), ("subheading", 2)]);
    assert_eq!(report.published.as_deref(), Some("2022-02-17"));
}

#[test]
fn records() {
    let read: Vec<_> = jsonl(bytes("february.jsonl").as_slice()).map(Result::unwrap).collect();
    assert_eq!(
        read.iter().map(|report| report.id.as_str()).collect::<Vec<_>>(),
        ["duma-2022-02-15", "evacuation-2022-02-19", "3"]
    );
    check(&read[0], &[("body", 3), ("dateline", 1)]);
    check(&read[2], &[("body", 3), ("dateline", 1), ("headline", 1)]);
}
