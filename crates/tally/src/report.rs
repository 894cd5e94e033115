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
}

impl Reports {
    pub(crate) fn of(facts: &Facts) -> Self {
        let reports = facts.reports();
        let mut numbers: Vec<(u32, u32)> =
            reports.iter().enumerate().map(|(at, report)| (report.number, at as u32)).collect();
        numbers.sort_unstable();
        let mut newest: Vec<u32> = (0..reports.len() as u32).collect();
        newest.sort_unstable_by_key(|at| std::cmp::Reverse(place(&reports[*at as usize])));
        let family: Vec<u32> = reports.iter().map(|report| report.family.0).collect();
        let families = family.iter().max().map_or(0, |most| *most as usize + 1);
        Self { family, families, numbers, newest }
    }

    /// The index of the report with this number.
    pub(crate) fn at(&self, number: u32) -> Option<usize> {
        let found = self.numbers.partition_point(|(n, _)| *n < number);
        self.numbers.get(found).filter(|(n, _)| *n == number).map(|(_, at)| *at as usize)
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

/// Whether a report counts as of a day; the one place that says so.
pub(crate) fn counts(report: &Report, day: Date) -> bool {
    report.counts(day)
}

/// Day and number, by which reports are ordered.
pub(crate) fn place(report: &Report) -> (i32, u32) {
    (report.published.map_or(i32::MIN, number), report.number)
}

/// The mark of a report in a list of them.
pub(crate) fn cursor(report: &Report) -> Cursor {
    Cursor { day: report.published.unwrap_or(Date::MIN), report: report.number, nth: 0 }
}
