//! Forces: which troops, weapons and supplies a phrase names, how much of them, and how many.
//!
//! ```
//! use saydo_forces::{Element, elements};
//! use saydo_syntax::Document;
//! let document = Document::by_hand(&[
//!     "Over/over/ADP/IN/2/advmod 5,000/5000/NUM/CD/3/nummod soldiers/soldier/NOUN/NNS/4/nsubj left/leave/VERB/VBD/0/root",
//! ]);
//! let found = elements(&document.sentences[0], 2);
//! assert_eq!((found[0].element, found[0].low, found[0].high), (Element::Troops, Some(5000), None));
//! ```
//!
//! The tables in `data/forces` are text that an expert can edit; each row has an example that fires and one that must
//! not, and both are run as tests.
//!
//! **Invariants.** Nouns, adjectives and numbers stand in tables, never in code. Ranges of words lie inside the sentence, no force is named
//! twice, and a lower bound is never above the upper one.

mod count;
mod elements;
mod error;
mod kind;
mod lists;
mod phrase;
mod phrases;
mod quantity;
mod tables;

pub use elements::{Force, elements};
pub use error::TableError;
pub use kind::{Element, Extent, Movement};
pub use quantity::{Quantity, quantity};
