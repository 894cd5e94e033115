//! The facts as one watch sees them on one day: which events count, who vouches for each, and which voices are one.

use std::collections::HashMap;

use jiff::civil::Date;
use saydo_facts::{Actor, Event, Facts, FamilyId};
use saydo_standing::Standing;
use saydo_watch::{Side, Watch};

use crate::{Cite, Grade};

/// Facts, watch and day together; every rule asks through this.
#[derive(Clone, Debug)]
pub struct Scene<'f> {
    /// All facts of the ledger.
    pub facts: &'f Facts,
    /// Whose words and deeds are followed.
    pub watch: &'f Watch,
    /// The day of the picture.
    pub as_of: Date,
    /// The side of each actor of the facts, worked out once, by where the actor lies.
    sides: HashMap<usize, Side>,
    /// Who vouches for each event, worked out once, by the event's place.
    witnesses: Vec<Option<&'f Actor>>,
}

/// One voice: however many outlets carry a side's word, it is one, and so is a publisher family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Voice<'f> {
    /// A state, an organisation, an armed group that is named as the source.
    Party(&'f str),
    /// A publisher family: its own voice, its witness, its unnamed sources.
    Press(FamilyId),
}

impl<'f> Scene<'f> {
    /// The facts as `watch` sees them on `as_of`.
    pub fn new(facts: &'f Facts, watch: &'f Watch, as_of: Date) -> Self {
        let sides = facts.actors().iter().map(|actor| (address(actor), watch.side(actor))).collect();
        let mut scene = Self { facts, watch, as_of, sides, witnesses: vec![None; facts.len()] };
        for event in scene.events() {
            scene.witnesses[event.at] = scene.witness(&event);
        }
        scene
    }

    /// The events that count: published from the watch's first day to the day of the picture. Near-copies tell what
    /// their originals tell and are left out, unless the watch names its sources and the original may not be among them.
    pub fn events(&self) -> impl Iterator<Item = Event<'f>> + use<'f> {
        let since = self.watch.since;
        let copies = !self.watch.sources.is_empty();
        let counts = move |event: &Event<'_>| {
            since.is_none_or(|day| event.published >= day) && (copies || !event.report.copy)
        };
        self.facts.as_of(self.as_of).filter(counts)
    }

    /// Who vouches for an event: the source of its statement; whom an official publisher speaks for; the party to
    /// whom the same report attributes the same deed, so that a headline without "says" is no second witness.
    /// `None` for the press and its unnamed sources.
    pub fn vouches(&self, event: &Event<'f>) -> Option<&'f Actor> {
        self.witnesses.get(event.at).copied().flatten()
    }

    fn witness(&self, event: &Event<'f>) -> Option<&'f Actor> {
        let official = self.facts.speaks_for(event.report.family);
        if event.statement().is_some() {
            // Whom an official site quotes and nobody can place is passed on by it, and is no press.
            return event.speaker().filter(|s| s.root().is_some()).or(official);
        }
        official.or_else(|| Self::attributed_to(event))
    }

    /// Into whose mouth another sentence of the same report puts the same deed.
    fn attributed_to(event: &Event<'f>) -> Option<&'f Actor> {
        let plover = event.plover()?;
        let acts = |other: &Event<'f>| {
            other.actors().filter_map(Actor::root).any(|a| event.actors().any(|own| own.root() == Some(a)))
        };
        let told = event.siblings().filter(|e| e.statement().is_some() && e.plover() == Some(plover));
        told.filter(acts).find_map(|e| e.speaker().filter(|s| s.root().is_some()))
    }

    /// The voice that an event counts as.
    pub fn voice(&self, event: &Event<'f>) -> Voice<'f> {
        match self.vouches(event) {
            Some(witness) => Voice::Party(self.party(witness)),
            None => Voice::Press(event.report.family),
        }
    }

    /// The side that an actor is on.
    pub fn side(&self, actor: &Actor) -> Side {
        self.sides.get(&address(actor)).copied().unwrap_or_else(|| self.watch.side(actor))
    }

    /// The one whose voice an actor is: an observer by its name, anybody else by state or organisation.
    pub fn party(&self, actor: &'f Actor) -> &'f str {
        let observer = self.side(actor) == Side::Observer && !actor.name.is_empty();
        if observer { &actor.name } else { actor.root().unwrap_or(&actor.code) }
    }

    /// How an event stands once it is known who vouches: an official publisher's own voice announces its side's
    /// deeds and claims those of others.
    pub fn standing(&self, event: &Event<'f>) -> Standing {
        match (event.standing(), self.vouches(event)) {
            (Standing::Reported, Some(speaker)) if event.actors().any(|a| self.same_side(a, speaker)) => {
                Standing::Announced
            }
            (Standing::Reported, Some(_)) => Standing::Claimed,
            (standing, _) => standing,
        }
    }

    /// Whether an event is a deed: reported or claimed, and not negated.
    pub fn is_deed(&self, event: &Event<'f>) -> bool {
        matches!(self.standing(event), Standing::Reported | Standing::Claimed) && !event.negated()
    }

    /// Whether two actors are one side: both of the subject's list, or of one state or organisation.
    pub fn same_side(&self, a: &Actor, b: &Actor) -> bool {
        let subject = |actor| self.side(actor) == Side::Subject;
        let observer = |actor| self.side(actor) == Side::Observer;
        let root = a.root().is_some() && a.root() == b.root();
        (subject(a) && subject(b)) || (root && observer(a) == observer(b))
    }

    /// On whose evidence an event stands towards a word of `speaker`, on the ground of `hosts` (ISO 3166 alpha-3).
    pub fn grade(&self, event: &Event<'f>, speaker: &Actor, hosts: &[&str]) -> Grade {
        let Some(witness) = self.vouches(event) else { return Grade::Press };
        let host = witness.country.as_deref().is_some_and(|c| hosts.contains(&c));
        match self.side(witness) {
            _ if self.same_side(witness, speaker) => Grade::OwnSide,
            Side::Observer if self.watch.shows_images(witness) => Grade::Images,
            Side::Observer => Grade::Observer,
            // A party to the quarrel is no host whose word settles it.
            Side::Third if host => Grade::Host,
            Side::Third => Grade::Third,
            Side::Subject | Side::Other => Grade::OtherSide,
        }
    }

    /// The event as a finding cites it.
    pub fn cite(&self, event: &Event<'f>) -> Cite {
        let voice = match self.voice(event) {
            Voice::Party(root) => root.to_owned(),
            Voice::Press(family) => self.facts.family_name(family).to_owned(),
        };
        Cite { event: event.id, published: event.published, voice }
    }
}

fn address(actor: &Actor) -> usize {
    std::ptr::from_ref(actor).addr()
}
