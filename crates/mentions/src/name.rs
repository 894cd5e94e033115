//! Names of people, places and organisations: a linear chain over hashed features, learnt from annotated text.
//!
//! A word's label is outside, or the beginning, inside, end or whole of a name of one kind. Features are made of the
//! word, its neighbours, its run of capitals, its place in the tree, classes of words and lists of names; a table gives
//! each feature a whole number for each label, and the labels with the highest sum win.

mod feature;
mod hash;
mod label;
mod lexicon;
mod model;
mod phrase;
mod run;
mod weights;
mod word;

use std::sync::OnceLock;

use saydo_syntax::Sentence;

use crate::Name;
pub use label::{KINDS, LABELS, Label, Part, names, spell};
pub use lexicon::{Class, EMPTY, Lexicon, Map, OPEN, ORGANISATION, PERSON, PLACE, longer};
pub use model::{Model, Row, Table, WIDTH};
pub use weights::{Weights, WeightsError};
pub use word::key;

/// What it is worth for a word's label to be the one that the lists of people and organisations give it.
const LISTED: i32 = 250;

/// Finds the names in sentences.
#[derive(Clone, Debug)]
pub struct Tagger {
    weights: Weights,
}

impl Tagger {
    /// A tagger from the bytes of a weights file.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, WeightsError> {
        Weights::from_bytes(bytes).map(Self::new)
    }

    /// A tagger from weights.
    pub fn new(weights: Weights) -> Self {
        Self { weights }
    }

    /// The tagger with the weights that ship, read once for the whole program.
    ///
    /// # Panics
    /// Never in a program that passed its tests: they read the same bytes.
    pub fn shipped() -> &'static Self {
        static SHIPPED: OnceLock<Tagger> = OnceLock::new();
        SHIPPED.get_or_init(|| {
            Self::from_bytes(saydo_models::NAMES).expect("the weights that ship are well-formed")
        })
    }

    /// The names in a sentence, in order; none overlaps another.
    pub fn names(&self, sentence: &Sentence<'_>) -> Vec<Name> {
        let found = names(&self.labels(sentence));
        found.into_iter().filter_map(|(k, words)| Some(Name { words, kind: label::kind(k)? })).collect()
    }

    /// The labels of a sentence's words.
    pub fn labels(&self, sentence: &Sentence<'_>) -> Vec<Label> {
        let view = feature::View::new(sentence, &self.weights.lexicon, |_| None);
        let mut list = hash::Features::new();
        let mut scores: Vec<_> = (0..view.len())
            .map(|i| {
                view.features(i, &mut list);
                self.weights.model.scores(list.as_slice())
            })
            .collect();
        for (scores, label) in scores.iter_mut().zip(view.listed()) {
            if let Some(label) = label {
                scores[label.index()] += LISTED;
            }
        }
        self.weights.model.best(&scores)
    }
}

/// Gives the features of one word of a sentence after the other. Training hides words by numbers of their own, so that
/// it learns what to make of words that nobody has met.
pub fn features(
    sentence: &Sentence<'_>,
    lexicon: &Lexicon,
    hide: impl Fn(usize) -> Option<u32>,
    mut take: impl FnMut(&[u32]),
) {
    let view = feature::View::new(sentence, lexicon, hide);
    let mut list = hash::Features::new();
    for i in 0..view.len() {
        view.features(i, &mut list);
        take(list.as_slice());
    }
}
