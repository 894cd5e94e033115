//! What the user follows, and how hard a host may be leant on.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::backoff::MINUTE;

/// An address that is asked again and again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// As it stands in the watch file: the name of the source for good, also after it moved.
    pub address: String,
    /// What is there, as far as the user says.
    pub kind: SourceKind,
    /// Who publishes there, as far as the user says.
    pub publisher: Option<String>,
    /// How often the user wants it asked; never under a minute.
    pub every: Option<Duration>,
}

/// What is found at an address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SourceKind {
    /// Not known yet: the answer tells.
    #[default]
    Auto,
    /// RSS, Atom or JSON Feed.
    Feed,
    /// A sitemap, a news sitemap or an index of sitemaps.
    Sitemap,
    /// One page that is itself the news, such as a live blog.
    Page,
    /// A page whose links, or whose feed, lead to the news.
    Site,
}

/// How hard hosts are leant on, and how much is remembered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Between the end of one request to a host and the start of the next; Crawl-delay may ask for more.
    pub pause: Duration,
    /// Between two visits to a source that the user wants visited often.
    pub shortest: Duration,
    /// Jobs out at once.
    pub parallel: usize,
    /// Of these, articles of one source.
    pub per_source: usize,
    /// Items kept waiting per source.
    pub pending: usize,
    /// Bytes of their strings per source.
    pub pending_bytes: usize,
    /// Tries before an item is given up, and never before twelve hours have passed since the first.
    pub tries: u32,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            pause: Duration::from_secs(1),
            shortest: MINUTE,
            parallel: 16,
            per_source: 8,
            pending: 5_000,
            pending_bytes: 8 << 20,
            tries: 8,
        }
    }
}
