//! Time expressions and what they mean: dates, times of day, durations and sets, with TIMEX3 values.
//!
//! ```
//! use saydo_syntax::Document;
//! let mut document = Document::by_hand(&[
//!     "Moscow/Moscow/PROPN/NNP/2/nsubj answered/answer/VERB/VBD/0/root on/on/ADP/IN/4/case Tuesday/Tuesday/PROPN/NNP/2/obl",
//! ]);
//! document.published = Some("2022-02-16");
//! let times = saydo_times::find(&document);
//! assert_eq!(times[0].value.as_deref(), Some("2022-02-15"));
//! assert_eq!(saydo_times::of_event(&document, &times, 0, 1).time, Some(0));
//! ```
//!
//! **Invariants.** Nothing is measured from today's clock: without a publication time a relative date has no value, and
//! says why. A day that cannot be is kept with its problem and never corrected. Words of time stand in the tables of
//! `data/times`, code names only small words such as "of"; expressions lie inside their sentence, in order, and share no
//! word.

mod class;
mod error;
mod event;
mod expr;
mod find;
mod holiday;
mod kind;
mod piece;
mod point;
mod published;
mod rules;
mod story;
mod table;
mod tense;
mod text;
mod unit;

pub use event::{When, of_event};
pub use find::find;
pub use kind::{Kind, Time};
