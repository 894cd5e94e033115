//! A local web server that misbehaves on purpose, for the tests of what reaches out: slow drips, resets, bombs,
//! wrong lengths, rings of redirects, and traps that count who comes near a forbidden address.
//!
//! ```
//! use saydo_sham::{Play, Sham};
//!
//! let sham = Sham::start([127, 0, 0, 1].into());
//! sham.always("/feed", Play::page("application/rss+xml", "<rss/>"));
//! sham.route("/busy", |asked| Play::status(if asked.nth == 1 { 503 } else { 200 }));
//! assert!(sham.address("/feed").ends_with("/feed"));
//! assert!(sham.asked().is_empty());
//! ```
//!
//! A test that wants names instead of addresses gives its client a table ("source7.example" → 127.0.0.2) and asks for
//! [`Sham::named`]; on Linux every address of 127.0.0.0/8 can be listened on, so each made-up outlet gets its own.

mod act;
mod ask;
mod play;
mod sham;
mod stage;
mod trap;

pub use ask::Asked;
pub use play::{Coding, Play};
pub use sham::Sham;
pub use stage::Connections;
pub use trap::Trap;
