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

/// Somebody did something, or is said to have done, to do or not to do it.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its sentence.
    pub sentence: usize,
    /// The word that tells it, in the sentence.
    pub word: usize,
    /// The words that tell it.
    pub trigger: Span<Byte>,
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
    /// Where forces move, where they do: `in`, `out`, `stay` or `around`.
    pub movement: Option<&'static str>,
    /// What forces move or stay.
    pub forces: Vec<Moved>,
    /// Where, as indexes of mentions.
    pub places: Vec<usize>,
    /// How sure the reading is, from 0 to 1.
    pub confidence: f32,
    /// The pattern that found it and what else it rested on, for `--explain`.
    pub because: String,
}
