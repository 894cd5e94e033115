//! One source in the course of a run.

use std::collections::BTreeSet;

use jiff::Timestamp;

use crate::backoff::{DAY, Jitter, LASTING, TRANSIENT, later};
use crate::host::Errand;
use crate::place::Place;
use crate::state::State;
use crate::{Health, Policy, Source};

/// The instant of a call and what goes with it.
#[derive(Clone, Copy)]
pub(crate) struct Moment {
    pub(crate) now: Timestamp,
    pub(crate) policy: Policy,
    pub(crate) jitter: Jitter,
}

/// What is to be queued after an answer.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    pub(crate) listings: Vec<(Timestamp, Errand)>,
    pub(crate) items: Vec<u64>,
}

/// How a listing failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    Transient,
    /// The host wants to be left alone until then.
    Refused(Timestamp),
    Lasting,
    Disallowed,
    Gone,
}

/// One source in the course of a run.
#[derive(Debug)]
pub(crate) struct Track {
    pub(crate) spec: Source,
    pub(crate) state: State,
    /// Addresses that were asked, or are to be asked, in this round.
    pub(crate) round: BTreeSet<String>,
    /// Whether it was due at the start and was not asked yet.
    pub(crate) owed: bool,
    /// Listings that wait for the backlog to drain.
    pub(crate) parked: Vec<Errand>,
    /// Items that are out.
    pub(crate) out: usize,
    /// Whether the state has to be saved.
    pub(crate) hard: bool,
    /// Changes whose loss would only cost requests.
    pub(crate) soft: usize,
    note: Option<String>,
}

impl Track {
    /// A source with the state that was kept, if it can be read; asked for the first time at `due`.
    pub(crate) fn new(spec: Source, kept: Option<&String>, now: Timestamp, due: Timestamp) -> Self {
        let read = kept.map(|json| State::read(json, &spec, now)).transpose();
        let note = read.as_ref().err().map(ToString::to_string);
        let fresh = || State::new(&spec, now);
        let mut state = read.ok().flatten().unwrap_or_else(fresh);
        let owed = !state.gone && state.due <= now;
        state.due = if owed { due } else { state.due };
        let (round, parked) = (BTreeSet::new(), Vec::new());
        Self { spec, state, round, owed, parked, out: 0, hard: false, soft: 0, note }
    }

    /// Where it is asked now.
    pub(crate) fn address(&self) -> &str {
        self.state.address.as_ref().unwrap_or(&self.spec.address)
    }

    /// A request to a listing starts; one to the source's own begins a round.
    pub(crate) fn begin(&mut self, errand: &Errand) {
        if errand.2 == 0 {
            self.round = BTreeSet::from([errand.1.clone()]);
        }
    }

    /// A listing could not be had; says when it is asked again.
    pub(crate) fn failed(&mut self, errand: &Errand, what: &str, trouble: Trouble, at: &Moment) -> Plan {
        self.hard = true;
        self.state.asked = Some(at.now);
        if errand.2 > 0 {
            self.further_failed(errand, what, trouble, at)
        } else {
            self.own_failed(errand.0, what, trouble, at)
        }
    }

    fn own_failed(&mut self, number: usize, what: &str, trouble: Trouble, at: &Moment) -> Plan {
        self.missed(what, at.now);
        self.state.gone = trouble == Trouble::Gone;
        if self.state.gone {
            return Plan::default();
        }
        if trouble == Trouble::Lasting && self.state.address.is_some() {
            self.state.forget_way(&self.spec);
        }
        self.state.due = self.again(self.state.errors, trouble, at);
        Plan { listings: vec![(self.state.due, (number, self.address().to_owned(), 0))], items: Vec::new() }
    }

