//! What is kept of a source over a restart, as JSON.

use std::collections::BTreeMap;
use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::backlog::Backlog;
use crate::backoff::{DAY, later};
use crate::error::Error;
use crate::rhythm::Rhythm;
use crate::{Pace, Source, SourceKind};

/// The version of the state that is written.
pub(crate) const VERSION: u32 = 1;

/// What is kept of a source.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct State {
    v: u32,
    /// The kind that the user gave when this was written.
    told: SourceKind,
    /// What it turned out to be.
    pub(crate) kind: SourceKind,
    /// Where it is asked, if not at the address of the watch file.
    pub(crate) address: Option<String>,
    /// Whether that is a listing that a page named.
    pub(crate) turned: bool,
    /// The title that the listing gives itself.
    pub(crate) publisher: Option<String>,
    pub(crate) gone: bool,
    pub(crate) due: Timestamp,
    pub(crate) asked: Option<Timestamp>,
    pub(crate) answered: Option<Timestamp>,
    pub(crate) errors: u32,
    pub(crate) error: Option<String>,
    pub(crate) fresh: Option<Duration>,
    pub(crate) pace: Pace,
    /// The interval of a source without validators.
    pub(crate) bare: Option<Duration>,
    /// Whether further listings brought something new since the source's own was asked.
    pub(crate) news: bool,
    pub(crate) given_up: u64,
    pub(crate) rhythm: Rhythm,
    /// Hosts that asked to be left alone until then, by the address of their robots.txt.
    pub(crate) holds: BTreeMap<String, Timestamp>,
    /// By address: what listings said when all of their items were taken up.
    pub(crate) listings: BTreeMap<String, Validators>,
    /// Further pages and sitemaps that are still to be asked.
    pub(crate) left: BTreeMap<String, Further>,
    pub(crate) pending: Backlog,
}

/// What makes the next request conditional; what it covers is in the ledger or pending.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Validators {
    pub(crate) etag: Option<String>,
    pub(crate) last_modified: Option<String>,
    /// The sitemaps of an index, which may change while it does not.
    pub(crate) next: Vec<String>,
}

/// A further page or sitemap that is still to be asked.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Further {
    pub(crate) depth: u8,
    pub(crate) tries: u32,
    pub(crate) ready: Timestamp,
    /// Whether it was tried since the start.
    #[serde(skip)]
    pub(crate) tried: bool,
}

impl State {
    pub(crate) fn new(source: &Source, due: Timestamp) -> Self {
        Self {
            v: VERSION,
            told: source.kind,
            kind: source.kind,
            address: None,
            turned: false,
            publisher: None,
            gone: false,
            due,
            asked: None,
            answered: None,
            errors: 0,
            error: None,
            fresh: None,
            pace: Pace::default(),
            bare: None,
            news: false,
            given_up: 0,
            rhythm: Rhythm::default(),
            holds: BTreeMap::new(),
            listings: BTreeMap::new(),
            left: BTreeMap::new(),
            pending: Backlog::default(),
        }
    }

    /// Reads what [`State::write`] wrote, for a source as the user has it now.
    pub(crate) fn read(json: &str, source: &Source, now: Timestamp) -> Result<Self, Error> {
        let Versioned { v } = serde_json::from_str(json)?;
        if v != VERSION {
            return Err(Error::Version(v));
        }
        let mut state: Self = serde_json::from_str(json)?;
        state.mend(source, now);
        Ok(state)
    }

    pub(crate) fn write(&self) -> String {
        serde_json::to_string(self).expect("a state has string keys and no failing parts")
    }

    /// The user may have changed kind or interval, and the clock may have been wrong.
    fn mend(&mut self, source: &Source, now: Timestamp) {
        if self.told != source.kind {
            (self.told, self.due) = (source.kind, now);
            self.gone = false;
            self.forget_way(source);
            self.left.clear();
        }
        self.due = self.due.min(later(now, DAY * 9));
        self.rhythm.last = self.rhythm.last.map(|last| last.min(now));
        if let (Some(every), Some(asked), 0) = (source.every, self.asked, self.errors) {
            self.due = self.due.min(later(asked, every));
        }
    }

    /// Back to the address and kind of the watch file.
    pub(crate) fn forget_way(&mut self, source: &Source) {
        (self.address, self.turned, self.kind) = (None, false, source.kind);
        self.listings.clear();
    }
}

#[derive(Deserialize)]
struct Versioned {
    v: u32,
}
