//! What holds for every document, however odd its trees: spans on word borders, no panic, one event for one trigger, the
//! same result twice.

use proptest::prelude::*;
use saydo_events::{Event, find};
use saydo_mentions::Mentions;
use saydo_statements::Statement;
use saydo_syntax::Document;

#[path = "../../syntax/tests/trees/mod.rs"]
mod trees;

use trees::{document, is_on_words};

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

fn read(document: &Document<'_>) -> (Mentions, Vec<Statement>, Vec<Event>) {
    let mentions = saydo_mentions::find(document);
    let statements = saydo_statements::find(document, &mentions);
    let events = find(document, &mentions, &statements);
    (mentions, statements, events)
}

proptest! {
    #[test]
    fn events_lie_on_words_and_are_the_same_twice(document in document(WORDS)) {
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
