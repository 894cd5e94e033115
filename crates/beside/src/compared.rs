//! What is compared, and what comes of it.

use std::sync::Arc;

use jiff::civil::Date;
use saydo_coded::{Coded, System};
use saydo_facts::{Event, EventId};

/// The days of a comparison; no bound where there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub since: Option<Date>,
    /// The last day.
    pub until: Option<Date>,
}

impl Period {
    /// Whether any day from `first` to `last` is in it.
    pub fn meets(self, first: Date, last: Date) -> bool {
        self.since.is_none_or(|since| since <= last) && self.until.is_none_or(|until| first <= until)
    }
}

/// An event of ours with its days.
#[derive(Clone, Copy, Debug)]
pub struct Ours<'f> {
    /// The event.
    pub event: Event<'f>,
    /// Its first day.
    pub day: Date,
    /// Its last day, where it is a span.
    pub until: Option<Date>,
}

/// A row of another system.
#[derive(Clone, Debug, PartialEq)]
pub struct Theirs {
    /// The ledger's number of it.
    pub number: u64,
    /// The file it came from.
    pub file: Arc<str>,
    /// The row.
    pub event: Coded,
}

/// A row of theirs and an event of ours that tell one happening.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The row, as a place in the list that was given.
    pub theirs: usize,
    /// Our event.
    pub ours: EventId,
    /// How well they agree, from 0 to 1.
    pub score: f64,
    /// What they agree in, by the names of rules.
    pub because: Vec<&'static str>,
}

/// An event of ours that a system lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alone {
    /// Who lacks it.
    pub system: System,
    /// The event.
    pub ours: EventId,
    /// Further events of ours that tell the same: the same day, parties and kind.
    pub also: Vec<EventId>,
}

/// What the comparison with one system comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SystemCount {
    /// The system.
    pub system: System,
    /// Rows of the period that are of the watch.
    pub theirs: usize,
    /// Those of them that we have.
    pub have: usize,
    /// Those that tell again what we have.
    pub again: usize,
    /// Those that our reading has only in words.
    pub only_said: usize,
    /// Those that we lack.
    pub we_lack: usize,
    /// Those of them on whose days, and the day after, none of our reports was published.
    pub unread: usize,
    /// Happenings of ours that it lacks, on days of which it has rows.
    pub they_lack: usize,
    /// Rows of the period that are not of the watch.
    pub elsewhere: usize,
}

/// The same for one kind of event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KindCount {
    /// The system.
    pub system: System,
    /// PLOVER's category; empty where a row has none.
    pub kind: &'static str,
    /// Rows of theirs.
    pub theirs: usize,
    /// Those of them that we have.
    pub have: usize,
    /// Those that tell again what we have.
    pub again: usize,
    /// Those that our reading has only in words.
    pub only_said: usize,
    /// Those that we lack.
    pub we_lack: usize,
    /// Happenings of ours that it lacks.
    pub they_lack: usize,
}

/// What a comparison comes to. Lists are in the order of days, then of systems and ids.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Compared {
    /// Counts, a row for each system that has rows in the period.
    pub systems: Vec<SystemCount>,
    /// Counts by kind, a row for each kind of each system.
    pub kinds: Vec<KindCount>,
    /// What both have.
    pub have: Vec<Pair>,
    /// What tells again what both have.
    pub again: Vec<Pair>,
    /// Their deeds that we have only in words.
    pub only_said: Vec<Pair>,
    /// What we lack, as places in the list of theirs.
    pub we_lack: Vec<usize>,
    /// Of what we lack, that on whose days, and the day after, none of our reports was published, in the order of places.
    pub unread: Vec<usize>,
    /// What they lack.
    pub they_lack: Vec<Alone>,
}
