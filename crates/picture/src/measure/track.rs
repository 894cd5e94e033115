//! Days and windows of each pair.

use std::collections::HashMap;

use jiff::ToSpan;
use jiff::civil::Date;

use super::cover::{BEFORE, Cover, WEEK};
use super::interval::{Totals, interval};
use super::tally::{Tally, Telling};
use super::{Day, Interval, Pair, Track};
use crate::day::number;
use crate::{Cite, Scene};

/// So many pairs get intervals.
const BUSIEST: usize = 12;

/// So many events are cited for a pair.
const CITED: usize = 100;

/// The pairs of a tally, the busiest first.
pub(super) fn pairs(scene: &Scene<'_>, cover: &Cover, tally: &Tally<'_>) -> Vec<Pair> {
    let mut all: Vec<&[Telling]> = tally.tellings.chunk_by(|a, b| a.pair == b.pair).collect();
    let named = |pair: (u16, u16)| (tally.order[usize::from(pair.0)], tally.order[usize::from(pair.1)]);
    all.sort_by_cached_key(|told| (std::cmp::Reverse(doings(told).count()), named(told[0].pair)));
    let make = |(rank, tellings): (usize, &&[Telling])| {
        let maker = Maker { scene, cover, tally, sure: rank < BUSIEST };
        maker.pair(tellings)
    };
    all.iter().enumerate().map(make).collect()
}

/// The tellings of each doing: one voice about one day and code.
fn doings(tellings: &[Telling]) -> impl Iterator<Item = &[Telling]> {
    tellings.chunk_by(Telling::repeats)
}

struct Maker<'m, 'f> {
    scene: &'m Scene<'f>,
    cover: &'m Cover,
    tally: &'m Tally<'f>,
    sure: bool,
}

impl Maker<'_, '_> {
    fn pair(&self, tellings: &[Telling]) -> Pair {
        let (from, to) = tellings[0].pair;
        let (from, to) = (self.tally.parties[usize::from(from)], self.tally.parties[usize::from(to)]);
        let deeds_from = tellings.partition_point(|telling| !telling.sort.deed);
        let (words, deeds) = tellings.split_at(deeds_from);
        let mut cites = self.cites(deeds, CITED);
        cites.extend(self.cites(words, CITED - cites.len()));
        Pair {
            id: format!("m:{from}:{to}"),
            from: from.to_owned(),
            to: to.to_owned(),
            words: self.track(words),
            deeds: self.track(deeds),
            cites,
        }
    }

    fn cites(&self, tellings: &[Telling], most: usize) -> Vec<Cite> {
        let week = number(self.scene.as_of) - WEEK + 1;
        let recent = &tellings[tellings.partition_point(|t| t.day < week)..];
        let event = |told: &[Telling]| self.scene.facts.event(told[0].at.event as usize);
        let mut events: Vec<_> = doings(recent).filter_map(event).collect();
        events.sort_by_key(|event| std::cmp::Reverse((event.published, event.id)));
        events.iter().take(most).map(|event| self.scene.cite(event)).collect()
    }

    fn track(&self, tellings: &[Telling]) -> Track {
        let today = number(self.scene.as_of);
        let window = |first: i32, last: i32| {
            let from = tellings.partition_point(|t| t.day < first);
            let to = tellings.partition_point(|t| t.day <= last);
            if self.sure { mean(self.scene, &tellings[from..to]) } else { None }
        };
        Track {
            days: tellings.chunk_by(|a, b| a.day == b.day).map(|told| self.day(told)).collect(),
            last_week: window(today - WEEK + 1, today),
            before: window(today - WEEK - BEFORE + 1, today - WEEK),
        }
    }

    fn day(&self, tellings: &[Telling]) -> Day {
        let ago = number(self.scene.as_of) - tellings[0].day;
        let date: Date = self.scene.as_of.saturating_sub(ago.days());
        let mut day = Day { day: date, conflict: 0, cooperation: 0, goldstein: 0.0, per_report: 0.0 };
        for told in doings(tellings) {
            let sort = told[0].sort;
            *(if sort.conflict { &mut day.conflict } else { &mut day.cooperation }) += 1;
            day.goldstein += sort.goldstein();
        }
        let reports = self.cover.on(date);
        let net = f64::from(day.conflict) - f64::from(day.cooperation);
        day.per_report = if reports == 0 { 0.0 } else { net / f64::from(reports) };
        day
    }
}

/// The mean score of the doings of a window. A doing that several families tell is shared among them.
fn mean(scene: &Scene<'_>, tellings: &[Telling]) -> Option<Interval> {
    let mut by_family: HashMap<u32, Totals> = HashMap::new();
    let mut families: Vec<u32> = Vec::new();
    let mut events = 0;
    for told in doings(tellings) {
        events += 1;
        families.clear();
        families.extend(told.iter().map(|t| t.family));
        families.sort_unstable();
        families.dedup();
        let share = 1.0 / families.len() as f64;
        for family in &families {
            let totals = by_family.entry(*family).or_default();
            totals.sum += share * told[0].sort.goldstein();
            totals.weight += share;
        }
    }
    let mut totals: Vec<(u32, Totals)> = by_family.into_iter().collect();
    totals.sort_unstable_by_key(|t| scene.family_order(t.0));
    let totals: Vec<Totals> = totals.into_iter().map(|t| t.1).collect();
    interval(&totals, events)
}
