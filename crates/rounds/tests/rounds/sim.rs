//! A driver with a simulated clock: answers come from a function, each exchange takes a second, all is written to a log.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::time::Duration;

use jiff::Timestamp;
use saydo_rounds::{
    Health, Job, JobKind, Listed, Outcome, Pending, Policy, Rounds, Settled, Source, SourceKind,
};

pub(crate) const START: &str = "2022-02-14T00:00:00Z";
pub(crate) const FEED: &str = "https://wire.example/feed";

pub(crate) fn start() -> Timestamp {
    START.parse().unwrap()
}

pub(crate) fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

pub(crate) fn hours(hours: u64) -> Duration {
    seconds(hours * 3_600)
}

pub(crate) fn source(address: &str) -> Source {
    Source { address: address.into(), kind: SourceKind::Feed, publisher: None, every: None }
}

/// Items with these ids, each at its own page of the host.
pub(crate) fn items(host: &str, ids: impl IntoIterator<Item = u32>) -> Vec<Pending> {
    let item = |id: u32| Pending {
        id: id.to_string(),
        address: Some(format!("https://{host}/{id}")),
        ..Pending::default()
    };
    ids.into_iter().map(item).collect()
}

/// A listing of these items with a validator.
pub(crate) fn listing(found: Vec<Pending>) -> Outcome {
    Outcome::Listing(Listed { found, etag: Some("\"a\"".into()), ..Listed::default() })
}

pub(crate) fn unchanged() -> Outcome {
    Outcome::Unchanged { fresh: None, moved: None }
}

pub(crate) fn transient() -> Outcome {
    Outcome::Failed { what: "timed out".into(), lasting: false }
}

pub(crate) fn lasting() -> Outcome {
    Outcome::Failed { what: "not found (404)".into(), lasting: true }
}

pub(crate) fn refused(retry_after: Option<Duration>) -> Outcome {
    Outcome::Refused { retry_after, what: "too many requests (429)".into() }
}

type Answer<'a> = Box<dyn FnMut(&Job, Timestamp) -> Outcome + 'a>;

pub(crate) struct Sim<'a> {
    pub(crate) rounds: Rounds,
    pub(crate) now: Timestamp,
    pub(crate) log: Vec<(Timestamp, Job)>,
    /// What was settled, and how.
    pub(crate) ledger: BTreeMap<(String, String), Settled>,
    pub(crate) saved: HashMap<String, String>,
    pub(crate) running: BTreeSet<(Timestamp, u64)>,
    /// The most jobs that were out at once.
    pub(crate) most: usize,
    jobs: BTreeMap<u64, Job>,
    sources: Vec<Source>,
    policy: Policy,
    answer: Answer<'a>,
}

impl<'a> Sim<'a> {
    pub(crate) fn new(
        sources: Vec<Source>,
        policy: Policy,
        answer: impl FnMut(&Job, Timestamp) -> Outcome + 'a,
    ) -> Self {
        let (now, saved) = (start(), HashMap::new());
        let rounds = Rounds::new(sources.clone(), &saved, policy, now, 7);
        let (running, jobs, answer) = (BTreeSet::new(), BTreeMap::new(), Box::new(answer));
        Self {
            rounds,
            now,
            most: 0,
            log: vec![],
            ledger: BTreeMap::new(),
            saved,
            running,
            jobs,
            sources,
            policy,
            answer,
        }
    }

    /// One source, the usual policy, robots.txt allows all, articles come.
    pub(crate) fn of(
        source: Source,
        mut answer: impl FnMut(&Job, Timestamp) -> Option<Outcome> + 'a,
    ) -> Self {
        Self::new(vec![source], Policy::default(), move |job, now| {
            answer(job, now).unwrap_or_else(|| plain(job))
        })
    }

    /// Lets time go by.
    pub(crate) fn run(&mut self, span: Duration) -> &mut Self {
        let end = self.now + span;
        while self.step(end) {}
        self.now = end;
        self
    }

    /// Nothing runs for a while.
    pub(crate) fn run_idle(&mut self, wait: u64) {
        self.now += seconds(wait);
    }

    /// Runs one round, as `--once` does; says when it was through.
    pub(crate) fn once(&mut self) -> Timestamp {
        let limit = self.now + hours(240);
        while !self.rounds.is_idle() {
            assert!(self.step(limit), "never idle");
        }
        self.saved.extend(self.rounds.flush());
        self.now
    }

