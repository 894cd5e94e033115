//! Words in the making: what the events that open one and say it again tell of it.

use jiff::civil::Date;
use saydo_facts::{Actor, Days, Event, Place};
use saydo_forces::{Element, Extent};

use super::open::Opening;
use crate::WordKind;
use crate::day::days;

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
pub(super) fn said_on(event: &Event<'_>) -> Date {
    if days(event.said(), event.published) <= TOLD_TO_THE_DAY { event.said() } else { event.published }
}

/// News names the day of what was said within so many days, and later tells how long ago it was.
const TOLD_TO_THE_DAY: i32 = 7;

pub(super) fn is_own(kind: WordKind) -> bool {
    matches!(kind, WordKind::Announcement | WordKind::Pledge | WordKind::Assurance)
}

pub(super) fn parties<'f>(event: &Event<'f>) -> Vec<&'f str> {
    let mut parties: Vec<&'f str> =
        event.actors().chain(event.recipients()).filter_map(Actor::root).collect();
    parties.sort_unstable();
    parties.dedup();
    parties
}

/// From when on it is to be done: what the text says, or its time where that is yet to come.
pub(super) fn planned(event: &Event<'_>) -> Option<Date> {
    let first = event.from().or(event.time()).map(|days| days.first)?;
    (first > event.published).then_some(first)
}
