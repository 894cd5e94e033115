//! How often a source usually brings something, and since when it is silent.
//!
//! The gaps between items are many short ones by day and one long one by night: their median says nothing about silence.
//! So of each day (UTC) with news only the longest gap that ended on it is kept, for the last 28 such days, and the usual
//! gap is the longest of these without the largest tenth, one at least: a night for a daily newsroom, a weekend for a
//! ministry, a week for a weekly, whatever bursts come between; single outliers (a pinned old item, a holiday) are left out.
//! Before eleven days with news are known, a night or a weekend may not have been seen often enough: the usual gap is then
//! taken as a day and a half at least. With fewer than five gaps nothing is said.

use std::collections::VecDeque;
use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use crate::backoff::{DAY, HOUR, MINUTE, between};

const DAYS: usize = 28;
const GAPS: u32 = 5;
const KNOWN_DAYS: usize = 11;

/// When items came.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Rhythm {
    /// Time of the newest item.
    pub(crate) last: Option<Timestamp>,
    /// How many gaps were seen, those under a minute not counted.
    gaps: u32,
    /// Day since 1970 and the longest gap that ended on it, in seconds.
    days: VecDeque<(i64, u64)>,
}

impl Rhythm {
    /// Notes items in any order; those older than the newest known say nothing new, none is later than now.
    pub(crate) fn note(&mut self, mut times: Vec<Timestamp>, now: Timestamp) {
        times.sort_unstable();
        for time in times {
            self.step(time.min(now));
        }
    }

    fn step(&mut self, time: Timestamp) {
        if let Some(last) = self.last.filter(|&last| last < time) {
            let gap = between(last, time);
            self.gaps = self.gaps.saturating_add(u32::from(gap > MINUTE));
            self.longest(time.as_second().div_euclid(86_400), gap.as_secs());
        }
        self.last = self.last.max(Some(time));
    }

    fn longest(&mut self, day: i64, gap: u64) {
        match self.days.back_mut().filter(|(last, _)| *last == day) {
            Some((_, longest)) => *longest = gap.max(*longest),
            None => self.days.push_back((day, gap)),
        }
        if self.days.len() > DAYS {
            self.days.pop_front();
        }
    }

    /// The gap between items that is nothing unusual.
    pub(crate) fn usual(&self) -> Option<Duration> {
        if self.gaps < GAPS {
            return None;
        }
        let mut gaps: Vec<u64> = self.days.iter().map(|(_, gap)| *gap).collect();
        gaps.sort_unstable();
        let left_out = (gaps.len() / 10).max(1);
        let usual = Duration::from_secs(*gaps.get((gaps.len() - 1).saturating_sub(left_out))?);
        Some(if gaps.len() < KNOWN_DAYS { usual.max(DAY * 3 / 2) } else { usual })
    }

    /// Whether nothing new was there at `asked` for more than twice the usual gap, and six hours.
    pub(crate) fn silent(&self, asked: Timestamp) -> bool {
        let (Some(last), Some(usual)) = (self.last, self.usual()) else { return false };
        between(last, asked) > usual.saturating_mul(2).max(HOUR * 6)
    }
}

/// A publication time as feeds and pages have it; without a zone it is taken as UTC, a day as its start.
pub(crate) fn instant(published: &str) -> Option<Timestamp> {
    let zoneless = || {
        let time = published.parse::<DateTime>().ok()?;
        Some(time.to_zoned(TimeZone::UTC).ok()?.timestamp())
    };
    published.parse::<Timestamp>().ok().or_else(zoneless)
}
