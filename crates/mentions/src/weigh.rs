//! How well a candidate fits a pronoun: features that hold or do not, each with a weight.

use saydo_syntax::{Rel, Sentence};

use crate::field::{Candidate, Way};
use crate::pronoun::Gender;
use crate::quote;
use crate::resolve::Resolver;
use crate::weights::{Weights, sum};

/// Pronouns that are weighed alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Group {
    /// "he", "she".
    He,
    /// "it".
    It,
    /// "they".
    They,
}

/// What sort of thing a candidate is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    /// One person.
    Person,
    /// People together.
    Many,
    /// A country, a government, an organisation.
    Body,
    /// A place.
    Place,
    /// Something that is no actor.
    Item,
    /// Several that are named together.
    Pair,
    /// An actor of whom nobody knows who it is.
    Unknown,
    /// The body that the speaker speaks for.
    SpeakersBody,
}

/// The part that a pronoun plays in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// The subject of a verb of speaking, outside quotations.
    Speaker,
    /// The subject of another verb.
    Doer,
    /// The subject of a noun or an adjective: "it is new".
    Bearer,
    /// A possessive.
    Owner,
    /// Anything else.
    Other,
}

impl Asked {
    fn speaks(&self) -> bool {
        self.part == Part::Speaker
    }

    fn acts(&self) -> bool {
        matches!(self.part, Part::Speaker | Part::Doer)
    }

    fn owns(&self) -> bool {
        self.part == Part::Owner
    }
}

/// A pronoun that asks whom it means.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked {
    pub(crate) sentence: usize,
    pub(crate) head: usize,
    pub(crate) group: Group,
    pub(crate) gender: Option<Gender>,
    /// Whether it stands in a quotation.
    pub(crate) quoted: bool,
    /// Things that it cannot mean because they stand beside it at the same verb.
    pub(crate) beside: [Option<usize>; 2],
    /// The part that it plays in its clause.
    pub(crate) part: Part,
}

/// How the search came upon a candidate.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Trace {
    /// How many others that fit stand between it and the pronoun.
    pub(crate) rank: i32,
    /// Whether it comes after the pronoun.
    pub(crate) ahead: bool,
}

/// How many features a candidate has.
pub(crate) const FEATURES: usize = 36;
/// How many features speak for no candidate at all.
pub(crate) const NONE: usize = 7;

/// The points of a candidate.
pub(crate) fn score(resolver: &Resolver<'_, '_>, asked: &Asked, candidate: &Candidate, trace: Trace) -> i32 {
    let (weights, group) = (resolver.reading.weights, asked.group as usize);
    let points = sum(&features(resolver, asked, candidate, trace), &weights.candidate, group);
    points + if candidate.sort == Sort::SpeakersBody { weights.speakers_body[group] } else { 0 }
}

/// The points of nobody; `near` tells whether some candidate stands in this sentence or the last.
pub(crate) fn score_nobody(weights: &Weights, asked: &Asked, near: bool) -> i32 {
    sum(&nobody(asked, near), &weights.nobody, asked.group as usize)
}

/// What speaks for a candidate.
pub(crate) fn features(
    resolver: &Resolver<'_, '_>,
    asked: &Asked,
    candidate: &Candidate,
    trace: Trace,
) -> [i32; FEATURES] {
    let mut list = [0; FEATURES];
    place(resolver, asked, candidate, trace, &mut list);
    kind(resolver, asked, candidate, &mut list);
    list
}

