//! Which mentions are places, and which place each one is.
//!
//! ```
//! use saydo_syntax::Document;
//! let document = Document::by_hand(&[
//!     "Troops/troop/NOUN/NNS/2/nsubj left/leave/VERB/VBD/0/root Ukraine/Ukraine/PROPN/NNP/2/obj ././PUNCT/./2/punct",
//! ]);
//! let mentions = saydo_mentions::find(&document);
//! let found = saydo_places::find(&document, &mentions);
//! assert_eq!((found[0].place.name.as_str(), found[0].place.resolution), ("Ukraine", "country"));
//! ```
//!
//! **Invariants.** What is found lies inside the text, in order and without overlaps. The result depends on the document,
//! its mentions and the tables alone. Coordinates are those of a table; none are made up.

mod context;
mod cover;
mod demonym;
mod found;
mod grid;
mod home;
mod judge;
mod rank;
mod scan;
mod shape;
mod spot;
mod words;

pub use found::{Found, Place, find};
