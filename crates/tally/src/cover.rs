//! How much was read, day by day.

use crate::Tally;

/// How many days before a day it is compared with.
const BEFORE: i32 = 28;

/// With fewer days before it nothing can be said.
const FEWEST: usize = 7;

/// Reports by day of publication.
#[derive(Debug)]
pub(crate) struct Cover {
    /// The first day on which something was read.
    pub(crate) first: Option<i32>,
    reports: Vec<u32>,
}

impl Cover {
    /// The reports that fail nothing.
    pub(crate) fn of(tally: &Tally, judged: &[u8]) -> Self {
        let days: Vec<i32> = read(tally, judged).map(|(day, _)| day).collect();
        let first = days.last().copied();
        let mut reports =
            vec![0; days.first().zip(first).map_or(0, |(last, first)| (last - first) as usize + 1)];
        for day in days {
            reports[(day - first.unwrap_or(day)) as usize] += 1;
        }
        Self { first, reports }
    }

    /// Whether so many reports a day are less than half of what was usual in the 28 days before a day: the median. Days
    /// before the first that was read are left out, and with fewer than seven days nothing is said.
    pub(crate) fn is_thin(&self, a_day: f64, day: i32) -> bool {
        let Some(first) = self.first else { return false };
        let mut before: Vec<u32> = ((day - BEFORE).max(first)..day).map(|day| self.on(day - first)).collect();
        if before.len() < FEWEST {
            return false;
        }
        before.sort_unstable();
        let middle = before.len() / 2;
        let median = f64::from(before[middle] + before[(before.len() - 1) / 2]) / 2.0;
        a_day < median / 2.0
    }

    fn on(&self, day: i32) -> u32 {
        self.reports.get(day as usize).copied().unwrap_or(0)
    }
}

/// Day and index of the reports that fail nothing, the newest first.
pub(crate) fn read(tally: &Tally, judged: &[u8]) -> impl Iterator<Item = (i32, usize)> {
    let dated = tally.reports.days.iter().copied().zip(tally.reports.newest.iter().map(|at| *at as usize));
    dated.filter(|(_, at)| judged[*at] == 0)
}
