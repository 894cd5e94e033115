//! Statements as a list.

use jiff::civil::Date;
use saydo_codebook::Act;

use crate::day::{day, number};
use crate::newest::{Newest, behind};
use crate::sieve::{self, between};
use crate::{Cursor, Filter, Slice, Tally};

/// Which statement, and when it was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatementAt {
    /// The ledger's number of its report.
    pub report: u32,
    /// Its own number there.
    pub nth: u32,
    /// The day it was made, else that of publication.
    pub day: Date,
}

/// What a statement has to meet, by row.
struct Wanted {
    acts: Vec<Act>,
    /// For each source whether its code was asked for; nobody is the first.
    sources: Vec<bool>,
    found: Option<Vec<bool>>,
    /// What the events that a statement carries meet.
    carried: Option<Vec<u8>>,
}

/// One of its events meets everything but the actor.
const EVENT: u8 = 1;
/// One of its events meets everything.
const ACTOR: u8 = 2;

impl Tally {
    /// The statements that meet a filter, newest day first and within a day by report and number, from behind a mark on
    /// and at most `limit` of them. Places, standings, tracks and types are those of an event that the statement carries;
    /// an actor is its source or named by such an event.
    pub fn statements(&self, filter: &Filter, after: Option<Cursor>, limit: usize) -> Slice<StatementAt> {
        let reports = sieve::reports(self, filter, None);
        let wanted = Wanted::of(self, filter);
        let mut page = Newest::from(after.map_or(0, |cursor| self.statement_behind(cursor)), limit);
        for row in between(&self.voiced.day, filter) {
            if reports[self.voiced.report[row] as usize] == 0 && wanted.has(self, filter, row) {
                page.take(row);
            }
        }
        page.done(|row| {
            let (report, nth) = self.statement_id(row);
            let day = day(self.voiced.day[row]);
            (Cursor { day, report, nth }, StatementAt { report, nth, day })
        })
    }

    fn statement_id(&self, row: usize) -> (u32, u32) {
        let report = &self.facts.reports()[self.voiced.report[row] as usize];
        (report.number, self.voiced.nth[row])
    }

    /// The first row behind a mark.
    fn statement_behind(&self, cursor: Cursor) -> usize {
        let mark = (-number(cursor.day), cursor.report, cursor.nth);
        behind(self.voiced.len(), |row| {
            let (report, nth) = self.statement_id(row);
            (-self.voiced.day[row], report, nth) <= mark
        })
    }
}

impl Wanted {
    fn of(tally: &Tally, filter: &Filter) -> Self {
        let is_asked =
            |code: &String| filter.actors.iter().any(|beginning| code.starts_with(beginning.as_str()));
        let bears_on_events = !filter.actors.is_empty() || asks_of_events(filter);
        Self {
            acts: filter.acts.iter().filter_map(|name| Act::of(name)).collect(),
            sources: std::iter::once(false).chain(tally.voiced.codes.iter().map(is_asked)).collect(),
            found: filter.found.as_ref().map(|found| marked(tally, &found.statements)),
            carried: bears_on_events.then(|| carried(tally, filter)),
        }
    }

    fn has(&self, tally: &Tally, filter: &Filter, row: usize) -> bool {
        let voiced = &tally.voiced;
        let is_found = self.found.as_ref().is_none_or(|found| found[row]);
        let is_act = filter.acts.is_empty() || voiced.act[row].is_some_and(|act| self.acts.contains(&act));
        is_found
            && is_act
            && self.carried.as_ref().is_none_or(|carried| self.carries(tally, filter, row, carried))
    }

    /// Whether its source and the events that it carries are those asked for.
    fn carries(&self, tally: &Tally, filter: &Filter, row: usize, carried: &[u8]) -> bool {
        let met = carried[row];
        let is_source = filter.actors.is_empty() || self.sources[tally.voiced.source[row] as usize];
        met & ACTOR != 0 || is_source && (met & EVENT != 0 || !asks_of_events(filter))
    }
}

/// Whether something is asked for that only events have.
fn asks_of_events(filter: &Filter) -> bool {
    let Filter { places, standings, tracks, types, .. } = filter;
    !(places.is_empty() && standings.is_empty() && tracks.is_empty() && types.is_empty())
}

/// For each row whether it is among these statements.
fn marked(tally: &Tally, statements: &[(u32, u32)]) -> Vec<bool> {
    let mut marked = vec![false; tally.voiced.len()];
    let row = |(number, nth): &(u32, u32)| tally.voiced.row(tally.reports.at(*number)?, *nth);
    for row in statements.iter().filter_map(row) {
        marked[row] = true;
    }
    marked
}

/// What the events that each statement carries meet.
fn carried(tally: &Tally, filter: &Filter) -> Vec<u8> {
    let classes = sieve::classes(filter);
    let (parties, places) = (sieve::parties(&tally.names, filter), sieve::places(&tally.names, filter));
    let is_out = |table: &Option<Vec<u8>>, list: u32| table.as_ref().is_some_and(|t| t[list as usize] != 0);
    let mut met = vec![0; tally.voiced.len()];
    for (row, carrier) in tally.voiced.carrier.iter().enumerate().filter(|(_, carrier)| **carrier > 0) {
        let columns = &tally.columns;
        if classes[columns.class[row] as usize] == 0 && !is_out(&places, columns.places[row]) {
            let names_actor = !is_out(&parties, columns.parties[row]);
            met[*carrier as usize - 1] |= if names_actor { EVENT | ACTOR } else { EVENT };
        }
    }
    met
}
