//! When to ask which source next, and how each source fares; knows no clock, no network and no file.
//!
//! [`Rounds`] is a planner without input and output of its own: a driver tells it the time and what came of each job, and
//! gets jobs and states to save. The same sources, states, seed and calls give the same jobs.
//!
//! # When a source is due again
//!
//! | what is known | due after |
//! | --- | --- |
//! | the user's `every` | `every`; at least the pause and a minute; nothing else counts |
//! | freshness (`Cache-Control`, `Expires`) or `ttl`, the larger | as stated, 5 min to 24 h; at least 1 h if the answer had no validators |
//! | nothing, with validators (`ETag`, `Last-Modified`) | 1 h |
//! | nothing, without validators | 1 h at first; half of the last after news, twice after none; 1 h to 24 h |
//! | then `skipHours`, `skipDays` (UTC) | put off to the first hour that is not ruled out; if all are, they are not heeded |
//! | a transient failure (5xx, timeout, reset) | 1 min, 4, 16, 64, 256, then 6 h |
//! | a refusal (429, 503) | the same, and not before its Retry-After (24 h at most), for which its whole host waits |
//! | a lasting failure (404, not a feed) | 1 h, 4, 16, then 24 h; what the source had moved to, or a page's feed, is forgotten |
//! | robots.txt forbids it | 24 h |
//! | 410 | never again, until the watch file names it by another address or kind |
//!
//! Intervals have up to a twentieth added, back-off up to a quarter taken off, by a hash of seed, address and try; at the
//! start, what is due is spread over a quarter of a second per source, a minute at most.
//! A feed without validators that brings news each time is asked more often than once a day, as it would else roll over
//! what it lists between two visits; one that brings none is soon asked once a day.
//! A moved source (301, 308) keeps its name and is asked at the new address. A page's own listing ([`Listed::turned`]) is
//! asked in place of the page. Of further pages and the sitemaps of an index 50 are asked in a round, to depth 3, each once.
//!
//! # Hosts
//!
//! One request at a time per host and port, and a pause after each: the larger of [`Policy::pause`] and Crawl-delay (an
//! hour at most). Before anything else its robots.txt is asked for, again after 24 hours. While that cannot be had nothing
//! is asked of the host, and robots.txt again after 1 h, 2, 4, then 6 h; after 30 days it counts as absent (RFC 9309,
//! 2.3.1.4). The rules are kept by the driver; a host for which it has none allows all.
//! Listings come before items, items of several sources in turn, hosts that were served longest ago first; no source has
//! more than [`Policy::per_source`] items out, so that neither a long backlog nor a slow host keeps others waiting.
//!
//! # Items
//!
//! Items are tried oldest first. Transient failures are tried again after 1 min, 4, 16, 64, 256, then every 6 h, and given
//! up after [`Policy::tries`] that span twelve hours at least; lasting ones (404, 410, forbidden, too large) at once. What
//! is given up is handed to the driver as [`JobKind::GiveUp`], which makes of it what the listing told.
//! A source keeps at most [`Policy::pending`] items waiting. Where a listing has more, its validators are not kept, so that
//! the rest is shown again; while the backlog is full it is not asked.
//!
//! # Nothing lost, nothing doubled
//!
//! 1. Start: [`Rounds::new`] with the saved states, then [`Rounds::settle`] for each of [`Rounds::pending`] that the ledger has.
//! 2. [`Listed::found`] holds what the ledger has not. The state then has the listing's validators together with these items.
//! 3. [`Rounds::settle`] follows when the ledger has the item, or its mark as given up. States of [`Rounds::take_changed`]
//!    are saved in that transaction or later, those of one call together.
//!
//! Then, whenever the process dies: every item that an answer (200) showed is in the ledger, or waits in the saved state, or
//! is shown again because the saved validators do not cover it; and what the ledger has is not fetched again.
//! Every job is done once, in any order; jobs that were out at death come again.
//!
//! # One round
//!
//! `--once` runs until [`Rounds::is_idle`] and then saves [`Rounds::flush`]. It asks the sources that are due by their kept
//! state (freshness holds from one run to the next), each once, and tries each item that may be tried once. It does not
//! wait for hosts that want to be left alone, nor for later tries.
//!
//! # Silence
//!
//! The usual gap is the longest of the longest gaps of the last 28 days (UTC) with news, the largest tenth (one at least)
//! left out: a night for a daily newsroom, a weekend for a ministry. A median of all gaps would call each night silent.
//! Before eleven such days are known it is a day and a half at least, with fewer than five gaps unknown. A source is silent
//! when it was asked and nothing newer came for more than twice the usual gap and six hours.

mod backlog;
mod backoff;
mod error;
mod finish;
mod health;
mod host;
mod hosts;
mod job;
mod listing;
mod outcome;
mod place;
mod rhythm;
mod rounds;
mod source;
mod start;
mod state;
mod track;
mod when;

pub use health::Health;
pub use job::{Job, JobKind, Pending};
pub use outcome::{Listed, Outcome, Pace, Settled};
pub use place::host;
pub use rounds::Rounds;
pub use source::{Policy, Source, SourceKind};
