//! Who did what towards whom, told by whom.

use std::collections::{BTreeSet, HashMap};

use jiff::civil::Date;
use saydo_facts::{Actor, Event};
use saydo_watch::Side;

use super::sort::{Sort, sort};
use crate::day::number;
use crate::sorted::At;
use crate::{Scene, Voice};

/// All tellings that count, those of one voice about one day and code beside each other, oldest days first.
pub(super) struct Tally<'f> {
    pub(super) tellings: Vec<Telling>,
    /// Codes of parties; the subject's side is the first.
    pub(super) parties: Vec<&'f str>,
    /// Where each party stands in the order in which the facts name them.
    pub(super) order: Vec<u64>,
}

/// That an event was told.
#[derive(Clone, Copy, Debug)]
pub(super) struct Telling {
    pub(super) at: At,
    pub(super) pair: (u16, u16),
    /// The number of its day.
    pub(super) day: i32,
    pub(super) sort: Sort,
    pub(super) family: u32,
    /// Which doing it tells: pair, kind, day, code and voice.
    doing: u32,
}

/// The tellings of any day.
#[derive(Debug, Default)]
pub(crate) struct Tellings {
    all: Vec<Telling>,
    /// The place among the actors of the first one of each party; nobody for the subject's side.
    parties: Vec<Option<u32>>,
    /// The events that may be the first to name each party.
    named: Vec<Vec<Naming>>,
}

/// That an event names a party, with its place in the order of the facts.
#[derive(Clone, Copy, Debug)]
struct Naming {
    at: At,
    nth: u8,
    day: i32,
    /// The day of publication; `None` for a revision, which may not count where earlier reports do.
    published: Option<Date>,
}

impl Telling {
    /// Whether it is the same doing told by the same voice.
    pub(super) fn repeats(&self, other: &Self) -> bool {
        self.doing == other.doing
    }
}

impl<'f> Tally<'f> {
    /// The events between the subject's side and others, from the first day that was read: what a report recalls of
    /// the years before is no part of it.
    pub(super) fn of(scene: &Scene<'f>, first: Option<Date>) -> Self {
        let all = scene.sorted.tellings.get_or_init(|| Tellings::of(scene));
        let first = number(first.unwrap_or(scene.as_of));
        let counts = |at: At, day: i32| day >= first && scene.counts(at);
        let subject = scene.watch.subject.first().map_or("", String::as_str);
        let code = |at: u32| scene.facts.actors().get(at as usize).and_then(Actor::root).unwrap_or_default();
        let order = |named: &Vec<Naming>| {
            let first = named.iter().find(|naming| counts(naming.at, naming.day));
            first.map_or(u64::MAX, |naming| u64::from(naming.at.event) << 8 | u64::from(naming.nth))
        };
        Self {
            tellings: all.all.iter().filter(|t| counts(t.at, t.day)).copied().collect(),
            parties: all.parties.iter().map(|at| at.map_or(subject, code)).collect(),
            order: std::iter::once(0).chain(all.named.iter().skip(1).map(order)).collect(),
        }
    }
}

impl Tellings {
    fn of(scene: &Scene<'_>) -> Self {
        let mut counter = Counter::new(scene);
        for event in scene.sorted.every(scene.facts) {
            counter.take(&event);
        }
        counter.sorted()
    }
}

struct Counter<'s, 'f> {
    scene: &'s Scene<'f>,
    tellings: Tellings,
    /// Code and voice of each telling.
    told: Vec<(u32, u32)>,
    /// The party of each actor that was asked for; `None` for those that are of none.
    known: HashMap<usize, Option<u16>>,
    numbers: HashMap<&'f str, u16>,
    voices: HashMap<Voice<'f>, u32>,
    codes: HashMap<&'f str, u32>,
    pairs: Vec<(u16, u16)>,
}

impl<'s, 'f> Counter<'s, 'f> {
    fn new(scene: &'s Scene<'f>) -> Self {
        Self {
            scene,
            tellings: Tellings { all: Vec::new(), parties: vec![None], named: vec![Vec::new()] },
            told: Vec::new(),
            known: HashMap::new(),
            numbers: HashMap::new(),
            voices: HashMap::new(),
            codes: HashMap::new(),
            pairs: Vec::new(),
        }
    }

    fn take(&mut self, event: &Event<'f>) {
        let day = number(event.day());
        if !self.finds_pairs(event, day) {
            return;
        }
        let Some(sort) = sort(self.scene, event) else {
            return;
        };
        let code = event.cameo().or(event.plover().map(saydo_codebook::Plover::name)).unwrap_or_default();
        let voice = next(&mut self.voices, self.scene.voice(event));
        let code = next(&mut self.codes, code);
        let (at, family) = (At::of(event), event.report.family.0);
        for &pair in &self.pairs {
            self.tellings.all.push(Telling { at, pair, day, sort, family, doing: 0 });
            self.told.push((code, voice));
        }
    }

