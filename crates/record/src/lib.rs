//! The public forms of a reading, and nothing else: only what is written here is promised to outsiders.

mod analysis;
pub mod conllu;
mod error;

pub use analysis::{Chars, fill, sentence};
pub use error::{Error, Fault};
