//! What holds for every document, however odd its trees: spans on word borders, no panic, one event for one trigger, the
//! same result twice.

use std::fmt::Write;

use proptest::prelude::*;
use saydo_events::{Event, find};
use saydo_mentions::Mentions;
use saydo_statements::Statement;
use saydo_syntax::Document;
use saydo_text::{Byte, Span};

/// Words that start rules, as form, lemma and tags; a tree is made for them by chance.
const WORDS: &[&str] = &[
    "attacked/attack/VERB/VBD",
    "withdraw/withdraw/VERB/VB",
    "withdrawal/withdrawal/NOUN/NN",
    "pulled/pull/VERB/VBN",
    "out/out/ADP/RP",
    "build/build/NOUN/NN",
    "-/-/PUNCT/HYPH",
    "up/up/NOUN/NN",
    "urged/urge/VERB/VBD",
    "agreed/agree/VERB/VBD",
    "refused/refuse/VERB/VBD",
    "launched/launch/VERB/VBD",
    "attack/attack/NOUN/NN",
    "talks/talk/NOUN/NNS",
    "will/will/AUX/MD",
    "must/must/AUX/MD",
    "was/be/AUX/VBD",
    "said/say/VERB/VBD",
    "not/not/PART/RB",
    "reduced/reduced/ADJ/JJ",
    "deploying/deploy/VERB/VBG",
    "hundreds/hundred/NOUN/NNS",
    "troops/troop/NOUN/NNS",
    "tanks/tank/NOUN/NNS",
    "it/it/PRON/PRP",
    "that/that/PRON/WDT",
    "of/of/ADP/IN",
    "with/with/ADP/IN",
    "by/by/ADP/IN",
    "to/to/PART/TO",
    "Kyiv/Kyiv/PROPN/NNP",
    "Russian/russian/ADJ/JJ",
    "ready/ready/ADJ/JJ",
    "\"/\"/PUNCT/''",
    ",/,/PUNCT/,",
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

fn read(document: &Document<'_>) -> (Mentions, Vec<Statement>, Vec<Event>) {
    let mentions = saydo_mentions::find(document);
    let statements = saydo_statements::find(document, &mentions);
    let events = find(document, &mentions, &statements);
    (mentions, statements, events)
}

proptest! {
    #[test]
    fn events_lie_on_words_and_are_the_same_twice(document in document()) {
        let (mentions, statements, events) = read(&document);
        for event in &events {
            prop_assert!(is_on_words(&document, event.trigger), "{event:?}");
            prop_assert!((0.0..=1.0).contains(&event.confidence));
            prop_assert!(event.judgement.statement.is_none_or(|s| s < statements.len()));
            for party in event.actors.iter().chain(&event.recipients) {
                prop_assert!(is_on_words(&document, party.span), "{party:?}");
                prop_assert!(party.entity.is_none_or(|e| e < mentions.entities.len()));
            }
            prop_assert!(event.places.iter().all(|&m| m < mentions.list.len()));
        }
        let mut triggers: Vec<_> = events.iter().map(|e| (e.trigger.start, e.trigger.end)).collect();
        triggers.sort_unstable();
        triggers.dedup();
        prop_assert_eq!(triggers.len(), events.len());
        prop_assert_eq!(events, read(&document).2);
    }
}