    /// Starts what may start, then goes to the next event before `end`.
    pub(crate) fn step(&mut self, end: Timestamp) -> bool {
        self.start_jobs();
        let wake = self.rounds.wake();
        assert!(wake.is_none_or(|wake| wake > self.now), "woken for nothing at {}", self.now);
        let ends = self.running.first().map(|(at, _)| *at);
        let Some(at) = wake.into_iter().chain(ends).min().filter(|at| *at <= end) else { return false };
        self.now = at;
        while let Some((_, id)) = self.running.first().copied().filter(|(ends, _)| *ends <= at) {
            self.running.pop_first();
            self.end_job(id);
        }
        true
    }

    fn start_jobs(&mut self) {
        for job in self.rounds.next(self.now) {
            let key = (job.source.clone(), item(&job).unwrap_or_default().to_owned());
            assert!(!self.ledger.contains_key(&key), "{key:?} is in the ledger and asked for again");
            let takes = if job.address.is_empty() { Duration::ZERO } else { seconds(1) };
            self.running.insert((self.now + takes, job.id));
            self.log.push((self.now, job.clone()));
            self.jobs.insert(job.id, job);
        }
        self.most = self.most.max(self.rounds.out());
        assert!(self.most <= self.policy.parallel);
        assert_eq!(self.rounds.out(), self.running.len());
    }

    fn end_job(&mut self, id: u64) {
        let job = self.jobs.remove(&id).unwrap();
        let mut outcome = (self.answer)(&job, self.now);
        if let Outcome::Listing(listed) = &mut outcome {
            listed.found.retain(|found| !self.ledger.contains_key(&(job.source.clone(), found.id.clone())));
        }
        let settled = match &job.kind {
            JobKind::Article(_) if outcome == Outcome::Article => Some(Settled::Kept),
            JobKind::GiveUp { .. } => Some(Settled::GivenUp),
            _ => None,
        };
        self.rounds.done(&job, outcome, self.now);
        if let (Some(how), Some(item)) = (settled, item(&job)) {
            self.ledger.insert((job.source.clone(), item.to_owned()), how);
            self.rounds.settle(&job.source, item, how);
        }
    }

    /// How the first source fares.
    pub(crate) fn health(&self) -> Health {
        self.rounds.health(self.now).remove(0)
    }

    pub(crate) fn save(&mut self) {
        self.saved.extend(self.rounds.take_changed());
    }

    /// The process dies and starts again from what was saved.
    pub(crate) fn die(&mut self) {
        self.rounds = Rounds::new(self.sources.clone(), &self.saved, self.policy, self.now, 7);
        let known =
            self.rounds.pending().into_iter().map(|(source, item)| (source.to_owned(), item.to_owned()));
        for (source, item) in known.collect::<Vec<_>>() {
            if let Some(how) = self.ledger.get(&(source.clone(), item.clone())) {
                self.rounds.settle(&source, &item, *how);
            }
        }
        (self.running, self.jobs) = (BTreeSet::new(), BTreeMap::new());
    }

    /// When an address was asked, in seconds since the start.
    pub(crate) fn asked(&self, address: &str) -> Vec<i64> {
        let those = self.log.iter().filter(|(_, job)| job.address == address);
        those.map(|(at, _)| at.as_second() - start().as_second()).collect()
    }

    /// The addresses asked, in order, without robots.txt.
    pub(crate) fn addresses(&self) -> Vec<&str> {
        let asked = self.log.iter().filter(|(_, job)| !matches!(job.kind, JobKind::Robots { .. }));
        asked.map(|(_, job)| job.address.as_str()).collect()
    }

    /// Hours from each request to an address to the next.
    pub(crate) fn gaps(&self, address: &str) -> Vec<f64> {
        let asked = self.asked(address);
        asked.windows(2).map(|two| (two[1] - two[0]) as f64 / 3_600.0).collect()
    }
}

fn item(job: &Job) -> Option<&str> {
    match &job.kind {
        JobKind::Article(pending) | JobKind::GiveUp { pending, .. } => Some(&pending.id),
        _ => None,
    }
}

/// The answer of a web in which nothing happens.
pub(crate) fn plain(job: &Job) -> Outcome {
    match job.kind {
        JobKind::Robots { .. } => Outcome::Robots { delay: None },
        JobKind::Listing { .. } => listing(Vec::new()),
        _ => Outcome::Article,
    }
}

pub(crate) fn is_listing(job: &Job) -> bool {
    matches!(job.kind, JobKind::Listing { .. })
}

pub(crate) fn is_robots(job: &Job) -> bool {
    matches!(job.kind, JobKind::Robots { .. })
}

pub(crate) fn is_article(job: &Job) -> bool {
    matches!(job.kind, JobKind::Article(_))
}
