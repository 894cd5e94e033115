//! The facts as one watch sees them on one day: which events count, who vouches for each, and which voices are one.

use std::sync::Arc;

use jiff::civil::Date;
use saydo_facts::{Actor, Event, Facts, FamilyId, Report};
use saydo_standing::Standing;
use saydo_watch::{Side, Watch};

use crate::sorted::{At, Sorted};
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
    /// What is the same on every day.
    pub(crate) sorted: Arc<Sorted>,
    /// Whether each report counts on the day.
    counted: Vec<bool>,
    /// Where each family stands among those that were read by the day, in the order of their first reports.
    families: Vec<u32>,
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
        Self::of(facts, watch, as_of, Arc::new(Sorted::of(facts, watch)))
    }

    /// The same with what was made of these facts and this watch for another day.
    pub(crate) fn of(facts: &'f Facts, watch: &'f Watch, as_of: Date, sorted: Arc<Sorted>) -> Self {
        let reports = facts.reports().iter().zip(&sorted.told);
        let counted = reports.map(|(report, told)| *told && report.counts(as_of)).collect();
        let mut scene = Self { facts, watch, as_of, sorted, counted, families: Vec::new() };
        scene.families = scene.families_read();
        scene
    }

    fn families_read(&self) -> Vec<u32> {
        let is_read = |r: &&Report| {
            r.published.is_none_or(|day| day <= self.as_of) && r.is_valid(self.as_of) && self.is_asked_for(r)
        };
        let (mut order, mut next) = (Vec::new(), 0);
        for report in self.facts.reports().iter().filter(is_read) {
            let family = report.family.0 as usize;
            order.resize(order.len().max(family + 1), u32::MAX);
            if order[family] == u32::MAX {
                order[family] = next;
                next += 1;
            }
        }
        order
    }

    /// Where a family stands among those that were read by the day, so that the same reports give the same order.
    pub(crate) fn family_order(&self, family: u32) -> u32 {
        self.families.get(family as usize).copied().unwrap_or(u32::MAX)
    }

    /// The events that count: published from the watch's first day to the day of the picture. Near-copies tell what
    /// their originals tell and are left out, unless the watch names its sources and the original may not be among them.
    pub fn events(&self) -> impl Iterator<Item = Event<'f>> + use<'_, 'f> {
        let reports = self.facts.by_report().filter(|(report, _)| self.counted[*report]);
        reports.flat_map(|(_, events)| events).filter_map(|at| self.facts.event(at))
    }

    /// Those of a sorted list that count, in its order.
    pub(crate) fn among<'s>(&'s self, list: &'s [At]) -> impl Iterator<Item = Event<'f>> + use<'s, 'f> {
        list.iter().filter(|at| self.counts(**at)).filter_map(|at| self.facts.event(at.event as usize))
    }

    /// Whether an event counts.
    pub(crate) fn counts(&self, at: At) -> bool {
        self.counted[at.report as usize]
    }

    /// Whether a report is one of the publishers that the watch names, and not published before its first day; one without
    /// a day may be.
    pub(crate) fn is_asked_for(&self, report: &Report) -> bool {
        self.sorted.is_asked_for(self.watch, report)
    }

    /// Who vouches for an event: the source of its statement; whom an official publisher speaks for; the party to
    /// whom the same report attributes the same deed, so that a headline without "says" is no second witness.
    /// `None` for the press and its unnamed sources.
    pub fn vouches(&self, event: &Event<'f>) -> Option<&'f Actor> {
        let witness = self.sorted.witnesses.get(event.at)?.checked_sub(1)?;
        self.facts.actors().get(witness as usize)
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
        let known = self.facts.actor_at(actor).and_then(|at| self.sorted.sides.get(at));
        known.copied().unwrap_or_else(|| self.watch.side(actor))
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
        let Some(witness) = self.vouches(event) else {
            return Grade::Press;
        };
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
