//! Events that others coded, beside our own.

use serde::Serialize;

use super::{Day, Page, RuleText, Told};

/// A page of the comparison with other systems, with its counts.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Beside {
    #[serde(flatten)]
    pub page: Page<BesideRow>,
    /// Counts by system.
    pub systems: Vec<SystemCount>,
    /// Counts by kind.
    pub kinds: Vec<KindCount>,
    /// The rules of the comparison.
    pub rules: Vec<RuleText>,
}

/// How many events of another system a ledger holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct OtherSystem {
    /// The system: `gdelt`.
    pub system: String,
    /// Its name as people write it.
    pub name: String,
    /// Its rows, those of other watches among them.
    pub rows: u64,
}

/// What the comparison with one system comes to.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct SystemCount {
    /// The system: `gdelt`.
    pub system: String,
    /// Its name as people write it.
    pub name: String,
    /// Its rows that are of the watch.
    pub theirs: usize,
    /// Those of them that we have.
    pub have: usize,
    /// Those that tell again what we have.
    pub again: usize,
    /// Those that our reports tell only in words.
    pub only_said: usize,
    /// Those that we lack.
    pub we_lack: usize,
    /// Those of them on whose days, and the day after, none of our reports was published.
    pub we_lack_unread: usize,
    /// What our reports tell as seen and it lacks, on days of which it has rows.
    pub they_lack: usize,
    /// Its rows that are not of the watch.
    pub elsewhere: usize,
}

/// The same for one kind of event.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct KindCount {
    /// The system: `gdelt`.
    pub system: String,
    /// PLOVER's category; null for rows that have none.
    pub kind: Option<String>,
    /// Its rows that are of the watch.
    pub theirs: usize,
    /// Those of them that we have.
    pub have: usize,
    /// Those that tell again what we have.
    pub again: usize,
    /// Those that our reports tell only in words.
    pub only_said: usize,
    /// Those that we lack.
    pub we_lack: usize,
    /// What it lacks.
    pub they_lack: usize,
}

/// A row of another system and an event of ours that tell the same, or one of them alone.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct BesideRow {
    /// `only-said`, `we-lack`, `they-lack`, `have` or `again`.
    pub list: String,
    /// The system: `gdelt`.
    pub system: String,
    /// Its row; null where it lacks one.
    pub theirs: Option<Theirs>,
    /// Our event; null where we lack one.
    pub ours: Option<Told>,
    /// How well they agree, from 0 to 1.
    pub score: Option<f64>,
    /// What they agree in, by the names of rules.
    pub because: Vec<String>,
    /// Further events of ours that tell the same.
    pub also: Vec<String>,
}

/// A row of another system. It has no sentence here, and takes part in no picture.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Theirs {
    /// Its id in its system.
    pub id: String,
    /// The ledger's number of it.
    pub number: u64,
    /// The file that it came in with.
    pub file: String,
    /// The day, or the first of a span.
    pub day: Day,
    /// The last day of a span.
    pub until: Option<Day>,
    /// Who did it.
    pub actor: Option<TheirSide>,
    /// To whom.
    pub recipient: Option<TheirSide>,
    /// PLOVER's category.
    pub plover: Option<String>,
    /// PLOVER's mode.
    pub mode: Option<String>,
    /// CAMEO's code.
    pub cameo: Option<String>,
    /// The system's own type, where it has neither.
    pub label: Option<String>,
    /// How it stands, where the system can tell.
    pub standing: Option<String>,
    /// Whether it is told not to have happened.
    pub negated: bool,
    /// Where.
    pub place: Option<TheirPlace>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Where it is told: an address or a citation.
    pub url: Option<String>,
    /// What the system says of it in words.
    pub text: Option<String>,
    /// Whether none of our reports was published on its days and the day after; only where we lack it.
    pub unread: bool,
}

/// A party as another system has it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct TheirSide {
    /// Its code.
    pub code: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// ISO 3166 alpha-3.
    pub country: Option<String>,
    /// Its sectors, as PLOVER's codes.
    pub sectors: Vec<String>,
}

/// A place as another system has it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct TheirPlace {
    /// The most exact name that it gives.
    pub name: Option<String>,
    /// ISO 3166 alpha-3.
    pub country: Option<String>,
    /// Degrees north.
    pub lat: Option<f64>,
    /// Degrees east.
    pub lon: Option<f64>,
}