    /// Finds who acts towards whom, each pair once; only pairs with the subject's side at one end count.
    fn finds_pairs(&mut self, event: &Event<'f>, day: i32) -> bool {
        self.pairs.clear();
        let mut nth = 0;
        for actor in event.actors() {
            let Some(from) = self.party(actor, event, day, &mut nth) else {
                continue;
            };
            for recipient in event.recipients() {
                let Some(to) = self.party(recipient, event, day, &mut nth) else {
                    continue;
                };
                if (from == 0) != (to == 0) && !self.pairs.contains(&(from, to)) {
                    self.pairs.push((from, to));
                }
            }
        }
        !self.pairs.is_empty()
    }

    /// The number of an actor's party, which this event names.
    fn party(&mut self, actor: &'f Actor, event: &Event<'f>, day: i32, nth: &mut u8) -> Option<u16> {
        let at = self.scene.facts.actor_at(actor)?;
        let party = self.party_of(actor, at)?;
        if party != 0 {
            self.name(party, event, day, *nth);
        }
        *nth = nth.saturating_add(1);
        Some(party)
    }

    fn party_of(&mut self, actor: &'f Actor, at: usize) -> Option<u16> {
        if let Some(&known) = self.known.get(&at) {
            return known;
        }
        let found = match self.scene.side(actor) {
            Side::Subject => Some(0),
            _ => actor.root().and_then(|root| self.number_of(root, at)),
        };
        self.known.insert(at, found);
        found
    }

    /// Notes that an event names a party, unless one before it does whenever this one counts.
    fn name(&mut self, party: u16, event: &Event<'f>, day: i32, nth: u8) {
        let whole = event.report.valid_from.is_none() && event.report.superseded.is_none();
        let published = Some(event.published).filter(|_| whole);
        let named = &mut self.tellings.named[usize::from(party)];
        let before = |n: &Naming| n.day >= day && n.published.is_some_and(|p| p <= event.published);
        if !named.iter().any(before) {
            named.push(Naming { at: At::of(event), nth, day, published });
        }
    }

    fn number_of(&mut self, root: &'f str, at: usize) -> Option<u16> {
        if let Some(&number) = self.numbers.get(root) {
            return Some(number);
        }
        let next = u16::try_from(self.tellings.parties.len()).ok()?;
        self.tellings.parties.push(Some(at as u32));
        self.tellings.named.push(Vec::new());
        self.numbers.insert(root, next);
        Some(next)
    }

    /// The tellings by pair, kind, day, code and voice, the last two by name, so that any facts give one order.
    fn sorted(self) -> Tellings {
        let (scene, mut tellings) = (self.scene, self.tellings);
        let codes = ranks(self.codes.into_iter().map(|(code, n)| ((false, code), n)));
        let voices = ranks(self.voices.into_iter().map(|(voice, n)| match voice {
            Voice::Party(party) => ((false, party), n),
            Voice::Press(family) => ((true, scene.facts.family_name(family)), n),
        }));
        let key = |at: usize| {
            let (telling, (code, voice)) = (&tellings.all[at], self.told[at]);
            let told = (codes[code as usize], voices[voice as usize]);
            (telling.pair, telling.sort.deed, telling.day, told)
        };
        let mut order: Vec<usize> = (0..tellings.all.len()).collect();
        order.sort_by_key(|&at| key(at));
        let mut all: Vec<Telling> = Vec::with_capacity(order.len());
        for doing in order.chunk_by(|&a, &b| key(a) == key(b)) {
            let number = all.last().map_or(0, |last| last.doing + 1);
            all.extend(doing.iter().map(|&at| Telling { doing: number, ..tellings.all[at] }));
        }
        tellings.all = all;
        tellings
    }
}

fn next<K: std::hash::Hash + Eq>(numbers: &mut HashMap<K, u32>, of: K) -> u32 {
    let next = numbers.len() as u32;
    *numbers.entry(of).or_insert(next)
}

/// For each number the place of its name among all names.
fn ranks<'n>(named: impl Iterator<Item = ((bool, &'n str), u32)>) -> Vec<u32> {
    let sorted: BTreeSet<((bool, &str), u32)> = named.collect();
    let mut ranks = vec![0; sorted.len()];
    for (rank, (_, number)) in sorted.into_iter().enumerate() {
        ranks[number as usize] = rank as u32;
    }
    ranks
}
