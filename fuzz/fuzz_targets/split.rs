//! Any text: sentences and tokens lie in order, hold everything but white space, and keep their bounds.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use saydo_split::{MAX_TOKEN_BYTES, MAX_TOKENS, Splitter};
use saydo_text::{Span, Zone};

static SPLITTER: LazyLock<Splitter> = LazyLock::new(|| {
    Splitter::from_bytes(include_bytes!("../../crates/models/weights/split.bin"))
        .expect("the weights that ship")
});

fuzz_target!(|text: &str| {
    let mut at = 0;
    for sentence in SPLITTER.zone(text, Span::new(0, text.len()), Zone::Body) {
        assert!((1..=MAX_TOKENS).contains(&sentence.tokens.len()));
        for token in &sentence.tokens {
            assert!(text[at..token.span.start].trim().is_empty());
            let form = &text[token.span.range()];
            assert!(!form.is_empty() && !form.contains(char::is_whitespace) && form.len() <= MAX_TOKEN_BYTES);
            at = token.span.end;
        }
        assert_eq!(sentence.span.end, at);
    }
    assert!(text[at..].trim().is_empty());
});
