//! The shapes of answers; the page's `types.ts` says the same. Days are written `2022-02-16`, in UTC.

mod about;
mod beside;
mod count;
mod event;
mod explain;
mod picture;
mod report;
mod source;
mod statement;

use jiff::civil::Date;
use serde::{Serialize, Serializer};

pub(crate) use about::{About, Held, RuleText, Watched};
pub(crate) use beside::{
    Beside, BesideRow, KindCount, OtherSystem, SystemCount, TheirPlace, TheirSide, Theirs,
};
pub(crate) use count::{Count, Facets, PlaceCount, Places, Point, Series};
pub(crate) use event::{Force, Told, Where};
pub(crate) use explain::{Cited, Explained};
pub(crate) use picture::{Drawing, Totals};
pub(crate) use report::{CopiedBy, Listed, Problematic, Took, Trouble, Whole};
pub use source::Followed;
pub(crate) use source::{SourceRow, Sources};
pub(crate) use statement::{Badge, Said, Who};

/// A day, in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(with = "crate::openapi::DayText"))]
pub(crate) struct Day(pub Date);

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(&self.0)
    }
}

/// A state, an organisation, a part of one, or somebody who has no code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Party {
    /// The actor code; empty for somebody without one.
    pub code: String,
    /// The name.
    pub name: String,
}

/// A part of a list.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "PageOf{T}"))]
pub(crate) struct Page<T> {
    /// What the page holds.
    pub items: Vec<T>,
    /// The cursor of the next page; null on the last one.
    pub next: Option<String>,
    /// How many there are on all pages together.
    pub total: usize,
    /// Only reports published by this day take part.
    pub as_of: Day,
    /// Which state of the ledger this rests on.
    pub generation: String,
}
