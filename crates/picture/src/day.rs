//! Counting days.

use jiff::civil::Date;

/// Days from one day to another; negative where the second lies before the first.
pub(crate) fn days(from: Date, to: Date) -> i32 {
    number(to) - number(from)
}

/// The number of a day in the Gregorian calendar, so that a million days are counted without making spans: years begin
/// in March, which leaves the leap day for their end.
pub(crate) fn number(day: Date) -> i32 {
    let (month, year) = (i32::from(day.month()), i32::from(day.year()));
    let (month, year) = if month > 2 { (month - 3, year) } else { (month + 9, year - 1) };
    let leaps = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    365 * year + leaps + (153 * month + 2) / 5 + i32::from(day.day())
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_are_counted_as_the_calendar_counts_them() {
        let first = date(1899, 12, 25);
        let counted = (0..60_000).step_by(13).all(|n| days(first, first.saturating_add(n.days())) == n);
        assert!(counted);
        assert_eq!(days(date(2022, 3, 1), date(2022, 2, 28)), -1);
    }
}