/// Where a candidate stands, by itself and as seen from the pronoun.
fn place(
    resolver: &Resolver<'_, '_>,
    asked: &Asked,
    candidate: &Candidate,
    trace: Trace,
    list: &mut [i32; FEATURES],
) {
    let sentence = &resolver.document.sentences[candidate.sentence];
    let own = &resolver.document.sentences[asked.sentence];
    let word = &sentence.words[candidate.head];
    let subject = is_subject(word.rel);
    let back = asked.sentence.saturating_sub(candidate.sentence);
    let same = back == 0 && !trace.ahead;
    list[back.min(3)] = 1;
    list[4] = i32::from(subject);
    list[5] = i32::from(matches!(word.rel, Rel::Obj | Rel::Iobj));
    list[6] = i32::from(word.rel == Rel::NmodPoss);
    list[7] = i32::from(matches!(word.rel, Rel::Compound | Rel::Nmod | Rel::Amod | Rel::NmodDesc));
    list[8] = i32::from(subject && word.head == Some(sentence.root()));
    list[9] = i32::from(word.rel.base() == own.words[asked.head].rel.base());
    let speaks = resolver.quotes.speakers(candidate.sentence).contains(&candidate.head);
    list[10] = i32::from(speaks && asked.speaks());
    list[11] = i32::from(speaks && !asked.speaks());
    list[12] = i32::from(asked.quoted && !candidate.quoted);
    list[13] = i32::from(!asked.quoted && candidate.quoted);
    list[14] = trace.rank.min(6);
    list[15] = i32::from(same && is_around(own, asked, candidate));
    list[16] = i32::from(same && is_nearest(own, asked, candidate));
    list[17] = i32::from(trace.ahead);
    list[18] = i32::from(asked.owns() && same);
    list[19] = i32::from(asked.owns() && same && is_nearest(own, asked, candidate));
    list[20] = i32::from(trace.rank == 0);
}

/// What a candidate is.
fn kind(resolver: &Resolver<'_, '_>, asked: &Asked, candidate: &Candidate, list: &mut [i32; FEATURES]) {
    let thing = candidate.thing.map(|t| &resolver.things[t]);
    list[21] = i32::from(candidate.way == Way::Name);
    list[22] = i32::from(candidate.way == Way::Pronoun);
    list[23] = i32::from(thing.is_some_and(|t| t.gender.is_some()));
    list[24] = thing.map_or(0, |t| t.count.min(6) as i32);
    list[25] = i32::from(candidate.sort == Sort::Body && (candidate.way == Way::Name) && asked.owns());
    list[26] = i32::from(candidate.sort == Sort::Body);
    list[27] = i32::from(candidate.sort == Sort::Many);
    list[28] = i32::from(candidate.sort == Sort::Place);
    list[29] = i32::from(candidate.sort == Sort::Item);
    list[30] = i32::from(candidate.sort == Sort::Pair);
    list[31] = i32::from(candidate.sort == Sort::Unknown);
    let actor = matches!(candidate.sort, Sort::Body | Sort::Many | Sort::Person);
    list[32] = i32::from(actor && asked.owns());
    list[33] = i32::from(actor && asked.speaks());
    list[34] = i32::from(actor && asked.acts());
    list[35] = i32::from(candidate.many);
}

/// What speaks for nobody and nothing that was mentioned.
pub(crate) fn nobody(asked: &Asked, near: bool) -> [i32; NONE] {
    let one = i32::from;
    [
        1,
        one(asked.owns()),
        one(asked.acts()),
        one(asked.speaks()),
        one(asked.quoted),
        one(asked.part == Part::Bearer),
        one(!near),
    ]
}

fn is_subject(rel: Rel) -> bool {
    matches!(rel, Rel::Nsubj | Rel::NsubjPass | Rel::NsubjOuter)
}

/// Whether a candidate is the subject of a verb above the pronoun, or the owner of a noun above it.
fn is_around(sentence: &Sentence<'_>, asked: &Asked, candidate: &Candidate) -> bool {
    let mut above = sentence.ancestors(asked.head);
    above.any(|top| agent(sentence, top, asked.head) == Some(candidate.head))
}

/// Whether it is the nearest of them.
fn is_nearest(sentence: &Sentence<'_>, asked: &Asked, candidate: &Candidate) -> bool {
    let mut above = sentence.ancestors(asked.head);
    above.find_map(|top| agent(sentence, top, asked.head)) == Some(candidate.head)
}

/// Who does what a verb or noun says, but for the pronoun itself: "Russia's announcement that it would leave".
fn agent(sentence: &Sentence<'_>, top: usize, pronoun: usize) -> Option<usize> {
    let owner = || sentence.child(top, Rel::NmodPoss);
    quote::subject(sentence, top).or_else(owner).filter(|&a| !sentence.is_under(pronoun, a))
}
