//! Diplomacy, as the picture shows it.

use jiff::civil::Date;

use crate::Cite;

/// Proposals, talks, readiness, refusals and demands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Diplomacy {
    /// Proposals and drafts handed over, the newest first.
    pub proposals: Vec<Proposal>,
    /// Talks held and planned, the newest first.
    pub talks: Vec<Talk>,
    /// Readiness to talk, the newest first.
    pub readiness: Vec<Demand>,
    /// Refusals, the newest first.
    pub refusals: Vec<Demand>,
    /// Demands, the newest first.
    pub demands: Vec<Demand>,
}

/// A proposal and its answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// `d` and its event: `d12.3`.
    pub id: String,
    /// Who made it.
    pub from: String,
    /// To whom; empty where the text does not tell.
    pub to: Vec<String>,
    /// When it was handed over, or first told of.
    pub made: Date,
    /// When it was answered.
    pub answered: Option<Date>,
    /// Days without an answer as of the picture's day; `None` once answered.
    pub days_unanswered: Option<u32>,
    /// Where it is told of, the oldest first.
    pub cites: Vec<Cite>,
    /// Where the answer, or its lack, is told of.
    pub answers: Vec<Cite>,
    /// The rule.
    pub rule: &'static str,
}

/// Talks.
#[derive(Clone, Debug, PartialEq)]
pub struct Talk {
    /// `d` and its event.
    pub id: String,
    /// Who talks with whom.
    pub parties: Vec<String>,
    /// The day of the talks, as far as the text tells; else publication.
    pub day: Date,
    /// Whether they were held; else planned.
    pub held: bool,
    /// Where, by name.
    pub places: Vec<String>,
    /// Where it is told.
    pub cites: Vec<Cite>,
    /// The rule.
    pub rule: &'static str,
}

/// A demand, refusal or readiness of one party towards others.
#[derive(Clone, Debug, PartialEq)]
pub struct Demand {
    /// `d` and its event.
    pub id: String,
    /// Whose.
    pub from: String,
    /// Towards whom; empty where the text does not tell.
    pub to: Vec<String>,
    /// First and last day it was told.
    pub first: Date,
    /// The last day.
    pub last: Date,
    /// Where it is told, the oldest first.
    pub cites: Vec<Cite>,
    /// The rule.
    pub rule: &'static str,
}
