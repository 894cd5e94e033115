//! What holds for every document, however odd its trees and marks: spans on word borders, no panic, the same result
//! twice.

use std::fmt::Write;

use proptest::prelude::*;
use saydo_mentions::Mentions;
use saydo_statements::{Source, Statement, find};
use saydo_syntax::Document;
use saydo_text::{Byte, Span};

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

/// Relations that rules ask for.
const RELATIONS: &[&str] = &[
    "nsubj",
    "nsubj:pass",
    "nsubj:outer",
    "obj",
    "iobj",
    "obl",
    "obl:agent",
    "obl:unmarked",
    "nmod",
    "nmod:poss",
    "acl",
    "acl:relcl",
    "advcl",
    "ccomp",
    "xcomp",
    "csubj",
    "conj",
    "parataxis",
    "aux",
    "aux:pass",
    "cop",
    "case",
    "mark",
    "det",
    "amod",
    "advmod",
    "compound",
    "compound:prt",
    "flat",
    "appos",
    "punct",
    "expl",
];

/// A sentence written by hand: which words, on which heads, by which relations.
fn sentence() -> impl Strategy<Value = String> {
    let word = (0..WORDS.len(), 0..24_usize, 0..RELATIONS.len());
    prop::collection::vec(word, 1..24).prop_map(|words| {
        words.iter().fold(String::new(), |mut text, &(word, head, relation)| {
            let _ = write!(text, "{}/{head}/{} ", WORDS[word], RELATIONS[relation]);
            text
        })
    })
}

/// Sentences, each with whether it begins a paragraph.
fn document() -> impl Strategy<Value = Document<'static>> {
    prop::collection::vec((sentence(), any::<bool>()), 1..6).prop_map(|rows| {
        let sentences: Vec<&str> = rows.iter().map(|(s, _)| s.as_str()).collect();
        let mut document = Document::by_hand(&sentences);
        let mut paragraph = 0;
        for (sentence, (_, begins)) in document.sentences.iter_mut().zip(&rows) {
            paragraph += usize::from(*begins);
            sentence.paragraph = paragraph;
        }
        document
    })
}

/// Whether a span begins and ends where words do, and holds at least one.
fn is_on_words(document: &Document<'_>, span: Span<Byte>) -> bool {
    let words = || document.sentences.iter().flat_map(|s| &s.words);
    let starts = words().any(|w| w.span.start == span.start);
    starts && !span.is_empty() && words().any(|w| w.span.end == span.end)
}

fn spans(statement: &Statement) -> Vec<Span<Byte>> {
    let named = |who: &Option<Source>| who.as_ref().map(|w| w.span);
    let cue = statement.cue.as_ref().map(|c| c.span);
    let others = [cue, named(&statement.source), named(&statement.addressee)];
    statement.content.iter().copied().chain(others.into_iter().flatten()).collect()
}

proptest! {
    #[test]
    fn statements_lie_on_words_and_are_the_same_twice(document in document()) {
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
