//! What is said again is one word: openings put together by numbers alone, since a ledger of millions of events has a
//! hundred thousand of them, and only the words said last become drafts.
//!
//! An opening says a word again if the same side speaks of the same act of the same actor in the same place, at most 14
//! days after the word was last said.

use super::draft::{Draft, is_own};
use super::open::Openings;
use crate::{Scene, WordKind};

/// For how many days a repetition belongs to the word, counted from when it was last said.
const AGAIN: i32 = 14;

/// So many of the words said last are compared with what may say them again.
const LISTED: usize = 64;

/// What tells whether an opening says a word again, beside its keys, which are the same where act, denial, actor and the
/// name of a place are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Said {
    /// The place of its event in the facts.
    pub(super) event: u32,
    /// The number of the day on which it was said.
    pub(super) day: i32,
    /// Whether it is to be done on a day to come.
    pub(super) is_later: bool,
    pub(super) kind: WordKind,
    pub(super) sayer: Sayer,
    /// The number of those who are to talk; 0 for what is no talks.
    pub(super) parties: u32,
}

/// Who says it, as far as [`Scene::same_side`] asks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sayer {
    pub(super) is_subject: bool,
    pub(super) is_observer: bool,
    /// The number of the state or organisation; 0 for none.
    pub(super) root: u32,
}

impl Sayer {
    fn is_of_side(self, other: Self) -> bool {
        let root = self.root != 0 && self.root == other.root;
        (self.is_subject && other.is_subject) || (root && self.is_observer == other.is_observer)
    }
}

/// A word, as far as what may say it again is compared with it.
struct Thread {
    first: Said,
    said: i32,
    last_said: i32,
    is_later: bool,
    last_event: u32,
    /// The keys of its places.
    places: Vec<u32>,
    /// How many words the event that opened it opened before.
    nth: usize,
}

impl Thread {
    fn of(said: &Said, places: &[u32], nth: usize) -> Self {
        Self {
            first: *said,
            said: said.day,
            last_said: said.day,
            is_later: said.is_later,
            last_event: said.event,
            places: places.to_vec(),
            nth,
        }
    }

    /// Whether an opening of the same act, denial and actor says this word again, where it is not too late for that.
    fn is_said_again(&self, said: &Said, places: &[u32]) -> bool {
        self.is_same_kind(said)
            && self.is_same_place(said, places)
            && self.first.sayer.is_of_side(said.sayer)
            && self.first.parties == said.parties
    }

    /// What is promised for later is not said again by what is told as going on.
    fn is_same_kind(&self, said: &Said) -> bool {
        let kind = self.first.kind;
        kind == said.kind || (is_own(kind) && is_own(said.kind) && !self.is_later && !said.is_later)
    }

    fn is_same_place(&self, said: &Said, places: &[u32]) -> bool {
        match (self.places.is_empty(), places.is_empty()) {
            (true, true) => true,
            (false, false) => places.iter().any(|place| self.places.contains(place)),
            // Two reports of the first day on one announcement need not both say where.
            _ => self.said == said.day,
        }
    }

    fn take(&mut self, said: &Said, places: &[u32]) {
        self.said = self.said.min(said.day);
        self.last_said = self.last_said.max(said.day);
        self.is_later |= said.is_later;
        self.last_event = said.event;
        for place in places {
            if !self.places.contains(place) {
                self.places.push(*place);
            }
        }
    }
}

/// All words, with the openings that say each.
#[derive(Default)]
struct Joined {
    threads: Vec<Thread>,
    /// Word and opening, in the order of publication.
    taken: Vec<(u32, u32)>,
}

/// The drafts of the words said last, at most so many, in the order in which they were last said, and of one day in that
/// in which they were first said.
pub(super) fn newest<'f>(scene: &Scene<'f>, openings: &Openings, most: usize) -> Vec<Draft<'f>> {
    let joined = Joined::of(scene, openings);
    let mut order: Vec<u32> = (0..joined.threads.len() as u32).collect();
    order.sort_by_key(|&at| joined.threads[at as usize].last_said);
    order.drain(..order.len().saturating_sub(most));
    let mut places: Vec<Option<usize>> = vec![None; joined.threads.len()];
    for (place, at) in order.iter().enumerate() {
        places[*at as usize] = Some(place);
    }
    let mut drafts: Vec<Option<Draft<'f>>> = vec![None; order.len()];
    for (thread, opening) in joined.taken {
        let Some(place) = places[thread as usize] else { continue };
        let Some(opening) = openings.at(scene, opening as usize) else { continue };
        match &mut drafts[place] {
            Some(draft) => draft.take(&opening.event),
            none => *none = Some(Draft::new(&opening, joined.threads[thread as usize].nth)),
        }
    }
    drafts.into_iter().flatten().collect()
}

impl Joined {
    fn of(scene: &Scene<'_>, openings: &Openings) -> Self {
        let mut joined = Self::default();
        let mut open: Vec<Vec<u32>> = vec![Vec::new(); openings.key_count];
        let mut near = Vec::new();
        for (nth, said, keys) in openings.counted(scene) {
            let places = &keys[..keys.len() - 1];
            joined.near(&mut open, keys, said.day, &mut near);
            let again = |at: &u32| joined.threads[*at as usize].is_said_again(said, places);
            let at = match near.iter().copied().find(again) {
                Some(at) => joined.say_again(at, nth, said, places),
                None => joined.open(nth, said, places),
            };
            for &key in keys {
                let listed = &mut open[key as usize];
                if !listed.contains(&at) {
                    listed.push(at);
                }
            }
        }
        joined
    }

    /// The words that may be said again on a day, by the order in which they were opened: those about the same places, or
    /// of those without one.
    fn near(&self, open: &mut [Vec<u32>], keys: &[u32], day: i32, near: &mut Vec<u32>) {
        near.clear();
        for &key in keys {
            let listed = &mut open[key as usize];
            listed.retain(|&at| day - self.threads[at as usize].last_said <= AGAIN);
            // What is told of one day may name a place in one report and none in another.
            listed.drain(..listed.len().saturating_sub(LISTED));
            near.extend(listed.iter());
        }
        near.sort_unstable();
        near.dedup();
    }

    fn say_again(&mut self, at: u32, nth: usize, said: &Said, places: &[u32]) -> u32 {
        let thread = &mut self.threads[at as usize];
        if thread.last_event != said.event {
            thread.take(said, places);
            self.taken.push((at, nth as u32));
        }
        at
    }

    fn open(&mut self, nth: usize, said: &Said, places: &[u32]) -> u32 {
        let of_event = self.threads.iter().rev().take_while(|thread| thread.first.event == said.event);
        let before = of_event.count();
        let at = self.threads.len() as u32;
        self.threads.push(Thread::of(said, places, before));
        self.taken.push((at, nth as u32));
        at
    }
}
