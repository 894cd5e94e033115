//! Where events are: one row for each event and place, in columns.

use std::hash::Hash;

use rustc_hash::FxHashMap;
use saydo_facts::{Actor, Facts};

use crate::Track;
use crate::class::Class;
use crate::column::{Columns, Names};

/// The columns, in the order of the events' rows.
#[derive(Debug, Default)]
pub(crate) struct Placements {
    /// The row of the event.
    pub(crate) row: Vec<u32>,
    /// An index into `cells`.
    pub(crate) cell: Vec<u32>,
    /// An index into `tellings`.
    pub(crate) telling: Vec<u32>,
    /// The deed that others may tell of too, as an index into `deeds`; 0 for what only one family tells, and for what is
    /// no deed.
    pub(crate) deed: Vec<u32>,
    /// What is counted apart.
    pub(crate) cells: Vec<Cell>,
    /// The places of all pairs of place and family.
    pub(crate) tellings: Vec<u32>,
    /// The place of each deed that more than one family tells; the first stands for no deed.
    pub(crate) deeds: Vec<u32>,
}

/// Events of a type and track at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Cell {
    /// An index into [`Names::keys`].
    pub(crate) place: u32,
    pub(crate) kind: u16,
    pub(crate) track: Track,
}

impl Placements {
    /// Where each event is. Deeds are the same where day, type, the first actor's country and the place are.
    pub(crate) fn of(facts: &Facts, columns: &Columns, names: &Names) -> Self {
        let mut writer = Writer::of(facts);
        for row in 0..columns.len() {
            for &place in names.places.of(columns.places[row]) {
                writer.write(facts, columns, row, place);
            }
        }
        writer.done()
    }
}

/// Deeds that are the same: day, type, country of the first actor, place.
type Deed = (i32, u16, u32, u32);

struct Writer {
    placements: Placements,
    classes: Vec<Class>,
    /// For each actor its country.
    countries: Vec<u32>,
    cells: FxHashMap<Cell, u32>,
    tellings: FxHashMap<(u32, u32), u32>,
    deeds: FxHashMap<Deed, u32>,
    /// For each deed its place, its first telling, and whether there is another.
    told: Vec<(u32, u32, bool)>,
}

impl Writer {
    fn of(facts: &Facts) -> Self {
        let mut countries = FxHashMap::default();
        let country = |actor: &Actor| number(&mut countries, actor.country.clone());
        Self {
            placements: Placements::default(),
            classes: Class::all().collect(),
            countries: facts.actors().iter().map(country).collect(),
            cells: FxHashMap::default(),
            tellings: FxHashMap::default(),
            deeds: FxHashMap::default(),
            told: Vec::new(),
        }
    }

    fn write(&mut self, facts: &Facts, columns: &Columns, row: usize, place: u32) {
        let family = facts.reports()[columns.report[row] as usize].family.0;
        let class = self.classes[columns.class[row] as usize];
        let of = Cell { place, kind: class.kind, track: class.track() };
        let (cell, telling) = (number(&mut self.cells, of), number(&mut self.tellings, (place, family)));
        let deed = if of.track == Track::Deeds { self.deed(facts, columns, row, of, telling) } else { 0 };
        let placements = &mut self.placements;
        if self.cells.len() > placements.cells.len() {
            placements.cells.push(of);
        }
        if self.tellings.len() > placements.tellings.len() {
            placements.tellings.push(place);
        }
        placements.row.push(row as u32);
        placements.cell.push(cell);
        placements.telling.push(telling);
        placements.deed.push(deed);
    }

    /// The number of the deed in a row, from 1.
    fn deed(&mut self, facts: &Facts, columns: &Columns, row: usize, of: Cell, telling: u32) -> u32 {
        let event = facts.event(columns.at[row] as usize);
        let actor = event.and_then(|event| event.actor_ids().next());
        let country = actor.map_or(0, |actor| self.countries[actor.index()] + 1);
        let deed = number(&mut self.deeds, (columns.day[row], of.kind, country, of.place));
        match self.told.get_mut(deed as usize) {
            Some((_, first, others)) => *others |= *first != telling,
            None => self.told.push((of.place, telling, false)),
        }
        deed + 1
    }

    /// Keeps the numbers of only those deeds that more than one family tells.
    fn done(mut self) -> Placements {
        let (mut kept, mut deeds) = (vec![0], vec![0]);
        for (place, _, others) in self.told {
            kept.push(if others { deeds.len() as u32 } else { 0 });
            deeds.extend(others.then_some(place));
        }
        for deed in &mut self.placements.deed {
            *deed = kept[*deed as usize];
        }
        Placements { deeds, ..self.placements }
    }
}

/// The number of something, new if need be.
fn number<K: Hash + Eq>(numbers: &mut FxHashMap<K, u32>, of: K) -> u32 {
    let next = numbers.len() as u32;
    *numbers.entry(of).or_insert(next)
}
