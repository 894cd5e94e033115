//! What events tell as done or not done, sorted by act, so that a word finds its evidence without reading all of them.

use std::borrow::Cow;
use std::collections::HashMap;

use jiff::civil::Date;
use saydo_facts::{Actor, Event};
use saydo_standing::Standing;

use super::act::Acts;
use super::bears;
use crate::Scene;
use crate::sorted::At;

/// An event that tells that an act is done, or that it is not.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Seen {
    pub(crate) at: At,
    pub(crate) published: Date,
    pub(crate) day: Date,
    /// Told as done; else as not done.
    pub(crate) done: bool,
    /// Whether it is the acting side's own word, or is yet to come; such an event is no evidence, but it can overtake
    /// the side's earlier word.
    pub(crate) word_only: bool,
}

/// What is told of an act on any day, the oldest first.
#[derive(Debug, Default)]
struct Told {
    seen: Vec<Seen>,
    /// Whether reports among them were replaced or replace others, and so do not count on every day after publication.
    revised: bool,
}

/// What is told of acts: of each act by each actor, and of those that are counted by anybody.
#[derive(Debug, Default)]
pub(crate) struct Index {
    counted: HashMap<&'static str, Told>,
    by_actor: HashMap<&'static str, HashMap<String, Told>>,
}

/// Whom the events of a list name as actors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Who {
    /// One of those that were asked for.
    Doer,
    /// No state or organisation.
    Nobody,
    /// Whomever.
    Anybody,
}

/// Where events are listed that name no state or organisation as their actor.
const NOBODY: &str = "";

impl Index {
    /// What events tell of acts on any day.
    pub(crate) fn of(scene: &Scene<'_>) -> Self {
        let mut index = Self::default();
        let mut acts = Vec::new();
        for event in scene.sorted.every(scene.facts) {
            let Some((done, word_only)) = told(scene, &event) else {
                continue;
            };
            Acts::shipped().find(&event, &mut acts);
            let leaves = acts.iter().any(|a| a.0 == "withdrawal");
            let seen =
                Seen { at: At::of(&event), published: event.published, day: event.day(), done, word_only };
            // An exercise that is moved away from a place is none there.
            for (act, _) in acts.iter().filter(|a| !(leaves && a.0 == "exercise")) {
                index.take(act, seen, &event);
            }
        }
        let lists = index.by_actor.values_mut().flat_map(HashMap::values_mut);
        for told in index.counted.values_mut().chain(lists) {
            let id = |seen: &Seen| scene.facts.event(seen.at.event as usize).map(|event| event.id);
            told.seen.sort_by_cached_key(|seen| (seen.published, id(seen)));
            told.seen.shrink_to_fit();
        }
        index
    }

    fn take(&mut self, act: &'static str, seen: Seen, event: &Event<'_>) {
        let revised = event.report.valid_from.is_some() || event.report.superseded.is_some();
        let add = |told: &mut Told| {
            told.seen.push(seen);
            told.revised |= revised;
        };
        if bears::is_counted(act) {
            add(self.counted.entry(act).or_default());
        }
        let mut roots: Vec<&str> = event.actors().filter_map(Actor::root).collect();
        roots.sort_unstable();
        roots.dedup();
        if roots.is_empty() {
            roots.push(NOBODY);
        }
        let by_actor = self.by_actor.entry(act).or_default();
        for root in roots {
            match by_actor.get_mut(root) {
                Some(told) => add(told),
                None => add(by_actor.entry(root.to_owned()).or_default()),
            }
        }
    }

    /// What is told of an act by one of `actors`, or by nobody who is named, in reports of `first` to `last`: a list for
    /// each of them.
    pub(crate) fn by<'s>(
        &'s self,
        scene: &Scene<'_>,
        act: &'static str,
        actors: &[&str],
        (first, last): (Date, Date),
    ) -> Vec<(Who, Cow<'s, [Seen]>)> {
        let mut roots = actors.to_vec();
        roots.push(NOBODY);
        roots.sort_unstable();
        roots.dedup();
        let Some(by_actor) = self.by_actor.get(act) else {
            return Vec::new();
        };
        let lists = roots.into_iter().filter_map(|root| Some((root, by_actor.get(root)?)));
        let who = |root: &str| if root == NOBODY { Who::Nobody } else { Who::Doer };
        lists.map(|(root, told)| (who(root), told.within(scene, first, last))).collect()
    }

    /// What is told of an act that is counted, in reports of `first` to `last`.
    pub(crate) fn counted<'s>(
        &'s self,
        scene: &Scene<'_>,
        act: &str,
        (first, last): (Date, Date),
    ) -> Cow<'s, [Seen]> {
        self.counted.get(act).map_or(Cow::default(), |told| told.within(scene, first, last))
    }
}

impl Told {
    /// What counts of it, in reports of `first` to `last`.
    fn within(&self, scene: &Scene<'_>, first: Date, last: Date) -> Cow<'_, [Seen]> {
        let last = last.min(scene.as_of);
        let start = self.seen.partition_point(|s| s.published < first);
        let end = self.seen.partition_point(|s| s.published <= last);
        let all = &self.seen[start..end.max(start)];
        if !self.revised {
            return Cow::Borrowed(all);
        }
        Cow::Owned(all.iter().filter(|seen| scene.counts(seen.at)).copied().collect())
    }
}

/// Whether an event tells an act as done, and whether only as somebody's word; `None` where it tells neither.
fn told(scene: &Scene<'_>, event: &Event<'_>) -> Option<(bool, bool)> {
    let standing = scene.standing(event);
    match (standing, event.negated()) {
        (Standing::Reported | Standing::Claimed, negated) => Some((!negated, false)),
        (Standing::Announced, negated) => Some((!negated, true)),
        // "They do not plan an attack" speaks against an alleged one, whoever says so.
        (Standing::Intended, true) => Some((false, true)),
        (Standing::Intended | Standing::Possible, false) if !event.hedged() => Some((true, true)),
        _ => None,
    }
}

/// Whether one of `doers` acts in an event; `None` where the event names nobody.
pub(crate) fn acts(event: &Event<'_>, doers: &[&str]) -> Option<bool> {
    let mut named = event.actors().filter_map(Actor::root).peekable();
    named.peek()?;
    Some(named.any(|root| doers.contains(&root)))
}
