//! Who did what towards whom, told by whom: one pass over the events of a scene.

use std::collections::HashMap;
use std::ptr;

use jiff::ToSpan;
use jiff::civil::Date;
use saydo_facts::{Actor, Event};
use saydo_watch::Side;

use super::sort::{Sort, sort};
use crate::day::days;
use crate::{Scene, Voice};

/// All tellings, those of one voice about one day and code beside each other.
pub(super) struct Tally<'f> {
    pub(super) first: Date,
    pub(super) tellings: Vec<Telling>,
    /// Codes of parties; the subject's side is the first.
    pub(super) parties: Vec<&'f str>,
    /// The events of the last week, for citations.
    pub(super) recent: Vec<Event<'f>>,
}

/// That an event was told.
#[derive(Clone, Copy, Debug)]
pub(super) struct Telling {
    key: u128,
    pub(super) pair: (u16, u16),
    pub(super) day: i32,
    pub(super) sort: Sort,
    pub(super) family: u32,
    pub(super) recent: Option<u32>,
}

impl Telling {
    /// Whether it is the same doing told by the same voice.
    pub(super) fn repeats(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl<'f> Tally<'f> {
    /// The events between the subject's side and others, from the first day that was read: what a report recalls of
    /// the years before is no part of it.
    pub(super) fn of(scene: &Scene<'f>, first: Option<Date>) -> Self {
        let first = first.unwrap_or(scene.as_of);
        let mut counter = Counter::new(scene, first);
        for event in scene.events() {
            counter.take(&event);
        }
        counter.tally.tellings.sort_by_key(|telling| telling.key);
        counter.tally
    }
}

struct Counter<'s, 'f> {
    scene: &'s Scene<'f>,
    tally: Tally<'f>,
    week: Date,
    known: HashMap<*const Actor, Option<u16>>,
    parties: HashMap<&'f str, u16>,
    voices: HashMap<Voice<'f>, u32>,
    codes: HashMap<&'f str, u32>,
    pairs: Vec<(u16, u16)>,
}

impl<'s, 'f> Counter<'s, 'f> {
    fn new(scene: &'s Scene<'f>, first: Date) -> Self {
        let subject = scene.watch.subject.first().map_or("", String::as_str);
        let tally = Tally { first, tellings: Vec::new(), parties: vec![subject], recent: Vec::new() };
        let week = scene.as_of.saturating_sub((super::cover::WEEK - 1).days());
        Self {
            scene,
            tally,
            week,
            known: HashMap::new(),
            parties: HashMap::new(),
            voices: HashMap::new(),
            codes: HashMap::new(),
            pairs: Vec::new(),
        }
    }

    fn take(&mut self, event: &Event<'f>) {
        let day = event.day();
        if day < self.tally.first || !self.finds_pairs(event) {
            return;
        }
        let Some(sort) = sort(self.scene, event) else { return };
        let code = event.cameo().or(event.plover().map(saydo_codebook::Plover::name)).unwrap_or_default();
        let voice = number(&mut self.voices, self.scene.voice(event));
        let code = number(&mut self.codes, code);
        let recent = (day >= self.week).then(|| {
            self.tally.recent.push(*event);
            self.tally.recent.len() as u32 - 1
        });
        let day = days(self.tally.first, day);
        for &pair in &self.pairs {
            let key = key(pair, sort.deed, day, code, voice);
            let family = event.report.family.0;
            self.tally.tellings.push(Telling { key, pair, day, sort, family, recent });
        }
    }

    /// Finds who acts towards whom, each pair once; only pairs with the subject's side at one end count.
    fn finds_pairs(&mut self, event: &Event<'f>) -> bool {
        self.pairs.clear();
        for actor in event.actors() {
            let Some(from) = self.party(actor) else { continue };
            for recipient in event.recipients() {
                let Some(to) = self.party(recipient) else { continue };
                if (from == 0) != (to == 0) && !self.pairs.contains(&(from, to)) {
                    self.pairs.push((from, to));
                }
            }
        }
        !self.pairs.is_empty()
    }

    /// The number of an actor's party. An actor stands once in the facts, so that its address tells it.
    fn party(&mut self, actor: &'f Actor) -> Option<u16> {
        if let Some(&known) = self.known.get(&ptr::from_ref(actor)) {
            return known;
        }
        let found = match self.scene.side(actor) {
            Side::Subject => Some(0),
            _ => actor.root().and_then(|root| self.number_of(root)),
        };
        self.known.insert(ptr::from_ref(actor), found);
        found
    }

    fn number_of(&mut self, root: &'f str) -> Option<u16> {
        if let Some(&number) = self.parties.get(root) {
            return Some(number);
        }
        let next = u16::try_from(self.tally.parties.len()).ok()?;
        self.tally.parties.push(root);
        self.parties.insert(root, next);
        Some(next)
    }
}

fn number<K: std::hash::Hash + Eq>(numbers: &mut HashMap<K, u32>, of: K) -> u32 {
    let next = numbers.len() as u32;
    *numbers.entry(of).or_insert(next)
}

/// One number for pair, kind, day, code and voice, in this order, so that equal ones lie together once sorted.
fn key(pair: (u16, u16), deed: bool, day: i32, code: u32, voice: u32) -> u128 {
    let pair = u128::from(pair.0) << 112 | u128::from(pair.1) << 96;
    pair | u128::from(deed) << 88
        | (day as u128 & 0xff_ffff) << 64
        | u128::from(code) << 32
        | u128::from(voice)
}
