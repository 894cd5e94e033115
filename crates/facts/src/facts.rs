//! All facts of a ledger that a picture may need.

use std::collections::HashMap;
use std::ops::Range;

use jiff::civil::Date;
use saydo_codebook::{Act, Plover};
use saydo_standing::Standing;

use crate::{Actor, Days, Event, EventId, FamilyId, Force, Kind, Place, Report, Told};

/// Reports and their events. Events come in the order in which they were told.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    reports: Vec<Report>,
    families: Vec<String>,
    officials: HashMap<FamilyId, Actor>,
    family_ids: HashMap<String, u32>,
    events: Vec<Packed>,
    actors: Vec<Actor>,
    actor_ids: HashMap<Actor, u32>,
    places: Vec<Place>,
    place_ids: HashMap<String, Vec<u32>>,
    words: Vec<String>,
    word_ids: HashMap<String, u32>,
    lists: Vec<u32>,
    forces: Vec<Force>,
}

/// An index into the reports of [`Facts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ReportId(u32);

/// An event as it lies in memory; lists are ranges of common ones, and 0 stands for nothing where an index may lack.
#[derive(Clone, Debug)]
pub(crate) struct Packed {
    report: u32,
    nth: u32,
    pub(crate) plover: Option<Plover>,
    pub(crate) mode: u32,
    pub(crate) contexts: u32,
    pub(crate) cameo: u32,
    pub(crate) lemma: u32,
    pub(crate) kind: Option<Kind>,
    pub(crate) goldstein: Option<f32>,
    pub(crate) standing: Standing,
    pub(crate) negated: bool,
    pub(crate) hedged: bool,
    pub(crate) speaker: u32,
    pub(crate) carrier: u32,
    pub(crate) statement: Option<u32>,
    pub(crate) act: Option<Act>,
    pub(crate) actors: Slice,
    pub(crate) recipients: Slice,
    pub(crate) forces: Slice,
    pub(crate) places: Slice,
    pub(crate) time: Option<Days>,
    pub(crate) by: Option<Days>,
    pub(crate) from: Option<Days>,
    pub(crate) count: Option<(Option<u64>, Option<u64>)>,
    pub(crate) confidence: f32,
}

/// A stretch of a common list.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Slice {
    start: u32,
    len: u32,
}

impl Slice {
    fn range(self) -> Range<usize> {
        self.start as usize..(self.start + self.len) as usize
    }
}

impl Facts {
    /// The family of this name, new if need be.
    pub fn family(&mut self, name: &str) -> FamilyId {
        if let Some(&id) = self.family_ids.get(name) {
            return FamilyId(id);
        }
        let id = self.families.len() as u32;
        self.families.push(name.to_owned());
        self.family_ids.insert(name.to_owned(), id);
        FamilyId(id)
    }

    /// The name of a family.
    pub fn family_name(&self, family: FamilyId) -> &str {
        self.families.get(family.0 as usize).map_or("", String::as_str)
    }

    /// Says that a family speaks for somebody: a government's own site, a state's news agency, a mission's reports. What
    /// it tells in its own voice is that party's word and not the press's.
    pub fn official(&mut self, family: FamilyId, speaks_for: Actor) {
        self.officials.insert(family, speaks_for);
    }

    /// Whom a family speaks for; `None` for the press.
    pub fn speaks_for(&self, family: FamilyId) -> Option<&Actor> {
        self.officials.get(&family)
    }

    /// Takes in a report.
    pub fn report(&mut self, report: Report) -> ReportId {
        self.reports.push(report);
        ReportId(self.reports.len() as u32 - 1)
    }

    /// Takes in the next event of a report.
    pub fn tell(&mut self, report: ReportId, told: Told) {
        let nth = self.events.iter().rev().take_while(|e| e.report == report.0).count() as u32 + 1;
        self.tell_as(report, nth, told);
    }

