//! Every row of the tables names its force in its first example and not in its second.

use saydo_engine::Engine;
use saydo_forces::{Force, elements};
use saydo_syntax::{Rel, Sentence};
use saydo_text::{Report, Span, Zone, ZoneSpan};

const ELEMENTS: &str = include_str!("../../../data/forces/elements.tsv");
const EXTENTS: &str = include_str!("../../../data/forces/extents.tsv");
const NUMBERS: &str = include_str!("../../../data/forces/numbers.tsv");

/// A report of one sentence, read as body text whatever it looks like.
fn report(text: &str) -> Report {
    let zones = vec![ZoneSpan { span: Span::new(0, text.len()), zone: Zone::Body }];
    Report { text: text.to_owned(), zones, language: Some("en".to_owned()), ..Report::default() }
}

/// The forces that verbs and roots of a text have beside them.
fn found(text: &str) -> Vec<Force> {
    let report = report(text);
    let (document, _) = Engine::shipped().document(&report);
    let heads = |s: &Sentence<'_>| (0..s.len()).filter(|&i| is_argument(s.words[i].rel)).collect::<Vec<_>>();
    document.sentences.iter().flat_map(|s| heads(s).into_iter().flat_map(|i| elements(s, i))).collect()
}

fn is_argument(rel: Rel) -> bool {
    matches!(rel.base(), Rel::Nsubj | Rel::Obj | Rel::Obl | Rel::Root)
}

fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().filter(|l| !l.starts_with('#')).map(|line| line.split('\t').collect())
}

#[test]
fn every_phrase_names_its_element() {
    let mut wrong = Vec::new();
    for row in rows(ELEMENTS) {
        for word in row[0].split("; ") {
            let text = row[3].replace("{}", word);
            let forces = found(&text);
            let named = forces.iter().any(|f| f.element.name() == row[1]);
            if named == (row[1] == "none") && (row[1] != "none" || !forces.is_empty()) {
                wrong.push(format!("{word} ({}): {text}", row[1]));
            }
        }
    }
    assert!(wrong.is_empty(), "{} phrases fail:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn no_row_fires_in_its_second_example() {
    let mut wrong = Vec::new();
    for row in rows(ELEMENTS) {
        for word in row[0].split("; ") {
            let text = row[4].replace("{}", word);
            if found(&text).iter().any(|f| f.element.name() == row[1]) {
                wrong.push(format!("{word} ({}): {text}", row[1]));
            }
        }
    }
    wrong.dedup();
    assert!(wrong.is_empty(), "{} phrases fire where they must not:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn extents_and_numbers_are_read() {
    let mut wrong = Vec::new();
    for row in rows(EXTENTS) {
        let extent = |text| found(text).iter().any(|f| f.extent.is_some_and(|e| e.name() == row[1]));
        wrong.extend((!extent(row[2])).then_some(row[2]));
        wrong.extend(extent(row[3]).then_some(row[3]));
    }
    for row in rows(NUMBERS) {
        let text = |n: Option<u64>| n.map(|n| n.to_string()).unwrap_or_default();
        let gives = |f: &Force| format!("{}..{}", text(f.low), text(f.high));
        wrong.extend((!found(row[4]).iter().any(|f| gives(f) == row[5])).then_some(row[4]));
    }
    assert!(wrong.is_empty(), "{} examples fail:\n{}", wrong.len(), wrong.join("\n"));
}
