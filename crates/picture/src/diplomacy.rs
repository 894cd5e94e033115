//! Diplomacy: proposals and their answers, talks, readiness, refusals and demands.
//!
//! `matter` says what an event is to diplomacy, `row` between whom it is, `proposal`, `talk` and `stand` join what several
//! reports tell of the same thing, `span` finds what lies near some days.

mod matter;
mod proposal;
mod row;
mod span;
mod stand;
mod talk;

use jiff::civil::Date;
use saydo_facts::Event;

use crate::{Cite, Scene};
use matter::Matter;
pub(crate) use row::Matters;

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

impl Diplomacy {
    /// What a scene tells of it: only what passes between two sides, at least one of them a side of the watch.
    pub fn of(scene: &Scene<'_>) -> Self {
        let rows = row::rows(scene);
        Self {
            proposals: proposal::proposals(scene, &rows),
            talks: talk::talks(scene, &rows),
            readiness: stand::stands(scene, &rows, Matter::Readiness),
            refusals: stand::stands(scene, &rows, Matter::Refusal),
            demands: stand::stands(scene, &rows, Matter::Demand),
        }
    }
}

/// Of what is told a thousand times so many of the oldest tellings are cited, and so many of the newest.
const OLDEST: usize = 10;
const NEWEST: usize = 30;

/// Where something is told, the oldest first.
fn cites(scene: &Scene<'_>, told: &[Event<'_>]) -> Vec<Cite> {
    let newest = told.len().saturating_sub(NEWEST).max(OLDEST);
    let shown = told.iter().take(OLDEST).chain(told.iter().skip(newest));
    shown.map(|event| scene.cite(event)).collect()
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
    /// CAMEO's code, whose label says what is demanded or refused.
    pub code: Option<String>,
    /// First and last day it was told.
    pub first: Date,
    /// The last day.
    pub last: Date,
    /// Where it is told, the oldest first.
    pub cites: Vec<Cite>,
    /// The rule.
    pub rule: &'static str,
}