    /// Takes in an event of a report with its number there.
    pub fn tell_as(&mut self, report: ReportId, nth: u32, told: Told) {
        let packed = Packed {
            report: report.0,
            nth,
            plover: told.plover,
            mode: self.intern(told.mode.as_deref()),
            contexts: self.intern((!told.contexts.is_empty()).then(|| told.contexts.join(" ")).as_deref()),
            cameo: self.intern(told.cameo.as_deref()),
            lemma: self.intern(Some(&told.lemma)),
            kind: told.kind,
            goldstein: told.goldstein,
            standing: told.standing,
            negated: told.negated,
            hedged: told.hedged,
            speaker: self.party(told.speaker),
            carrier: self.party(told.carrier),
            statement: told.statement,
            act: told.act,
            actors: self.list(told.actors),
            recipients: self.list(told.recipients),
            forces: self.list_forces(&told.forces),
            places: self.list_places(told.places),
            time: told.time,
            by: told.by,
            from: told.from,
            count: told.count,
            confidence: told.confidence,
        };
        self.events.push(packed);
    }

    /// All reports.
    pub fn reports(&self) -> &[Report] {
        &self.reports
    }

    /// All events of reports that have a day.
    pub fn events(&self) -> impl Iterator<Item = Event<'_>> {
        self.events.iter().filter_map(|packed| self.view(packed))
    }

    /// The events of reports that count as of `day`.
    pub fn as_of(&self, day: Date) -> impl Iterator<Item = Event<'_>> {
        self.events().filter(move |event| event.report.counts(day))
    }

    fn view<'f>(&'f self, packed: &'f Packed) -> Option<Event<'f>> {
        let report = &self.reports[packed.report as usize];
        let id = EventId { report: report.number, nth: packed.nth };
        Some(Event { facts: self, packed, id, report, published: report.published? })
    }

    pub(crate) fn word(&self, index: u32) -> Option<&str> {
        self.words.get((index as usize).checked_sub(1)?).map(String::as_str)
    }

    pub(crate) fn actor(&self, index: u32) -> Option<&Actor> {
        self.actors.get((index as usize).checked_sub(1)?)
    }

    pub(crate) fn parties(&self, slice: Slice) -> impl Iterator<Item = &Actor> + use<'_> {
        self.lists[slice.range()].iter().filter_map(|&i| self.actor(i))
    }

    pub(crate) fn places(&self, slice: Slice) -> impl Iterator<Item = &Place> + use<'_> {
        self.lists[slice.range()].iter().map(|&i| &self.places[i as usize])
    }

    pub(crate) fn forces(&self, slice: Slice) -> &[Force] {
        &self.forces[slice.range()]
    }

    fn intern(&mut self, word: Option<&str>) -> u32 {
        let Some(word) = word else { return 0 };
        if let Some(&id) = self.word_ids.get(word) {
            return id;
        }
        self.words.push(word.to_owned());
        self.word_ids.insert(word.to_owned(), self.words.len() as u32);
        self.words.len() as u32
    }

    fn party(&mut self, actor: Option<Actor>) -> u32 {
        let Some(actor) = actor else { return 0 };
        if let Some(&id) = self.actor_ids.get(&actor) {
            return id;
        }
        self.actors.push(actor.clone());
        self.actor_ids.insert(actor, self.actors.len() as u32);
        self.actors.len() as u32
    }

    fn place(&mut self, place: Place) -> u32 {
        let same = self.place_ids.get(&place.name).into_iter().flatten().copied();
        if let Some(id) = same.into_iter().find(|&id| self.places[id as usize] == place) {
            return id;
        }
        let id = self.places.len() as u32;
        self.place_ids.entry(place.name.clone()).or_default().push(id);
        self.places.push(place);
        id
    }

    fn list(&mut self, actors: Vec<Actor>) -> Slice {
        let ids: Vec<u32> = actors.into_iter().map(|a| self.party(Some(a))).collect();
        self.keep(ids)
    }

    fn list_places(&mut self, places: Vec<Place>) -> Slice {
        let ids: Vec<u32> = places.into_iter().map(|p| self.place(p)).collect();
        self.keep(ids)
    }

    fn keep(&mut self, ids: Vec<u32>) -> Slice {
        let slice = Slice { start: self.lists.len() as u32, len: ids.len() as u32 };
        self.lists.extend(ids);
        slice
    }

    fn list_forces(&mut self, forces: &[Force]) -> Slice {
        let slice = Slice { start: self.forces.len() as u32, len: forces.len() as u32 };
        self.forces.extend_from_slice(forces);
        slice
    }
}
