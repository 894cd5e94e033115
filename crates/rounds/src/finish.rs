//! What becomes of a job that is done.

use jiff::Timestamp;

use crate::backlog::Phase;
use crate::host::Errand;
use crate::rounds::{Out, Work};
use crate::track::Trouble;
use crate::{Outcome, Rounds};

const NO_FIT: &str = "what came of it does not fit what was asked";
const FORBIDDEN: &str = "robots.txt of its host forbids this address to us";
const GONE: &str = "gone for good (410)";

impl Rounds {
    pub(crate) fn finish(&mut self, out: Out, outcome: Outcome) {
        let requested = outcome != Outcome::Disallowed && !matches!(out.work, Work::GiveUp { .. });
        let (now, pause) = (self.now, self.policy.pause);
        self.hosts.edit(&out.host, |host| host.freed(requested, pause, now));
        self.tracks[out.work.source()].out -= usize::from(out.work.counts());
        let held = self.hold(&out, &outcome);
        match out.work {
            Work::Robots(..) => self.robots(&out.host, outcome),
            Work::Listing(errand) => self.listing(&errand, outcome, held),
            Work::Item { source, number } => self.item(source, number, outcome),
            Work::GiveUp { source, number } => self.handed(source, number),
        }
    }

    /// A refusal makes its whole host wait, also over a restart.
    fn hold(&mut self, out: &Out, outcome: &Outcome) -> Timestamp {
        let Outcome::Refused { retry_after, .. } = outcome else {
            if !matches!(outcome, Outcome::Failed { .. } | Outcome::Disallowed) {
                self.hosts.edit(&out.host, crate::host::Host::answered);
            }
            return self.now;
        };
        let (now, jitter) = (self.now, self.jitter);
        let refused = self
            .hosts
            .edit(&out.host, |host| (host.refused(*retry_after, now, jitter), host.place.robots.clone()));
        let Some((until, robots)) = refused else { return now };
        let source = out.work.source();
        self.tracks[source].hard = true;
        self.tracks[source].state.holds.insert(robots, until);
        until
    }

    fn robots(&mut self, host: &str, outcome: Outcome) {
        let (now, jitter) = (self.now, self.jitter);
        let (delay, what) = match outcome {
            Outcome::Robots { delay } => (delay, None),
            Outcome::Gone => (None, None),
            Outcome::Failed { what, .. } | Outcome::Refused { what, .. } => (None, Some(what)),
            _ => (None, Some(NO_FIT.to_owned())),
        };
        let Some(what) = what else {
            self.hosts.edit(host, |host| host.robots_known(delay, now));
            return;
        };
        self.hosts.edit(host, |host| host.robots_failed(now, jitter));
        if self.hosts.holds(host, now) {
            self.fail_waiting(host, &format!("robots.txt of {host}: {what}"));
        }
    }

    /// All that wanted something of a host whose robots.txt cannot be had has tried in vain.
    fn fail_waiting(&mut self, name: &str, what: &str) {
        let Some(host) = self.hosts.get(name) else { return };
        let ripe = |ready: Timestamp| ready <= self.now;
        let errands: Vec<Errand> = host
            .listings
            .iter()
            .filter(|(ready, _)| ripe(*ready))
            .map(|(_, errand)| errand.clone())
            .collect();
        let items = host.items.iter().flat_map(|(source, queue)| queue.iter().map(|item| (*source, *item)));
        let items: Vec<_> = items.filter(|(_, (ready, _))| ripe(*ready)).collect();
        for (source, address, depth) in errands {
            if depth == 0 {
                self.tracks[source].missed(what, self.now);
            } else if let Some(further) = self.tracks[source].state.left.get_mut(&address) {
                further.tried = true;
            }
        }
        for (source, (ready, number)) in items {
            self.hosts.edit(name, |host| host.drop_item(source, ready, number));
            self.item_failed(source, number, what, false);
        }
    }

    fn listing(&mut self, errand: &Errand, outcome: Outcome, held: Timestamp) {
        let at = self.moment();
        let track = &mut self.tracks[errand.0];
        let plan = match outcome {
            Outcome::Listing(listed) => track.listed(errand, listed, &at),
            Outcome::Unchanged { fresh, moved } => track.unchanged(errand, fresh, moved.as_ref(), &at),
            Outcome::Refused { what, .. } => track.failed(errand, &what, Trouble::Refused(held), &at),
            Outcome::Failed { what, lasting: true } => track.failed(errand, &what, Trouble::Lasting, &at),
            Outcome::Failed { what, lasting: false } => track.failed(errand, &what, Trouble::Transient, &at),
            Outcome::Disallowed => track.failed(errand, FORBIDDEN, Trouble::Disallowed, &at),
            Outcome::Gone => track.failed(errand, GONE, Trouble::Gone, &at),
            Outcome::Robots { .. } | Outcome::Article => {
                track.failed(errand, NO_FIT, Trouble::Transient, &at)
            }
        };
        self.queue(errand.0, plan);
    }

    fn item(&mut self, source: usize, number: u64, outcome: Outcome) {
        match outcome {
            Outcome::Article => self.handed(source, number),
            Outcome::Refused { what, .. } => self.item_failed(source, number, &what, false),
            Outcome::Failed { what, lasting } => self.item_failed(source, number, &what, lasting),
            Outcome::Disallowed => self.item_failed(source, number, FORBIDDEN, true),
            Outcome::Gone => self.item_failed(source, number, GONE, true),
            _ => self.item_failed(source, number, NO_FIT, false),
        }
    }

    fn handed(&mut self, source: usize, number: u64) {
        if let Some(waiting) = self.tracks[source].state.pending.get_mut(number) {
            (waiting.phase, waiting.tried) = (Phase::Handed, true);
        }
    }

    /// An item was tried in vain: it is queued again, or to be given up.
    fn item_failed(&mut self, source: usize, number: u64, what: &str, lasting: bool) {
        let (now, jitter) = (self.now, self.jitter);
        let track = &mut self.tracks[source];
        track.soft += 1;
        let Some(waiting) = track.state.pending.get_mut(number) else { return };
        waiting.failed(what, lasting, &self.policy, now, jitter);
        self.queue_item(source, number);
    }
}
