//! What the driver is asked to do.

use serde::{Deserialize, Serialize};

use crate::SourceKind;

/// One thing to get; its `Outcome` is told to [`Rounds::done`](crate::Rounds::done), once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Counted from 1 since the start.
    pub id: u64,
    /// [`Source::address`](crate::Source::address); for [`JobKind::Robots`] of the source that makes it needed.
    pub source: String,
    /// What kind of thing it is.
    pub kind: JobKind,
    /// The URL to get; empty only where an item has no address.
    pub address: String,
    /// For `If-None-Match`, verbatim (RFC 9110, 13.1.2).
    pub etag: Option<String>,
    /// For `If-Modified-Since`, verbatim (RFC 9110, 13.1.3).
    pub last_modified: Option<String>,
}

/// What a job gets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JobKind {
    /// The robots.txt of a host; the driver keeps its rules under this name.
    Robots {
        /// Name and port: `example.org:443`.
        host: String,
    },
    /// A feed, sitemap or page.
    Listing {
        /// What it is, as far as is known.
        kind: SourceKind,
        /// 0 for the source's own address, from 1 for a further page or a sitemap of an index.
        depth: u8,
    },
    /// An item's page. Where the item has no address there is nothing to get: its title and text are the report.
    Article(Pending),
    /// Nothing to get: an item that was tried in vain. Its title and text make an incomplete report, or the ledger marks
    /// it as given up. Comes again after a restart until it is settled.
    GiveUp {
        /// The item.
        pending: Pending,
        /// What went wrong at the last try.
        why: String,
    },
}

/// An item that a listing named and that is not in the ledger yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pending {
    /// Its identity within the source.
    pub id: String,
    /// Its page's absolute URL.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Plain text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// ISO 8601: an instant in UTC, a time without zone, or a day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// Who publishes it, where the listing says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// The listing's own content, HTML.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// How often it was tried in vain; kept by the planner.
    #[serde(default)]
    pub tries: u32,
}

impl Pending {
    pub(crate) fn bytes(&self) -> usize {
        let rest = [&self.address, &self.title, &self.published, &self.publisher, &self.text];
        self.id.len() + rest.into_iter().flatten().map(String::len).sum::<usize>()
    }
}
