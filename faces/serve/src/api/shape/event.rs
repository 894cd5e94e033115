//! An event in a list.

use saydo_brief::document::Sentence;
use serde::Serialize;

use super::{Day, Party};

/// An event.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "Event"))]
pub(crate) struct Told {
    /// Its id: `r12.v3`.
    pub id: String,
    /// The number of its report.
    pub report: u32,
    /// When it happened, else publication.
    pub day: Day,
    /// The day of publication.
    pub published: Day,
    /// When it happened or is to happen, as far as the text tells: a day, or the first and the last with a slash.
    pub time: Option<String>,
    /// `words`, `deeds` or `denials`.
    pub track: String,
    /// PLOVER's category.
    pub plover: Option<String>,
    /// PLOVER's mode.
    pub mode: Option<String>,
    /// PLOVER's contexts.
    pub contexts: Vec<String>,
    /// CAMEO's code.
    pub cameo: Option<String>,
    /// What it is where neither has a code.
    pub kind: Option<String>,
    /// PLOVER's quad, 1 to 4.
    pub quad: Option<u8>,
    /// Goldstein's score, -10 to 10.
    pub goldstein: Option<f32>,
    /// `reported`, `announced`, `claimed`, `intended`, `demanded` or `possible`.
    pub standing: String,
    /// Whether the text says that it is not so.
    pub negated: bool,
    /// Who acts.
    pub actors: Vec<Party>,
    /// Whom it is done to or with.
    pub recipients: Vec<Party>,
    /// Who says so; null in the publisher's own voice and where the text hides the source.
    pub speaker: Option<Party>,
    /// Where.
    pub places: Vec<Where>,
    /// What forces move or stay.
    pub force: Vec<Force>,
    /// How sure the reading is, from 0 to 1.
    pub confidence: f32,
    /// The publisher family.
    pub family: String,
    /// The sentence that tells it.
    #[cfg_attr(test, schemars(with = "Option<crate::openapi::Sentence>"))]
    pub sentence: Option<Sentence>,
}

/// A place of an event.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "EventPlace"))]
pub(crate) struct Where {
    /// What a filter names it by.
    pub key: String,
    /// Its name.
    pub name: String,
    /// ISO 3166 alpha-3.
    pub country: Option<String>,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// How exact it is.
    pub resolution: String,
}

/// A force element of an event.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Force {
    /// What.
    pub element: String,
    /// `in`, `out`, `stay` or `around`.
    pub movement: String,
    /// How much, where the text says so without a number.
    pub extent: Option<String>,
    /// The least number.
    pub low: Option<u64>,
    /// The largest.
    pub high: Option<u64>,
}
