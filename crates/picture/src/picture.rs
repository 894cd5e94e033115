//! The picture: all findings of a watch as of a day.

use jiff::civil::Date;
use saydo_facts::EventId;

use crate::{Changes, Diplomacy, Headline, Indicator, Measures, Post, Prior, Warning, Word};

/// An event that a finding rests on, with what the finding needs to say of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Cite {
    /// Which event.
    pub event: EventId,
    /// The day its report was published.
    pub published: Date,
    /// The voice that vouches for it: a side's code (`USA`, `IGONAT`) or a publisher family's name.
    pub voice: String,
}

/// The picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// The watch's name.
    pub watch: String,
    /// The actor code of the subject.
    pub subject: String,
    /// As of this day, reports of the day included.
    pub as_of: Date,
    /// The first day that counts.
    pub since: Option<Date>,
    /// The one sentence.
    pub headline: Headline,
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
    /// What changed since an earlier day, where one is given.
    pub changes: Option<Changes>,
    /// What was kept and takes part in nothing.
    pub apart: Apart,
}

/// Reports that no finding rests on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Apart {
    /// Without a day of publication.
    pub undated: usize,
    /// Dated after the day they came in.
    pub future: usize,
    /// Published after the day of the picture.
    pub later: usize,
    /// Near-copies of other reports; they are read, and their voice counts once.
    pub copies: usize,
}
