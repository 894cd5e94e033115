//! What came of a job.

use std::time::Duration;

use jiff::civil::Weekday;
use serde::{Deserialize, Serialize};

use crate::{Pending, SourceKind};

/// What came of a job.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::large_enum_variant, reason = "one is alive at a time, and most are listings or small")]
pub enum Outcome {
    /// A listing answered with its content.
    Listing(Listed),
    /// A listing answered that nothing changed (304).
    Unchanged {
        /// How long the answer is good for, where it says so.
        fresh: Option<Duration>,
        /// Where it moved for good (301, 308).
        moved: Option<String>,
    },
    /// The host's robots.txt is known: it was read, or there is none (4xx, all is allowed). RFC 9309, 2.3.1.
    Robots {
        /// Its Crawl-delay.
        delay: Option<Duration>,
    },
    /// An item was got, or its giving up was dealt with; [`Rounds::settle`](crate::Rounds::settle) follows.
    Article,
    /// 429 or 503: the whole host is left alone for a while.
    Refused {
        /// For how long, as the host says (RFC 9110, 10.2.3); a day at most.
        retry_after: Option<Duration>,
        /// In words.
        what: String,
    },
    /// Nothing usable came.
    Failed {
        /// In words.
        what: String,
        /// Whether another try would do no better: not found, a forbidden or broken address, too large, not a feed.
        lasting: bool,
    },
    /// The host's robots.txt forbids the address; no request was made.
    Disallowed,
    /// 410: a source stops for good, an item is given up.
    Gone,
}

/// A listing's content.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// Items that are not in the ledger, in the order of the listing.
    pub found: Vec<Pending>,
    /// New reports that were made of this very answer and are in the ledger before the state is saved.
    pub taken: usize,
    /// Verbatim. Both are left out where the listing could be read only in part, so that it is asked for in full again.
    pub etag: Option<String>,
    /// Verbatim.
    pub last_modified: Option<String>,
    /// How long the answer is good for: max-age, or Expires less Date (RFC 9111, 4.2.1).
    pub fresh: Option<Duration>,
    /// What the feed says about how often it may be asked.
    pub pace: Pace,
    /// When the newest item was published, known before or not; ISO 8601.
    pub newest: Option<String>,
    /// Where the listing moved for good (301, 308).
    pub moved: Option<String>,
    /// Further pages, or the sitemaps of an index.
    pub next: Vec<String>,
    /// The title that the listing gives itself.
    pub publisher: Option<String>,
    /// What the address turned out to be.
    pub kind: Option<SourceKind>,
    /// The listing that a page names for itself, which is asked instead from now on.
    pub turned: Option<(SourceKind, String)>,
}

impl Listed {
    pub(crate) fn is_conditional(&self) -> bool {
        self.etag.is_some() || self.last_modified.is_some()
    }
}

/// How often a feed may be asked, as it says itself (RSS 2.0: `ttl`, `skipHours`, `skipDays`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pace {
    /// How long it may be kept before it is asked again.
    pub ttl: Option<Duration>,
    /// Hours of the day in UTC, 0 to 23, in which it is not to be asked.
    pub skip_hours: Vec<u8>,
    /// Days of the week in UTC on which it is not to be asked.
    #[serde(with = "days")]
    pub skip_days: Vec<Weekday>,
}

/// How an item ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settled {
    /// It is in the ledger.
    Kept,
    /// The ledger knows that it could not be got.
    GivenUp,
}

/// Days of the week as numbers, Monday 1 to Sunday 7 (ISO 8601).
mod days {
    use jiff::civil::Weekday;
    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(days: &[Weekday], to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(days.iter().map(|day| day.to_monday_one_offset()))
    }

    pub(super) fn deserialize<'d, D: Deserializer<'d>>(from: D) -> Result<Vec<Weekday>, D::Error> {
        let numbers = Vec::<i8>::deserialize(from)?;
        let days = numbers.into_iter().map(Weekday::from_monday_one_offset);
        days.collect::<Result<_, _>>().map_err(serde::de::Error::custom)
    }
}
