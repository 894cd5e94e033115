//! Measures, as the picture shows them.

use jiff::civil::Date;

/// Conflict and co-operation by day and pair of sides, and how much was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Measures {
    /// How much was read, every day from the first to the day of the picture.
    pub coverage: Vec<Coverage>,
    /// One for each pair of sides that has events: the subject towards each other party and back, the busiest first.
    pub pairs: Vec<Pair>,
    /// Whether coverage fell in the last seven days to half or less of the 28 days before.
    pub coverage_fell: bool,
    /// Reports a day in the last seven days, and in the 28 days before.
    pub reports_a_day: (f64, f64),
}

/// What was read on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// The day of publication.
    pub day: Date,
    /// Reports, near-copies left out.
    pub reports: u32,
    /// Publisher families.
    pub families: u32,
}

/// Words and deeds of one party towards another.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// `m:RUS:UKR`.
    pub id: String,
    /// Who acts: a state's or organisation's code.
    pub from: String,
    /// Towards whom.
    pub to: String,
    /// What is said: PLOVER's verbal classes, and every event that is announced, intended, demanded or possible.
    pub words: Track,
    /// What is done: material classes that are reported or claimed and not negated.
    pub deeds: Track,
}

/// One kind of doing over time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Track {
    /// Every day that has events.
    pub days: Vec<Day>,
    /// Mean of Goldstein's score over the last seven days, with a 95 % interval (bootstrap over publisher families).
    pub last_week: Option<Interval>,
    /// The same over the 28 days before.
    pub before: Option<Interval>,
}

/// A day of a track.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Day {
    /// The day that the events are about.
    pub day: Date,
    /// Events of conflict (PLOVER's quad 3 and 4), each voice once.
    pub conflict: u32,
    /// Events of co-operation (quad 1 and 2), each voice once.
    pub cooperation: u32,
    /// The sum of Goldstein's scores.
    pub goldstein: f64,
    /// Conflict minus co-operation, per report read that day; 0 where none was read.
    pub per_report: f64,
}

/// A figure with its interval.
#[derive(Clone, Copy, Debug, PartialEq)]
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
