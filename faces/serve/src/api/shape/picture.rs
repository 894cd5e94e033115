//! The picture with its totals.

use saydo_brief::document::Document;
use serde::Serialize;

use super::Day;

/// The picture of a day.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Drawing {
    /// The day.
    pub as_of: Day,
    /// Which state of the ledger it rests on.
    pub generation: String,
    /// How many findings there are of each kind, where the picture shows the newest only.
    pub totals: Totals,
    /// The picture, `saydo-picture/1`.
    #[cfg_attr(test, schemars(with = "crate::openapi::Picture"))]
    pub picture: Document,
}

/// How many findings there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Totals {
    /// Words under test.
    pub words: usize,
    /// Rows of the posture board.
    pub posture: usize,
    /// Indicators.
    pub indicators: usize,
    /// Pairs of parties with measures.
    pub measures: usize,
}
