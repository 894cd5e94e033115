//! What a listing's answer does to its source.

use std::time::Duration;

use jiff::Timestamp;

use crate::backlog::Offered;
use crate::host::Errand;
use crate::place::Place;
use crate::rhythm::instant;
use crate::state::{Further, Validators};
use crate::track::{Moment, Plan, Track};
use crate::when::{self, Signs};
use crate::{Listed, SourceKind};

/// Further pages and sitemaps that are asked in one round.
const FURTHER: usize = 50;
/// How many may wait over several rounds.
const LEFT: usize = 200;
/// How far they may be from the source's own address.
const DEPTH: u8 = 3;

impl Track {
    /// A listing came with content.
    pub(crate) fn listed(&mut self, errand: &Errand, mut listed: Listed, at: &Moment) -> Plan {
        self.answered(errand, at.now);
        listed.next.truncate(FURTHER);
        let found = std::mem::take(&mut listed.found);
        let offered = self.state.pending.offer(found, &at.policy, at.now);
        self.note_times(&offered, &listed, at.now);
        let news = !offered.new.is_empty() || !offered.whole || listed.taken > 0;
        self.keep_validators(errand, &listed, offered.whole);
        let mut plan = Plan { listings: self.go_on(errand, &listed.next, at.now), items: offered.new };
        if errand.2 == 0 {
            self.learn(&listed, news);
            self.owed = self.turn(&listed);
            let due = if self.owed { at.now } else { self.due_again(listed.is_conditional(), at) };
            plan.listings.push(self.ask_again(errand.0, due));
        } else {
            self.state.news |= news;
        }
        plan
    }

    /// A listing said that nothing changed; the sitemaps of an index may have all the same.
    pub(crate) fn unchanged(
        &mut self,
        errand: &Errand,
        fresh: Option<Duration>,
        moved: Option<&String>,
        at: &Moment,
    ) -> Plan {
        self.answered(errand, at.now);
        let next = self.state.listings.get(&errand.1).map(|kept| kept.next.clone()).unwrap_or_default();
        let mut listings = self.go_on(errand, &next, at.now);
        if errand.2 == 0 {
            self.state.fresh = fresh.or(self.state.fresh);
            if let Some(moved) = moved {
                self.follow(moved);
            }
            let due = self.due_again(true, at);
            listings.push(self.ask_again(errand.0, due));
        }
        Plan { listings, items: Vec::new() }
    }

    fn answered(&mut self, errand: &Errand, now: Timestamp) {
        self.hard = true;
        (self.state.asked, self.state.answered) = (Some(now), Some(now));
        self.state.left.remove(&errand.1);
        if errand.2 == 0 {
            self.owed = false;
            (self.state.errors, self.state.error) = (0, None);
        }
    }

    fn note_times(&mut self, offered: &Offered, listed: &Listed, now: Timestamp) {
        let time =
            |published: Option<&String>| published.and_then(|published| instant(published)).unwrap_or(now);
        let new = offered.new.iter().filter_map(|number| self.state.pending.get(*number));
        let mut times: Vec<_> = new.map(|waiting| time(waiting.item.published.as_ref())).collect();
        let newest = listed.newest.as_ref();
        if listed.taken > 0 {
            times.push(time(newest));
        } else if offered.whole {
            times.extend(newest.and_then(|newest| instant(newest)));
        }
        self.state.rhythm.note(times, now);
    }

    /// Validators are kept only where all that they cover is in the ledger or pending.
    fn keep_validators(&mut self, errand: &Errand, listed: &Listed, whole: bool) {
        let next = match listed.kind.unwrap_or(self.state.kind) {
            SourceKind::Sitemap => listed.next.clone(),
            _ => Vec::new(),
        };
        let (etag, last_modified) = (listed.etag.clone(), listed.last_modified.clone());
        self.state.listings.remove(&errand.1);
        if whole && listed.is_conditional() {
            self.state.listings.insert(errand.1.clone(), Validators { etag, last_modified, next });
        }
        if errand.2 == 0 {
            let round = |address: &String| *address == errand.1 || listed.next.contains(address);
            let deeper: Vec<String> =
                self.state.listings.values().flat_map(|kept| kept.next.clone()).collect();
            self.state.listings.retain(|address, _| round(address) || deeper.contains(address));
        }
    }

    /// Queues further pages and sitemaps, each once a round.
    fn go_on(&mut self, errand: &Errand, next: &[String], now: Timestamp) -> Vec<(Timestamp, Errand)> {
        let (number, _, depth) = errand;
        let mut listings = Vec::new();
        for address in next {
            let room = *depth < DEPTH && self.round.len() <= FURTHER && self.state.left.len() < LEFT;
            if room && self.round.insert(address.clone()) && !self.state.left.contains_key(address) {
                let further = Further { depth: depth + 1, tries: 0, ready: now, tried: false };
                self.state.left.insert(address.clone(), further);
                listings.push((now, (*number, address.clone(), depth + 1)));
            }
        }
        listings
    }

    fn learn(&mut self, listed: &Listed, news: bool) {
        let state = &mut self.state;
        let news = news || std::mem::take(&mut state.news);
        state.bare = (!listed.is_conditional()).then(|| when::bare(state.bare, news));
        (state.fresh, state.pace) = (listed.fresh, listed.pace.clone());
        state.kind = listed.kind.unwrap_or(state.kind);
        state.publisher = listed.publisher.clone().or(state.publisher.take());
    }

    /// Follows a move, or a page to the listing that it names; the latter once, and says so.
    fn turn(&mut self, listed: &Listed) -> bool {
        if let Some(moved) = &listed.moved {
            self.follow(moved);
        }
        let named = listed.turned.as_ref().filter(|_| !self.state.turned);
        let Some((kind, address)) = named.filter(|(_, address)| self.leads_on(address)) else { return false };
        self.state.forget_way(&self.spec);
        (self.state.kind, self.state.turned) = (*kind, true);
        self.state.address = Some(address.clone());
        true
    }

    fn follow(&mut self, moved: &str) {
        if self.leads_on(moved) {
            let from = self.address().to_owned();
            let kept = self.state.listings.remove(&from);
            kept.map(|kept| self.state.listings.insert(moved.to_owned(), kept));
            self.state.address = Some(moved.to_owned()).filter(|moved| *moved != self.spec.address);
        }
    }

    fn leads_on(&self, address: &str) -> bool {
        address != self.address() && !Place::of(address).is_nowhere()
    }

    fn due_again(&self, validators: bool, at: &Moment) -> Timestamp {
        let state = &self.state;
        let (every, bare) = (self.spec.every, state.bare.unwrap_or_default());
        let (pause, shortest) = (at.policy.pause, at.policy.shortest);
        let signs = Signs { every, fresh: state.fresh, pace: &state.pace, validators, bare, pause, shortest };
        when::due(at.now, &signs, &self.spec.address, at.jitter)
    }

    fn ask_again(&mut self, number: usize, due: Timestamp) -> (Timestamp, Errand) {
        self.state.due = due;
        (due, (number, self.address().to_owned(), 0))
    }
}
