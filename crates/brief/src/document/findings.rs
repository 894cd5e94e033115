//! Words under test and diplomacy in the public form.

use serde::{Deserialize, Serialize};

/// A state, an organisation, a part of one, or somebody who has no code.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// The actor code; empty for somebody without one.
    pub code: String,
    /// The name.
    pub name: String,
}

/// An event that a finding rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Its id, which leads to its sentence in `citations`.
    pub id: String,
    /// The day its report was published.
    pub published: String,
    /// Who vouches for it: the code of a party, or the name of a publisher family.
    pub voice: String,
}

/// Days from one to another, both included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The first day.
    pub first: String,
    /// The last day.
    pub last: String,
}

/// A word under test.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Word {
    /// Its id.
    pub id: String,
    /// `announcement`, `pledge`, `assurance`, `allegation`, `forecast` or `assessment`.
    pub kind: String,
    /// Who said what, in words.
    pub text: String,
    /// The act that is tested.
    pub act: String,
    /// Whether the word is that it will not or did not happen.
    pub denies: bool,
    /// Who said it; the name is the one that the text gives, where it gives one.
    pub speaker: Party,
    /// Whose deed it is about.
    pub actor: Party,
    /// The force elements that it is about.
    pub elements: Vec<String>,
    /// Whether it speaks of all, of a part, or does not say.
    pub extent: Option<String>,
    /// Names of places.
    pub places: Vec<String>,
    /// The day it was said.
    pub said: String,
    /// The last day on which it was said again.
    pub last_said: String,
    /// From when on it can be tested.
    pub from: Option<String>,
    /// By when it is due.
    pub due: Option<Span>,
    /// `unverified`, `contradicted`, `disputed`, `partly kept`, `kept`, `overtaken` or `lapsed`.
    pub state: String,
    /// Since when.
    pub since: String,
    /// On whose evidence the state rests.
    pub grade: Option<String>,
    /// Evidence for it, the oldest first.
    pub bears_out: Vec<Evidence>,
    /// Evidence against it, the oldest first.
    pub against: Vec<Evidence>,
    /// Where it was said, the oldest first.
    pub said_in: Vec<Event>,
    /// Others who said the same.
    pub repeated_by: Vec<Party>,
    /// The rule that gave the state.
    pub rule: String,
}

/// A piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The event.
    pub event: Event,
    /// Who vouches.
    pub grade: String,
    /// The day it is about.
    pub day: String,
    /// Why it counts.
    pub why: String,
}

/// How an actor's past words fared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prior {
    /// Whose words.
    pub actor: Party,
    /// Kept.
    pub kept: usize,
    /// Partly kept.
    pub partly: usize,
    /// Contradicted or overtaken.
    pub broken: usize,
    /// Of so many whose time to be tested has come.
    pub of: usize,
    /// Words that nobody else has spoken to yet.
    pub open: usize,
}

/// Proposals, talks, readiness, refusals and demands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diplomacy {
    /// Proposals and drafts handed over.
    pub proposals: Vec<Proposal>,
    /// Talks held and planned.
    pub talks: Vec<Talk>,
    /// Readiness to talk.
    pub readiness: Vec<Demand>,
    /// Refusals.
    pub refusals: Vec<Demand>,
    /// Demands.
    pub demands: Vec<Demand>,
}

/// A proposal and its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// Its id.
    pub id: String,
    /// Who made it.
    pub from: Party,
    /// To whom.
    pub to: Vec<Party>,
    /// When it was handed over, or first told of.
    pub made: String,
    /// When it was answered.
    pub answered: Option<String>,
    /// Days without an answer.
    pub days_unanswered: Option<u32>,
    /// Where it is told of.
    pub events: Vec<Event>,
    /// Where the answer, or its lack, is told of.
    pub answers: Vec<Event>,
    /// The rule.
    pub rule: String,
}

/// Talks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Talk {
    /// Their id.
    pub id: String,
    /// Who talks with whom.
    pub parties: Vec<Party>,
    /// The day of the talks, else publication.
    pub day: String,
    /// Whether they were held; else planned.
    pub held: bool,
    /// Where.
    pub places: Vec<String>,
    /// Where it is told.
    pub events: Vec<Event>,
    /// The rule.
    pub rule: String,
}

/// A demand, refusal or readiness.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Demand {
    /// Its id.
    pub id: String,
    /// Whose.
    pub from: Party,
    /// Towards whom.
    pub to: Vec<Party>,
    /// CAMEO's code of what is demanded or refused.
    pub code: Option<String>,
    /// That code's label; null where there is none.
    pub what: Option<String>,
    /// The first day it was told.
    pub first: String,
    /// The last day.
    pub last: String,
    /// Where it is told.
    pub events: Vec<Event>,
    /// The rule.
    pub rule: String,
}
