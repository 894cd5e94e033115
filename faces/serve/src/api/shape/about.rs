//! What is served: the program, the watch, the ledger, the rules.

use serde::Serialize;

use super::{Day, OtherSystem, Party};

/// What is served.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct About {
    /// The program's version.
    pub version: String,
    /// The versions of program, weights and tables that this program reads with.
    pub read_by: String,
    /// Changes when the ledger does.
    pub generation: String,
    /// Whether reports and corrections are taken in.
    pub write: bool,
    /// The day of an answer where none is asked for: that of the newest report.
    pub as_of: Day,
    /// What is followed.
    pub watch: Watched,
    /// What the ledger holds.
    pub ledger: Held,
    /// Other systems whose events the ledger holds; nothing of them is in any picture.
    pub others: Vec<OtherSystem>,
    /// The rules of the picture.
    pub rules: Vec<RuleText>,
}

/// What is followed.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Watched {
    /// The watch's name.
    pub name: String,
    /// The subject's own side.
    pub subject: Vec<Party>,
    /// The other side.
    pub others: Vec<Party>,
    /// Names of places; none means everywhere.
    pub areas: Vec<String>,
    /// The first day that counts.
    pub since: Option<Day>,
}

/// What a ledger holds.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Held {
    /// Reports, each in its valid revision.
    pub reports: u64,
    /// Revisions that were replaced.
    pub revisions: u64,
    /// Reports that copy others.
    pub copies: u64,
    /// Reports that name no day of publication.
    pub undated: u64,
    /// Reports dated later than the day they came in.
    pub future: u64,
    /// Statements.
    pub statements: u64,
    /// Events.
    pub events: u64,
    /// Publishers.
    pub sources: u64,
    /// The first day of publication.
    pub first: Option<Day>,
    /// The last day of publication.
    pub last: Option<Day>,
}

/// A rule of the picture.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct RuleText {
    /// Its name.
    pub name: String,
    /// What it says.
    pub text: String,
}
