//! How a source fares.

use std::time::Duration;

use jiff::Timestamp;

use crate::SourceKind;

/// How a source fares.
///
/// A source that was never asked has no `last_asked`; one that never answered has errors and no `last_success`; one that is
/// `silent` answers, or fails, and has brought nothing new for unusually long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Health {
    /// Its address in the watch file.
    pub source: String,
    /// Who publishes there: as the user says, else as the listing calls itself.
    pub publisher: Option<String>,
    /// Where it is asked, if not at `source`: it moved, or a page named its feed.
    pub address: Option<String>,
    /// What it turned out to be.
    pub kind: SourceKind,
    /// When it last answered.
    pub last_success: Option<Timestamp>,
    /// When it was last asked, with or without an answer.
    pub last_asked: Option<Timestamp>,
    /// When its newest item was published, or first seen if that is not stated.
    pub last_item: Option<Timestamp>,
    /// Failures in a row.
    pub errors: u32,
    /// The last failure in words.
    pub error: Option<String>,
    /// The gap between items that is nothing unusual for it; none while too little is known.
    pub usual_gap: Option<Duration>,
    /// Whether, when it was last asked, nothing new had come for more than twice the usual gap and six hours.
    pub silent: bool,
    /// Whether it said that it is gone for good (410); it is not asked any more.
    pub gone: bool,
    /// When it is due.
    pub next: Option<Timestamp>,
    /// Items that wait.
    pub pending: usize,
    /// Items that were given up so far.
    pub given_up: u64,
    /// What else the user should know: a kept state that could not be read.
    pub note: Option<String>,
}
