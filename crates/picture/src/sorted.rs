//! What of facts and a watch is the same on every day: who is on which side, who vouches for each event, and which events
//! each rule has to look at. It is made when it is first asked for, so that another day is drawn without it.

use std::collections::HashMap;
use std::sync::OnceLock;

use jiff::civil::Date;
use saydo_facts::{Actor, Event, Facts, PublisherId, Report};
use saydo_watch::{Side, Watch};

use crate::area::Named;
use crate::board::Shown;
use crate::diplomacy::Matters;
use crate::indicator::Signs;
use crate::measure::Tellings;
use crate::word::{Index, Openings};
use crate::{Scene, Voice};

/// An event of a sorted list, with its report: their places in the facts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct At {
    pub(crate) event: u32,
    pub(crate) report: u32,
}

/// Facts sorted for a watch.
#[derive(Debug, Default)]
pub(crate) struct Sorted {
    /// The side of each actor.
    pub(crate) sides: Vec<Side>,
    /// Whether each report counts on any day.
    pub(crate) told: Vec<bool>,
    /// Who vouches for each event: its place among the actors from 1, or 0 for the press.
    pub(crate) witnesses: Vec<u32>,
    /// Whether the watch names each publisher.
    sources: Vec<bool>,
    /// What each rule looks at.
    pub(crate) names: OnceLock<Named>,
    pub(crate) shown: OnceLock<Shown>,
    pub(crate) matters: OnceLock<Matters>,
    pub(crate) signs: OnceLock<Signs>,
    pub(crate) tellings: OnceLock<Tellings>,
    pub(crate) openings: OnceLock<Openings>,
    pub(crate) index: OnceLock<Index>,
    pub(crate) warnings: OnceLock<Vec<At>>,
    pub(crate) attacks: OnceLock<Vec<At>>,
    /// Day, family and place of each report that counts towards coverage.
    pub(crate) reads: OnceLock<Vec<(Date, u32, u32)>>,
}

/// Voices by number.
#[derive(Debug, Default)]
pub(crate) struct Voices<'f> {
    numbers: HashMap<Voice<'f>, u32>,
}

impl<'f> Voices<'f> {
    /// The number of the voice that an event counts as.
    pub(crate) fn number(&mut self, scene: &Scene<'f>, event: &Event<'f>) -> u32 {
        let next = self.numbers.len() as u32;
        *self.numbers.entry(scene.voice(event)).or_insert(next)
    }
}

impl At {
    pub(crate) fn of(event: &Event<'_>) -> Self {
        Self { event: event.at as u32, report: event.report_at() as u32 }
    }
}

impl Sorted {
    pub(crate) fn of(facts: &Facts, watch: &Watch) -> Self {
        let mut sorted = Self {
            sides: facts.actors().iter().map(|actor| watch.side(actor)).collect(),
            sources: facts.publishers().iter().map(|name| watch.sources.contains(name)).collect(),
            ..Self::default()
        };
        let copies = !watch.sources.is_empty();
        let told = |report: &Report| {
            let dated = report.published.is_some() && !report.is_future();
            dated && (copies || !report.copy) && sorted.is_asked_for(watch, report)
        };
        sorted.told = facts.reports().iter().map(told).collect();
        sorted.witnesses = sorted.witnesses_of(facts);
        sorted
    }

    /// Whether a report is one of the publishers that the watch names, and not published before its first day; one without
    /// a day may be.
    pub(crate) fn is_asked_for(&self, watch: &Watch, report: &Report) -> bool {
        let listed = |id: PublisherId| self.sources.get(id.0 as usize).is_some_and(|listed| *listed);
        let recent = watch.since.is_none_or(|since| report.published.is_none_or(|day| day >= since));
        recent && (watch.sources.is_empty() || report.publisher.is_some_and(listed))
    }

    /// Every event that counts on some day, in the order of the facts.
    pub(crate) fn every<'s, 'f>(&'s self, facts: &'f Facts) -> impl Iterator<Item = Event<'f>> + use<'s, 'f> {
        let reports = facts.by_report().filter(|(report, _)| self.told[*report]);
        reports.flat_map(|(_, events)| events).filter_map(|at| facts.event(at))
    }

    fn witnesses_of(&self, facts: &Facts) -> Vec<u32> {
        let mut witnesses = vec![0; facts.len()];
        for event in self.every(facts) {
            let witness = witness(facts, &event).and_then(|actor| facts.actor_at(actor));
            witnesses[event.at] = witness.map_or(0, |at| at as u32 + 1);
        }
        witnesses
    }
}

fn witness<'f>(facts: &'f Facts, event: &Event<'f>) -> Option<&'f Actor> {
    let official = facts.speaks_for(event.report.family);
    if event.statement().is_some() {
        // Whom an official site quotes and nobody can place is passed on by it, and is no press.
        return event.speaker().filter(|s| s.root().is_some()).or(official);
    }
    official.or_else(|| attributed_to(event))
}

/// Into whose mouth another sentence of the same report puts the same deed.
fn attributed_to<'f>(event: &Event<'f>) -> Option<&'f Actor> {
    let plover = event.plover()?;
    let acts = |other: &Event<'f>| {
        other.actors().filter_map(Actor::root).any(|a| event.actors().any(|own| own.root() == Some(a)))
    };
    let told = event.siblings().filter(|e| e.statement().is_some() && e.plover() == Some(plover));
    told.filter(acts).find_map(|e| e.speaker().filter(|s| s.root().is_some()))
}
