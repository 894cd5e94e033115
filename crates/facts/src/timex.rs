//! From a TIMEX3 value to the days that it names.

use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};

use crate::Days;

/// The days of a value: `2022-02-15`, `2022-02`, `2022-W07`, `2022-W07-WE`, `2021-SP`, `2022-Q1`, `2022-H2`, `2022`, `202`
/// (a decade), `20` (a century), each with or without a time of day. `PRESENT_REF` is the day of publication. Durations,
/// sets, and what leaves a part open have no days.
///
/// ```
/// let days = |value| saydo_facts::days(value, None).map(|d| format!("{} {}", d.first, d.last));
/// assert_eq!(days("2022-02").as_deref(), Some("2022-02-01 2022-02-28"));
/// assert_eq!(days("P2W"), None);
/// ```
pub fn days(value: &str, published: Option<Date>) -> Option<Days> {
    if value == "PRESENT_REF" {
        return published.map(Days::on);
    }
    let day = value.split_once('T').map_or(value, |(day, _)| day);
    let parts: Vec<&str> = day.split('-').collect();
    match parts[..] {
        [year] => years(year),
        [year, part] => within(digits(year, 4)?, part),
        [year, week, day] if week.starts_with('W') => of_week(digits(year, 4)?, week, day),
        [year, month, day] => Some(Days::on(civil(digits(year, 4)?, digits(month, 2)?, digits(day, 2)?)?)),
        _ => None,
    }
}

/// A year, a decade by three digits, a century by two.
fn years(text: &str) -> Option<Days> {
    let count = [(4, 1), (3, 10), (2, 100)].into_iter().find(|(length, _)| *length == text.len())?.1;
    let first = digits(text, text.len())?.checked_mul(count)?;
    // There is no year 0.
    let count = count - i16::from(first == 0);
    (count > 0).then(|| months(first.max(1), 1, 12 * count))?
}

/// A part of a year: a month, a season, a quarter, a half, a week.
fn within(year: i16, part: &str) -> Option<Days> {
    let numbered = |letter, length| part.strip_prefix(letter).and_then(|n| digits(n, length));
    if let Some(week) = numbered('W', 2) {
        let monday = monday(year, week)?;
        return stretch(monday, 7);
    }
    match part {
        "SP" => months(year, 3, 3),
        "SU" => months(year, 6, 3),
        "FA" | "AU" => months(year, 9, 3),
        "WI" => months(year, 12, 3),
        _ => match (numbered('Q', 1), numbered('H', 1)) {
            (Some(quarter @ 1..=4), _) => months(year, quarter * 3 - 2, 3),
            (_, Some(half @ 1..=2)) => months(year, half * 6 - 5, 6),
            _ => months(year, digits(part, 2)?, 1),
        },
    }
}

/// A weekend, or a day by its number in the week.
fn of_week(year: i16, week: &str, day: &str) -> Option<Days> {
    let monday = monday(year, digits(week.strip_prefix('W')?, 2)?)?;
    let from = |offset: i16| monday.checked_add(i64::from(offset).days()).ok();
    match day {
        "WE" => stretch(from(5)?, 2),
        _ => Some(Days::on(from(digits(day, 1).filter(|d| (1..=7).contains(d))? - 1)?)),
    }
}

fn monday(year: i16, week: i16) -> Option<Date> {
    ISOWeekDate::new(year, i8::try_from(week).ok()?, Weekday::Monday).ok().map(ISOWeekDate::date)
}

/// So many months from the first day of one.
fn months(year: i16, month: i16, count: i16) -> Option<Days> {
    let first = civil(year, month, 1)?;
    let last = first.checked_add(i64::from(count - 1).months()).ok()?.last_of_month();
    Some(Days { first, last })
}

/// So many days from one on.
fn stretch(first: Date, count: i64) -> Option<Days> {
    Some(Days { first, last: first.checked_add((count - 1).days()).ok()? })
}

fn civil(year: i16, month: i16, day: i16) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok().filter(|date| date.year() > 0)
}

/// A number of exactly so many digits; anything else, an `X` too, is left open.
fn digits(text: &str, length: usize) -> Option<i16> {
    let all = text.len() == length && text.bytes().all(|b| b.is_ascii_digit());
    all.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn check(value: &str, expected: &str) {
        let found = days(value, Some(date(2022, 2, 16)));
        let found = found.map_or(String::new(), |d| format!("{} {}", d.first, d.last));
        assert_eq!(found, expected, "{value}");
    }

    #[test]
    fn points_of_the_calendar() {
        check("2022-02-15", "2022-02-15 2022-02-15");
        check("2022-02-15T14:30", "2022-02-15 2022-02-15");
        check("2022-02-15TMO", "2022-02-15 2022-02-15");
        check("2024-02", "2024-02-01 2024-02-29");
        check("2022-12", "2022-12-01 2022-12-31");
        check("2022-W07", "2022-02-14 2022-02-20");
        check("2020-W53", "2020-12-28 2021-01-03");
        check("2022-W07-WE", "2022-02-19 2022-02-20");
        check("2022-W07-2", "2022-02-15 2022-02-15");
        check("2022-Q1", "2022-01-01 2022-03-31");
        check("2022-H2", "2022-07-01 2022-12-31");
        check("2022", "2022-01-01 2022-12-31");
        check("202", "2020-01-01 2029-12-31");
        check("20", "2000-01-01 2099-12-31");
        check("00", "0001-01-01 0099-12-31");
        check("9999", "9999-01-01 9999-12-31");
    }

    #[test]
    fn seasons_have_three_months_and_winter_ends_in_the_next_year() {
        check("2021-SP", "2021-03-01 2021-05-31");
        check("2021-SU", "2021-06-01 2021-08-31");
        check("2021-FA", "2021-09-01 2021-11-30");
        check("2021-WI", "2021-12-01 2022-02-28");
    }

    #[test]
    fn now_is_the_day_of_publication() {
        check("PRESENT_REF", "2022-02-16 2022-02-16");
        assert_eq!(days("PRESENT_REF", None), None);
    }

    #[test]
    fn what_names_no_days_has_none() {
        for value in [
            "",
            "-",
            "P2W",
            "PT3H",
            "PXD",
            "PAST_REF",
            "FUTURE_REF",
            "XXXX-02-15",
            "XXXX-WXX-2",
            "2022-XX",
            "2022-02-XX",
            "T14:30",
            "BC0044",
            "2022-13",
            "2022-00",
            "2022-02-30",
            "2022-W54",
            "2022-W00",
            "2022-Q5",
            "2022-Q0",
            "2022-H3",
            "2022-W07-8",
            "2022-W07-0",
            "2022-W-1",
            "20222",
            "0000",
            "0000-01",
            "9999-WI",
            "2022-2-1",
            "2022-02-15-1",
            "２０２２",
            "-2022",
            "2022-é",
        ] {
            check(value, "");
        }
    }
}
