//! Measures: conflict and co-operation by day and pair of sides, for words and for deeds apart, and how much was read.
//!
//! `sort` says what is a word and what a deed, `tally` counts each voice once, `track` makes days and windows of it,
//! `interval` says how sure a mean is, `cover` how much was read and whether that fell.

mod cover;
mod interval;
mod sort;
mod tally;
mod track;

use jiff::civil::Date;

use crate::{Cite, Scene};

pub(crate) use cover::Cover;
pub(crate) use tally::Tellings;

/// The names of the rules.
pub(crate) const RULES: [&str; 2] = ["measure-coverage", "measure-pair"];

/// Conflict and co-operation by day and pair of sides, and how much was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Measures {
    /// How much was read, every day from the first to the day of the picture; at most ten years of them.
    pub coverage: Vec<Coverage>,
    /// One for each pair of sides that has events: the subject's side towards each other party and back, the busiest
    /// first.
    pub pairs: Vec<Pair>,
    /// Whether coverage fell in the last seven days to half or less of the 28 days before, and by more than chance
    /// explains. Both windows are whole weeks, so that a weekend is no fall; where fewer than 28 days were read before,
    /// the whole weeks among them are compared. Chance: were reports to come as before, so few or fewer would fall into
    /// the last week in less than one case of twenty (binomial), so that two reports instead of four are no fall.
    pub coverage_fell: bool,
    /// Reports a day in the last seven days, and in the 28 days before.
    pub reports_a_day: (f64, f64),
}

impl Measures {
    /// What a scene counts up to.
    pub fn of(scene: &Scene<'_>) -> Self {
        Self::with(scene, &Cover::of(scene))
    }

    pub(crate) fn with(scene: &Scene<'_>, cover: &Cover) -> Self {
        Self {
            coverage: cover.days().to_vec(),
            pairs: track::pairs(scene, cover, &tally::Tally::of(scene, cover.first())),
            coverage_fell: cover.fell(),
            reports_a_day: cover.reports_a_day(),
        }
    }
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
    /// Who acts: a state's or organisation's code; the subject's code stands for all who are on its side.
    pub from: String,
    /// Towards whom.
    pub to: String,
    /// What is said: PLOVER's verbal classes, and deeds that the actor's own side announces or intends. What somebody
    /// else demands of him or holds possible is none of his words, and what is negated is neither word nor deed.
    pub words: Track,
    /// What is done: material classes that are reported or claimed and not negated.
    pub deeds: Track,
    /// The deeds of the last seven days, then the words, the newest first; at most a hundred.
    pub cites: Vec<Cite>,
}

/// One kind of doing over time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Track {
    /// Every day that has events.
    pub days: Vec<Day>,
    /// Mean of Goldstein's score over the last seven days, with a 95 % interval (bootstrap over publisher families);
    /// `None` without events, and for pairs that are not among the twelve busiest.
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
