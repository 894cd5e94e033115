//! Events as a list.

use jiff::civil::Date;
use saydo_facts::EventId;

use crate::day::{day, number};
use crate::newest::{Newest, behind};
use crate::sieve::Sieve;
use crate::{Cursor, Filter, Slice, Tally, Track};

/// Where an event lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventAt {
    /// Its place in the facts, for [`Facts::event`](saydo_facts::Facts::event).
    pub at: usize,
    /// Which one.
    pub id: EventId,
    /// The day it is set on.
    pub day: Date,
    /// Word, deed or denial.
    pub track: Track,
}

impl Tally {
    /// The events that meet a filter, newest day first and within a day by their ids, from behind a mark on and at most
    /// `limit` of them.
    ///
    /// ```
    /// # use std::sync::Arc;
    /// # use jiff::civil::date;
    /// # use saydo_facts::{Facts, Report, Told};
    /// # use saydo_tally::{Filter, Spokens, Tally};
    /// # let mut facts = Facts::default();
    /// # let wire = facts.family("Example Wire");
    /// # let report = facts.report(Report::of(1, wire, Some(date(2022, 2, 15))));
    /// # for _ in 0..3 { facts.tell(report, Told::default()); }
    /// # let tally = Tally::of(Arc::new(facts), Spokens::default());
    /// let filter = Filter::as_of(date(2022, 2, 16));
    /// let first = tally.events(&filter, None, 2);
    /// let second = tally.events(&filter, first.next, 2);
    /// assert_eq!((first.items.len(), second.items.len(), second.next), (2, 1, None));
    /// ```
    pub fn events(&self, filter: &Filter, after: Option<Cursor>, limit: usize) -> Slice<EventAt> {
        let sieve = Sieve::of(self, filter);
        let first = after.map_or(0, |cursor| self.row_behind(cursor));
        let mut page = Newest::from(first, limit);
        sieve.passing(self, |row| page.take(row));
        page.done(|row| self.event_at(row))
    }

    fn event_at(&self, row: usize) -> (Cursor, EventAt) {
        let id = self.id(row);
        let day = day(self.columns.day[row]);
        let track = self.classes[self.columns.class[row] as usize].track();
        let at = self.columns.at[row] as usize;
        (Cursor { day, report: id.report, nth: id.nth }, EventAt { at, id, day, track })
    }

    /// The id of the event in a row.
    pub(crate) fn id(&self, row: usize) -> EventId {
        let report = self.facts.reports()[self.columns.report[row] as usize].number;
        let nth = self.facts.event(self.columns.at[row] as usize).map_or(0, |event| event.id.nth);
        EventId { report, nth }
    }

    /// The first row behind a mark.
    fn row_behind(&self, cursor: Cursor) -> usize {
        let mark = (-number(cursor.day), cursor.report, cursor.nth);
        behind(self.columns.len(), |row| {
            let id = self.id(row);
            (-self.columns.day[row], id.report, id.nth) <= mark
        })
    }
}