    fn further_failed(&mut self, errand: &Errand, what: &str, trouble: Trouble, at: &Moment) -> Plan {
        self.state.error = Some(format!("{}: {what}", errand.1));
        let Some(further) = self.state.left.get_mut(&errand.1) else { return Plan::default() };
        (further.tries, further.tried) = (further.tries.saturating_add(1), true);
        let tries = further.tries;
        if matches!(trouble, Trouble::Transient | Trouble::Refused(_)) && tries < at.policy.tries {
            let ready = self.again(tries, trouble, at);
            self.state.left.entry(errand.1.clone()).and_modify(|further| further.ready = ready);
            return Plan { listings: vec![(ready, errand.clone())], items: Vec::new() };
        }
        self.state.left.remove(&errand.1);
        Plan::default()
    }

    fn again(&self, failures: u32, trouble: Trouble, at: &Moment) -> Timestamp {
        let wait = |backoff: crate::backoff::Backoff| {
            later(at.now, backoff.wait(failures, &self.spec.address, at.jitter))
        };
        match trouble {
            Trouble::Transient => wait(TRANSIENT),
            Trouble::Refused(until) => wait(TRANSIENT).max(until),
            Trouble::Disallowed => later(at.now, DAY),
            Trouble::Lasting | Trouble::Gone => wait(LASTING),
        }
    }

    /// The source was to be asked in vain.
    pub(crate) fn missed(&mut self, what: &str, now: Timestamp) {
        (self.hard, self.owed) = (true, false);
        self.state.asked = Some(now);
        self.state.errors = self.state.errors.saturating_add(1);
        self.state.error = Some(what.to_owned());
    }

    pub(crate) fn is_full(&self, policy: &Policy) -> bool {
        self.state.pending.is_full(policy)
    }

    /// What may be asked again now that the backlog drained.
    pub(crate) fn unpark(&mut self, policy: &Policy) -> Vec<Errand> {
        if self.is_full(policy) { Vec::new() } else { std::mem::take(&mut self.parked) }
    }

    /// The state, where it has to be saved or enough small changes came together; with `all` where anything changed.
    pub(crate) fn changed(&mut self, all: bool, now: Timestamp) -> Option<(String, String)> {
        let much = self.soft > 0 && (all || self.soft * 8 >= self.state.pending.len());
        if !self.hard && !much {
            return None;
        }
        (self.hard, self.soft) = (false, 0);
        self.state.holds.retain(|_, until| *until > now);
        Some((self.spec.address.clone(), self.state.write()))
    }

    /// Whether something that may be tried now was not tried since the start; `held` says which hosts make all wait.
    pub(crate) fn has_untried(&self, now: Timestamp, held: impl Fn(&str) -> bool) -> bool {
        let waits = |address: &str| !held(&Place::of(address).host);
        let parked = |address: &str| self.parked.iter().any(|(_, parked, _)| parked == address);
        let own = self.owed && !parked(self.address()) && waits(self.address());
        let left = |(address, further): (&String, &crate::state::Further)| {
            !further.tried && further.ready <= now && !parked(address) && waits(address)
        };
        let item =
            |waiting: &crate::backlog::Waiting| waiting.is_untried(now) && !held(&waiting.place().host);
        own || self.state.left.iter().any(left) || self.state.pending.iter().any(|(_, waiting)| item(waiting))
    }

    pub(crate) fn health(&self, held: Timestamp) -> Health {
        let state = &self.state;
        Health {
            source: self.spec.address.clone(),
            publisher: self.spec.publisher.clone().or_else(|| state.publisher.clone()),
            address: state.address.clone(),
            kind: state.kind,
            last_success: state.answered,
            last_asked: state.asked,
            last_item: state.rhythm.last,
            errors: state.errors,
            error: state.error.clone(),
            usual_gap: state.rhythm.usual(),
            silent: !state.gone && state.asked.is_some_and(|asked| state.rhythm.silent(asked)),
            gone: state.gone,
            next: (!state.gone).then(|| state.due.max(held)),
            pending: state.pending.len(),
            given_up: state.given_up,
            note: self.note.clone(),
        }
    }
}
