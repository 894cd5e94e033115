//! The clock: which day it is. Nothing below a face knows it.

use std::time::Duration;

use jiff::civil::Date;
use jiff::{Timestamp, tz::TimeZone};
use saydo_patrol::Clock;

/// Today, in UTC, as publication days are.
pub(crate) fn today() -> Date {
    Timestamp::now().to_zoned(TimeZone::UTC).date()
}

/// The clock on the wall.
pub(crate) struct WallClock;

/// A signal to stop is heard at least so often.
const LISTEN: Duration = Duration::from_millis(250);

impl Clock for WallClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn patience(&self, until: Timestamp, _: usize) -> Duration {
        let left = Duration::try_from(until.duration_since(Timestamp::now())).unwrap_or_default();
        left.min(LISTEN)
    }
}
