//! The table of the world's places, compiled in from `data/gazetteer`, and look-up by name.
//!
//! ```
//! use saydo_gazetteer::Gazetteer;
//! let gazetteer = Gazetteer::shipped();
//! let kyiv = gazetteer.look_up("Kiev").map(|m| m.place).max_by_key(|p| p.population()).unwrap();
//! assert_eq!((kyiv.name(), kyiv.country()), ("Kyiv", Some("UKR")));
//! ```
//!
//! The table is searched where it lies: nothing is read or built at start-up. Names are found by a hash of their folded
//! letters (see [`fold`]); 49 bits of it are compared, so that one in a thousand million unknown words finds a place that it
//! does not name. The card is `data/gazetteer/gazetteer.md`.
//!
//! **Invariants.** Look-up never fails and allocates nothing but the folded name. Any bytes are a table or none.

mod fold;
mod layout;
mod pack;
mod place;
mod table;

pub use fold::fold;
pub use pack::{Wrong, pack};
pub use place::{Kind, Place};
pub use table::{Gazetteer, Match};
