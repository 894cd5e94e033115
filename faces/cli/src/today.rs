//! The clock: which day it is. Nothing below a face knows it.

use jiff::civil::Date;
use jiff::{Timestamp, tz::TimeZone};

/// Today, in UTC, as publication days are.
pub(crate) fn today() -> Date {
    Timestamp::now().to_zoned(TimeZone::UTC).date()
}
