//! Posture, warning, indicators and measures in the public form.

use serde::{Deserialize, Serialize};

use super::{Event, Party};

/// A row of the posture board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Post {
    /// Its id.
    pub id: String,
    /// Whose forces.
    pub actor: Party,
    /// Where.
    pub area: Option<String>,
    /// What.
    pub element: String,
    /// `in`, `out`, `stay` or `around`: the direction that was told last.
    pub direction: String,
    /// When it was last seen.
    pub last_seen: String,
    /// How many voices outside the actor's own side saw it.
    pub voices: usize,
    /// The range of numbers told.
    pub numbers: Option<Range>,
    /// `building`, `holding`, `drawing down`, `rotating` or `unknown`.
    pub trend: String,
    /// Since when.
    pub since: String,
    /// The events, the newest first.
    pub events: Vec<Event>,
    /// The rule that gave the trend.
    pub rule: String,
}

/// The least and the largest number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Range {
    /// The least.
    pub low: u64,
    /// The largest; null where it is open.
    pub high: Option<u64>,
}

/// How much warning there would be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Warning {
    /// Always `warning`.
    pub id: String,
    /// `little or none`, `short` or `not short`.
    pub time: String,
    /// The parts of the enabling set that are in place.
    pub in_place: Vec<InPlace>,
    /// The names of those that are not.
    pub missing: Vec<String>,
    /// Explicit statements on warning time, the newest first.
    pub said: Vec<Event>,
    /// The rule.
    pub rule: String,
}

/// A part of the enabling set that is in place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InPlace {
    /// `manoeuvre`, `fires`, `air defence` or `logistics`.
    pub part: String,
    /// What shows it.
    pub events: Vec<Event>,
}

/// A sign of escalation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Indicator {
    /// Its id.
    pub id: String,
    /// What it is.
    pub label: String,
    /// `not seen`, `reported` or `corroborated`.
    pub state: String,
    /// Since when.
    pub since: Option<String>,
    /// How many voices tell of it.
    pub voices: usize,
    /// Where it is told, the oldest first.
    pub events: Vec<Event>,
    /// The rule.
    pub rule: String,
}

/// Conflict and co-operation, and how much was read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measures {
    /// How much was read, day by day.
    pub coverage: Vec<Coverage>,
    /// Words and deeds by pair, the busiest first.
    pub pairs: Vec<Pair>,
    /// Whether coverage fell in the last seven days to half or less of the 28 days before.
    pub coverage_fell: bool,
    /// Reports a day in the last seven days.
    pub reports_a_day: f64,
    /// Reports a day in the 28 days before.
    pub reports_a_day_before: f64,
}

/// What was read on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverage {
    /// The day of publication.
    pub day: String,
    /// Reports, near-copies left out.
    pub reports: u32,
    /// Publisher families.
    pub families: u32,
}

/// Words and deeds of one party towards another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pair {
    /// Its id.
    pub id: String,
    /// Who acts.
    pub from: Party,
    /// Towards whom.
    pub to: Party,
    /// What is said.
    pub words: Track,
    /// What is done.
    pub deeds: Track,
    /// The newest events: the deeds of the last seven days first.
    pub events: Vec<Event>,
}

/// One kind of doing over time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Track {
    /// Every day that has events.
    pub days: Vec<Day>,
    /// Mean of Goldstein's score over the last seven days.
    pub last_week: Option<Interval>,
    /// The same over the 28 days before.
    pub before: Option<Interval>,
}

/// A day of a track.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Day {
    /// The day that the events are about.
    pub day: String,
    /// Events of conflict, each voice once.
    pub conflict: u32,
    /// Events of co-operation, each voice once.
    pub cooperation: u32,
    /// The sum of Goldstein's scores.
    pub goldstein: f64,
    /// Conflict minus co-operation, per report read that day.
    pub per_report: f64,
}

/// A figure with its 95 % interval.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Interval {
    /// The figure.
    pub value: f64,
    /// Its lower bound.
    pub low: f64,
    /// Its upper bound.
    pub high: f64,
    /// How many events it rests on.
    pub events: u32,
    /// From how many publisher families.
    pub families: u32,
}

/// A source that is followed, as of the day of the picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its address.
    pub address: String,
    /// Who publishes it, where that is known.
    pub publisher: Option<String>,
    /// `well`, `silent`, `unreachable` or `gone`.
    pub health: String,
    /// The day of its newest item.
    pub last: Option<String>,
    /// How long it usually is from one item to the next, in seconds.
    pub usual_gap: Option<u64>,
    /// The day on which it answered last.
    pub reached: Option<String>,
    /// How often in a row it could not be reached or read.
    pub errors: u32,
    /// What went wrong last.
    pub error: Option<String>,
}

/// Reports that no finding rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Apart {
    /// Without a day of publication.
    pub undated: usize,
    /// Dated after the day they came in.
    pub future: usize,
    /// Published after the day of the picture.
    pub later: usize,
    /// Near-copies of other reports.
    pub copies: usize,
}
