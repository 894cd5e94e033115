//! Words in the making: what is said again is one word.

use jiff::civil::Date;
use saydo_facts::{Actor, Days, Event, Place};
use saydo_forces::{Element, Extent};

use super::open::{Opening, Openings};
use crate::day::days;
use crate::{Scene, WordKind};

/// For how many days a repetition belongs to the word, counted from when it was last said.
const AGAIN: i32 = 14;

/// A word, before its evidence.
#[derive(Clone, Debug)]
pub(crate) struct Draft<'f> {
    /// How many words the event that opened it opened before.
    pub(crate) nth: usize,
    pub(crate) kind: WordKind,
    pub(crate) act: &'static str,
    pub(crate) denies: bool,
    pub(crate) speaker: &'f Actor,
    pub(crate) actor: &'f str,
    pub(crate) said_in: Vec<Event<'f>>,
    said: Date,
    last_said: Date,
    /// The states and organisations that take part in what it is about.
    pub(crate) parties: Vec<&'f str>,
    pub(crate) places: Vec<&'f Place>,
    pub(crate) elements: Vec<Element>,
    pub(crate) extent: Option<Extent>,
    /// Whether a number or "some" says that only a part is meant.
    pub(crate) partial: bool,
    pub(crate) from: Option<Date>,
    pub(crate) due: Option<Days>,
}

impl<'f> Draft<'f> {
    pub(crate) fn new(opening: &Opening<'f>, nth: usize) -> Self {
        let mut draft = Self {
            nth,
            kind: opening.kind,
            act: opening.act,
            denies: opening.denies,
            speaker: opening.speaker,
            actor: opening.actor,
            said_in: Vec::new(),
            said: said_on(&opening.event),
            last_said: said_on(&opening.event),
            parties: parties(&opening.event),
            places: Vec::new(),
            elements: Vec::new(),
            extent: None,
            partial: false,
            from: None,
            due: None,
        };
        draft.take(&opening.event);
        draft
    }

    /// The day it was first said.
    pub(crate) fn said(&self) -> Date {
        self.said
    }

    /// The day it was last said.
    pub(crate) fn last_said(&self) -> Date {
        self.last_said
    }

    /// Whether it is about the speaker's own side, and not about what somebody else does.
    pub(crate) fn is_own(&self) -> bool {
        is_own(self.kind)
    }

    /// Whose deeds speak to it: the actor's, and the speaker's own where it speaks for an alliance.
    pub(crate) fn doers(&self) -> Vec<&'f str> {
        let own = self.speaker.root().filter(|_| self.is_own());
        own.into_iter().chain([self.actor]).collect()
    }

    /// The states on whose ground it is.
    pub(crate) fn hosts(&self) -> Vec<&'f str> {
        let mut hosts: Vec<&'f str> = self.places.iter().filter_map(|p| p.country.as_deref()).collect();
        hosts.sort_unstable();
        hosts.dedup();
        hosts
    }

    /// Whether an opening says this word again: the same side on the same act of the same actor, in the same place.
    pub(crate) fn says_again(&self, scene: &Scene<'f>, opening: &Opening<'f>) -> bool {
        days(self.last_said(), said_on(&opening.event)) <= AGAIN
            && self.same_kind(opening)
            && self.act == opening.act
            && self.denies == opening.denies
            && self.actor == opening.actor
            && self.same_place(&opening.event)
            && scene.same_side(self.speaker, opening.speaker)
            && (self.act != "talks" || self.parties == parties(&opening.event))
    }

    /// What is promised for later is not said again by what is told as going on.
    fn same_kind(&self, opening: &Opening<'f>) -> bool {
        let later = self.from.or_else(|| planned(&opening.event)).is_some();
        self.kind == opening.kind || (self.is_own() && is_own(opening.kind) && !later)
    }

    fn same_place(&self, event: &Event<'f>) -> bool {
        let mut named = event.places().peekable();
        match (self.places.is_empty(), named.peek().is_none()) {
            (true, true) => true,
            (false, false) => named.any(|p| self.places.iter().any(|own| own.name == p.name)),
            // Two reports of the first day on one announcement need not both say where.
            _ => self.said() == said_on(event),
        }
    }

    /// Takes in where it was said, and what that adds.
    pub(crate) fn take(&mut self, event: &Event<'f>) {
        self.said_in.push(*event);
        self.said = self.said.min(said_on(event));
        self.last_said = self.last_said.max(said_on(event));
        for place in event.places() {
            if self.places.iter().all(|p| p.name != place.name) {
                self.places.push(place);
            }
        }
        for force in event.forces() {
            if !self.elements.contains(&force.element) {
                self.elements.push(force.element);
            }
            self.extent = self.extent.or(force.extent);
            self.partial |= force.extent == Some(Extent::Some) || force.low.or(force.high).is_some();
        }
        self.due = self.due.or(event.by());
        self.from = self.from.or_else(|| planned(event));
    }
}

