//! What holds for every document, however odd its trees and marks: spans on word borders, no panic, the same result
//! twice.

use proptest::prelude::*;
use saydo_mentions::Mentions;
use saydo_statements::{Source, Statement, find};
use saydo_text::{Byte, Span};

#[path = "../../syntax/tests/trees/mod.rs"]
mod trees;

use trees::{document, is_on_words};

/// Words that start rules, as form, lemma and tags; a tree is made for them by chance.
const WORDS: &[&str] = &[
    "said/say/VERB/VBD",
    "say/say/VERB/VBP",
    "told/tell/VERB/VBD",
    "denied/deny/VERB/VBD",
    "saying/say/VERB/VBG",
    "asked/ask/VERB/VBN",
    "called/call/VERB/VBD",
    "on/on/ADP/IN",
    "was/be/AUX/VBD",
    "according/accord/VERB/VBG",
    "to/to/ADP/IN",
    "that/that/PRON/WDT",
    "by/by/ADP/IN",
    "in/in/ADP/IN",
    "poll/poll/NOUN/NN",
    "view/view/NOUN/NN",
    "claim/claim/NOUN/NN",
    "critics/critic/NOUN/NNS",
    "afraid/afraid/ADJ/JJ",
    "not/not/PART/RB",
    "reportedly/reportedly/ADV/RB",
    "Kyiv/kyiv/PROPN/NNP",
    "he/he/PRON/PRP",
    "Q/q/PROPN/NNP",
    ":/:/PUNCT/:",
    ",/,/PUNCT/,",
    "././PUNCT/.",
    "\"/\"/PUNCT/''",
    "“/“/PUNCT/``",
    "”/”/PUNCT/''",
    "'/'/PUNCT/''",
    "’/’/PART/POS",
    "6/6/NUM/CD",
];

fn spans(statement: &Statement) -> Vec<Span<Byte>> {
    let named = |who: &Option<Source>| who.as_ref().map(|w| w.span);
    let cue = statement.cue.as_ref().map(|c| c.span);
    let others = [cue, named(&statement.source), named(&statement.addressee)];
    statement.content.iter().copied().chain(others.into_iter().flatten()).collect()
}

proptest! {
    #[test]
    fn statements_lie_on_words_and_are_the_same_twice(document in document(WORDS)) {
        let found = find(&document, &Mentions::default());
        for (i, statement) in found.iter().enumerate() {
            prop_assert!(!statement.content.is_empty());
            prop_assert!(statement.within.is_none_or(|outer| outer != i && outer < found.len()));
            for span in spans(statement) {
                prop_assert!(is_on_words(&document, span), "{span:?} of {:?} in {statement:?}", document.text);
            }
        }
        prop_assert_eq!(found, find(&document, &Mentions::default()));
    }
}
