//! Report to sentences and tokens, by the conventions of UD English.
//!
//! Three learned linear models look at each place where the text could be cut: is this the border of a token, does the
//! token go on as part of a multiword token, does a sentence end here. What can be said by rule (links, addresses,
//! white space) is said by rule. Reading is lazy and linear, and its memory does not grow with the text.
//!
//! What must never happen: a token that crosses white space, text between tokens that is not white space, a sentence
//! that crosses a zone, a list that grows with the length of the text.

mod abbreviation;
mod border;
mod chunk;
mod class;
mod contraction;
mod end;
mod feature;
mod link;
mod piece;
mod run;
mod sentence;
mod splitter;
mod weights;

pub use feature::{Border, Judge};
pub use sentence::{MAX_TOKENS, Sentence, Sentences, Token};
pub use splitter::Splitter;
pub use weights::{Model, Weights, WeightsError};

pub use chunk::MAX_TOKEN_BYTES;
