//! One host: what waits for it, and when it may be asked.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound::{Excluded, Unbounded};
use std::time::Duration;

use jiff::Timestamp;

use crate::backoff::{DAY, HOUR, Jitter, ROBOTS, between, later};
use crate::hosts::Turn;
use crate::place::Place;

/// A Crawl-delay beyond this is taken as this.
const LONGEST_DELAY: Duration = HOUR;
/// A robots.txt that cannot be had for so long counts as none (RFC 9309, 2.3.1.4).
const UNREACHABLE: Duration = DAY.saturating_mul(30);

/// A listing to be asked: the source's number, the address and how far it is from the source's own.
pub(crate) type Errand = (usize, String, u8);

/// What can be started at a host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Pick {
    Listing(Timestamp, Errand),
    Item { ready: Timestamp, source: usize, number: u64 },
}

/// One host and its queues.
#[derive(Debug)]
pub(crate) struct Host {
    pub(crate) place: Place,
    /// Whether a request is out.
    pub(crate) busy: bool,
    /// End of the pause after the last request.
    free: Timestamp,
    /// Until when the host asked to be left alone.
    pub(crate) held: Timestamp,
    refusals: u32,
    pub(crate) robots: Robots,
    pub(crate) listings: BTreeSet<(Timestamp, Errand)>,
    pub(crate) items: BTreeMap<usize, BTreeSet<(Timestamp, u64)>>,
    /// The source whose item was started last.
    last: usize,
    /// Where it stands among the open hosts, if it is open.
    pub(crate) turn: Option<Turn>,
    /// Which start in all was the last at this host.
    pub(crate) served: u64,
}

/// Whether a host's robots.txt is known; its rules are with the driver.
#[derive(Debug)]
pub(crate) struct Robots {
    until: Timestamp,
    delay: Duration,
    failures: u32,
    since: Option<Timestamp>,
}

impl Robots {
    pub(crate) fn is_known(&self, now: Timestamp) -> bool {
        self.until > now
    }
}

impl Host {
    pub(crate) fn new(place: Place) -> Self {
        let until = if place.is_nowhere() { Timestamp::MAX } else { Timestamp::MIN };
        Self {
            place,
            busy: false,
            free: Timestamp::MIN,
            held: Timestamp::MIN,
            refusals: 0,
            robots: Robots { until, delay: Duration::ZERO, failures: 0, since: None },
            listings: BTreeSet::new(),
            items: BTreeMap::new(),
            last: 0,
            turn: None,
            served: 0,
        }
    }

    /// When something may start here; none while a request is out or nothing waits.
    pub(crate) fn opens(&self) -> Option<Timestamp> {
        let items = self.items.values().filter_map(|queue| queue.first()).map(|(ready, _)| *ready);
        let first = self.listings.first().map(|(ready, _)| *ready).into_iter().chain(items).min();
        first.filter(|_| !self.busy).map(|first| first.max(self.free).max(self.held))
    }

    /// Whether nothing would be forgotten with this host.
    pub(crate) fn is_idle(&self, now: Timestamp) -> bool {
        let waits = self.busy || !self.listings.is_empty() || !self.items.is_empty();
        !waits && self.free.max(self.held).max(self.robots.until) <= now
    }

    pub(crate) fn has_listing(&self, now: Timestamp) -> bool {
        self.listings.first().is_some_and(|(ready, _)| *ready <= now)
    }

    /// What comes next: listings before items, items of the sources in turn; `may` says whether a source may have one more out.
    pub(crate) fn pick(&self, now: Timestamp, may: impl Fn(usize) -> bool) -> Option<Pick> {
        let mut ripe = self.listings.iter().take_while(|(ready, _)| *ready <= now);
        if let Some((ready, errand)) = ripe.find(|(_, (source, _, depth))| *depth == 0 || may(*source)) {
            return Some(Pick::Listing(*ready, errand.clone()));
        }
        let after = self.items.range((Excluded(self.last), Unbounded));
        after.chain(self.items.range(..=self.last)).find_map(|(&source, queue)| {
            let (ready, number) = *queue.first().filter(|(ready, _)| *ready <= now && may(source))?;
            Some(Pick::Item { ready, source, number })
        })
    }

    /// Takes what was picked out of its queue.
    pub(crate) fn take(&mut self, pick: &Pick) {
        match pick {
            Pick::Listing(ready, errand) => {
                self.listings.remove(&(*ready, errand.clone()));
            }
            Pick::Item { ready, source, number } => {
                self.last = *source;
                self.drop_item(*source, *ready, *number);
            }
        }
    }

    pub(crate) fn add_item(&mut self, source: usize, ready: Timestamp, number: u64) {
        self.items.entry(source).or_default().insert((ready, number));
    }

    pub(crate) fn drop_item(&mut self, source: usize, ready: Timestamp, number: u64) {
        if let Some(queue) = self.items.get_mut(&source) {
            queue.remove(&(ready, number));
            if queue.is_empty() {
                self.items.remove(&source);
            }
        }
    }

    /// A request ended: the pause begins, if one was made at all.
    pub(crate) fn freed(&mut self, requested: bool, pause: Duration, now: Timestamp) {
        self.busy = false;
        if requested && !self.place.is_nowhere() {
            self.free = later(now, pause.max(self.robots.delay));
        }
    }

    pub(crate) fn answered(&mut self) {
        self.refusals = 0;
    }

    /// Leaves the host alone, for as long as it says or as the refusals in a row advise; says until when.
    pub(crate) fn refused(&mut self, wait: Option<Duration>, now: Timestamp, jitter: Jitter) -> Timestamp {
        self.refusals = self.refusals.saturating_add(1);
        let advised = || crate::backoff::TRANSIENT.wait(self.refusals, &self.place.host, jitter);
        let wait = wait.map_or_else(advised, |wait| wait.min(DAY));
        self.held = self.held.max(later(now, wait));
        self.held
    }

    pub(crate) fn robots_known(&mut self, delay: Option<Duration>, now: Timestamp) {
        let delay = delay.unwrap_or_default().min(LONGEST_DELAY);
        self.robots = Robots { until: later(now, DAY), delay, failures: 0, since: None };
    }

    /// The robots.txt could not be had: nothing is asked until it can be, or has long been unreachable. A wait that the
    /// host itself asked for stands.
    pub(crate) fn robots_failed(&mut self, now: Timestamp, jitter: Jitter) {
        let robots = &mut self.robots;
        robots.failures = robots.failures.saturating_add(1);
        if between(*robots.since.get_or_insert(now), now) >= UNREACHABLE {
            (robots.until, robots.delay) = (later(now, DAY), Duration::ZERO);
        } else if self.held <= now {
            self.held = later(now, ROBOTS.wait(robots.failures, &self.place.host, jitter));
        }
    }
}
