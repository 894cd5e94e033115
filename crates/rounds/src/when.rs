//! When a source is due again.

use std::time::Duration;

use jiff::tz::TimeZone;
use jiff::{Timestamp, civil::Time};

use crate::Pace;
use crate::backoff::{DAY, HOUR, Jitter, MINUTE, later};

/// What bears on when a source is due again.
pub(crate) struct Signs<'s> {
    pub(crate) every: Option<Duration>,
    pub(crate) fresh: Option<Duration>,
    pub(crate) pace: &'s Pace,
    /// Whether the answer can be asked for conditionally.
    pub(crate) validators: bool,
    /// What a source that cannot is asked at: see [`bare`].
    pub(crate) bare: Duration,
    pub(crate) pause: Duration,
    /// What the user's wish is not heeded below.
    pub(crate) shortest: Duration,
}

/// The rules of the table in the crate's documentation.
pub(crate) fn due(now: Timestamp, signs: &Signs<'_>, address: &str, jitter: Jitter) -> Timestamp {
    if let Some(every) = signs.every {
        return later(now, every.max(signs.pause).max(signs.shortest));
    }
    let wait = interval(signs).max(signs.pause);
    let spread = jitter.below(wait / 20, address, now.as_second() as u32);
    admitted(later(now, wait.saturating_add(spread)), signs.pace, address, jitter)
}

fn interval(signs: &Signs<'_>) -> Duration {
    let stated = signs.fresh.max(signs.pace.ttl).filter(|stated| !stated.is_zero());
    match (stated, signs.validators) {
        (Some(stated), true) => stated.clamp(MINUTE * 5, DAY),
        (Some(stated), false) => stated.clamp(HOUR, DAY),
        (None, true) => HOUR,
        (None, false) => signs.bare,
    }
}

/// The interval of a source that has no validators and says nothing: half of the last where that brought something new, twice
/// where it did not; between an hour and a day.
pub(crate) fn bare(last: Option<Duration>, news: bool) -> Duration {
    let next = last.map_or(HOUR, |last| if news { last / 2 } else { last.saturating_mul(2) });
    next.clamp(HOUR, DAY)
}

/// The first instant from `at` that the feed does not rule out; a feed that rules out all is not heeded.
fn admitted(at: Timestamp, pace: &Pace, address: &str, jitter: Jitter) -> Timestamp {
    let Some(hours) = (0..=7 * 24).find(|&hours| !ruled_out(later(at, HOUR * hours), pace)) else {
        return at;
    };
    if hours == 0 {
        return at;
    }
    let zoned = later(at, HOUR * hours).to_zoned(TimeZone::UTC);
    let start = zoned.datetime().with().time(Time::constant(zoned.hour(), 0, 0, 0)).build();
    let start =
        start.ok().and_then(|start| start.to_zoned(TimeZone::UTC).ok()).map_or(at, |start| start.timestamp());
    later(start, jitter.below(MINUTE * 5, address, start.as_second() as u32))
}

fn ruled_out(at: Timestamp, pace: &Pace) -> bool {
    let at = at.to_zoned(TimeZone::UTC);
    pace.skip_days.contains(&at.weekday())
        || pace.skip_hours.iter().any(|&hour| i16::from(hour) == i16::from(at.hour()))
}
