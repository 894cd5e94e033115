//! A time axis from left to right, in per cent of its width, so that charts fit any screen without a script.

use jiff::ToSpan;
use jiff::civil::Date;

use super::markup::Markup;
use crate::day;

/// As many stretches lie between the days that are marked.
const STRETCHES: i64 = 4;

/// Days from the first to the last, both included.
#[derive(Clone, Copy, Debug)]
pub(super) struct Axis {
    first: Date,
    days: i64,
}

impl Axis {
    /// The days up to `last`, from `first` on but no more than `most`; the wrong way round is one day.
    pub(super) fn new(first: Date, last: Date, most: i64) -> Self {
        let days = (day::between(first, last).max(0) + 1).min(most);
        Self { first: before(last, days - 1), days }
    }

    /// How many days it has.
    pub(super) fn days(self) -> usize {
        self.days as usize
    }

    /// The number of a day on it.
    pub(super) fn number(self, date: Date) -> Option<usize> {
        let at = day::between(self.first, date);
        (0..self.days).contains(&at).then_some(at as usize)
    }

    /// The day with this number.
    pub(super) fn day(self, number: usize) -> Date {
        self.first.checked_add((number as i64).days()).unwrap_or(Date::MAX)
    }

    /// The left edge of the day with this number, in per cent.
    pub(super) fn edge(self, number: usize) -> f64 {
        (number as f64).min(self.days as f64) * 100.0 / self.days as f64
    }

    /// The middle of a day, in per cent; days outside are set to the edges.
    pub(super) fn middle(self, date: Date) -> f64 {
        let at = day::between(self.first, date).clamp(0, self.days - 1);
        (at as f64 + 0.5) * 100.0 / self.days as f64
    }

    /// A line for each marked day from top to bottom, and its name below.
    pub(super) fn draw(self, out: &mut Markup, top: f64, bottom: f64) {
        let mut marks: Vec<i64> = (0..=STRETCHES).map(|n| (self.days - 1) * n / STRETCHES).collect();
        marks.dedup();
        let last = marks.len() - 1;
        let mut year = None;
        for (n, mark) in marks.into_iter().enumerate() {
            let date = self.day(mark as usize);
            let x = percent(self.middle(date));
            let ends = [("y1", number(top)), ("y2", number(bottom))];
            out.leaf(
                "line",
                &[("class", "grid"), ("x1", &x), ("x2", &x), ("y1", &ends[0].1), ("y2", &ends[1].1)],
                "",
            );
            let (x, anchor) = match n {
                0 => ("0%", "start"),
                n if n == last => ("100%", "end"),
                _ => (x.as_str(), "middle"),
            };
            let class = if n % 2 == 1 { "tick odd" } else { "tick" };
            let attributes =
                [("class", class), ("x", x), ("y", &number(bottom + 15.0)), ("text-anchor", anchor)];
            let told = if year == Some(date.year()) { day::near(date, date) } else { day::short(date) };
            out.leaf("text", &attributes, &told);
            year = Some(date.year());
        }
    }
}

fn before(date: Date, days: i64) -> Date {
    date.checked_sub(days.days()).unwrap_or(Date::MIN)
}

/// `12.5%`.
pub(super) fn percent(value: f64) -> String {
    format!("{value:.2}%")
}

/// `12.5`.
pub(super) fn number(value: f64) -> String {
    format!("{value:.1}")
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_have_numbers_and_places() {
        let axis = Axis::new(date(2022, 2, 7), date(2022, 2, 16), 99);
        assert_eq!(
            (axis.days(), axis.number(date(2022, 2, 16)), axis.day(9)),
            (10, Some(9), date(2022, 2, 16))
        );
        assert_eq!((axis.number(date(2022, 2, 6)), axis.number(date(2022, 2, 17))), (None, None));
        assert_eq!(
            (percent(axis.edge(1)), percent(axis.middle(date(2022, 2, 7)))),
            ("10.00%".into(), "5.00%".into())
        );
    }

    #[test]
    fn long_times_are_cut_and_wrong_ones_are_a_day() {
        assert_eq!(Axis::new(date(2014, 1, 1), date(2022, 2, 16), 7).day(0), date(2022, 2, 10));
        assert_eq!(Axis::new(date(2022, 2, 2), date(2022, 2, 1), 7).days(), 1);
        assert_eq!(Axis::new(Date::MIN, Date::MIN, 7).day(0), Date::MIN);
    }
}
