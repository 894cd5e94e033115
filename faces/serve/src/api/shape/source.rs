//! How the sources fare.

use serde::Serialize;

use super::{Count, Day};

/// Where the reports come from.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Sources {
    /// The publisher families, the one with most reports first.
    pub sources: Vec<SourceRow>,
    /// The sources that the watch follows, as they fare now; none for a day that is past.
    pub followed: Vec<Followed>,
}

/// A publisher family.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct SourceRow {
    /// Its name.
    pub family: String,
    /// Its outlets.
    pub publishers: Vec<String>,
    /// Reports.
    pub reports: u32,
    /// Near-copies among them.
    pub copies: u32,
    /// The day of its first report.
    pub first: Option<Day>,
    /// The day of its last report.
    pub last: Option<Day>,
    /// Reports on each of the 30 days up to the day of the answer, the oldest first.
    pub days: Vec<u32>,
    /// Reports by language.
    pub languages: Vec<Count>,
    /// Whether nothing came for three times its usual gap, and for three days at least.
    pub silent: bool,
}

/// A source that is followed.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Followed {
    /// As the watch names it.
    pub source: String,
    /// The outlet.
    pub publisher: Option<String>,
    /// What is asked for news.
    pub address: String,
    /// When it last answered; ISO 8601, UTC.
    pub last_success: Option<String>,
    /// The moment of its newest item.
    pub last_item: Option<String>,
    /// Failures in a row.
    pub errors: u32,
    /// The last failure.
    pub error: Option<String>,
    /// Whether nothing came for much longer than usual.
    pub silent: bool,
    /// Whether its server says that it is gone for good.
    pub gone: bool,
    /// When it is asked next.
    pub next: Option<String>,
    /// What else there is to know.
    pub note: Option<String>,
}
