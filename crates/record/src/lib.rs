//! The public forms of a reading, and nothing else: only what is written here is promised to outsiders.

mod analysis;
mod chars;
pub mod coded;
pub mod conllu;
mod error;
pub mod petrarch;
mod record;

pub use analysis::{fill, sentence};
pub use chars::Chars;
pub use error::{Error, Fault};
pub use record::{
    About, Actor, Count, Cue, Entity, Event, Force, Mention, Participant, Party, Piece, Place, Predicate,
    Problem, Record, SCHEMA, Sentence, Statement, Time, Triple, Words,
};
