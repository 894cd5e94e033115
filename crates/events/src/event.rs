//! What the stage finds: who did what to whom.

use saydo_codebook::Code;
use saydo_forces::Force;
use saydo_standing::Judgement;
use saydo_text::{Byte, Span};

pub use crate::party::Party;

/// A force element of an event, with the way it moves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The element, how much of it, and where it is named.
    pub force: Force,
    /// `in`, `out`, `stay` or `around`.
    pub movement: &'static str,
}

/// How many of something the text names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// The least number that the text allows.
    pub low: Option<u64>,
    /// The greatest.
    pub high: Option<u64>,
}

/// Somebody did something, or is said to have done, to do or not to do it.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its sentence.
    pub sentence: usize,
    /// The word that tells it, in the sentence.
    pub word: usize,
    /// The words that tell it.
    pub trigger: Span<Byte>,
    /// The lemmas of the trigger and of the words that its pattern asked for: "close airspace", "warning time".
    pub lemma: String,
    /// What happened.
    pub code: Code,
    /// How it stands in the text.
    pub judgement: Judgement,
    /// Who acts.
    pub actors: Vec<Party>,
    /// Whom it is done to or with.
    pub recipients: Vec<Party>,
    /// The word whose standing is the event's: its own, or that of the light verb that carries it.
    pub judged: usize,
    /// Whether the words tell the opposite of how that word stands: an answer that is awaited has not come.
    pub turned: bool,
    /// Whether the words only tell that it was ordered.
    pub ordered: bool,
    /// The light verb that carries it, whose time it shares, or its own word.
    pub carrier: usize,
    /// Where forces move, where they do: `in`, `out`, `stay` or `around`.
    pub movement: Option<&'static str>,
    /// What forces move or stay.
    pub forces: Vec<Moved>,
    /// Where, as indexes of mentions.
    pub places: Vec<usize>,
    /// How many of what the trigger names: "1,566 violations".
    pub count: Option<Count>,
    /// How sure the reading is, from 0 to 1.
    pub confidence: f32,
    /// The pattern that found it and what else it rested on, for `--explain`.
    pub because: String,
}
