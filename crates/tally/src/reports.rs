//! Reports as a list.

use std::cmp::Reverse;

use jiff::civil::Date;
use saydo_facts::Report;

use crate::day::number;
use crate::newest::Newest;
use crate::report::{cursor, place};
use crate::{Cursor, Filter, Slice, Tally};

impl Tally {
    /// The numbers of the reports that meet a filter, the newest first, those without a day last. Of a filter only the
    /// days, the families, what was found and [`Filter::updated_since`] bear on reports.
    pub fn reports(&self, filter: &Filter, after: Option<Cursor>, limit: usize) -> Slice<u32> {
        let reports = self.facts.reports();
        let newest = &self.reports.newest;
        let found = filter.found.as_ref().map(|found| self.reports.found(&found.reports));
        let chosen = self.reports.chosen(&self.facts, filter);
        let behind = |cursor: Cursor| {
            let mark = Reverse((number(cursor.day), cursor.report));
            newest.partition_point(|at| Reverse(dated(&reports[*at as usize])) <= mark)
        };
        let mut page = Newest::from(after.map_or(0, behind), limit);
        for (row, at) in newest.iter().map(|at| *at as usize).enumerate() {
            let is_found = found.as_ref().is_none_or(|found| found[at]);
            let is_chosen = chosen.as_ref().is_none_or(|chosen| chosen[self.reports.family[at] as usize]);
            if is_found && is_chosen && is_listed(&reports[at], filter) {
                page.take(row);
            }
        }
        page.done(|row| {
            let report = &reports[newest[row] as usize];
            (cursor(report), report.number)
        })
    }
}

/// Day and number as a mark tells them.
fn dated(report: &Report) -> (i32, u32) {
    let (day, of) = place(report);
    (day.max(number(Date::MIN)), of)
}

/// Whether its days are those asked for.
fn is_listed(report: &Report, filter: &Filter) -> bool {
    let is_between = match report.published {
        Some(day) => filter.from.is_none_or(|from| from <= day) && filter.to.is_none_or(|to| day <= to),
        None => filter.from.is_none() && filter.to.is_none(),
    };
    let counts = match filter.updated_since {
        None => report.counts(filter.as_of),
        Some(since) => {
            let is_new = report.added.or(report.published).is_some_and(|added| added >= since);
            let is_replaced = report.superseded.is_some_and(|replaced| replaced >= since);
            (is_new || is_replaced) && report.published.is_none_or(|day| day <= filter.as_of)
        }
    };
    is_between && counts
}
