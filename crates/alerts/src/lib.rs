//! What changed in a picture that somebody should hear of, and how it is told: Atom, JSON Lines, signed webhooks.
//!
//! Pure: pictures and what was kept of earlier ones go in, alerts and text come out. Never: a clock, a file, the network.
//!
//! Told are changes of the headline, of a word under test and of an indicator, and nothing else; [`alerts()`] says by which
//! rules. What an alert looked at is condensed in a [`Seen`], which is kept between two looks.
//!
//! ```
//! use jiff::civil::date;
//! use saydo_alerts::{Seen, alerts};
//! use saydo_facts::Facts;
//! use saydo_picture::Picture;
//! use saydo_watch::Watch;
//!
//! let watch = Watch { name: "Border".to_owned(), ..Watch::default() };
//! let picture = Picture::of(&Facts::default(), &watch, date(2022, 2, 16), None);
//! assert!(alerts(None, &picture, &|_| None).is_empty());
//!
//! let kept = Seen::of(&picture).to_json();
//! let before = Seen::from_json(&kept);
//! assert!(alerts(before.as_ref(), &picture, &|_| None).is_empty());
//! let now = Seen::after(before.as_ref(), &picture);
//! assert_eq!(now.to_json(), kept);
//! ```

mod alert;
mod atom;
mod change;
mod error;
mod news;
mod quote;
mod same;
mod seen;
mod sign;

pub use alert::{Alert, AlertKind, Quoted, SCHEMA};
pub use atom::atom;
pub use change::alerts;
pub use error::Error;
pub use seen::Seen;
pub use sign::{secret, sign};
