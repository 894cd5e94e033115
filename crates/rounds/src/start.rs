//! Which jobs are given out.

use jiff::Timestamp;

use crate::backlog::Phase;
use crate::host::{Errand, Pick};
use crate::rounds::{Out, Work};
use crate::state::Validators;
use crate::{Job, JobKind, Rounds};

impl Rounds {
    /// What may start now: one request per host at a time and with its pause, as many as may be out at once. Each job is
    /// given out once, and its end is to be told to [`Rounds::done`].
    pub fn next(&mut self, now: Timestamp) -> Vec<Job> {
        (self.now, self.stirred) = (now, false);
        self.hosts.advance(now);
        let (mut jobs, mut turn) = (Vec::new(), None);
        while self.out.len() < self.policy.parallel {
            turn = self.hosts.after(turn.as_ref());
            let Some((_, _, host)) = &turn else { break };
            jobs.extend(self.start(host));
        }
        jobs
    }

    fn start(&mut self, host: &str) -> Option<Job> {
        let pick = self.pick(host)?;
        let known = self.hosts.get(host)?.robots.is_known(self.now);
        self.jobs += 1;
        let (work, job) = if known {
            self.hosts.edit(host, |host| host.take(&pick));
            self.give_out(pick)?
        } else {
            self.ask_robots(host, &pick)?
        };
        self.hosts.edit(host, |host| (host.busy, host.served) = (true, job.id));
        self.tracks[work.source()].out += usize::from(work.counts());
        self.out.insert(job.id, Out { host: host.to_owned(), work });
        Some(job)
    }

    /// What comes next at a host; listings of sources with a full backlog are put aside.
    fn pick(&mut self, name: &str) -> Option<Pick> {
        loop {
            let (tracks, most) = (&self.tracks, self.policy.per_source);
            let host = self.hosts.get(name).filter(|host| host.opens().is_some_and(|at| at <= self.now))?;
            let pick = host.pick(self.now, |source| tracks[source].out < most)?;
            match &pick {
                Pick::Listing(_, errand) if tracks[errand.0].is_full(&self.policy) => {
                    self.hosts.edit(name, |host| host.take(&pick));
                    self.tracks[errand.0].parked.push(errand.clone());
                }
                _ => return Some(pick),
            }
        }
    }

    fn ask_robots(&self, host: &str, pick: &Pick) -> Option<(Work, Job)> {
        let (source, item) = match pick {
            Pick::Listing(_, (source, _, depth)) => (source, *depth > 0),
            Pick::Item { source, .. } => (source, true),
        };
        let address = self.hosts.get(host)?.place.robots.clone();
        let job = self.job(*source, JobKind::Robots { host: host.to_owned() }, address);
        Some((Work::Robots(*source, item), job))
    }

    fn give_out(&mut self, pick: Pick) -> Option<(Work, Job)> {
        match pick {
            Pick::Listing(_, errand) => Some(self.give_listing(errand)),
            Pick::Item { source, number, .. } => self.give_item(source, number),
        }
    }

    fn give_listing(&mut self, errand: Errand) -> (Work, Job) {
        let track = &mut self.tracks[errand.0];
        track.begin(&errand);
        let kind = JobKind::Listing { kind: track.state.kind, depth: errand.2 };
        let Validators { etag, last_modified, .. } =
            track.state.listings.get(&errand.1).cloned().unwrap_or_default();
        let job = Job { etag, last_modified, ..self.job(errand.0, kind, errand.1.clone()) };
        (Work::Listing(errand), job)
    }

    fn give_item(&mut self, source: usize, number: u64) -> Option<(Work, Job)> {
        let track = &mut self.tracks[source];
        let waiting = track.state.pending.get_mut(number)?;
        waiting.phase = Phase::Out;
        let pending = waiting.item.clone();
        let address = pending.address.clone().unwrap_or_default();
        let (kind, work) = if waiting.over {
            let why = waiting.why.clone().unwrap_or_default();
            (JobKind::GiveUp { pending, why }, Work::GiveUp { source, number })
        } else {
            (JobKind::Article(pending), Work::Item { source, number })
        };
        Some((work, self.job(source, kind, address)))
    }

    fn job(&self, source: usize, kind: JobKind, address: String) -> Job {
        let source = self.tracks[source].spec.address.clone();
        Job { id: self.jobs, source, kind, address, etag: None, last_modified: None }
    }
}
