//! Events on the map.

use std::cmp::Reverse;

use jiff::civil::Date;
use saydo_facts::{EventId, Resolution};

use crate::class::{OTHER, types};
use crate::day::day;
use crate::sieve::Sieve;
use crate::{Filter, PlaceKey, Tally, Track};

/// What happened and was said, place by place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Places {
    /// Every place that an event names, the one with the most events first. An event with two places counts at both.
    pub places: Vec<PlaceCount>,
    /// Events that name no place.
    pub unplaced: usize,
    /// All events.
    pub total: usize,
}

/// What happened and was said at a place. `events` is the sum of `corroborated`, `single`, `words` and `denials`.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceCount {
    /// What it is asked for by.
    pub key: PlaceKey,
    /// Its main name.
    pub name: String,
    /// ISO 3166 alpha-3.
    pub country: Option<String>,
    /// Its first-level division.
    pub admin1: Option<String>,
    /// Degrees north of the equator.
    pub lat: f64,
    /// Degrees east of Greenwich.
    pub lon: f64,
    /// How exact it is.
    pub resolution: Resolution,
    /// All events there.
    pub events: u32,
    /// Deeds that two publisher families or more tell: the same day, type, country of the first actor and place.
    pub corroborated: u32,
    /// Other deeds.
    pub single: u32,
    /// Words.
    pub words: u32,
    /// Denials.
    pub denials: u32,
    /// Publisher families that tell of it.
    pub families: u32,
    /// The newest day.
    pub last: Date,
    /// The first event of that day.
    pub newest: EventId,
    /// The most frequent type; of several the first by name.
    pub top: &'static str,
}

impl Tally {
    /// What happened and was said, place by place, of the events that meet a filter.
    pub fn places(&self, filter: &Filter) -> Places {
        let sieve = Sieve::of(self, filter);
        let mut failed = Vec::with_capacity(sieve.rows.len());
        let (mut total, mut unplaced) = (0, 0);
        sieve.each(self, |first, judged| {
            let lists = &self.columns.places[first..first + judged.len()];
            for (list, _) in lists.iter().zip(judged).filter(|(_, failed)| **failed == 0) {
                total += 1;
                unplaced += usize::from(*list == 0);
            }
            failed.extend_from_slice(judged);
        });
        let counter = Counter::of(self, sieve.rows.start, &failed);
        Places { places: counter.done(self), unplaced, total }
    }
}

/// What is counted in one pass.
struct Counter {
    cells: Vec<Cell>,
    told: Vec<bool>,
    deeds: Vec<Deed>,
}

/// Events of a type and track at a place.
#[derive(Clone, Copy, Default)]
struct Cell {
    count: u32,
    /// The row of the newest.
    newest: u32,
}

/// A deed that others may tell of too.
#[derive(Clone, Copy, Default)]
struct Deed {
    count: u32,
    /// One more than the last telling that was met.
    telling: u32,
    /// Whether there are several.
    others: bool,
}

impl Counter {
    /// Counts the rows from `start` on that fail nothing.
    fn of(tally: &Tally, start: usize, failed: &[u8]) -> Self {
        let placements = &tally.placements;
        let mut counter = Self {
            cells: vec![Cell::default(); placements.cells.len()],
            told: vec![false; placements.tellings.len()],
            deeds: vec![Deed::default(); placements.deeds.len()],
        };
        let first = placements.row.partition_point(|row| (*row as usize) < start);
        let end = placements.row.partition_point(|row| (*row as usize) < start + failed.len());
        let tellings = placements.telling[first..end].iter().zip(&placements.deed[first..end]);
        let rows = placements.row[first..end].iter().zip(&placements.cell[first..end]).zip(tellings);
        for ((row, cell), (telling, deed)) in rows.filter(|((row, _), _)| failed[**row as usize - start] == 0)
        {
            counter.take(*row, *cell as usize, *telling, *deed as usize);
        }
        counter
    }

    fn take(&mut self, row: u32, cell: usize, telling: u32, deed: usize) {
        let cell = &mut self.cells[cell];
        if cell.count == 0 {
            cell.newest = row;
        }
        cell.count += 1;
        self.told[telling as usize] = true;
        if deed > 0 {
            let deed = &mut self.deeds[deed];
            deed.count += 1;
            deed.others |= deed.telling != 0 && deed.telling != telling + 1;
            deed.telling = telling + 1;
        }
    }

    /// The places that were named, the one with the most events first.
    fn done(&self, tally: &Tally) -> Vec<PlaceCount> {
        let mut sums = vec![Sum::default(); tally.names.keys.len()];
        let cells = tally.placements.cells.iter().zip(&self.cells).filter(|(_, cell)| cell.count > 0);
        let kinds: Vec<&'static str> = types().collect();
        for (of, cell) in cells {
            sums[of.place as usize].add(kinds[of.kind as usize], of.track, *cell);
        }
        for (place, _) in tally.placements.tellings.iter().zip(&self.told).filter(|(_, told)| **told) {
            sums[*place as usize].families += 1;
        }
        for (place, deed) in tally.placements.deeds.iter().zip(&self.deeds).filter(|(_, deed)| deed.others) {
            sums[*place as usize].corroborated += deed.count;
        }
        let named = sums.into_iter().enumerate().filter(|(_, sum)| !sum.types.is_empty());
        let mut places: Vec<PlaceCount> = named.map(|(at, sum)| sum.done(tally, at)).collect();
        places.sort_by(|a, b| b.events.cmp(&a.events).then_with(|| a.key.cmp(&b.key)));
        places
    }
}

/// What is known of a place.
#[derive(Clone, Default)]
struct Sum {
    /// By track.
    events: [u32; 3],
    corroborated: u32,
    families: u32,
    /// The row of the newest.
    newest: u32,
    types: Vec<(&'static str, u32)>,
}

impl Sum {
    fn add(&mut self, name: &'static str, track: Track, cell: Cell) {
        self.newest = if self.types.is_empty() { cell.newest } else { self.newest.min(cell.newest) };
        self.events[track as usize] += cell.count;
        match self.types.iter_mut().find(|(known, _)| *known == name) {
            Some((_, count)) => *count += cell.count,
            None => self.types.push((name, cell.count)),
        }
    }

    fn done(self, tally: &Tally, at: usize) -> PlaceCount {
        let (key, first) = &tally.names.keys[at];
        let place = &tally.facts.all_places()[*first as usize];
        let [words, deeds, denials] = self.events;
        let newest = self.newest as usize;
        let top = self.types.iter().min_by_key(|(name, count)| (Reverse(*count), *name));
        PlaceCount {
            key: key.clone(),
            name: place.name.clone(),
            country: place.country.clone(),
            admin1: place.admin1.clone(),
            lat: place.lat,
            lon: place.lon,
            resolution: place.resolution,
            events: words + deeds + denials,
            corroborated: self.corroborated,
            single: deeds - self.corroborated,
            words,
            denials,
            families: self.families,
            last: day(tally.columns.day[newest]),
            newest: tally.id(newest),
            top: top.map_or(OTHER, |(name, _)| name),
        }
    }
}
