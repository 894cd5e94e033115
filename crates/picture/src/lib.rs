//! From facts to the picture of a watch as of a day: what is announced set against what is observed.
//!
//! Pure: the same facts, watch and day give the same picture. Only reports published by the day take part. Each rule is
//! a module with a name, and each finding carries the rule's name, its own id and the events that it rests on.
//!
//! - `scene`: the facts as one watch sees them on one day: who vouches for an event, and which voices count as one
//! - `words`: words under test, their evidence, their seven states
//! - `posture`: the posture board; `warning`: what enables an attack, and how little warning there would be
//! - `diplomacy`, `indicators`, `measures`
//! - `headline`, `changes`
//! - `rule`: what each rule says; `finding`: any finding by its id

mod area;
mod board;
mod change;
mod day;
mod diplomacy;
mod error;
mod finding;
mod headline;
mod indicator;
mod measure;
mod picture;
mod prepared;
mod rule;
mod scene;
mod sorted;
mod source;
mod word;

pub use board::{Element, Post, Range, Trend, Warning, WarningTime, posture, warning};
pub use change::{Change, Changes, changes};
pub use diplomacy::{Demand, Diplomacy, Proposal, Talk};
pub use error::TableError;
pub use finding::Finding;
pub use headline::{Fact, Headline, Verdict};
pub use indicator::{Indicator, IndicatorState, indicator_ids, indicators};
pub use measure::{Coverage, Day, Interval, Measures, Pair, Track};
pub use picture::{Apart, Cite, Picture};
pub use prepared::Prepared;
pub use rule::rules;
pub use scene::{Scene, Voice};
pub use source::{Health, SourceHealth};

pub use word::{Evidence, Grade, Prior, State, Word, WordKind, priors, words};
