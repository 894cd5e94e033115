//! What events tell as done or not done, sorted by act, so that a word finds its evidence without reading all of them.

use std::collections::{HashMap, HashSet};

use jiff::ToSpan;
use jiff::civil::Date;
use saydo_facts::{Actor, Event};
use saydo_standing::Standing;

use super::act::Acts;
use super::draft::Draft;
use super::{bears, count};
use crate::Scene;

/// An event that tells that an act is done, or that it is not.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Seen<'f> {
    pub(crate) event: Event<'f>,
    /// Told as done; else as not done.
    pub(crate) done: bool,
    /// Whether it is the acting side's own word, or is yet to come; such an event is no evidence, but it can overtake
    /// the side's earlier word.
    pub(crate) word_only: bool,
}

/// What is told of acts, the oldest first: of each act by each actor, and of those that are counted by anybody.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index<'f> {
    counted: HashMap<&'static str, Vec<Seen<'f>>>,
    by_actor: HashMap<(&'static str, &'f str), Vec<Seen<'f>>>,
}

/// Where events are listed that name no state or organisation as their actor.
const NOBODY: &str = "";

impl<'f> Index<'f> {
    /// What the scene's events tell that can speak to one of these words.
    pub(crate) fn of(scene: &Scene<'f>, words: &[Draft<'f>]) -> Self {
        let mut index = Self::default();
        let Some(first) = words.iter().map(Draft::said).min() else { return index };
        let doers: HashSet<&'f str> = words.iter().flat_map(Draft::doers).chain([NOBODY]).collect();
        let first = first.saturating_sub(count::BASE_DAYS.days());
        for event in scene.events().filter(|event| event.published >= first) {
            let acts = Acts::shipped().of(&event);
            let Some((done, word_only)) = told(scene, &event).filter(|_| !acts.is_empty()) else { continue };
            let leaves = acts.iter().any(|a| a.0 == "withdrawal");
            // An exercise that is moved away from a place is none there.
            for (act, _) in acts.into_iter().filter(|a| !(leaves && a.0 == "exercise")) {
                index.take(act, Seen { event, done, word_only }, &doers);
            }
        }
        for seen in index.counted.values_mut().chain(index.by_actor.values_mut()) {
            seen.sort_by_key(|s| (s.event.published, s.event.id));
        }
        index
    }

    fn take(&mut self, act: &'static str, seen: Seen<'f>, doers: &HashSet<&'f str>) {
        if bears::is_counted(act) {
            self.counted.entry(act).or_default().push(seen);
        }
        let mut roots: Vec<&'f str> = seen.event.actors().filter_map(Actor::root).collect();
        roots.sort_unstable();
        roots.dedup();
        if roots.is_empty() {
            roots.push(NOBODY);
        }
        for root in roots.into_iter().filter(|root| doers.contains(root)) {
            self.by_actor.entry((act, root)).or_default().push(seen);
        }
    }

    /// What is told of an act by one of `actors`, or by nobody who is named, in reports of `first` to `last`: a list for
    /// each of them.
    pub(crate) fn by(
        &self,
        act: &'static str,
        actors: &[&'f str],
        first: Date,
        last: Date,
    ) -> Vec<&[Seen<'f>]> {
        let mut roots = actors.to_vec();
        roots.push(NOBODY);
        roots.sort_unstable();
        roots.dedup();
        let lists = roots.into_iter().filter_map(|root| self.by_actor.get(&(act, root)));
        lists.map(|seen| within(seen, first, last)).collect()
    }

    /// What is told of an act that is counted, in reports of `first` to `last`.
    pub(crate) fn counted(&self, act: &str, first: Date, last: Date) -> &[Seen<'f>] {
        within(self.counted.get(act).map_or(&[][..], Vec::as_slice), first, last)
    }
}

fn within<'s, 'f>(seen: &'s [Seen<'f>], first: Date, last: Date) -> &'s [Seen<'f>] {
    let start = seen.partition_point(|s| s.event.published < first);
    let end = seen.partition_point(|s| s.event.published <= last);
    &seen[start..end.max(start)]
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
