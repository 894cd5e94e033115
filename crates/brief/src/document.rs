//! The public form of a picture, `saydo-picture/1`: see `docs/picture.md` and `docs/picture.schema.json`.
//!
//! Days are written `2022-02-16`. An event is named by its id; its sentence stands under that id in `citations`.

mod findings;
mod make;
mod sentence;
mod standing;

use std::collections::BTreeMap;

use saydo_picture::Picture;
use serde::{Deserialize, Serialize};

pub use findings::{Demand, Diplomacy, Event, Evidence, Party, Prior, Proposal, Span, Talk, Word};
pub use sentence::{Chars, Sentence};
pub use standing::{
    Apart, Coverage, Day, InPlace, Indicator, Interval, Measures, Pair, Post, Range, Source, Track, Warning,
};

use crate::quote::Citations;

/// The name and number of this form; the number rises when a change would mislead an older reader.
pub const SCHEMA: &str = "saydo-picture/1";

/// A picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// [`SCHEMA`].
    pub schema: String,
    /// The watch's name.
    pub watch: String,
    /// Whose words and deeds are followed.
    pub subject: Party,
    /// The day of the picture; reports of that day count.
    pub as_of: String,
    /// The first day that counts.
    pub since: Option<String>,
    /// The one sentence.
    pub headline: Headline,
    /// What changed since an earlier day, where one was given.
    pub changes: Option<Changes>,
    /// Words under test, the newest first.
    pub words: Vec<Word>,
    /// How each side's past words fared.
    pub priors: Vec<Prior>,
    /// What stands where.
    pub posture: Vec<Post>,
    /// How much warning there would be.
    pub warning: Warning,
    /// Proposals, talks, readiness, refusals, demands.
    pub diplomacy: Diplomacy,
    /// Signs of escalation.
    pub indicators: Vec<Indicator>,
    /// Conflict and co-operation by day and pair.
    pub measures: Measures,
    /// What was kept and takes part in nothing.
    pub apart: Apart,
    /// How the sources fare that are followed; none where none is.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// The sentences of all events that are named above, by the event's id, as far as they are at hand.
    pub citations: BTreeMap<String, Sentence>,
}

/// The one sentence and the facts that carry it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Headline {
    /// Always `headline`.
    pub id: String,
    /// `building_up`, `said_not_seen`, `easing`, `unchanged`, `mixed` or `too_little`.
    pub verdict: String,
    /// The same in words.
    pub sentence: String,
    /// How many independent voices see it ease.
    pub voices: Option<usize>,
    /// Since when nothing changed.
    pub since: Option<String>,
    /// The facts that carry it, three or fewer.
    pub facts: Vec<Fact>,
    /// The rule that gave it.
    pub rule: String,
}

/// A fact that carries the headline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// The id of the finding that it comes from.
    pub finding: String,
    /// In one line.
    pub text: String,
    /// The events that it rests on.
    pub events: Vec<Event>,
}

/// What changed since an earlier day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changes {
    /// The earlier day.
    pub since: String,
    /// The changes, the weightiest first; none means that the picture has not changed.
    pub list: Vec<Change>,
}

/// A change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The id of the finding that changed.
    pub finding: String,
    /// What it is about.
    pub about: String,
    /// What it was; empty where it is new.
    pub was: String,
    /// What it is; empty where it is gone.
    pub is: String,
}

/// The picture as one line of JSON.
///
/// # Panics
/// Never: everything in it can be written.
pub fn json(picture: &Picture, citations: &Citations) -> String {
    let document = Document::of(picture, citations);
    let mut line = serde_json::to_string(&document).expect("strings, numbers and lists are always written");
    line.push('\n');
    line
}
