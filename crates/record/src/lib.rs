//! The public forms of a reading, and nothing else: only what is written here is promised to outsiders.

mod analysis;
mod chars;
pub mod conllu;
mod error;
mod record;

pub use analysis::{fill, sentence};
pub use chars::Chars;
pub use error::{Error, Fault};
pub use record::{
    About, Actor, Cue, Entity, Mention, Party, Piece, Problem, Record, SCHEMA, Sentence, Statement,
};
