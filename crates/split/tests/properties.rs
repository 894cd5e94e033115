//! What holds for every text: order, coverage, bounds, and the same result twice.

#![allow(clippy::unwrap_used)]

use std::sync::LazyLock;

use proptest::prelude::*;
use saydo_split::{MAX_TOKEN_BYTES, MAX_TOKENS, Sentence, Splitter, Weights, WeightsError};
use saydo_text::{Report, Span, Zone, ZoneSpan};

const WEIGHTS: &[u8] = include_bytes!("../../models/weights/split.bin");

static SPLITTER: LazyLock<Splitter> = LazyLock::new(|| Splitter::from_bytes(WEIGHTS).unwrap());

fn report(text: &str) -> Report {
    let half = (0..=text.len() / 2).rev().find(|&at| text.is_char_boundary(at)).unwrap();
    let zone = |start, end, zone| ZoneSpan { span: Span::new(start, end), zone };
    let zones = vec![zone(0, half, Zone::Headline), zone(half, text.len(), Zone::Body)];
    Report { text: text.to_owned(), zones, ..Report::default() }
}

/// Checks all that must hold and gives the sentences.
fn split(text: &str) -> Vec<Sentence> {
    let report = report(text);
    let sentences: Vec<Sentence> = SPLITTER.sentences(&report).collect();
    let mut at = 0;
    for sentence in &sentences {
        let zone = report.zones.iter().find(|z| z.zone == sentence.zone).unwrap().span;
        assert!(zone.start <= sentence.span.start && sentence.span.end <= zone.end);
        assert!((1..=MAX_TOKENS).contains(&sentence.tokens.len()));
        assert_eq!(sentence.span.start, sentence.tokens[0].span.start);
        assert_eq!(sentence.span.end, sentence.tokens[sentence.tokens.len() - 1].span.end);
        for token in &sentence.tokens {
            assert!(text[at..token.span.start].chars().all(char::is_whitespace));
            let form = token.span.of(text).unwrap();
            assert!(!form.is_empty() && !form.contains(char::is_whitespace) && form.len() <= MAX_TOKEN_BYTES);
            assert!(!token.joined || at == token.span.start);
            at = token.span.end;
        }
    }
    assert!(text[at..].chars().all(char::is_whitespace));
    sentences
}

/// Strings made of what makes splitting hard.
fn hard() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[ \n\t\u{A0}]{1,2}",
        "[a-zA-Z]{1,5}",
        "[0-9.,]{1,4}",
        "[.!?…\"'“”‘’()\\[\\]:;/@#&-]{1,4}",
        Just("http://".to_owned()),
        Just("www.".to_owned()),
        Just("don't".to_owned()),
        Just("cannot".to_owned()),
        Just("a@b.c".to_owned()),
        any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_text(text in any::<String>()) {
        prop_assert_eq!(split(&text), split(&text));
    }

    #[test]
    fn hard_text(text in hard()) {
        split(&text);
    }

    #[test]
    fn any_weights(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
        let bytes = [b"SPL\x01".as_slice(), &bytes].concat();
        if let Ok(weights) = Weights::from_bytes(&bytes) {
            prop_assert_eq!(weights.to_bytes(), bytes);
        }
    }
}

#[test]
fn monsters() {
    for piece in [
        "a", "ab ", ".", ". ", "\"(", "'", "😀", "א", "ا ", "漢字", "\0", "\0 ", "a.", "don't", "http://",
        "a@b.c", "\n", "1,", "\u{301}",
    ] {
        let text = piece.repeat(30_000);
        assert_eq!(split(&text).is_empty(), text.trim().is_empty());
    }
}

#[test]
fn long_sentences_say_that_they_were_cut() {
    let sentences = split(&"word ".repeat(4 * MAX_TOKENS));
    assert!(sentences.iter().any(|s| s.cut && s.tokens.len() == MAX_TOKENS));
    assert!(!sentences[sentences.len() - 1].cut);
}

#[test]
fn only_as_much_is_read_as_is_asked_for() {
    let text = "They left. ".repeat(1_000_000);
    let report = report(&text);
    assert_eq!(SPLITTER.sentences(&report).take(3).count(), 3);
}

#[test]
fn broken_weights_are_refused() {
    assert_eq!(Splitter::from_bytes(b"").unwrap_err(), WeightsError::Magic);
    assert_eq!(Splitter::from_bytes(&WEIGHTS[..99]).unwrap_err(), WeightsError::Length);
    assert_eq!(Splitter::from_bytes(&[WEIGHTS, b"x"].concat()).unwrap_err(), WeightsError::Length);
    assert_eq!(Splitter::from_bytes(b"SPL\x01\xFF").unwrap_err(), WeightsError::Size);
    assert_eq!(Splitter::from_bytes(WEIGHTS).map(|_| ()), Ok(()));
}