/// The day on which it was said, where that is told to the day; "two weeks ago" is not.
fn said_on(event: &Event<'_>) -> Date {
    if days(event.said(), event.published) <= TOLD_TO_THE_DAY { event.said() } else { event.published }
}

/// News names the day of what was said within so many days, and later tells how long ago it was.
const TOLD_TO_THE_DAY: i32 = 7;

fn is_own(kind: WordKind) -> bool {
    matches!(kind, WordKind::Announcement | WordKind::Pledge | WordKind::Assurance)
}

fn parties<'f>(event: &Event<'f>) -> Vec<&'f str> {
    let mut parties: Vec<&'f str> =
        event.actors().chain(event.recipients()).filter_map(Actor::root).collect();
    parties.sort_unstable();
    parties.dedup();
    parties
}

/// From when on it is to be done: what the text says, or its time where that is yet to come.
fn planned(event: &Event<'_>) -> Option<Date> {
    let first = event.from().or(event.time()).map(|days| days.first)?;
    (first > event.published).then_some(first)
}

/// Puts openings together to words, in the order in which they were first said.
pub(crate) fn drafts<'f>(scene: &Scene<'f>, openings: &Openings) -> Vec<Draft<'f>> {
    let mut drafts: Vec<Draft<'f>> = Vec::new();
    let mut open: Vec<Vec<u32>> = vec![Vec::new(); openings.key_count];
    let mut all = Vec::new();
    for (opening, keys) in openings.counted(scene) {
        let at = again(scene, &drafts, &mut open, &mut all, (&opening, keys)).unwrap_or_else(|| {
            let opened = |draft: &&Draft<'_>| draft.said_in[0].id == opening.event.id;
            let before = drafts.iter().rev().take_while(opened).count();
            drafts.push(Draft::new(&opening, before));
            drafts.len() as u32 - 1
        });
        let draft = &mut drafts[at as usize];
        if draft.said_in.last().map(|e| e.id) != Some(opening.event.id) {
            draft.take(&opening.event);
        }
        for &key in keys {
            let listed = &mut open[key as usize];
            if !listed.contains(&at) {
                listed.push(at);
            }
        }
    }
    drafts
}

/// The word that an opening says again: one about its places, or of those without one.
fn again<'f>(
    scene: &Scene<'f>,
    drafts: &[Draft<'f>],
    open: &mut [Vec<u32>],
    all: &mut Vec<u32>,
    (opening, keys): (&Opening<'f>, &[u32]),
) -> Option<u32> {
    all.clear();
    let said = said_on(&opening.event);
    for &key in keys {
        let listed = &mut open[key as usize];
        listed.retain(|&at| days(drafts[at as usize].last_said(), said) <= AGAIN);
        // What is told of one day may name a place in one report and none in another.
        listed.drain(..listed.len().saturating_sub(LISTED));
        all.extend(listed.iter());
    }
    all.sort_unstable();
    all.dedup();
    all.iter().copied().find(|&at| drafts[at as usize].says_again(scene, opening))
}

/// So many of the words said last are compared with what may say them again.
const LISTED: usize = 64;
