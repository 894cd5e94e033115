//! Days of the calendar as numbers.

use jiff::civil::Date;

/// A day as tables and packed events keep it: 20220215. Days before the year 1 have no number.
pub(crate) fn number(day: Date) -> Option<u32> {
    let year = u32::try_from(day.year()).ok().filter(|&year| year > 0)?;
    Some(year * 10_000 + u32::from(day.month().unsigned_abs()) * 100 + u32::from(day.day().unsigned_abs()))
}

/// The day of such a number; `None` where no calendar has it.
pub(crate) fn of_number(number: u32) -> Option<Date> {
    let part = |n: u32| i8::try_from(n).ok();
    Date::new(i16::try_from(number / 10_000).ok()?, part(number / 100 % 100)?, part(number % 100)?).ok()
}

/// The month of such a number: 202202.
pub(crate) fn month(number: u32) -> u32 {
    number / 100
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn numbers_lead_back_and_keep_the_order() {
        let days =
            [date(1, 1, 1), date(1999, 12, 31), date(2022, 2, 15), date(2022, 2, 16), date(9999, 12, 31)];
        let numbers: Vec<u32> = days.iter().filter_map(|&d| number(d)).collect();
        assert!(numbers.is_sorted());
        assert!(numbers.iter().zip(days).all(|(&n, d)| of_number(n) == Some(d)));
        assert_eq!(
            (number(date(-44, 3, 15)), of_number(20_220_230), of_number(u32::MAX)),
            (None, None, None)
        );
        assert_eq!(month(20_220_215), 202_202);
    }
}
