//! One entry of the lexicon.

use crate::{Act, Frames};

/// The part of speech that a cue is listed under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// A verb, alone or with a particle or an object that never changes.
    Verb,
    /// A noun.
    Noun,
    /// An adjective.
    Adjective,
}

impl Part {
    /// The part of speech with this name in the tables.
    pub(crate) fn of(name: &str) -> Option<Self> {
        match name {
            "verb" => Some(Self::Verb),
            "noun" => Some(Self::Noun),
            "adj" => Some(Self::Adjective),
            _ => None,
        }
    }
}

/// A word, or a verb with words that belong to it, that reports speech or thought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// Its lemma, in lower case; of several words the first governs the others.
    pub lemma: String,
    /// Its part of speech.
    pub part: Part,
    /// What kind of act it reports.
    pub act: Act,
    /// How it takes its content.
    pub frames: Frames,
    /// A sentence in which it fires, with the source in braces, the cue in angle brackets and the content in square
    /// ones.
    pub fires: String,
    /// A sentence in which it must not fire.
    pub silent: String,
}

impl Cue {
    /// The words after the first, which hang under it: "out" in "point out".
    pub fn rest(&self) -> impl Iterator<Item = &str> {
        self.lemma.split(' ').skip(1)
    }
}
