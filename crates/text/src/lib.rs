//! The words every stage shares: reports, spans, zones and problems.
//!
//! Nothing here reads, decides or prints. A [`Report`] holds a text that no stage ever alters; everything that a
//! later stage finds points into it with a typed, end-exclusive [`Span`].

mod problem;
mod report;
mod span;

pub use problem::{Problem, ProblemKind};
pub use report::{Report, Zone, ZoneSpan};
pub use span::{Byte, Span, TokenIndex, Unit};
