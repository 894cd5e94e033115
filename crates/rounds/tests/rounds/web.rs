//! A small web that publishes, fails and refuses by a hash, so that every run of a seed is the same.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use jiff::Timestamp;
use saydo_rounds::{Job, JobKind, Listed, Outcome, Pending, Source, SourceKind};

use crate::sim::*;

/// Feeds, and how troubled the web is.
#[derive(Clone, Debug)]
pub(crate) struct Web {
    pub(crate) seed: u64,
    pub(crate) feeds: u64,
    /// Of a hundred exchanges so many fail for a while.
    pub(crate) trouble: u64,
    /// Newest items that a listing names; none: all.
    pub(crate) window: Option<usize>,
}

impl Web {
    /// A number below `most`, the same for the same things.
    pub(crate) fn dice(&self, most: u64, things: impl Hash) -> u64 {
        let mut hash = DefaultHasher::new();
        (self.seed, things).hash(&mut hash);
        hash.finish() % most
    }

    pub(crate) fn sources(&self) -> Vec<Source> {
        (0..self.feeds).map(|n| Source { kind: SourceKind::Auto, ..source(&Self::feed(n)) }).collect()
    }

    /// Two feeds share a host.
    fn feed(n: u64) -> String {
        format!("https://w{}.example/feed{n}", n / 2)
    }

    /// What a feed has published by then: in each hour up to three items, over the first two weeks.
    pub(crate) fn published(&self, feed: &str, now: Timestamp) -> Vec<Pending> {
        let hour = ((now.as_second() - start().as_second()) / 3_600).min(14 * 24);
        let of =
            |hour: i64| (0..self.dice(6, (feed, hour)).saturating_sub(2)).map(move |n| format!("{hour}.{n}"));
        (0..hour).flat_map(of).map(|id| self.item(feed, id)).collect()
    }

    fn item(&self, feed: &str, id: String) -> Pending {
        let host = match self.dice(3, (feed, &id)) {
            0 => "far.example",
            _ => feed.split('/').nth(2).unwrap(),
        };
        let address =
            (self.dice(20, (feed, &id, "bare")) > 0).then(|| format!("https://{host}/{}/{id}", &feed[21..]));
        Pending { id, address, ..Pending::default() }
    }

    /// What a listing names now, newest first, and its validator where the server has one.
    pub(crate) fn shown(&self, feed: &str, now: Timestamp) -> (Vec<Pending>, Option<String>) {
        let all = self.published(feed, now);
        let tag = (self.dice(4, feed) > 0).then(|| format!("\"{}\"", all.len()));
        let from = self.window.map_or(0, |window| all.len().saturating_sub(window));
        (all[from..].iter().rev().cloned().collect(), tag)
    }

    pub(crate) fn answer(&self, job: &Job, now: Timestamp) -> Outcome {
        if let Some(trouble) = self.trouble(job, now) {
            return trouble;
        }
        match &job.kind {
            JobKind::Robots { .. } => {
                Outcome::Robots { delay: (self.dice(3, &job.address) == 0).then(|| seconds(4)) }
            }
            JobKind::Listing { .. } => {
                let (found, etag) = self.shown(&job.address, now);
                if etag.is_some() && etag == job.etag {
                    return unchanged();
                }
                Outcome::Listing(Listed { found, etag, kind: Some(SourceKind::Feed), ..Listed::default() })
            }
            _ if self.dice(40, (&job.address, "missing")) == 0 => lasting(),
            _ => Outcome::Article,
        }
    }

    /// Some exchanges fail; now and then a whole host is down for six hours.
    fn trouble(&self, job: &Job, now: Timestamp) -> Option<Outcome> {
        let host = job.address.split('/').nth(2)?;
        let down = self.dice(1_000, (host, now.as_second() / 21_600)) < self.trouble * 3;
        match self.dice(100, (&job.address, now)) {
            _ if down => Some(transient()),
            n if n < self.trouble => Some(transient()),
            n if n < self.trouble * 3 / 2 => Some(refused((n % 2 == 0).then(|| seconds(n * 60)))),
            _ => None,
        }
    }

    /// All that the feeds ever published: source and id.
    pub(crate) fn everything(&self) -> BTreeSet<(String, String)> {
        let end = start() + hours(24 * 15);
        let of = |feed: String| {
            let ids = self.published(&feed, end).into_iter().map(|item| item.id);
            ids.map(|id| (feed.clone(), id)).collect::<Vec<_>>()
        };
        (0..self.feeds).flat_map(|n| of(Self::feed(n))).collect()
    }
}
