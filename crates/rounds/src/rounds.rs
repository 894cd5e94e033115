//! The planner: sources and hosts, and what the driver may ask of them.

use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

use jiff::Timestamp;

use crate::backlog::Phase;
use crate::backoff::{DAY, Jitter, later};
use crate::host::Errand;
use crate::hosts::Hosts;
use crate::place::Place;
use crate::track::{Moment, Plan, Track};
use crate::{Health, Job, Outcome, Policy, Settled, Source};

/// Plans who is asked when; see the crate's documentation for its rules and for what a driver has to keep to.
///
/// ```
/// use saydo_rounds::{Job, JobKind, Listed, Outcome, Pending, Policy, Rounds, Settled, Source, SourceKind};
///
/// let address = "https://wire.example/feed".to_string();
/// let source = Source { address, kind: SourceKind::Auto, publisher: None, every: None };
/// let mut now: jiff::Timestamp = "2022-02-15T10:00:00Z".parse()?;
/// let mut rounds = Rounds::new(vec![source], &Default::default(), Policy::default(), now, 7);
///
/// let mut got = Vec::new();
/// while !rounds.is_idle() {
///     for job in rounds.next(now) {
///         let outcome = match &job.kind {
///             JobKind::Robots { .. } => Outcome::Robots { delay: None },
///             JobKind::Listing { .. } => Outcome::Listing(Listed {
///                 found: vec![Pending {
///                     id: "1".into(),
///                     address: Some("https://wire.example/1".into()),
///                     ..Pending::default()
///                 }],
///                 ..Listed::default()
///             }),
///             JobKind::Article(_) | JobKind::GiveUp { .. } => Outcome::Article,
///         };
///         rounds.done(&job, outcome, now);
///         got.push(job.address.clone());
///         if let JobKind::Article(item) = &job.kind {
///             rounds.settle(&job.source, &item.id, Settled::Kept);
///         }
///     }
///     now = rounds.wake().unwrap_or(now);
/// }
/// assert_eq!(got, ["https://wire.example/robots.txt", "https://wire.example/feed", "https://wire.example/1"]);
/// # Ok::<(), jiff::Error>(())
/// ```
#[derive(Debug)]
pub struct Rounds {
    pub(crate) policy: Policy,
    pub(crate) jitter: Jitter,
    /// Of the last call that named one.
    pub(crate) now: Timestamp,
    /// Whether something changed since the last `next`.
    pub(crate) stirred: bool,
    pub(crate) tracks: Vec<Track>,
    numbers: BTreeMap<String, usize>,
    pub(crate) hosts: Hosts,
    pub(crate) out: BTreeMap<u64, Out>,
    pub(crate) jobs: u64,
}

/// A job that is out.
#[derive(Clone, Debug)]
pub(crate) struct Out {
    pub(crate) host: String,
    pub(crate) work: Work,
}

/// What a job does, and for which source.
#[derive(Clone, Debug)]
pub(crate) enum Work {
    /// For a source; whether for one of its items.
    Robots(usize, bool),
    Listing(Errand),
    Item {
        source: usize,
        number: u64,
    },
    GiveUp {
        source: usize,
        number: u64,
    },
}

impl Work {
    pub(crate) fn source(&self) -> usize {
        match self {
            Self::Robots(source, _)
            | Self::Listing((source, ..))
            | Self::Item { source, .. }
            | Self::GiveUp { source, .. } => *source,
        }
    }

    /// Whether it counts among the few that a source may have out; its own listing never waits for the others.
    pub(crate) fn counts(&self) -> bool {
        !matches!(self, Self::Robots(_, false) | Self::Listing((_, _, 0)))
    }
}

impl Rounds {
    /// Starts with the sources of the watch file (the first of equal addresses counts) and what [`Rounds::take_changed`]
    /// gave for them, by address. A state that cannot be read is left aside and noted in the source's health.
    /// The same arguments and calls give the same jobs; `seed` spreads sources and retries.
    pub fn new(
        sources: Vec<Source>,
        kept: &HashMap<String, String>,
        policy: Policy,
        now: Timestamp,
        seed: u64,
    ) -> Self {
        let policy =
            Policy { parallel: policy.parallel.max(1), per_source: policy.per_source.max(1), ..policy };
        let (jitter, out, jobs) = (Jitter { seed }, BTreeMap::new(), 0);
        let (tracks, numbers, hosts) = (Vec::new(), BTreeMap::new(), Hosts::new());
        let mut rounds = Self { policy, jitter, now, stirred: true, tracks, numbers, hosts, out, jobs };
        let spread =
            Duration::from_millis(250).saturating_mul(sources.len() as u32).min(Duration::from_secs(60));
        for source in sources {
            let due = later(now, jitter.below(spread, &source.address, 0));
            rounds.add(source, kept, due);
        }
        rounds
    }

