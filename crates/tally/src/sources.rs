//! Who was read, how much and until when.

use jiff::civil::Date;
use saydo_facts::{FamilyId, Report};

use crate::day::{day, number};
use crate::{Filter, Tally, cover, sieve};

/// How many days are told one by one.
const DAYS: usize = 30;

/// A family is silent after so many times its usual gap, but not before so many days.
const GAPS: i32 = 3;
const SHORTEST: i32 = 3;

/// What was read of a publisher family.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceTally {
    /// Its name.
    pub family: String,
    /// The publishers of its reports, by name.
    pub publishers: Vec<String>,
    /// Reports that count, near-copies among them.
    pub reports: u32,
    /// Near-copies of earlier reports.
    pub copies: u32,
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
    /// Reports on each of the 30 days up to the day as of which is counted, the oldest first.
    pub days: Vec<u32>,
    /// Whether nothing came for more than three times the usual gap between two days with reports (the median), and more
    /// than three days. A family that was read on one day only has no usual gap and is never silent.
    pub silent: bool,
}

impl Tally {
    /// What was read of each family as of a day, the busiest first.
    pub fn sources(&self, as_of: Date) -> Vec<SourceTally> {
        let judged = sieve::reports(self, &Filter::as_of(as_of), None);
        let mut families: Vec<Vec<(i32, usize)>> = vec![Vec::new(); self.reports.families];
        for (day, at) in cover::read(self, &judged) {
            families[self.reports.family[at] as usize].push((day, at));
        }
        let read = families.iter().enumerate().filter(|(_, read)| !read.is_empty());
        let mut sources: Vec<SourceTally> =
            read.map(|(n, read)| self.source(FamilyId(n as u32), read, number(as_of))).collect();
        sources.sort_by(|a, b| b.reports.cmp(&a.reports).then_with(|| a.family.cmp(&b.family)));
        sources
    }

    /// What was read of a family; the newest report is the first.
    fn source(&self, family: FamilyId, read: &[(i32, usize)], as_of: i32) -> SourceTally {
        let (newest, oldest) = (read[0].0, read[read.len() - 1].0);
        let mut days = vec![0; DAYS];
        for ago in read.iter().map(|(day, _)| (as_of - day) as usize).take_while(|ago| *ago < DAYS) {
            days[DAYS - 1 - ago] += 1;
        }
        let reports: Vec<&Report> = read.iter().map(|(_, at)| &self.facts.reports()[*at]).collect();
        SourceTally {
            family: self.facts.family_name(family).to_owned(),
            publishers: self.publishers(&reports),
            reports: reports.len() as u32,
            copies: reports.iter().filter(|report| report.copy).count() as u32,
            first: day(oldest),
            last: day(newest),
            days,
            silent: gap(read).is_some_and(|gap| as_of - newest > (GAPS * gap).max(SHORTEST)),
        }
    }

    fn publishers(&self, reports: &[&Report]) -> Vec<String> {
        let mut ids: Vec<u32> = reports.iter().filter_map(|report| report.publisher).map(|id| id.0).collect();
        ids.sort_unstable();
        ids.dedup();
        let name = |id: u32| self.facts.publishers().get(id as usize).cloned();
        let mut names: Vec<String> = ids.into_iter().filter_map(name).collect();
        names.sort_unstable();
        names
    }
}

/// The usual number of days from one day with reports to the next: the median; of two the longer one.
fn gap(read: &[(i32, usize)]) -> Option<i32> {
    let mut gaps: Vec<i32> = read.windows(2).map(|two| two[0].0 - two[1].0).filter(|gap| *gap > 0).collect();
    gaps.sort_unstable();
    gaps.get(gaps.len() / 2).copied()
}
