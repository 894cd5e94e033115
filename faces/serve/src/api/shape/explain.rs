//! A finding with its rule and the sentences under it.

use saydo_brief::document::Sentence;
use serde::Serialize;

use super::{Day, RuleText};

/// Why a finding says what it says.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Explained {
    /// The id of the finding or event.
    pub id: String,
    /// What it is about.
    pub title: String,
    /// What it says, in one line.
    pub text: String,
    /// The rule that gave it; null for an event.
    pub rule: Option<RuleText>,
    /// On how many events it rests.
    pub total: usize,
    /// The newest of them, two hundred at most.
    pub cites: Vec<Cited>,
}

/// An event that a finding rests on.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Cited {
    /// Its id.
    pub event: String,
    /// The number of its report.
    pub report: u32,
    /// The day of publication.
    pub published: Day,
    /// Who vouches for it: a party's code or a family's name.
    pub voice: String,
    /// What that voice is called.
    pub voice_name: String,
    /// Of a word under test: `said`, where it was said, or evidence `for` or `against` it.
    pub side: Option<&'static str>,
    /// Of evidence: who vouches, such as `press` or `images`.
    pub grade: Option<&'static str>,
    /// Of evidence: why it counts, in a few words.
    pub why: Option<&'static str>,
    /// The sentence that tells it.
    #[cfg_attr(test, schemars(with = "Option<crate::openapi::Sentence>"))]
    pub sentence: Option<Sentence>,
}
