//! Points of the calendar, from a part of a day to a century, and how to move between them.

use jiff::civil::Date;

use crate::unit::Unit;

/// A stretch of the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Point {
    Day(Date),
    /// The week and the weekend by any of their days.
    Week(Date),
    Weekend(Date),
    Month(i16, i8),
    Quarter(i16, i8),
    Half(i16, i8),
    Season(i16, &'static str),
    Year(i16),
    /// Decades and centuries by their first digits.
    Decade(i16),
    Century(i16),
}

impl Point {
    /// The stretch of this size that holds a day.
    pub(crate) fn around(date: Date, unit: Unit) -> Self {
        match unit {
            Unit::Week | Unit::Fortnight => Self::Week(date),
            Unit::Weekend => Self::Weekend(date),
            Unit::Month => Self::Month(date.year(), date.month()),
            Unit::Quarter => Self::Quarter(date.year(), (date.month() + 2) / 3),
            Unit::Year => Self::Year(date.year()),
            Unit::Decade => Self::Decade(date.year().div_euclid(10)),
            Unit::Century | Unit::Millennium => Self::Century(date.year().div_euclid(100)),
            _ => Self::Day(date),
        }
    }

    /// Its first day.
    pub(crate) fn start(&self) -> Option<Date> {
        match *self {
            Self::Day(date) => Some(date),
            Self::Week(date) => monday(date),
            Self::Weekend(date) => moved(monday(date)?, Unit::Day, 5),
            Self::Month(year, month) => Date::new(year, month, 1).ok(),
            Self::Quarter(year, quarter) => Date::new(year, quarter * 3 - 2, 1).ok(),
            Self::Half(year, half) => Date::new(year, half * 6 - 5, 1).ok(),
            Self::Season(year, season) => Date::new(year, first_month(season), 1).ok(),
            Self::Year(year) => Date::new(year, 1, 1).ok(),
            Self::Decade(decade) => Date::new(decade.checked_mul(10)?, 1, 1).ok(),
            Self::Century(century) => Date::new(century.checked_mul(100)?, 1, 1).ok(),
        }
    }

    /// Its last day.
    pub(crate) fn end(&self) -> Option<Date> {
        let start = self.start()?;
        let next = match self {
            Self::Day(_) => return Some(start),
            Self::Week(_) => moved(start, Unit::Day, 7),
            Self::Weekend(_) => moved(start, Unit::Day, 2),
            Self::Month(..) => moved(start, Unit::Month, 1),
            Self::Quarter(..) | Self::Season(..) => moved(start, Unit::Month, 3),
            Self::Half(..) => moved(start, Unit::Month, 6),
            Self::Year(_) => moved(start, Unit::Year, 1),
            Self::Decade(_) => moved(start, Unit::Year, 10),
            Self::Century(_) => moved(start, Unit::Year, 100),
        };
        moved(next?, Unit::Day, -1)
    }

    /// Its size.
    pub(crate) fn unit(&self) -> Unit {
        match self {
            Self::Day(_) => Unit::Day,
            Self::Week(_) => Unit::Week,
            Self::Weekend(_) => Unit::Weekend,
            Self::Month(..) => Unit::Month,
            Self::Quarter(..) | Self::Half(..) | Self::Season(..) => Unit::Quarter,
            Self::Year(_) => Unit::Year,
            Self::Decade(_) => Unit::Decade,
            Self::Century(_) => Unit::Century,
        }
    }

    /// The same stretch in another year; what is longer than a year is that year.
    pub(crate) fn in_year(&self, year: i16) -> Option<Self> {
        Some(match *self {
            Self::Day(d) => Self::Day(Date::new(year, d.month(), d.day()).ok()?),
            Self::Month(_, month) => Self::Month(year, month),
            Self::Quarter(_, quarter) => Self::Quarter(year, quarter),
            Self::Half(_, half) => Self::Half(year, half),
            Self::Season(_, season) => Self::Season(year, season),
            _ => Self::Year(year),
        })
    }

    /// Its TIMEX3 value.
    pub(crate) fn value(&self) -> String {
        match *self {
            Self::Day(date) => date.to_string(),
            Self::Week(date) => week(date),
            Self::Weekend(date) => week(date) + "-WE",
            Self::Month(year, month) => format!("{year:04}-{month:02}"),
            Self::Quarter(year, quarter) => format!("{year:04}-Q{quarter}"),
            Self::Half(year, half) => format!("{year:04}-H{half}"),
            Self::Season(year, season) => format!("{year:04}-{season}"),
            Self::Year(year) if year < 0 => format!("BC{:04}", year.unsigned_abs()),
            Self::Year(year) => format!("{year:04}"),
            Self::Decade(decade) => format!("{decade:03}"),
            Self::Century(century) => format!("{century:02}"),
        }
    }
}

fn week(date: Date) -> String {
    let week = date.iso_week_date();
    format!("{:04}-W{:02}", week.year(), week.week())
}

fn monday(date: Date) -> Option<Date> {
    moved(date, Unit::Day, -i64::from(date.weekday().to_monday_zero_offset()))
}

fn first_month(season: &str) -> i8 {
    match season {
        "SP" => 3,
        "SU" => 6,
        "FA" => 9,
        _ => 12,
    }
}

/// The day some units from another, where the calendar reaches that far.
pub(crate) fn moved(date: Date, unit: Unit, count: i64) -> Option<Date> {
    let span = jiff::Span::new();
    let span = match unit {
        Unit::Second | Unit::Minute | Unit::Hour => return None,
        Unit::Day | Unit::Night => span.try_days(count),
        Unit::Weekend | Unit::Week => span.try_weeks(count),
        Unit::Fortnight => span.try_weeks(count.checked_mul(2)?),
        Unit::Month => span.try_months(count),
        Unit::Quarter => span.try_months(count.checked_mul(3)?),
        Unit::Year => span.try_years(count),
        Unit::Decade => span.try_years(count.checked_mul(10)?),
        Unit::Century => span.try_years(count.checked_mul(100)?),
        Unit::Millennium => span.try_years(count.checked_mul(1000)?),
    };
    date.checked_add(span.ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(year: i16, month: i8, day: i8) -> String {
        let units = [Unit::Week, Unit::Weekend, Unit::Quarter, Unit::Decade, Unit::Century];
        let points = Date::new(year, month, day).map(|d| units.map(|u| Point::around(d, u)));
        points.map(|points| points.map(|p| p.value()).join(" ")).unwrap_or_default()
    }

    #[test]
    fn points_have_timex3_values() {
        assert_eq!(values(2022, 2, 16), "2022-W07 2022-W07-WE 2022-Q1 202 20");
        assert_eq!(values(2021, 1, 1), "2020-W53 2020-W53-WE 2021-Q1 202 20");
    }

    #[test]
    fn a_point_knows_its_first_and_its_last_day() {
        let ends = |p: Point| p.start().zip(p.end()).map(|(a, b)| format!("{a} {b}")).unwrap_or_default();
        assert_eq!(ends(Point::Month(2024, 2)), "2024-02-01 2024-02-29");
        assert_eq!(ends(Point::Season(2021, "WI")), "2021-12-01 2022-02-28");
        assert_eq!(ends(Point::Century(19)), "1900-01-01 1999-12-31");
    }
}
