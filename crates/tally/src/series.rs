//! Events over time.

use jiff::civil::Date;

use crate::class::Class;
use crate::cover::{Cover, read};
use crate::day::{day, first_of_month, monday, number};
use crate::sieve::{self, Sieve};
use crate::{Bucket, Filter, Tally};

/// So many days are told one by one where nothing else is asked for, and no series has more stretches of days or weeks.
const DAYS: i32 = 400;
const WEEKS: i32 = 2000;
const MOST: i32 = 3660;

/// Words and deeds over time, and how much was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// How long the stretches are.
    pub bucket: Bucket,
    /// The first day that is counted: the one asked for, else the first on which anything was read. What a report recalls
    /// of the years before has to be asked for.
    pub from: Date,
    /// The last day that is counted: the one asked for, but none after the day as of which is counted.
    pub to: Date,
    /// Events between the two.
    pub total: usize,
    /// One for each stretch from the first to the last, also where nothing happened.
    pub points: Vec<Point>,
}

/// A stretch of days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// Its first day, which may lie before the first that is counted.
    pub day: Date,
    /// Announced, intended, demanded or possible events.
    pub words: u32,
    /// Reported and claimed events.
    pub deeds: u32,
    /// Reported and claimed events that are negated.
    pub denials: u32,
    /// Words of PLOVER's quad classes 3 and 4.
    pub words_conflict: u32,
    /// Words of PLOVER's quad classes 1 and 2.
    pub words_cooperation: u32,
    /// Deeds of PLOVER's quad classes 3 and 4.
    pub deeds_conflict: u32,
    /// Deeds of PLOVER's quad classes 1 and 2.
    pub deeds_cooperation: u32,
    /// Reports published then by the families asked for, near-copies among them, whatever they tell.
    pub reports: u32,
    /// Their publisher families.
    pub families: u32,
    /// Whether fewer than half as many reports a day were read as the median of the 28 days before: a gap and no calm.
    pub thin: bool,
}

impl Tally {
    /// Words, deeds and denials over time, of the events that meet a filter. Without a `bucket` it is a day, week or month
    /// by the length of the whole; a day or week is widened where it would make thousands of points.
    pub fn series(&self, filter: &Filter, bucket: Option<Bucket>) -> Series {
        let judged = sieve::reports(self, filter, None);
        let cover = Cover::of(self, &judged);
        let (from, to) = self.span(filter, &cover);
        let bucket = fitting(bucket, to - from + 1);
        let mut points = Points::new(bucket, from, to);
        let total = self.count_events(filter, &mut points);
        self.count_reports(&judged, &mut points);
        Series { bucket, from: day(from), to: day(to), total, points: points.done(&cover) }
    }

    /// The first and the last day.
    fn span(&self, filter: &Filter, cover: &Cover) -> (i32, i32) {
        let to = number(filter.to.map_or(filter.as_of, |to| to.min(filter.as_of)));
        let read = cover.first.unwrap_or(to).min(to);
        let oldest = self.reports.days.iter().rev().copied().find(|day| *day != i32::MIN).unwrap_or(to);
        let oldest = self.columns.day.last().map_or(oldest, |day| oldest.min(*day)).min(to);
        (filter.from.map_or(read, |from| number(from).max(oldest)), to)
    }

    fn count_events(&self, filter: &Filter, points: &mut Points) -> usize {
        let span = Filter { from: Some(day(points.from)), to: Some(day(points.to)), ..filter.clone() };
        let lanes: Vec<u8> = self.classes.iter().map(|class| lane(*class)).collect();
        let (mut total, mut last, mut at) = (0, None, 0);
        Sieve::of(self, &span).passing(self, |row| {
            let day = self.columns.day[row];
            if last != Some(day) {
                (last, at) = (Some(day), points.at(day));
            }
            points.lanes[at][lanes[self.columns.class[row] as usize] as usize] += 1;
            total += 1;
        });
        total
    }

    fn count_reports(&self, judged: &[u8], points: &mut Points) {
        let mut seen = vec![0; self.reports.families];
        for (day, at) in read(self, judged).filter(|(day, _)| (points.from..=points.to).contains(day)) {
            let (point, family) = (points.at(day), self.reports.family[at] as usize);
            points.reports[point].0 += 1;
            points.reports[point].1 += u32::from(seen[family] != point + 1);
            seen[family] = point + 1;
        }
    }
}

