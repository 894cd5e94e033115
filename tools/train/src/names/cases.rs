//! Sentences of our own with the names that the tagger that ships has to find in them.

use saydo_mentions::name::Tagger;

use super::corpus::{KINDS, Reader, Sample};

/// Compares the names found, each as its kind and its text, with those expected.
fn check(text: &str, expected: &str) {
    let weights = |name: &str| {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../crates/models/weights/");
        std::fs::read(format!("{folder}{name}")).unwrap()
    };
    let (split, parse) = (weights("split.bin"), weights("parse.bin"));
    let reader = Reader::new(&split, &parse).unwrap();
    let sample = Sample::new(text);
    let found = reader.find(&sample, Tagger::shipped());
    let asked = found.into_iter().filter(|(kind, _)| *kind < 3);
    let shown: Vec<String> = asked.map(|(k, span)| format!("{} {}", KINDS[k], &text[span])).collect();
    assert_eq!(shown.join("; "), expected, "{text}");
}

#[test]
fn heads_of_alliances() {
    check(
        "NATO Secretary General Jens Stoltenberg told reporters in Brussels that the alliance was ready.",
        "ORG NATO; PER Jens Stoltenberg; LOC Brussels",
    );
}

#[test]
fn officials_with_titles() {
    check(
        "Ethiopian government spokesman Redwan Hussien denied on Sunday that troops had left Mekelle.",
        "PER Redwan Hussien; LOC Mekelle",
    );
}

#[test]
fn long_names_of_movements() {
    check(
        "The Tigray People's Liberation Front said its fighters had taken two towns near Dessie.",
        "ORG Tigray People's Liberation Front; LOC Dessie",
    );
}

#[test]
fn towns_that_few_know() {
    check(
        "Satellite pictures show tanks and tents near Yelnya, about 250 km from the border with Ukraine.",
        "LOC Yelnya; LOC Ukraine",
    );
}

#[test]
fn short_names_of_bodies() {
    check(
        "Monitors from the OSCE counted more than 500 blasts in Donetsk on Friday.",
        "ORG OSCE; LOC Donetsk",
    );
}

#[test]
fn two_capitals() {
    check(
        "Moscow accused Washington of ignoring its concerns, foreign minister Sergei Lavrov said.",
        "LOC Moscow; LOC Washington; PER Sergei Lavrov",
    );
}

#[test]
fn parliaments_and_presidents() {
    check(
        "President Volodymyr Zelenskiy asked the European Union for help, and Emmanuel Macron flew to Kyiv.",
        "PER Volodymyr Zelenskiy; ORG European Union; PER Emmanuel Macron; LOC Kyiv",
    );
}

#[test]
fn headlines() {
    check(
        "Blinken Warns China Over Arms for Russia as Talks Open in Munich",
        "PER Blinken; LOC China; LOC Russia; LOC Munich",
    );
}

#[test]
fn agencies() {
    check(
        "Three people were killed, Reuters reported, citing the governor of Kharkiv.",
        "ORG Reuters; LOC Kharkiv",
    );
}

#[test]
fn companies() {
    check("Shares of Siemens fell after the company left Russia.", "ORG Siemens; LOC Russia");
}

#[test]
fn names_written_small() {
    check("has anyone been to mexico or peru lately?", "LOC mexico; LOC peru");
}

#[test]
fn first_names() {
    check("Tell Susan that Peter called from Denver.", "PER Susan; PER Peter; LOC Denver");
}

#[test]
fn sentences_without_names() {
    check("Prices rose again on Monday, and nobody knows why.", "");
    check("The minister said the army would answer any attack.", "");
}
