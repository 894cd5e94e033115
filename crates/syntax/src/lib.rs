//! The trees of a report's sentences, as every later stage reads them: mentions, statements, events.
//!
//! Needs nothing but words and labels, so that rules can be tested on sentences built by hand, without weights.
//!
//! ```
//! use saydo_syntax::{Document, Rel};
//! let document = Document::by_hand(&["Moscow/moscow/PROPN/NNP/2/nsubj said/say/VERB/VBD/0/root so/so/ADV/RB/2/advmod"]);
//! let sentence = &document.sentences[0];
//! assert_eq!(sentence.child(1, Rel::Nsubj), Some(0));
//! assert_eq!(sentence.text(0..2), "Moscow said");
//! ```
//!
//! **Invariants.** Every sentence has at least one word and exactly one root, and its heads form a tree. Spans lie
//! inside the text, in order.

mod by_hand;
mod label;
mod sentence;

pub use label::{Rel, Upos};
pub use saydo_text::Zone;
pub use sentence::{Sentence, Word};

/// The sentences of one report, with what is known about it.
#[derive(Clone, Debug, Default)]
pub struct Document<'t> {
    /// The text that all spans point into.
    pub text: &'t str,
    /// The publication time as the report gives it (ISO 8601 where possible).
    pub published: Option<&'t str>,
    /// Who published it.
    pub publisher: Option<&'t str>,
    /// Its sentences in order.
    pub sentences: Vec<Sentence<'t>>,
}
