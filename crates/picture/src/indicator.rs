//! Indicators, as the picture shows them.

mod find;
mod need;
mod table;

use jiff::civil::Date;

use crate::Cite;
pub(crate) use find::Signs;
pub use find::{indicator_ids, indicators};

/// A sign of escalation.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// `i:` and its id in `data/indicators`.
    pub id: String,
    /// What it is, in a few words.
    pub label: String,
    /// Whether it is seen.
    pub state: IndicatorState,
    /// Since when.
    pub since: Option<Date>,
    /// How many voices tell of it.
    pub voices: usize,
    /// Where it is told, the oldest first.
    pub cites: Vec<Cite>,
    /// The rule.
    pub rule: &'static str,
}

/// Whether an indicator is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum IndicatorState {
    /// Nobody tells of it.
    NotSeen,
    /// One voice tells of it.
    Reported,
    /// Two voices or more, or an independent observer.
    Corroborated,
}

impl IndicatorState {
    /// Its name in the public picture.
    pub fn name(self) -> &'static str {
        match self {
            Self::NotSeen => "not seen",
            Self::Reported => "reported",
            Self::Corroborated => "corroborated",
        }
    }
}
