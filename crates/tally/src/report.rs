//! Reports in columns.

use saydo_facts::{Facts, FamilyId, Report};

use crate::day::number;
use crate::{Cursor, Filter};
use jiff::civil::Date;

/// What is asked of reports, by their index in the facts.
#[derive(Debug)]
pub(crate) struct Reports {
    /// The family of each.
    pub(crate) family: Vec<u32>,
    /// How many families there are.
    pub(crate) families: usize,
    /// Number and index, by number.
    numbers: Vec<(u32, u32)>,
    /// Indices, the newest first, those without a day at the end.
    pub(crate) newest: Vec<u32>,
    /// The days of publication in that order; `i32::MIN` for none.
    pub(crate) days: Vec<i32>,
    /// The first day on which each counts, and the first on which it does not any more.
    counts: Vec<(i32, i32)>,
}

impl Reports {
    pub(crate) fn of(facts: &Facts) -> Self {
        let reports = facts.reports();
        let mut numbers: Vec<(u32, u32)> =
            reports.iter().enumerate().map(|(at, report)| (report.number, at as u32)).collect();
        numbers.sort_unstable();
        let mut newest: Vec<u32> = (0..reports.len() as u32).collect();
        newest.sort_unstable_by_key(|at| std::cmp::Reverse(place(&reports[*at as usize])));
        let days = newest.iter().map(|at| place(&reports[*at as usize]).0).collect();
        let family: Vec<u32> = reports.iter().map(|report| report.family.0).collect();
        let families = family.iter().max().map_or(0, |most| *most as usize + 1);
        Self { family, families, numbers, newest, days, counts: reports.iter().map(span).collect() }
    }

    /// The index of the report with this number.
    pub(crate) fn at(&self, number: u32) -> Option<usize> {
        let found = self.numbers.partition_point(|(n, _)| *n < number);
        self.numbers.get(found).filter(|(n, _)| *n == number).map(|(_, at)| *at as usize)
    }

    /// For each report whether it counts as of a day.
    pub(crate) fn counting(&self, day: Date) -> impl Iterator<Item = bool> {
        let day = number(day);
        self.counts.iter().map(move |(first, end)| *first <= day && day < *end)
    }

    /// For each report whether a search found it.
    pub(crate) fn found(&self, numbers: &[u32]) -> Vec<bool> {
        let mut found = vec![false; self.family.len()];
        for at in numbers.iter().filter_map(|number| self.at(*number)) {
            found[at] = true;
        }
        found
    }

    /// For each family whether it is among those that were asked for; `None` where none was.
    pub(crate) fn chosen(&self, facts: &Facts, filter: &Filter) -> Option<Vec<bool>> {
        let is_chosen = |n| filter.families.iter().any(|name| name == facts.family_name(FamilyId(n)));
        (!filter.families.is_empty()).then(|| (0..self.families as u32).map(is_chosen).collect())
    }
}

/// The first day on which a report counts, and the first on which it does not any more: [`Report::counts`] as two numbers.
fn span(report: &Report) -> (i32, i32) {
    let first = report.published.map(|day| report.valid_from.map_or(day, |valid| valid.max(day)));
    let first = first.filter(|_| !report.is_future()).map_or(i32::MAX, number);
    (first, report.superseded.map_or(i32::MAX, number))
}

/// Day and number, by which reports are ordered.
pub(crate) fn place(report: &Report) -> (i32, u32) {
    (report.published.map_or(i32::MIN, number), report.number)
}

/// The mark of a report in a list of them.
pub(crate) fn cursor(report: &Report) -> Cursor {
    Cursor { day: report.published.unwrap_or(Date::MIN), report: report.number, nth: 0 }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn two_numbers_say_when_a_report_counts() {
        let days = |day: i8| (day > 0).then(|| date(2022, 2, day));
        let mut facts = Facts::default();
        let family = facts.family("Example Wire");
        let mut number = 0;
        for (published, added) in [(0, 3), (2, 2), (2, 4), (5, 3)] {
            for (valid_from, superseded) in [(0, 0), (3, 0), (1, 4), (0, 3), (4, 3)] {
                number += 1;
                let report = Report::of(number, family, days(published));
                facts.report(Report {
                    added: days(added),
                    valid_from: days(valid_from),
                    superseded: days(superseded),
                    ..report
                });
            }
        }
        let reports = Reports::of(&facts);
        for day in (1..=6).map(|day| date(2022, 2, day)) {
            let plain = facts.reports().iter().map(|report| report.counts(day));
            assert!(reports.counting(day).eq(plain), "{day}");
        }
    }
}
