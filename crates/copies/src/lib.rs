//! Whose voice a report is: families of publishers, marks of wires, near-copies.
//!
//! Corroboration counts families and never outlets. Three things make two reports one voice, and each is kept apart and
//! told in words: their publishers belong together ([`Families::family`]), a mark in the text names the wire that it
//! comes from ([`Families::mark`]), or the text is a copy of an earlier one ([`compare`]). [`group`] puts the three
//! together. Nothing is merged in place: whoever doubts a finding can look at the pair that led to it and take it back.
//!
//! ```
//! use saydo_copies::{Families, Why, compare, sign};
//!
//! let families = Families::shipped();
//! assert_eq!(families.family(Some("The Wall Street Journal"), None).name, "News Corp");
//! let mark = families.mark("KYIV, Feb 15 (Example Wire) - Talks went on.").expect("the dateline names it");
//! assert_eq!(mark.family.name, "Example Wire");
//!
//! let wire = "The envoys of both sides met in Geneva for eight hours. The monitors counted fewer shots at the front \
//!             line than in any week since spring. Each delegation named three crossings that should open again.";
//! let cut = "The envoys of both sides met in Geneva for eight hours. The monitors counted fewer shots at the front \
//!            line than in any week since spring.";
//! assert_eq!(compare(&sign(cut), &sign(wire)).map(|copy| copy.why), Some(Why::Cut));
//! ```
//!
//! **Invariants.** No file, clock, network or database. The same text gives the same signature, and any bytes are a
//! signature or an error.

mod compare;
mod dateline;
mod error;
mod families;
mod group;
mod host;
mod lines;
mod mark;
mod marks;
mod name;
mod original;
mod piece;
mod row;
mod signature;
mod table;
mod word;

pub use compare::{Copy, Why, compare};
pub use error::Error;
pub use families::{Families, Family};
pub use group::{Counts, Member, Pair, group};
pub use mark::Mark;
pub use original::{Earlier, original};
pub use signature::{COMMON, Signature, keys, sign};
