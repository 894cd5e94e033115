//! The posture board and the warning, as the picture shows them.

mod post;
mod show;
mod sighting;
mod trend;
mod warning;

use jiff::civil::Date;

use crate::Cite;
use crate::day::days;
pub use post::posture;
pub use saydo_forces::Element;
pub(crate) use sighting::{Shown, leaving};
pub use warning::warning;

/// For how many days a sighting tells how things are.
const FRESH: i32 = 60;
/// How many events a finding of the board cites at most.
const CITED: usize = 20;

/// Whether `day` lies at most [`FRESH`] days before `later`.
fn is_fresh(day: Date, later: Date) -> bool {
    days(day, later) <= FRESH
}

/// One row of the posture board: an element of an actor's forces in an area.
#[derive(Clone, Debug, PartialEq)]
pub struct Post {
    /// `p:RUS:Belarus:troops`.
    pub id: String,
    /// Whose forces: the code of a state or organisation.
    pub actor: String,
    /// Where: one of the watch's areas, or the state in which the places lie; `None` where no report tells.
    pub area: Option<String>,
    /// What.
    pub element: Element,
    /// The direction that was told last.
    pub direction: saydo_forces::Movement,
    /// When it was last seen.
    pub last_seen: Date,
    /// Since when the row has this trend, looked for up to 60 days on which it was seen.
    pub since: Date,
    /// How many voices outside the actor's own side saw it.
    pub voices: usize,
    /// The range of numbers told in the last 60 days, if any.
    pub numbers: Option<Range>,
    /// Where it goes.
    pub trend: Trend,
    /// What shows the trend first, the newest first.
    pub cites: Vec<Cite>,
    /// The rule that gave the trend.
    pub rule: &'static str,
}

impl Post {
    /// " in Belarus", " near Ukraine", or nothing where no report tells.
    pub(crate) fn ground(&self) -> String {
        match self.area.as_deref() {
            Some(area) if area.starts_with("near ") => format!(" {area}"),
            Some(area) => format!(" in {area}"),
            None => String::new(),
        }
    }
}

/// The least and the largest number that anybody told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The least.
    pub low: u64,
    /// The largest; `None` where it is open ("more than 100,000").
    pub high: Option<u64>,
}

/// Where a row of the posture board goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Trend {
    /// More comes in than goes.
    Building,
    /// It stays.
    Holding,
    /// It goes, and heavy equipment with it.
    DrawingDown,
    /// It comes and goes, or people go and equipment stays.
    Rotating,
    /// Nobody outside the actor's side has seen it in 60 days.
    Unknown,
}

impl Trend {
    /// Its name in the public picture.
    pub fn name(self) -> &'static str {
        match self {
            Self::Building => "building",
            Self::Holding => "holding",
            Self::DrawingDown => "drawing down",
            Self::Rotating => "rotating",
            Self::Unknown => "unknown",
        }
    }
}

/// How much warning there would be of an attack by the subject.
#[derive(Clone, Debug, PartialEq)]
pub struct Warning {
    /// Always `warning`.
    pub id: String,
    /// The finding.
    pub time: WarningTime,
    /// The parts of the enabling set (`manoeuvre`, `fires`, `air defence`, `logistics`) that are in place, each with
    /// what shows it.
    pub in_place: Vec<(&'static str, Vec<Cite>)>,
    /// Those that are not.
    pub missing: Vec<&'static str>,
    /// Explicit statements on warning time, the newest first.
    pub said: Vec<Cite>,
    /// The rule.
    pub rule: &'static str,
}

/// How much warning there would be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WarningTime {
    /// All four parts are in place.
    LittleOrNone,
    /// Three are.
    Short,
    /// Two or fewer are.
    Longer,
}

impl WarningTime {
    /// Its name in the public picture.
    pub fn name(self) -> &'static str {
        match self {
            Self::LittleOrNone => "little or none",
            Self::Short => "short",
            Self::Longer => "not short",
        }
    }
}