    fn add(&mut self, source: Source, kept: &HashMap<String, String>, due: Timestamp) {
        let number = self.tracks.len();
        if self.numbers.contains_key(&source.address) {
            return;
        }
        self.numbers.insert(source.address.clone(), number);
        let json = kept.get(&source.address);
        let track = Track::new(source, json, self.now, due);
        let mut plan =
            Plan { listings: Vec::new(), items: track.state.pending.iter().map(|(item, _)| item).collect() };
        if !track.state.gone {
            plan.listings.push((track.state.due, (number, track.address().to_owned(), 0)));
        }
        let left = track.state.left.iter();
        plan.listings
            .extend(left.map(|(address, further)| (further.ready, (number, address.clone(), further.depth))));
        let holds: Vec<_> =
            track.state.holds.iter().map(|(robots, until)| (Place::of(robots), *until)).collect();
        for (place, until) in holds {
            self.hosts.hold(place, until.min(later(self.now, DAY)));
        }
        self.tracks.push(track);
        self.queue(number, plan);
    }

    /// Sources and ids of the items that wait. After a start those that the ledger has are to be settled: the last state
    /// may have been saved before they came in.
    pub fn pending(&self) -> Vec<(&str, &str)> {
        let of = |track: &'_ Track| track.state.pending.len();
        let mut all = Vec::with_capacity(self.tracks.iter().map(of).sum());
        for track in &self.tracks {
            let ids = track.state.pending.iter().map(|(_, waiting)| waiting.item.id.as_str());
            all.extend(ids.map(|id| (track.spec.address.as_str(), id)));
        }
        all
    }

    /// When [`Rounds::next`] may have more; none while nothing is to come before some job is done or item settled.
    pub fn wake(&self) -> Option<Timestamp> {
        let room = self.out.len() < self.policy.parallel;
        self.hosts.opens(self.stirred).filter(|_| room)
    }

    /// What came of a job, and when its exchange ended: the pause of its host counts from there. A job that is not out
    /// is passed over.
    pub fn done(&mut self, job: &Job, outcome: Outcome, now: Timestamp) {
        (self.now, self.stirred) = (now, true);
        if let Some(out) = self.out.remove(&job.id) {
            self.finish(out, outcome);
        }
    }

    /// The item is in the ledger, or marked there as given up: it is dropped from those that wait.
    pub fn settle(&mut self, source: &str, item: &str, how: Settled) {
        let Some(&number) = self.numbers.get(source) else { return };
        let track = &mut self.tracks[number];
        let Some((item, waiting)) = track.state.pending.drop(item) else { return };
        track.soft += 1;
        track.state.given_up = track.state.given_up.saturating_add(u64::from(how == Settled::GivenUp));
        let listings = track.unpark(&self.policy).into_iter().map(|errand| (self.now, errand)).collect();
        if waiting.phase == Phase::Queued {
            self.hosts.edit(&waiting.place().host, |host| host.drop_item(number, waiting.ready, item));
        }
        self.stirred = true;
        self.queue(number, Plan { listings, items: Vec::new() });
    }

    /// States that are to be saved now: address and JSON. Settlings and tries alone are held back until they come to an
    /// eighth of what waits, so that a long list is not written anew for each item; their loss would cost requests only.
    pub fn take_changed(&mut self) -> Vec<(String, String)> {
        self.tracks.iter_mut().filter_map(|track| track.changed(false, self.now)).collect()
    }

    /// States with any change at all: for the end of a run.
    pub fn flush(&mut self) -> Vec<(String, String)> {
        self.tracks.iter_mut().filter_map(|track| track.changed(true, self.now)).collect()
    }

    /// How each source fares, in the order of the watch file.
    pub fn health(&self, now: Timestamp) -> Vec<Health> {
        let held =
            |track: &Track| self.hosts.get(&Place::of(track.address()).host).map_or(now, |host| host.held);
        self.tracks.iter().map(|track| track.health(held(track))).collect()
    }

    /// Whether one round is through: no job is out, each source that was due at the start was asked, and each item that
    /// may be tried was tried once. What a host makes wait, and what is to be tried later, does not count.
    pub fn is_idle(&self) -> bool {
        let held = |host: &str| self.hosts.holds(host, self.now);
        self.out.is_empty() && !self.tracks.iter().any(|track| track.has_untried(self.now, held))
    }

    /// How many jobs are out.
    pub fn out(&self) -> usize {
        self.out.len()
    }

    pub(crate) fn moment(&self) -> Moment {
        Moment { now: self.now, policy: self.policy, jitter: self.jitter }
    }

    pub(crate) fn queue(&mut self, source: usize, plan: Plan) {
        for (ready, errand) in plan.listings {
            self.hosts.add_listing(ready, errand);
        }
        for number in plan.items {
            self.queue_item(source, number);
        }
    }

    pub(crate) fn queue_item(&mut self, source: usize, number: u64) {
        if let Some(waiting) = self.tracks[source].state.pending.get_mut(number) {
            waiting.ready = waiting.ready.min(later(self.now, DAY));
            self.hosts.add_item(waiting.place(), source, waiting.ready, number);
        }
    }
}
