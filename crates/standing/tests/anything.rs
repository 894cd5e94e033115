//! What holds for any text: nothing fails, everything is in order and within bounds, twice the same.

use saydo_engine::Engine;
use saydo_standing::{Judge, Predicate, Standing};

const TEXTS: [&str; 6] = [
    "",
    "!? ... \" ( not no never",
    "Will they? If not, \"we will\", said he, who said that she said that it may not have been so.",
    "To leave or not to leave without leaving: no, never, unless.\n\nNo. No! None.",
    "Said said said that that that to to to not not not.",
    "ПРИВЕТ 你好 שלום the troops left \u{202e} and 🙂 returned.",
];

fn predicates(text: &str) -> Vec<Predicate> {
    let report = saydo_engine::read::plain("anything", text.as_bytes());
    let reading = Engine::shipped().read(&report);
    Judge::new(&reading.document, &reading.mentions, &reading.statements).predicates()
}

#[test]
fn predicates_are_in_order_and_within_bounds() {
    for text in TEXTS {
        let found = predicates(text);
        assert!(found.is_sorted_by(|a, b| a.span.end <= b.span.start), "{text}");
        assert!(found.iter().all(|p| p.span.of(text).is_some_and(|t| !t.is_empty())), "{text}");
        assert!(found.iter().all(|p| (-3.0..=3.0).contains(&p.factuality)), "{text}");
        assert_eq!(found, predicates(text));
    }
}

#[test]
fn words_that_do_not_exist_are_reported() {
    let report = saydo_engine::read::plain("one", b"Troops left.");
    let reading = Engine::shipped().read(&report);
    let judge = Judge::new(&reading.document, &reading.mentions, &reading.statements);
    for (sentence, word, actors) in [(0, 99, vec![]), (7, 0, vec![]), (0, 1, vec![usize::MAX])] {
        let judgement = judge.judge(sentence, word, &actors);
        assert_eq!((judgement.standing, judgement.negated), (Standing::Reported, false));
        assert!(judge.factuality(sentence, word, &judgement).is_finite());
    }
}
