//! Events in the public record.

use serde::{Deserialize, Serialize};

/// Somebody did something, or is said to have done, to do or not to do it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// `v1`, `v2`, …
    pub id: String,
    /// The words that tell it.
    pub trigger: Words,
    /// The lemmas of the trigger and of the words that its pattern asked for, a verb first, a noun last: "close
    /// airspace", "pull back", "warning time". Empty where only PETRARCH's dictionaries tell of the verb.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub lemma: String,
    /// PLOVER's category, in capitals.
    pub plover: Option<String>,
    /// PLOVER's mode.
    pub mode: Option<String>,
    /// PLOVER's contexts.
    pub contexts: Vec<String>,
    /// CAMEO's code.
    pub cameo: Option<String>,
    /// What it is where neither has a code: `proposal`, `response`, `readiness`, `presence`, `assessment`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// 1 verbal co-operation, 2 material co-operation, 3 verbal conflict, 4 material conflict.
    pub quad: Option<u8>,
    /// The code's score on Goldstein's scale, -10 to 10.
    pub goldstein: Option<f32>,
    /// `reported`, `announced`, `claimed`, `intended`, `demanded` or `possible`.
    pub standing: String,
    /// Whether the text says that it is not so.
    pub negated: bool,
    /// Whether it is only a possibility ("may", "could", "if"); what somebody foretells or plans for others outright is
    /// possible and not hedged ("they will attack").
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hedged: bool,
    /// The id of the innermost statement that carries it; none where the publisher itself tells it.
    pub statement: Option<String>,
    /// Who acts.
    pub actors: Vec<Participant>,
    /// Whom it is done to or with.
    pub recipients: Vec<Participant>,
    /// What forces move or stay.
    pub force: Vec<Force>,
    /// How many of what the trigger names: "1,566 ceasefire violations", "no explosions".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<Count>,
    /// Where, as ids of mentions.
    pub places: Vec<String>,
    /// When it happened, as TIMEX3, where the text tells; never the day of publication.
    pub time: Option<String>,
    /// The id of the words that tell when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_words: Option<String>,
    /// By when it is due, as TIMEX3.
    pub by: Option<String>,
    /// The id of the words that tell by when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by_words: Option<String>,
    /// From when on it holds or is to happen, as TIMEX3: "after 20 February", "from Monday".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The id of the words that tell from when on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_words: Option<String>,
    /// How sure the reading is, from 0 to 1.
    pub confidence: f32,
    /// What PETRARCH's dictionaries make of it, where they were given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub petrarch: Option<Vec<Triple>>,
    /// From -3, not so, to 3, so, where predicates were asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub factuality: Option<f32>,
    /// What led to it, where asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
}

/// Words of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// Their first code point.
    pub start: usize,
    /// The first one after them.
    pub end: usize,
    /// What stands there.
    pub text: String,
}

/// Somebody or something that takes part in an event.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    /// The id of the entity it means; none for a thing, or for somebody whom the text does not tell.
    pub entity: Option<String>,
    /// Its first code point.
    pub start: usize,
    /// The first one after it.
    pub end: usize,
    /// Country and sector together, such as `RUSGOV`, or an organisation's code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// ISO 3166 alpha-3.
    pub country: Option<String>,
    /// PLOVER's sector.
    pub sector: Option<String>,
    /// Whether the text names it only near the event and not in its clause.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub implied: bool,
}

/// A force element of an event.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Force {
    /// `troops`, `battlegroups`, `armour`, `artillery`, `air_defence`, `missiles`, `aircraft`, `ships`, `logistics`,
    /// `equipment` or `forces`.
    pub element: String,
    /// `in`, `out`, `stay` or `around`.
    pub movement: String,
    /// How much of it, in words.
    pub extent: Option<String>,
    /// The least number that the text allows.
    pub low: Option<u64>,
    /// The greatest.
    pub high: Option<u64>,
}

/// How many, as a range.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// The least number that the text allows.
    pub low: Option<u64>,
    /// The greatest.
    pub high: Option<u64>,
}

/// What PETRARCH would write: source, target, code.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Triple {
    /// The source's code.
    pub source: String,
    /// The target's code; `---` for none.
    pub target: String,
    /// The event's code.
    pub code: String,
}

/// A clause's head, where predicates were asked for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Predicate {
    /// The word.
    pub trigger: Words,
    /// How it stands.
    pub standing: String,
    /// Whether the text says that it is not so.
    pub negated: bool,
    /// The id of the innermost statement that carries it.
    pub statement: Option<String>,
    /// From -3, not so, to 3, so.
    pub factuality: Option<f32>,
}
