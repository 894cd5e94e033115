//! All hosts, and which of them may be asked next.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound::{Excluded, Unbounded};

use jiff::Timestamp;

use crate::host::{Errand, Host};
use crate::place::Place;

/// Where a host stands among those that may be asked: those with a listing first, then those that were served longest ago.
pub(crate) type Turn = (bool, u64, String);

/// Hosts by name. Those that open later are on an agenda, those that are open stand in turn.
#[derive(Debug)]
pub(crate) struct Hosts {
    by_name: BTreeMap<String, Host>,
    agenda: BTreeSet<(Timestamp, String)>,
    turns: BTreeSet<Turn>,
    now: Timestamp,
    /// Idle hosts are forgotten when there are more than this.
    many: usize,
}

impl Hosts {
    pub(crate) fn new() -> Self {
        let (by_name, agenda, turns) = (BTreeMap::new(), BTreeSet::new(), BTreeSet::new());
        Self { by_name, agenda, turns, now: Timestamp::MIN, many: 64 }
    }

    pub(crate) fn get(&self, name: &str) -> Option<&Host> {
        self.by_name.get(name)
    }

    /// Changes a host and where it stands.
    pub(crate) fn edit<R>(&mut self, name: &str, change: impl FnOnce(&mut Host) -> R) -> Option<R> {
        let host = self.by_name.get_mut(name)?;
        if let Some(turn) = host.turn.take() {
            self.turns.remove(&turn);
        } else if let Some(at) = host.opens() {
            self.agenda.remove(&(at, name.to_owned()));
        }
        let result = change(host);
        match host.opens() {
            Some(at) if at <= self.now => {
                let turn = (!host.has_listing(self.now), host.served, name.to_owned());
                host.turn = Some(turn.clone());
                self.turns.insert(turn);
            }
            Some(at) => _ = self.agenda.insert((at, name.to_owned())),
            None => {}
        }
        Some(result)
    }

    fn at(&mut self, place: Place, change: impl FnOnce(&mut Host)) {
        let name = place.host.clone();
        self.by_name.entry(name.clone()).or_insert_with(|| Host::new(place));
        self.edit(&name, change);
    }

    pub(crate) fn add_listing(&mut self, ready: Timestamp, errand: Errand) {
        self.at(Place::of(&errand.1), |host| {
            host.listings.insert((ready, errand));
        });
    }

    pub(crate) fn add_item(&mut self, place: Place, source: usize, ready: Timestamp, number: u64) {
        self.at(place, |host| host.add_item(source, ready, number));
    }

    /// Leaves a host alone until then, as it asked before a restart.
    pub(crate) fn hold(&mut self, place: Place, until: Timestamp) {
        self.at(place, |host| host.held = host.held.max(until));
    }

    /// Goes on to an instant: hosts that open take their turns.
    pub(crate) fn advance(&mut self, now: Timestamp) {
        self.now = now;
        while let Some((_, name)) = self.agenda.first().filter(|(at, _)| *at <= now).cloned() {
            self.edit(&name, |_| ());
        }
        if self.by_name.len() > self.many {
            self.by_name.retain(|_, host| !host.is_idle(now));
            self.many = (self.by_name.len() * 2).max(64);
        }
    }

    /// The open host whose turn comes after another's.
    pub(crate) fn after(&self, turn: Option<&Turn>) -> Option<Turn> {
        let from = turn.map_or(Unbounded, Excluded);
        self.turns.range::<Turn, _>((from, Unbounded)).next().cloned()
    }

    /// When the next host opens; with `already` also one that is open.
    pub(crate) fn opens(&self, already: bool) -> Option<Timestamp> {
        let open = (already && !self.turns.is_empty()).then_some(self.now);
        open.or_else(|| self.agenda.first().map(|(at, _)| *at))
    }

    /// Whether a host made those who ask it wait.
    pub(crate) fn holds(&self, name: &str, now: Timestamp) -> bool {
        self.by_name.get(name).is_some_and(|host| host.held > now)
    }
}