/// The number of a class among those that are counted apart: three for each track, of which the first is neither conflict
/// nor co-operation.
fn lane(class: Class) -> u8 {
    let side = match class.quad {
        0 => 0,
        1 | 2 => 2,
        _ => 1,
    };
    class.track() as u8 * 3 + side
}

/// The bucket that was asked for, or a longer one where so many days would make too many.
fn fitting(bucket: Option<Bucket>, days: i32) -> Bucket {
    let (most_days, most_weeks) = if bucket.is_none() { (DAYS, WEEKS) } else { (MOST, MOST * 7) };
    match bucket.unwrap_or(Bucket::Day) {
        Bucket::Day if days <= most_days => Bucket::Day,
        Bucket::Day | Bucket::Week if days <= most_weeks => Bucket::Week,
        _ => Bucket::Month,
    }
}

/// Counts by stretch.
struct Points {
    from: i32,
    to: i32,
    starts: Vec<i32>,
    lanes: Vec<[u32; 9]>,
    /// Reports and families.
    reports: Vec<(u32, u32)>,
}

impl Points {
    fn new(bucket: Bucket, from: i32, to: i32) -> Self {
        let mut starts = Vec::new();
        let mut next = start(bucket, from);
        while from <= to && next <= to {
            starts.push(next);
            next = match bucket {
                Bucket::Day => next + 1,
                Bucket::Week => next + 7,
                Bucket::Month => first_of_month(next + 31),
            };
        }
        let count = starts.len();
        Self { from, to, starts, lanes: vec![[0; 9]; count], reports: vec![(0, 0); count] }
    }

    /// The stretch of a day between the first and the last.
    fn at(&self, day: i32) -> usize {
        self.starts.partition_point(|start| *start <= day) - 1
    }

    fn done(&self, cover: &Cover) -> Vec<Point> {
        (0..self.starts.len()).map(|at| self.point(at, cover)).collect()
    }

    fn point(&self, at: usize, cover: &Cover) -> Point {
        let [
            w,
            words_conflict,
            words_cooperation,
            d,
            deeds_conflict,
            deeds_cooperation,
            n,
            against,
            together,
        ] = self.lanes[at];
        let (reports, families) = self.reports[at];
        Point {
            day: day(self.starts[at]),
            words: w + words_conflict + words_cooperation,
            deeds: d + deeds_conflict + deeds_cooperation,
            denials: n + against + together,
            words_conflict,
            words_cooperation,
            deeds_conflict,
            deeds_cooperation,
            reports,
            families,
            thin: self.is_thin(at, cover),
        }
    }

    /// Only the days of the stretch that are counted, and on which anything could have been read, are compared.
    fn is_thin(&self, at: usize, cover: &Cover) -> bool {
        let first = self.starts[at].max(self.from).max(cover.first.unwrap_or(self.to));
        let last = self.starts.get(at + 1).map_or(self.to, |next| next - 1);
        let days = last - first + 1;
        days > 0 && cover.is_thin(f64::from(self.reports[at].0) / f64::from(days), first)
    }
}

/// The first day of a day's stretch.
fn start(bucket: Bucket, day: i32) -> i32 {
    match bucket {
        Bucket::Day => day,
        Bucket::Week => monday(day),
        Bucket::Month => first_of_month(day),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_times_are_told_in_longer_stretches() {
        assert_eq!([1, 400, 401, 2001].map(|days| fitting(None, days)), {
            [Bucket::Day, Bucket::Day, Bucket::Week, Bucket::Month]
        });
        assert_eq!(fitting(Some(Bucket::Day), 3660), Bucket::Day);
        assert_eq!(fitting(Some(Bucket::Day), 3661), Bucket::Week);
        assert_eq!(fitting(Some(Bucket::Week), 1_000_000), Bucket::Month);
        assert_eq!(fitting(Some(Bucket::Month), 1), Bucket::Month);
    }

    #[test]
    fn stretches_follow_each_other_without_gaps() {
        for bucket in [Bucket::Day, Bucket::Week, Bucket::Month] {
            let points = Points::new(bucket, 19_000, 19_100);
            let starts = (19_000..=19_100).map(|day| points.starts[points.at(day)]);
            assert!(starts.eq((19_000..=19_100).map(|day| start(bucket, day))), "{bucket:?}");
        }
        assert!(Points::new(Bucket::Week, 5, 4).starts.is_empty());
    }
}
