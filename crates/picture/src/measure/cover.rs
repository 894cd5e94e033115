//! How much was read, day by day, and whether that fell.

use std::collections::HashSet;

use jiff::ToSpan;
use jiff::civil::Date;

use super::Coverage;
use crate::Scene;
use crate::day::days;

/// A report dated in another century makes no million empty days.
const MOST_DAYS: i32 = 3660;

/// Days of the window that is compared.
pub(super) const WEEK: i32 = 7;

/// Days before it that it is compared with.
pub(super) const BEFORE: i32 = 28;

/// The share of the earlier coverage at which it has fallen.
const FALLEN: f64 = 0.5;

/// How often chance may make a fall.
const CHANCE: f64 = 0.05;

/// With so many reports a fall to the half is never chance, and the sum below would run out of numbers.
const PLENTY: u32 = 200;

/// What was read on each day.
#[derive(Clone, Debug)]
pub(crate) struct Cover {
    days: Vec<Coverage>,
    as_of: Date,
    /// Day and family of each report, by day.
    read: Vec<(Date, u32)>,
}

impl Cover {
    /// The reports of a scene, near-copies left out.
    pub(crate) fn of(scene: &Scene<'_>) -> Self {
        let (as_of, reports) = (scene.as_of, scene.facts.reports());
        let all = scene.sorted.reads.get_or_init(|| reads(scene));
        let counted = all.iter().filter(|(_, _, at)| reports[*at as usize].counts(as_of));
        let read: Vec<(Date, u32)> = counted
            .map(|&(day, family, _)| (day, family))
            .filter(|(day, _)| days(*day, as_of) < MOST_DAYS)
            .collect();
        Self { days: by_day(&read, as_of), as_of, read }
    }

    /// The first day on which something was read.
    pub(crate) fn first(&self) -> Option<Date> {
        self.days.first().map(|c| c.day)
    }

    /// Reports read on a day.
    pub(crate) fn on(&self, day: Date) -> u32 {
        let at = self.first().map_or(-1, |first| days(first, day));
        usize::try_from(at).ok().and_then(|at| self.days.get(at)).map_or(0, |c| c.reports)
    }

    /// Reports in the last so many days.
    pub(crate) fn last(&self, count: i32) -> u32 {
        self.days.iter().rev().take(count.max(0) as usize).map(|c| c.reports).sum()
    }

    /// Publisher families that were read in the last so many days.
    pub(crate) fn families(&self, count: i32) -> usize {
        let recent = self.read.iter().rev().take_while(|(day, _)| days(*day, self.as_of) < count);
        recent.map(|(_, family)| family).collect::<HashSet<_>>().len()
    }

    /// Whether the last week has half or less of the whole weeks before it, and less than chance explains.
    pub(crate) fn fell(&self) -> bool {
        let before_days = self.whole_weeks_before();
        let last = self.last(WEEK);
        let before = self.last(WEEK + before_days) - last;
        if before_days == 0 || before == 0 {
            return false;
        }
        let (now, then) = self.reports_a_day();
        let share = f64::from(WEEK) / f64::from(WEEK + before_days);
        now <= FALLEN * then && (last + before >= PLENTY || at_most(last, last + before, share) < CHANCE)
    }

    /// Reports a day in the last seven days, and in the whole weeks among the 28 days before.
    pub(crate) fn reports_a_day(&self) -> (f64, f64) {
        let before_days = self.whole_weeks_before();
        let last = self.last(WEEK);
        let before = self.last(WEEK + before_days) - last;
        let then = if before_days == 0 { 0.0 } else { f64::from(before) / f64::from(before_days) };
        (f64::from(last) / f64::from(WEEK), then)
    }

    fn whole_weeks_before(&self) -> i32 {
        let read = self.first().map_or(0, |first| days(first, self.as_of) + 1);
        (read - WEEK).clamp(0, BEFORE) / WEEK * WEEK
    }

    /// Every day.
    pub(crate) fn days(&self) -> &[Coverage] {
        &self.days
    }
}

/// Day, family and place of every report of the watch that is no near-copy, by day and family.
fn reads(scene: &Scene<'_>) -> Vec<(Date, u32, u32)> {
    let reports = scene.facts.reports().iter().enumerate();
    let asked = reports.filter(|(_, r)| !r.copy && !r.is_future() && scene.is_asked_for(r));
    let mut all: Vec<_> = asked.filter_map(|(at, r)| Some((r.published?, r.family.0, at as u32))).collect();
    all.sort_unstable();
    all
}

/// Every day from the first that was read to the day of the picture.
fn by_day(read: &[(Date, u32)], as_of: Date) -> Vec<Coverage> {
    let Some(&(first, _)) = read.first() else {
        return Vec::new();
    };
    let mut all: Vec<Coverage> = (0..=days(first, as_of))
        .map(|n| Coverage { day: first.saturating_add(n.days()), reports: 0, families: 0 })
        .collect();
    for family in read.chunk_by(|a, b| a == b) {
        let day = &mut all[days(first, family[0].0) as usize];
        day.reports += family.len() as u32;
        day.families += 1;
    }
    all
}

/// How likely at most `few` of `all` reports fall into a share of the time, if they come evenly.
fn at_most(few: u32, all: u32, share: f64) -> f64 {
    let mut term = (1.0 - share).powi(all as i32);
    let mut sum = term;
    for k in 0..few {
        term *= f64::from(all - k) / f64::from(k + 1) * share / (1.0 - share);
        sum += term;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_is_that_of_the_binomial() {
        assert!((at_most(0, 10, 0.2) - 0.8f64.powi(10)).abs() < 1e-12);
        assert!((at_most(10, 10, 0.2) - 1.0).abs() < 1e-12);
        assert!((at_most(1, 4, 0.5) - 5.0 / 16.0).abs() < 1e-12);
    }
}
