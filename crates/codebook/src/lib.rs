//! The lexicon of cues: words that report what somebody said, thought or saw, with the frames in which they do.
//!
//! The tables in `data/cues` are text that an expert can edit. Each entry has a sentence in which it fires and one in
//! which it must not; both are run as tests. Frames follow how Universal Dependencies attach complements; acts follow
//! the public record.
//!
//! ```
//! let cues = saydo_codebook::Cues::shipped();
//! let entry = cues.starting_with("announce").find(|e| e.part == saydo_codebook::Part::Verb).unwrap();
//! assert_eq!(entry.act, saydo_codebook::Act::Announce);
//! ```
//!
//! Beside the cues, [`Words`] holds lists of words that the rules ask for, from a table of the same folder.
//!
//! **Invariants.** Tables are data: no code names a lemma that a table could. A row that says something unknown is an
//! error that names its file and line.

mod act;
mod cue;
mod error;
mod event;
mod frame;
mod table;
mod words;

pub use act::Act;
pub use cue::{Cue, Part};
pub use error::TableError;
pub use event::{Among, Cameo, Code, Events, Kind, Need, Pattern, Plover, Role, Slot, cameo};
pub use frame::{Frame, Frames};
pub use table::Cues;
pub use words::{List, Words};
