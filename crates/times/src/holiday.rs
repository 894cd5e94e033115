//! Days with a name and where they fall in a year.

use jiff::civil::{Date, Weekday};

/// How the day of a holiday is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rule {
    /// A day of one year.
    Once(Date),
    /// The same day each year.
    Fixed { month: i8, day: i8 },
    /// The nth weekday of a month, from its end where negative.
    Nth { month: i8, weekday: i8, nth: i8 },
    /// Days from Easter Sunday.
    Easter(i64),
}

impl Rule {
    /// The rule that a table writes as `12-25`, `11-W-4-4`, `easter-2` or `2001-09-11`.
    pub(crate) fn of(text: &str) -> Option<Self> {
        if let Some(days) = text.strip_prefix("easter") {
            return days.parse().ok().map(Self::Easter);
        }
        if let Some((month, rest)) = text.split_once("-W-") {
            let (weekday, nth) = rest.split_once('-')?;
            return Some(Self::Nth {
                month: month.parse().ok()?,
                weekday: weekday.parse().ok()?,
                nth: nth.parse().ok()?,
            });
        }
        let parts: Vec<i16> = text.split('-').map(str::parse).collect::<Result<_, _>>().ok()?;
        match parts[..] {
            [year, month, day] => Date::new(year, month as i8, day as i8).ok().map(Self::Once),
            [month, day] => Some(Self::Fixed { month: month as i8, day: day as i8 }),
            _ => None,
        }
    }

    /// The day in a year.
    pub(crate) fn in_year(self, year: i16) -> Option<Date> {
        match self {
            Self::Once(date) => Some(date),
            Self::Fixed { month, day } => Date::new(year, month, day).ok(),
            Self::Nth { month, weekday, nth } => {
                let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
                Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()
            }
            Self::Easter(days) => easter(year)?.checked_add(jiff::Span::new().try_days(days).ok()?).ok(),
        }
    }
}

/// Easter Sunday of the Gregorian calendar, after Meeus, Jones and Butcher.
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (golden, century, rest) = (y % 19, y / 100, y % 100);
    let moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    let week = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let correction = (golden + 11 * moon + 22 * week) / 451;
    let days = moon + week - 7 * correction + 114;
    Date::new(year, (days / 31) as i8, (days % 31 + 1) as i8).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(rule: &str, year: i16) -> String {
        Rule::of(rule).and_then(|r| r.in_year(year)).map(|d| d.to_string()).unwrap_or_default()
    }

    #[test]
    fn holidays_fall_on_their_days() {
        assert_eq!(day("12-25", 2021), "2021-12-25");
        assert_eq!(day("11-W-4-4", 2021), "2021-11-25");
        assert_eq!(day("05-W-1--1", 2022), "2022-05-30");
        assert_eq!(day("easter+0", 2022), "2022-04-17");
        assert_eq!(day("easter-2", 2000), "2000-04-21");
        assert_eq!(day("2001-09-11", 2022), "2001-09-11");
    }
}
