//! What comes back from the threads beside the loop, and what becomes of it.

use jiff::Timestamp;
use saydo_ledger::Origin;
use saydo_rounds::{Job, JobKind, Listed, Outcome, Settled};

use super::Patrol;
use crate::task::Done;
use crate::work::{Got, Part};
use crate::{Error, Notice, hook};

impl Patrol<'_> {
    /// Deals with what came back.
    pub(super) fn take(&mut self, done: Done) -> Result<(), Error> {
        match done {
            Done::Job { job, got, at } => self.got(&job, *got, at)?,
            Done::Hook { letter, answer, at } => {
                let letter = hook::tried(*letter, &answer, at);
                if let (Some(what), Some(address)) = (hook::trouble(&letter, &answer), &self.settings.webhook)
                {
                    (self.say)(Notice::Trouble { source: address.clone(), what });
                }
                let id = letter.id.clone();
                self.store.letter(letter);
                // Until the ledger knows what became of it, it must not be sent again.
                self.keep(true)?;
                self.sending.remove(&id);
            }
            Done::Report { source, report } => {
                let origin = Origin { source, ..Origin::default() };
                self.put(vec![Part { report: *report, origin }]);
            }
            Done::Trouble { source, what } => (self.say)(Notice::Trouble { source, what }),
            Done::End { source, item } => {
                self.store.see(&source, &item);
                self.reading.remove(&(source, item));
            }
        }
        if self.store.is_full() { self.keep(false) } else { Ok(()) }
    }

    /// Deals with what came of a job.
    fn got(&mut self, job: &Job, got: Got, at: Timestamp) -> Result<(), Error> {
        self.store.touch();
        let outcome = match got {
            Got::Vault(error) => return Err(error.into()),
            Got::Listing { listed, parts } => {
                self.told.remove(&job.source);
                self.put(parts);
                Outcome::Listing(self.unknown(job, *listed)?)
            }
            Got::Article(parts) => {
                self.settle(job, parts);
                Outcome::Article
            }
            Got::Robots { host, rules, outcome } => {
                self.robots.keep(&host, rules);
                outcome
            }
            Got::Other(outcome) => outcome,
        };
        match &outcome {
            Outcome::Failed { what, .. } | Outcome::Refused { what, .. } => self.fail(job, what),
            Outcome::Gone => self.fail(job, "it is gone for good, says its server"),
            _ => {}
        }
        self.rounds.done(job, outcome, at);
        Ok(())
    }

    /// A listing without what the ledger has already.
    fn unknown(&mut self, job: &Job, mut listed: Listed) -> Result<Listed, Error> {
        let ids: Vec<String> = listed.found.iter().map(|item| item.id.clone()).collect();
        let asked: Vec<&str> = ids.iter().map(String::as_str).collect();
        let seen = self.ledger.seen(&job.source, &asked)?;
        listed.found.retain(|item| !seen.contains(&item.id));
        self.store.list(&job.source, ids);
        Ok(listed)
    }

    /// An item's reports wait to be kept, and the item is settled with them. Of one that gave none only that is noted.
    fn settle(&mut self, job: &Job, parts: Vec<Part>) {
        let (pending, how) = match &job.kind {
            JobKind::Article(pending) => (pending, Settled::Kept),
            JobKind::GiveUp { pending, why } => {
                let source = pending.address.as_ref().unwrap_or(&job.source).clone();
                let rest =
                    if parts.is_empty() { "it is given up" } else { "what its feed gives of it is kept" };
                (self.say)(Notice::Trouble { source, what: format!("{why}; {rest}") });
                (pending, Settled::GivenUp)
            }
            JobKind::Robots { .. } | JobKind::Listing { .. } => return,
        };
        if parts.is_empty() {
            self.store.see(&job.source, &pending.id);
        }
        self.store.settle(&job.source, &pending.id, how);
        self.put(parts);
    }

    /// Reports wait to be kept, under the publisher that the watch names.
    fn put(&mut self, mut parts: Vec<Part>) {
        for part in &mut parts {
            if let Some(publisher) = self.publishers.get(&part.origin.source) {
                part.report.publisher = Some(publisher.clone());
            }
        }
        self.store.take(parts);
    }

    /// Tells of a source that cannot be had; items are told of when they are given up.
    pub(super) fn fail(&mut self, job: &Job, what: &str) {
        if !matches!(job.kind, JobKind::Article(_) | JobKind::GiveUp { .. }) {
            self.trouble(&job.source, what.to_owned());
        }
    }

    /// Tells of a trouble, once for as long as it is the same.
    pub(super) fn trouble(&mut self, source: &str, what: String) {
        if self.told.insert(source.to_owned(), what.clone()).as_ref() != Some(&what) {
            (self.say)(Notice::Trouble { source: source.to_owned(), what });
        }
    }
}
