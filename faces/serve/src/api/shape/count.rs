//! Counts: by day, by place, by what can be filtered for.

use serde::Serialize;

use super::Day;

/// How many there are of something.
#[expect(clippy::struct_field_names, reason = "the field has its name in the API")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Count {
    /// What a filter names it by.
    pub key: String,
    /// What it is called.
    pub name: String,
    /// How many.
    pub count: u32,
}

/// Words and deeds over time.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Series {
    /// `day`, `week` or `month`.
    pub bucket: String,
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
    /// All events in it.
    pub total: usize,
    /// The buckets, the oldest first, none left out.
    pub points: Vec<Point>,
}

/// A bucket of days.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Point {
    /// Its first day.
    pub day: Day,
    /// Words: whatever is neither a deed nor a denial.
    pub words: u32,
    /// Deeds: reported or claimed, and not negated.
    pub deeds: u32,
    /// Denials: reported or claimed, and negated.
    pub denials: u32,
    /// Words of conflict, by PLOVER's quad.
    pub words_conflict: u32,
    /// Words of co-operation.
    pub words_cooperation: u32,
    /// Deeds of conflict.
    pub deeds_conflict: u32,
    /// Deeds of co-operation.
    pub deeds_cooperation: u32,
    /// Reports published in the bucket by the chosen sources.
    pub reports: u32,
    /// Publisher families of these reports.
    pub families: u32,
    /// Whether coverage fell, so that few events are a gap and no calm.
    pub thin: bool,
}

/// Events by place.
#[expect(clippy::struct_field_names, reason = "the field has its name in the API")]
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Places {
    /// The places, the one with most events first.
    pub places: Vec<PlaceCount>,
    /// Events without a place.
    pub unplaced: usize,
    /// All events.
    pub total: usize,
}

/// The events of a place.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct PlaceCount {
    /// What a filter names it by: `g524901`, `c:UKR` or `n:Name`.
    pub key: String,
    /// Its name.
    pub name: String,
    /// ISO 3166 alpha-3.
    pub country: Option<String>,
    /// Its first-level division.
    pub admin1: Option<String>,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// `point`, `city`, `district`, `region`, `country` or `larger`.
    pub resolution: String,
    /// All events there.
    pub events: u32,
    /// Deeds told by two families or more.
    pub corroborated: u32,
    /// Other deeds.
    pub single: u32,
    /// Words.
    pub words: u32,
    /// Denials.
    pub denials: u32,
    /// Families that tell of it.
    pub families: u32,
    /// The newest day.
    pub last: Day,
    /// The id of the newest event.
    pub newest: String,
    /// The most frequent type.
    pub top: String,
}

/// What can be filtered for, each list counted with its own filter left out, the most frequent first.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Facets {
    /// Actors.
    pub actors: Vec<Count>,
    /// Places.
    pub places: Vec<Count>,
    /// Standings.
    pub standings: Vec<Count>,
    /// Tracks: words, deeds, denials.
    pub tracks: Vec<Count>,
    /// Types.
    pub types: Vec<Count>,
    /// Publisher families.
    pub sources: Vec<Count>,
}
