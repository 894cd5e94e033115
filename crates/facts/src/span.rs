//! A stretch of days.

use jiff::civil::Date;

/// From one day to another, both included; what "in March" or "on Tuesday" comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Days {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
}

impl Days {
    /// One day.
    pub fn on(day: Date) -> Self {
        Self { first: day, last: day }
    }
}
