//! Trees to mentions, and mentions to entities with actor codes.
//!
//! Needs a [`saydo_syntax::Document`]; sets [`Mentions`]. Answers for the names' F1 of `gold/floors.json`.
//!
//! ```
//! use saydo_syntax::Document;
//! let document = Document::by_hand(&["She/she/PRON/PRP/2/nsubj left/leave/VERB/VBD/0/root"]);
//! let mentions = saydo_mentions::find(&document);
//! let she = &mentions.list[0];
//! assert_eq!((she.entity, she.unresolved), (None, "nobody mentioned shortly before fits"));
//! ```
//!
//! **Invariants.** Every span lies inside the text, on word borders. Every entity has a mention, and every mention
//! without an entity says why. The result depends on the document, the weights and the tables alone.

mod actor;
mod antecedent;
mod before;
mod body;
mod calling;
#[cfg(test)]
mod cases;
mod craft;
mod field;
mod gender;
mod government;
mod group;
mod link;
mod mention;
pub mod name;
mod noun;
mod person;
mod phrase;
mod pronoun;
mod quote;
mod resolve;
mod role;
mod spot;
mod surname;
mod thing;
mod title;
pub mod training;
mod weigh;
mod weights;

use saydo_syntax::{Document, Sentence};

pub use mention::{Entity, Kind, Mention, Mentions, Name};

/// Finds who and what a report mentions.
pub fn find(document: &Document<'_>) -> Mentions {
    let tagger = name::Tagger::shipped();
    with_names(document, |sentence| tagger.names(sentence))
}

/// The same with names from elsewhere.
fn with_names(document: &Document<'_>, names: impl Fn(&Sentence<'_>) -> Vec<Name>) -> Mentions {
    let reading = resolve::Reading { weights: weights::Weights::shipped(), lesson: None };
    resolve::resolve(document, spot::spots(document, names), reading)
}
