//! The day of publication, from what an input writes.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::fmt::{rfc2822, strtime};
use jiff::tz::TimeZone;

/// Forms in which pages and front matter write a day, besides those of standards.
const WRITTEN: [&str; 10] = [
    "%B %d, %Y",
    "%b %d, %Y",
    "%d %B %Y",
    "%d %b %Y",
    "%A, %B %d, %Y",
    "%a, %b %d, %Y",
    "%A, %d %B %Y",
    "%a, %d %b %Y",
    "%Y/%m/%d",
    "%d.%m.%Y",
];

/// The day of publication, in UTC where the input gives a time of day with its zone; `None` for what names no day.
///
/// ```
/// let day = |published| saydo_facts::day(published).map(|d| d.to_string());
/// assert_eq!(day("2022-02-15T23:30:00-05:00").as_deref(), Some("2022-02-16"));
/// assert_eq!(day("2022-02-15").as_deref(), Some("2022-02-15"));
/// assert_eq!(day("yesterday"), None);
/// ```
pub fn day(published: &str) -> Option<Date> {
    let published = published.trim();
    let instant = published.parse::<Timestamp>().ok().or_else(|| mail(published));
    let day = instant
        .map(|instant| instant.to_zoned(TimeZone::UTC).date())
        .or_else(|| published.parse::<DateTime>().ok().map(DateTime::date))
        .or_else(|| published.parse::<Date>().ok())
        .or_else(|| WRITTEN.iter().find_map(|form| strtime::parse(form, published).ok()?.to_date().ok()));
    day.filter(|day| (1..=9999).contains(&day.year()))
}

/// "Wed, 16 Feb 2022 10:00:00 GMT", as feeds write it.
fn mail(published: &str) -> Option<Timestamp> {
    rfc2822::DateTimeParser::new().parse_timestamp(published).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_of_publication() {
        for written in [
            "2022-02-16",
            " 2022-02-16 ",
            "20220216",
            "2022-02-16T10:00:00Z",
            "2022-02-16 10:00:00+01:00",
            "2022-02-16T10:00",
            "2022-02-15T23:59:59-00:01",
            "2022-02-17T00:30:00+02:00",
            "2022-02-17T00:30:00+0200",
            "2022-02-16T10:00:00.123456Z",
            "Wed, 16 Feb 2022 10:00:00 GMT",
            "Wed, 16 Feb 2022 23:00:00 -0000",
            "February 16, 2022",
            "Feb 16, 2022",
            "16 February 2022",
            "Wednesday, February 16, 2022",
            "2022/02/16",
        ] {
            assert_eq!(day(written), Some(date(2022, 2, 16)), "{written}");
        }
    }

    #[test]
    fn nonsense_is_no_day() {
        let long = "9".repeat(100_000);
        for written in
            ["", "soon", "2022", "2022-02", "2022-02-30", "2022-13-01", "0000-01-01", "-0044-03-15", &long]
        {
            assert_eq!(day(written), None, "{written}");
        }
    }
}
