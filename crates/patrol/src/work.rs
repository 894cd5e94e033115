//! What a worker does with a job: it asks, and makes of the answer what the job is about.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use saydo_fetch::robots::Robots;
use saydo_fetch::{Answer, Failure, Request, RetryAfter, Web};
use saydo_ledger::Origin;
use saydo_rounds::{Job, JobKind, Listed, Outcome};
use saydo_text::Report;
use saydo_vault::Vault;

use crate::{Clock, article, listing};

/// A report and where it comes from.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    pub(crate) report: Report,
    pub(crate) origin: Origin,
}

/// What came of a job.
#[derive(Debug)]
pub(crate) enum Got {
    /// A listing with all that it lists: what the ledger has already is still among it.
    Listing { listed: Box<Listed>, parts: Vec<Part> },
    /// The reports of an item's page.
    Article(Vec<Part>),
    /// The rules of a host; `None` where it could not be asked.
    Robots { host: String, rules: Option<Robots>, outcome: Outcome },
    /// Anything else.
    Other(Outcome),
    /// The raw bytes could not be kept.
    Vault(saydo_vault::Error),
}

/// What the workers share.
#[derive(Clone)]
pub(crate) struct Bench {
    pub(crate) web: Arc<dyn Web>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) vault: Arc<Vault>,
}

impl Bench {
    /// Does a job.
    pub(crate) fn work(&self, job: &Job) -> Got {
        match &job.kind {
            JobKind::Robots { host } => self.robots(host, &job.address),
            JobKind::Listing { kind, .. } => self.ask(job, |answer| listing::read(self, job, *kind, answer)),
            JobKind::Article(pending) if pending.address.is_none() => {
                Got::Article(article::given(job, pending, None))
            }
            JobKind::Article(pending) => self.ask(job, |answer| article::read(self, job, pending, answer)),
            JobKind::GiveUp { pending, why } => Got::Article(article::given(job, pending, Some(why))),
        }
    }

    /// Asks; an answer with a body is read by `read`.
    fn ask(&self, job: &Job, read: impl FnOnce(&Answer) -> Got) -> Got {
        let (etag, last_modified) = (job.etag.as_deref(), job.last_modified.as_deref());
        match self.web.get(&Request { address: &job.address, etag, last_modified }) {
            Ok(answer) => self.answered(&answer, read),
            Err(failure) => {
                let lasting = is_lasting(&failure);
                Got::Other(Outcome::Failed { what: failure.to_string(), lasting })
            }
        }
    }

    fn answered(&self, answer: &Answer, read: impl FnOnce(&Answer) -> Got) -> Got {
        let what = format!("the server answers {}", answer.status);
        Got::Other(match answer.status {
            200..=299 => return read(answer),
            304 => Outcome::Unchanged { fresh: answer.fresh, moved: answer.moved.clone() },
            410 => Outcome::Gone,
            429 | 503 => Outcome::Refused { retry_after: self.after(answer.retry_after.as_ref()), what },
            status => Outcome::Failed { what, lasting: (400..500).contains(&status) && status != 408 },
        })
    }

    fn after(&self, retry: Option<&RetryAfter>) -> Option<Duration> {
        match retry? {
            RetryAfter::Seconds(seconds) => Some(Duration::from_secs(*seconds)),
            RetryAfter::At(date) => {
                let at: Timestamp = date.parse().ok()?;
                Some(Duration::try_from(at.duration_since(self.clock.now())).unwrap_or_default())
            }
        }
    }

    /// Asks for the rules of a host. RFC 9309: where there are none (4xx), everything is allowed; where they cannot be
    /// had, nothing is.
    fn robots(&self, host: &str, address: &str) -> Got {
        let known = |rules: Robots| (Outcome::Robots { delay: rules.delay() }, Some(rules));
        let (outcome, rules) = match self.web.get(&Request::to(address)) {
            Ok(answer) => match answer.status {
                200..=299 => known(Robots::parse(&answer.body, "saydo")),
                429 | 500..=599 => {
                    let what = format!("its robots.txt cannot be had: the server answers {}", answer.status);
                    (Outcome::Refused { retry_after: self.after(answer.retry_after.as_ref()), what }, None)
                }
                _ => known(Robots::everything()),
            },
            Err(failure) => {
                let what = format!("its robots.txt cannot be had: {failure}");
                (Outcome::Failed { what, lasting: is_lasting(&failure) }, None)
            }
        };
        Got::Robots { host: host.to_owned(), rules, outcome }
    }
}

/// Whether it makes no sense to ask again soon.
fn is_lasting(failure: &Failure) -> bool {
    failure.is_ours_to_mend()
        || matches!(
            failure,
            Failure::TooLarge { .. }
                | Failure::Unfold(_)
                | Failure::Ring { .. }
                | Failure::TooManyRedirects { .. }
        )
}
