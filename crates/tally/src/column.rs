//! Events in columns, the newest day first and within a day by their ids.

use std::collections::HashMap;

use saydo_facts::{Actor, Event, Facts};

use crate::PlaceKey;
use crate::class::{Class, name, types};
use crate::day::number;
use crate::groups::{Grouper, Groups};

/// The columns; row `n` of each is of the same event.
#[derive(Debug, Default)]
pub(crate) struct Columns {
    /// The day, counted from 1970.
    pub(crate) day: Vec<i32>,
    /// The index of the report.
    pub(crate) report: Vec<u32>,
    /// The number of its [`Class`].
    pub(crate) class: Vec<u16>,
    /// Whoever acts, is acted upon or speaks, as a number of [`Names::parties`].
    pub(crate) parties: Vec<u32>,
    /// Where, as a number of [`Names::places`].
    pub(crate) places: Vec<u32>,
    /// Its place among the events of the facts.
    pub(crate) at: Vec<u32>,
}

/// What the numbers in the columns stand for.
#[derive(Debug)]
pub(crate) struct Names {
    /// Codes of actors.
    pub(crate) codes: Vec<String>,
    /// Lists of codes; with a code those of which it is a beginning are listed too, so that a count is what a filter gives.
    pub(crate) parties: Groups,
    /// Keys of places, each with the first place of that key among those of the facts.
    pub(crate) keys: Vec<(PlaceKey, u32)>,
    /// Lists of keys.
    pub(crate) places: Groups,
}

impl Columns {
    pub(crate) fn len(&self) -> usize {
        self.day.len()
    }

    /// Columns of all events whose reports have a day.
    pub(crate) fn of(facts: &Facts) -> (Self, Names) {
        let mut order: Vec<(i32, u32, u32, u32)> = facts
            .events()
            .map(|event| (-number(event.day()), event.id.report, event.id.nth, event.at as u32))
            .collect();
        order.sort_unstable();
        let mut writer = Writer::of(facts);
        let mut columns = Self::with_room(order.len());
        for (day, _, _, at) in order {
            if let Some(event) = facts.event(at as usize) {
                columns.day.push(-day);
                columns.at.push(at);
                writer.write(&mut columns, &event);
            }
        }
        (columns, writer.done())
    }

    fn with_room(rows: usize) -> Self {
        Self {
            day: Vec::with_capacity(rows),
            report: Vec::with_capacity(rows),
            class: Vec::with_capacity(rows),
            parties: Vec::with_capacity(rows),
            places: Vec::with_capacity(rows),
            at: Vec::with_capacity(rows),
        }
    }
}

/// Turns events into numbers.
struct Writer {
    codes: Vec<String>,
    keys: Vec<(PlaceKey, u32)>,
    kinds: HashMap<&'static str, u16>,
    /// For each actor of the facts the codes that it counts for.
    counted: Vec<Vec<u32>>,
    /// For each place of the facts its key.
    key_of: Vec<u32>,
    parties: Grouper,
    places: Grouper,
    list: Vec<u32>,
}

impl Writer {
    fn of(facts: &Facts) -> Self {
        let (codes, counted) = codes(facts.actors());
        let (keys, key_of) = keys(facts);
        Self {
            codes,
            keys,
            kinds: types().enumerate().map(|(n, name)| (name, n as u16)).collect(),
            counted,
            key_of,
            parties: Grouper::default(),
            places: Grouper::default(),
            list: Vec::new(),
        }
    }

    fn write(&mut self, columns: &mut Columns, event: &Event<'_>) {
        columns.report.push(event.report_index() as u32);
        let kind = self.kinds.get(name(event)).copied().unwrap_or(0);
        columns.class.push(Class::of(event, kind).number());
        self.list.clear();
        for id in event.actor_ids().chain(event.recipient_ids()).chain(event.speaker_id()) {
            self.list.extend_from_slice(&self.counted[id.index()]);
        }
        columns.parties.push(self.parties.number(&mut self.list));
        self.list.clear();
        self.list.extend(event.place_ids().map(|id| self.key_of[id.index()]));
        columns.places.push(self.places.number(&mut self.list));
    }

    fn done(self) -> Names {
        Names { codes: self.codes, parties: self.parties.done(), keys: self.keys, places: self.places.done() }
    }
}

/// All codes in order, and for each actor those that its own begins with; somebody without a code counts for none.
fn codes(actors: &[Actor]) -> (Vec<String>, Vec<Vec<u32>>) {
    let mut codes: Vec<String> = actors.iter().map(|a| a.code.clone()).filter(|c| !c.is_empty()).collect();
    codes.sort_unstable();
    codes.dedup();
    let of = |actor: &Actor| {
        let beginnings = actor.code.char_indices().map(|(at, c)| &actor.code[..at + c.len_utf8()]);
        beginnings
            .filter_map(|b| codes.binary_search_by(|c| c.as_str().cmp(b)).ok())
            .map(|n| n as u32)
            .collect()
    };
    let counted = actors.iter().map(of).collect();
    (codes, counted)
}

/// All keys of places, each with its first place, and for each place its key.
fn keys(facts: &Facts) -> (Vec<(PlaceKey, u32)>, Vec<u32>) {
    let mut known: HashMap<PlaceKey, u32> = HashMap::new();
    let mut keys = Vec::new();
    let mut number_of = |(at, place)| {
        let key = PlaceKey::of(place);
        *known.entry(key).or_insert_with_key(|key| {
            keys.push((key.clone(), at as u32));
            keys.len() as u32 - 1
        })
    };
    let key_of = facts.all_places().iter().enumerate().map(&mut number_of).collect();
    (keys, key_of)
}
