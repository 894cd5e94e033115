//! Days as numbers.

use jiff::civil::{Date, Weekday};

/// Days from 1 January 1970; earlier ones are negative.
pub(crate) fn number(day: Date) -> i32 {
    // Years begin in March, so that a leap day is the last of its year, and are counted in eras of 400.
    let year = i32::from(day.year()) - i32::from(day.month() <= 2);
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let month = (i32::from(day.month()) + 9) % 12;
    let of_year = (153 * month + 2) / 5 + i32::from(day.day()) - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The day with this number; `None` where the calendar has none.
pub(crate) fn date(number: i32) -> Option<Date> {
    const EPOCH: Date = jiff::civil::date(1970, 1, 1);
    EPOCH.checked_add(jiff::Span::new().try_days(i64::from(number)).ok()?).ok()
}

/// The day with this number of a day that was one before.
pub(crate) fn day(number: i32) -> Date {
    date(number).unwrap_or(if number < 0 { Date::MIN } else { Date::MAX })
}

/// The Monday of a day's week.
pub(crate) fn monday(number: i32) -> i32 {
    // 1 January 1970 was a Thursday.
    let since = i32::from(Weekday::Thursday.since(Weekday::Monday));
    number - (number + since).rem_euclid(7)
}

/// The first day of a day's month.
pub(crate) fn first_of_month(number: i32) -> i32 {
    number - i32::from(day(number).day()) + 1
}

#[cfg(test)]
mod tests {
    use jiff::civil::date as civil;

    use super::*;

    #[test]
    fn numbers_are_those_of_the_calendar() {
        let days =
            [Date::MIN, civil(-1, 3, 1), civil(0, 2, 29), civil(1900, 2, 28), civil(1900, 3, 1), Date::MAX];
        for day in days {
            assert_eq!(date(number(day)), Some(day));
        }
        assert_eq!((number(civil(1970, 1, 1)), number(civil(2022, 2, 15))), (0, 19_038));
        assert_eq!((date(number(Date::MAX) + 1), date(i32::MIN), date(i32::MAX)), (None, None, None));
        let mut last = number(civil(1999, 12, 31));
        for n in 1..800 {
            let next = number(day(last + 1));
            assert_eq!(next, last + 1, "{n}");
            last = next;
        }
    }

    #[test]
    fn weeks_begin_on_monday_and_months_on_their_first() {
        let tuesday = number(civil(2022, 2, 15));
        assert_eq!(day(monday(tuesday)), civil(2022, 2, 14));
        assert_eq!(day(monday(tuesday - 1)), civil(2022, 2, 14));
        assert_eq!(day(monday(tuesday - 2)), civil(2022, 2, 7));
        assert_eq!(day(monday(number(civil(1969, 12, 31)))), civil(1969, 12, 29));
        assert_eq!(day(first_of_month(tuesday)), civil(2022, 2, 1));
    }
}
