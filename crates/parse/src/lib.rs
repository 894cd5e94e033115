//! Tokens to tags, lemmas, features and basic Universal Dependencies trees.
//!
//! Needs sentences as lists of words; sets, for each word, a joint tag (UPOS, XPOS and features), a lemma, a head and
//! a relation. Answers for UPOS, lemma and LAS of `gold/floors.json`.
//!
//! **Invariants.** The result depends on the words of the sentence and the weights alone: not on other sentences, on
//! the number of threads or on the machine's instructions. Any list of words gives exactly one tree with one root.

mod encoder;
mod error;
pub mod features;
mod heads;
mod keys;
mod lanes;
pub mod lemma;
mod math;
mod matrix;
mod network;
mod parser;
mod quick;
mod scratch;
pub mod tree;
pub mod weights;

pub use error::WeightsError;
pub use parser::{Analysis, LONGEST_PIECE, Parser, Tag};
pub use scratch::Scratch;
