//! The items of a source that are not in the ledger yet.

use std::collections::BTreeMap;
use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::backoff::{HOUR, Jitter, TRANSIENT, between, later};
use crate::place::Place;
use crate::{Pending, Policy};

/// An item is not given up before so long after its first failure.
const PATIENCE: Duration = HOUR.saturating_mul(12);

/// An item that waits.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Waiting {
    pub(crate) item: Pending,
    /// When it may be tried.
    pub(crate) ready: Timestamp,
    /// When it first failed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    since: Option<Timestamp>,
    /// What went wrong last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) why: Option<String>,
    /// Whether it is given up.
    #[serde(default)]
    pub(crate) over: bool,
    #[serde(skip)]
    pub(crate) phase: Phase,
    /// Whether it was tried since the start.
    #[serde(skip)]
    pub(crate) tried: bool,
}

/// How far an item is in this run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Phase {
    #[default]
    Queued,
    Out,
    /// Got; waits to be settled.
    Handed,
}

impl Waiting {
    fn new(item: Pending, now: Timestamp) -> Self {
        let item = Pending { tries: 0, ..item };
        Self { item, ready: now, since: None, why: None, over: false, phase: Phase::Queued, tried: false }
    }

    /// Where it has to be asked for.
    pub(crate) fn place(&self) -> Place {
        match &self.item.address {
            Some(address) if !self.over => Place::of(address),
            _ => Place::nowhere(),
        }
    }

    /// Whether it could be tried now and was not since the start.
    pub(crate) fn is_untried(&self, now: Timestamp) -> bool {
        self.phase == Phase::Queued && !self.tried && self.ready <= now
    }

    /// Counts a try in vain; it is given up where that is for good, or was one too many.
    pub(crate) fn failed(
        &mut self,
        why: &str,
        lasting: bool,
        policy: &Policy,
        now: Timestamp,
        jitter: Jitter,
    ) {
        let since = *self.since.get_or_insert(now);
        self.item.tries = self.item.tries.saturating_add(1);
        self.over = lasting || (self.item.tries >= policy.tries && between(since, now) >= PATIENCE);
        self.why = Some(why.to_owned());
        let wait = TRANSIENT.wait(self.item.tries, &self.item.id, jitter);
        self.ready = if self.over { now } else { later(now, wait) };
        (self.phase, self.tried) = (Phase::Queued, !self.over);
    }
}

/// What waits, in the order in which it was taken up, each id once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Backlog {
    items: BTreeMap<u64, Waiting>,
    ids: BTreeMap<String, u64>,
    bytes: usize,
    taken: u64,
}

/// What became of the items of a listing.
pub(crate) struct Offered {
    /// The numbers of those taken up.
    pub(crate) new: Vec<u64>,
    /// Whether nothing had to be left for another time.
    pub(crate) whole: bool,
}

impl Backlog {
    pub(crate) fn len(&self) -> usize {
        self.items.len()
    }

    pub(crate) fn is_full(&self, policy: &Policy) -> bool {
        self.len() >= policy.pending.max(1) || self.bytes >= policy.pending_bytes
    }

    pub(crate) fn get(&self, number: u64) -> Option<&Waiting> {
        self.items.get(&number)
    }

    pub(crate) fn get_mut(&mut self, number: u64) -> Option<&mut Waiting> {
        self.items.get_mut(&number)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (u64, &Waiting)> {
        self.items.iter().map(|(number, waiting)| (*number, waiting))
    }

    /// Takes up what is new, oldest first, until the backlog is full.
    pub(crate) fn offer(&mut self, found: Vec<Pending>, policy: &Policy, now: Timestamp) -> Offered {
        let mut offered = Offered { new: Vec::new(), whole: true };
        for item in oldest_first(found) {
            if self.ids.contains_key(&item.id) {
                continue;
            }
            if self.is_full(policy) {
                offered.whole = false;
                break;
            }
            offered.new.push(self.push(Waiting::new(item, now)));
        }
        offered
    }

    fn push(&mut self, waiting: Waiting) -> u64 {
        self.taken += 1;
        self.bytes += waiting.item.bytes();
        self.ids.insert(waiting.item.id.clone(), self.taken);
        self.items.insert(self.taken, waiting);
        self.taken
    }

    /// Drops an item by its id.
    pub(crate) fn drop(&mut self, id: &str) -> Option<(u64, Waiting)> {
        let number = self.ids.remove(id)?;
        let waiting = self.items.remove(&number)?;
        self.bytes -= waiting.item.bytes();
        Some((number, waiting))
    }
}

/// Listings name the newest first, and the oldest leave them first.
fn oldest_first(mut found: Vec<Pending>) -> Vec<Pending> {
    found.reverse();
    if found.iter().all(|item| item.published.is_some()) {
        found.sort_by(|a, b| a.published.cmp(&b.published));
    }
    found
}

impl Serialize for Backlog {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(self.items.values())
    }
}

impl<'d> Deserialize<'d> for Backlog {
    fn deserialize<D: Deserializer<'d>>(from: D) -> Result<Self, D::Error> {
        let mut backlog = Self::default();
        for waiting in Vec::<Waiting>::deserialize(from)? {
            if !backlog.ids.contains_key(&waiting.item.id) {
                backlog.push(waiting);
            }
        }
        Ok(backlog)
    }
}
