//! A filter, turned into tables once, so that a row is judged by looking its numbers up.

use std::ops::Range;

use saydo_standing::Standing;

use crate::class::Class;
use crate::column::Names;
use crate::day::number;
use crate::{Filter, Tally};

/// What a row fails to meet, as bits.
pub(crate) mod fails {
    /// It names no such actor.
    pub(crate) const ACTOR: u8 = 1;
    /// It is nowhere there.
    pub(crate) const PLACE: u8 = 2;
    /// It stands otherwise.
    pub(crate) const STANDING: u8 = 4;
    /// It is on another track.
    pub(crate) const TRACK: u8 = 8;
    /// It is of another type.
    pub(crate) const TYPE: u8 = 16;
    /// Another family tells it.
    pub(crate) const SOURCE: u8 = 32;
    /// It does not count at all, or was not found.
    pub(crate) const OUT: u8 = 64;
}

/// Rows that are judged at once: few enough to stay in the processor's nearest memory.
const CHUNK: usize = 2048;

/// For each number of a column what rows with it fail to meet.
#[derive(Debug)]
pub(crate) struct Sieve {
    pub(crate) reports: Vec<u8>,
    /// By class.
    pub(crate) classes: Vec<u8>,
    /// By list of parties; `None` where any will do.
    pub(crate) parties: Option<Vec<u8>>,
    /// By list of places; `None` where any will do.
    pub(crate) places: Option<Vec<u8>>,
    /// The rows whose days were asked for.
    pub(crate) rows: Range<usize>,
}

impl Sieve {
    /// The sieve of a filter; what searches found is found by the report.
    pub(crate) fn of(tally: &Tally, filter: &Filter) -> Self {
        Self {
            reports: reports(tally, filter, filter.found.as_ref().map(|found| found.reports.as_slice())),
            classes: classes(filter),
            parties: parties(&tally.names, filter),
            places: places(&tally.names, filter),
            rows: between(&tally.columns.day, filter),
        }
    }

    /// Hands each stretch of rows over: the first of them, and what each fails to meet.
    pub(crate) fn each(&self, tally: &Tally, mut take: impl FnMut(usize, &[u8])) {
        let mut buffer = [0; CHUNK];
        let mut first = self.rows.start;
        while first < self.rows.end {
            let rows = first..self.rows.end.min(first + CHUNK);
            let judged = &mut buffer[..rows.len()];
            self.judge(tally, rows, judged);
            take(first, judged);
            first += judged.len();
        }
    }

    /// Hands the rows over that meet everything.
    pub(crate) fn passing(&self, tally: &Tally, mut take: impl FnMut(usize)) {
        self.each(tally, |first, judged| {
            for (n, _) in judged.iter().enumerate().filter(|(_, failed)| **failed == 0) {
                take(first + n);
            }
        });
    }

    fn judge(&self, tally: &Tally, rows: Range<usize>, judged: &mut [u8]) {
        let columns = &tally.columns;
        let pairs = columns.report[rows.clone()].iter().zip(&columns.class[rows.clone()]);
        for (failed, (report, class)) in judged.iter_mut().zip(pairs) {
            *failed = self.reports[*report as usize] | self.classes[*class as usize];
        }
        let lists = [(&self.parties, &columns.parties), (&self.places, &columns.places)];
        for (table, column) in lists.into_iter().filter_map(|(table, column)| Some((table.as_ref()?, column)))
        {
            for (failed, list) in judged.iter_mut().zip(&column[rows.clone()]) {
                *failed |= table[*list as usize];
            }
        }
    }
}

/// By report: whether it counts, was found, and is of a chosen family.
pub(crate) fn reports(tally: &Tally, filter: &Filter, found: Option<&[u32]>) -> Vec<u8> {
    let found = found.map(|numbers| tally.reports.found(numbers));
    let chosen = tally.reports.chosen(&tally.facts, filter);
    let judge = |(at, counts): (usize, bool)| {
        let is_out = !counts || found.as_ref().is_some_and(|found| !found[at]);
        let is_other = chosen.as_ref().is_some_and(|chosen| !chosen[tally.reports.family[at] as usize]);
        mark(is_out, fails::OUT) | mark(is_other, fails::SOURCE)
    };
    tally.reports.counting(filter.as_of).enumerate().map(judge).collect()
}

/// By class: standing, track and type.
pub(crate) fn classes(filter: &Filter) -> Vec<u8> {
    let lacks = |standing: Standing| !filter.standings.is_empty() && !filter.standings.contains(&standing);
    let judge = |class: Class| {
        let is_other_track = !filter.tracks.is_empty() && !filter.tracks.contains(&class.track());
        let is_other_type = !filter.types.is_empty() && !filter.types.iter().any(|name| name == class.name());
        mark(lacks(class.standing), fails::STANDING)
            | mark(is_other_track, fails::TRACK)
            | mark(is_other_type, fails::TYPE)
    };
    Class::all().map(judge).collect()
}

/// By list of parties: whether one of them was asked for; `None` where none was.
pub(crate) fn parties(names: &Names, filter: &Filter) -> Option<Vec<u8>> {
    let marked = |code: &String| filter.actors.iter().any(|beginning| code.starts_with(beginning.as_str()));
    let any = names.parties.any(&names.codes.iter().map(marked).collect::<Vec<_>>());
    (!filter.actors.is_empty()).then(|| any.into_iter().map(|met| mark(!met, fails::ACTOR)).collect())
}

/// By list of places: whether one of them was asked for; `None` where none was.
pub(crate) fn places(names: &Names, filter: &Filter) -> Option<Vec<u8>> {
    let marked: Vec<bool> = names.keys.iter().map(|(key, _)| filter.places.contains(key)).collect();
    let any = names.places.any(&marked);
    (!filter.places.is_empty()).then(|| any.into_iter().map(|met| mark(!met, fails::PLACE)).collect())
}

/// The rows whose days lie within those asked for; days come newest first.
pub(crate) fn between(days: &[i32], filter: &Filter) -> Range<usize> {
    let start = filter.to.map_or(0, |to| days.partition_point(|day| *day > number(to)));
    let end = filter.from.map_or(days.len(), |from| days.partition_point(|day| *day >= number(from)));
    start.min(end)..end
}

pub(crate) fn mark(failed: bool, bit: u8) -> u8 {
    if failed { bit } else { 0 }
}
