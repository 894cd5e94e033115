//! What was found: a time expression, its kind and its value.

use std::ops::Range;

use saydo_text::{Byte, Span};

/// What sort of time an expression names, as TIMEX3 tells them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A day or something longer on the calendar: "Tuesday", "last spring".
    Date,
    /// A part of a day: "3 pm", "last night".
    Time,
    /// A length of time: "two weeks".
    Duration,
    /// Something that comes back: "every day", "weekly".
    Set,
}

impl Kind {
    /// The kind's name in the public record.
    ///
    /// ```
    /// assert_eq!(saydo_times::Kind::Set.name(), "set");
    /// ```
    pub fn name(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Time => "time",
            Self::Duration => "duration",
            Self::Set => "set",
        }
    }
}

/// A time expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Time {
    /// The sentence in which it stands.
    pub sentence: usize,
    /// Its words in that sentence.
    pub words: Range<usize>,
    /// Where it stands in the text.
    pub span: Span<Byte>,
    /// What sort of time it names.
    pub kind: Kind,
    /// Its TIMEX3 value, where the text and the publication time settle it.
    pub value: Option<String>,
    /// Why there is no value; empty where there is one.
    pub unresolved: &'static str,
    /// What is wrong with a date that cannot be.
    pub problem: Option<String>,
}
