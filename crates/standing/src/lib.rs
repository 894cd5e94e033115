//! How what a report tells stands in it: done, said, planned, asked for or possible, and whether it is negated.
//!
//! Needs a [`saydo_syntax::Document`], its mentions and its statements; answers for the suite `factuality-dev`. The
//! words that change a standing are data (`data/standing`); the rules here say how trees hand it from a word to those
//! below it.
//!
//! ```
//! use saydo_standing::{Judge, Standing};
//! use saydo_syntax::Document;
//! let document = Document::by_hand(&[
//!     "Troops/troops/NOUN/NNS/3/nsubj may/may/AUX/MD/3/aux leave/leave/VERB/VB/0/root",
//! ]);
//! let mentions = saydo_mentions::find(&document);
//! let statements = saydo_statements::find(&document, &mentions);
//! let judge = Judge::new(&document, &mentions, &statements);
//! assert_eq!(judge.judge(0, 2, &[]).standing, Standing::Possible);
//! ```
//!
//! **Invariants.** Every word has a standing, whatever the tree. What the tables say is found without guessing; what
//! they do not say changes nothing. Time grows with the depth of the tree.

mod adverbial;
mod edge;
mod error;
mod factuality;
mod frame;
mod hang;
mod judge;
mod lexicon;
mod local;
mod negation;
mod predicate;
mod side;
mod speech;
mod standing;
mod state;
mod tree;
mod unreal;
mod voice;

pub mod training;

pub use error::TableError;
pub use judge::Judge;
pub use lexicon::{Effect, Entry, Lexicon};
pub use side::same_side;
pub use standing::{Judgement, Predicate, Standing};
