//! How the sources fare from which a picture's reports come.

use std::time::Duration;

use jiff::civil::Date;

/// After so many failures in a row a source counts as one that cannot be reached; one or two befall every site.
const FAILURES: u32 = 3;

/// A source that is followed, as of the day of the picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceHealth {
    /// Its address.
    pub address: String,
    /// Who publishes it, where that is known.
    pub publisher: Option<String>,
    /// The day of its newest item.
    pub last: Option<Date>,
    /// How long it usually is from one item to the next.
    pub usual_gap: Option<Duration>,
    /// Whether nothing has come for twice that long.
    pub silent: bool,
    /// The day on which it answered last.
    pub reached: Option<Date>,
    /// How often in a row it could not be reached or read.
    pub errors: u32,
    /// What went wrong last.
    pub error: Option<String>,
    /// Whether it is gone for good and not visited any more.
    pub gone: bool,
}

/// How a source fares, the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Health {
    /// Gone for good.
    Gone,
    /// Not reached or read three times in a row.
    Unreachable,
    /// Nothing has come for twice its usual gap.
    Silent,
    /// As usual.
    Well,
}

impl SourceHealth {
    /// How it fares.
    ///
    /// ```
    /// use saydo_picture::{Health, SourceHealth};
    /// let source = SourceHealth { silent: true, errors: 2, ..SourceHealth::default() };
    /// assert_eq!(source.health(), Health::Silent);
    /// assert_eq!(SourceHealth { errors: 3, ..source }.health(), Health::Unreachable);
    /// ```
    pub fn health(&self) -> Health {
        match () {
            () if self.gone => Health::Gone,
            () if self.errors >= FAILURES => Health::Unreachable,
            () if self.silent => Health::Silent,
            () => Health::Well,
        }
    }
}
