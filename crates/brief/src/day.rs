//! Days as people write them.

use jiff::civil::Date;
use saydo_facts::Days;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month(day: Date) -> &'static str {
    MONTHS[usize::from(day.month().unsigned_abs()) - 1]
}

/// A day as people write it: `16 February 2022`.
pub fn long(day: Date) -> String {
    format!("{} {} {}", day.day(), month(day), day.year())
}

/// `16 Feb 2022`.
pub(crate) fn short(day: Date) -> String {
    format!("{} {} {}", day.day(), &month(day)[..3], day.year())
}

/// `16 Feb`, with the year where it is another than that of `now`.
pub(crate) fn near(day: Date, now: Date) -> String {
    if day.year() == now.year() { format!("{} {}", day.day(), &month(day)[..3]) } else { short(day) }
}

/// `18 Feb` or `18 Feb to 20 Feb`.
pub(crate) fn span(days: Days, now: Date) -> String {
    if days.first == days.last {
        near(days.last, now)
    } else {
        format!("{} to {}", near(days.first, now), near(days.last, now))
    }
}

/// How many days lie from `first` to `last`; negative where `last` is the earlier.
pub(crate) fn between(first: Date, last: Date) -> i64 {
    first.until(last).map_or(0, |span| i64::from(span.get_days()))
}

/// `1 day`, `12 days`.
pub(crate) fn days(n: i64) -> String {
    count(n.unsigned_abs() as usize, "day", "days")
}

/// `1 report`, `12 reports`.
pub(crate) fn count(n: usize, one: &str, many: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{} {many}", grouped(n as u64)) }
}

/// `1,234,567`.
pub(crate) fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_are_told_with_the_year_where_it_is_another() {
        let now = date(2022, 2, 16);
        assert_eq!(long(now), "16 February 2022");
        assert_eq!(near(now, now), "16 Feb");
        assert_eq!(near(date(2021, 12, 9), now), "9 Dec 2021");
        assert_eq!(span(Days { first: date(2022, 2, 18), last: date(2022, 2, 20) }, now), "18 Feb to 20 Feb");
        assert_eq!(between(date(2022, 2, 20), now), -4);
        assert_eq!(between(Date::MIN, Date::MAX), 7_304_483);
    }

    #[test]
    fn numbers_are_grouped() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(130_000), "130,000");
        assert_eq!(count(1, "report", "reports"), "1 report");
    }
}
