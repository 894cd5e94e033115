//! What holds for any text: order, trees, and results that depend on nothing but the sentence.

use proptest::prelude::*;
use saydo_engine::{Engine, Parsed, read};
use saydo_text::Report;

fn parsed(report: &Report) -> Vec<Parsed> {
    Engine::shipped().parse(report).collect()
}

/// Exactly one root, every head inside, and every word under the root.
fn assert_tree(heads: &[usize]) {
    assert_eq!(heads.iter().filter(|&&h| h == 0).count(), 1, "{heads:?}");
    for start in 0..heads.len() {
        let mut at = start + 1;
        let mut steps = 0;
        while at != 0 {
            at = heads[at - 1];
            steps += 1;
            assert!(steps <= heads.len(), "word {start} lies on a cycle: {heads:?}");
        }
    }
}

fn assert_sound(report: &Report) {
    let mut end = 0;
    for parsed in parsed(report) {
        assert_eq!(parsed.sentence.tokens.len(), parsed.words.len());
        for token in &parsed.sentence.tokens {
            assert!(token.span.start >= end && token.span.of(&report.text).is_some_and(|t| !t.is_empty()));
            end = token.span.end;
        }
        assert_tree(&parsed.words.iter().map(|w| w.head).collect::<Vec<_>>());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_gives_trees(text in "\\PC{0,400}") {
        assert_sound(&read::plain("any", text.as_bytes()));
    }

    #[test]
    fn any_bytes_give_trees(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        assert_sound(&read::plain("any", &bytes));
    }
}

#[test]
fn hostile_texts_give_trees() {
    let nested = "He said: \u{201c}".repeat(2000);
    for text in [
        nested.as_str(),
        &"...".repeat(3000),
        &"a".repeat(50_000),
        "\u{1f600}",
        "\u{0}\u{0}",
        &"word ".repeat(3000),
    ] {
        assert_sound(&read::plain("hostile", text.as_bytes()));
    }
}

#[test]
fn neighbours_and_earlier_texts_change_nothing() {
    let engine = Engine::shipped();
    let sentences = [
        vec!["Moscow", "said", "its", "troops", "had", "left", "."],
        vec!["No"],
        vec![
            "NATO",
            "has",
            "not",
            "seen",
            "any",
            "withdrawal",
            "on",
            "the",
            "ground",
            ",",
            "he",
            "added",
            ".",
        ],
        vec!["Troops"; 700],
    ];
    let together = engine.parse_words(&sentences);
    for (sentence, expected) in sentences.iter().zip(&together) {
        assert_eq!(&engine.parse_words(std::slice::from_ref(sentence))[0], expected);
    }
    let words: Vec<String> = (0..6000).map(|i| format!("word{i}")).collect();
    for chunk in words.chunks(100) {
        engine.parse_words(&[chunk.iter().map(String::as_str).collect()]);
    }
    assert_eq!(engine.parse_words(&sentences), together);
}

#[test]
fn long_sentences_become_one_tree() {
    let parsed = Engine::shipped().parse_words(&[vec!["ships"; 2 * saydo_engine::parse::LONGEST_PIECE + 5]]);
    assert_tree(&parsed[0].iter().map(|w| w.head).collect::<Vec<_>>());
}

#[test]
fn what_is_too_long_is_said() {
    let codes = |text: &str| {
        let report = read::plain("long", text.as_bytes());
        let problems = parsed(&report).iter().flat_map(|p| p.problems(&report.text)).collect::<Vec<_>>();
        problems
            .iter()
            .map(|p| p.kind.code())
            .collect::<std::collections::BTreeSet<_>>()
            .into_iter()
            .collect::<Vec<_>>()
    };
    assert_eq!(codes("Troops left."), [""; 0]);
    assert_eq!(codes(&"word ".repeat(300)), ["long-sentence"]);
    assert_eq!(codes(&"a".repeat(5000)), ["long-token"]);
}

#[test]
fn a_report_in_another_language_is_left_alone() {
    let report = Report {
        language: Some("ru".into()),
        text: "Troops left.".into(),
        ..read::plain("x", b"Troops left.")
    };
    assert!(parsed(&report).is_empty());
}
