//! The lexicon of events: patterns over trees that say who did what, in the codes of PLOVER and CAMEO.
//!
//! The tables in `data/events` are text that an expert can edit; `docs/lexicon.md` explains their columns.

mod cameo;
mod category;
mod lexicon;
mod need;
mod pattern;
mod sets;

pub use cameo::{Cameo, cameo};
pub use category::Plover;
pub use lexicon::Events;
pub use need::{Among, Kind, Need, Slot};
pub use pattern::{Code, Pattern, Role};
