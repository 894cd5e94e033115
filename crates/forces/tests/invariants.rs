//! What holds for any tree: nothing panics, ranges lie inside the sentence, bounds are in order, no words name twice.

use proptest::prelude::*;
use saydo_forces::{elements, quantity};
use saydo_syntax::{Rel, Sentence, Upos, Word, Zone};
use saydo_text::Span;

/// Words that the tables know, and some that they do not.
const WORDS: &[&str] = &[
    "troops",
    "tanks",
    "of",
    "and",
    "air",
    "defence",
    "missiles",
    "S",
    "-",
    "400",
    "more",
    "than",
    "up",
    "to",
    "between",
    "3,000",
    "5,000",
    "hundred",
    "thousand",
    "dozens",
    "thousands",
    "several",
    "a",
    "the",
    "most",
    "military",
    "build-up",
    "with",
    "percent",
    ",",
    "February",
    "2022",
    "'s",
    "support",
    "1.5",
    "million",
    "99999999999999999999",
    "few",
    "İ",
    "0",
    "naval",
    "artillery",
    "house",
    "half",
    "no",
    "–",
    "10–5",
    "9K33",
];

const RELS: &[Rel] = &[
    Rel::Nmod,
    Rel::Compound,
    Rel::Conj,
    Rel::Case,
    Rel::Amod,
    Rel::Nummod,
    Rel::Det,
    Rel::Flat,
    Rel::Appos,
    Rel::Acl,
    Rel::Obl,
    Rel::NmodPoss,
    Rel::Punct,
    Rel::Advmod,
];

const PARTS: &[Upos] = &[Upos::Noun, Upos::Propn, Upos::Num, Upos::Verb, Upos::Adj, Upos::Adp, Upos::Punct];

type Drawn = (usize, usize, usize, usize);

fn sentence(drawn: &[Drawn]) -> Sentence<'static> {
    let mut at = 0;
    let word = |(i, &(word, head, rel, part)): (usize, &Drawn)| {
        let form = WORDS[word % WORDS.len()];
        let span = Span::new(at, at + form.len());
        at = span.end + 1;
        let head = (i > 0).then_some(head % drawn.len());
        let (rel, upos) = (RELS[rel % RELS.len()], PARTS[part % PARTS.len()]);
        Word { form, lemma: form.to_lowercase(), upos, xpos: "NNS", feats: "_", head, rel, span }
    };
    Sentence::new("", drawn.iter().enumerate().map(word).collect(), Zone::Body)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn any_tree_gives_ranges_inside_it(drawn in prop::collection::vec(any::<Drawn>(), 1..24)) {
        let sentence = sentence(&drawn);
        let ordered = |low: Option<u64>, high: Option<u64>| low.zip(high).is_none_or(|(low, high)| low <= high);
        for head in 0..sentence.len() {
            if let Some(found) = quantity(&sentence, head) {
                prop_assert!(found.words.start < found.words.end && found.words.end <= sentence.len());
                prop_assert!(ordered(found.low, found.high));
            }
            let mut last = 0;
            for force in elements(&sentence, head) {
                prop_assert!(force.words.contains(&force.head) && force.words.end <= sentence.len());
                prop_assert!(ordered(force.low, force.high));
                prop_assert!(force.words.start >= last);
                last = force.words.start;
            }
        }
    }
}
