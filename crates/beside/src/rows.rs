//! The rows of other systems, taken in one by one: what is of the watch is kept, the rest only counted.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use saydo_coded::System;
use saydo_watch::Watch;

use crate::deed::Deed;
use crate::watched::Watched;
use crate::{Period, Theirs};

/// Rows of other systems for a watch and a period.
#[derive(Clone, Debug)]
pub struct Rows<'w> {
    pub(crate) watched: Watched<'w>,
    pub(crate) period: Period,
    list: Vec<Theirs>,
    systems: BTreeMap<System, Known>,
}

/// What is known of all rows of a system.
#[derive(Clone, Debug, Default)]
pub(crate) struct Known {
    /// How many of the period are not of the watch.
    pub(crate) elsewhere: usize,
    /// The days of which it has any row.
    pub(crate) days: BTreeSet<Date>,
}

impl<'w> Rows<'w> {
    /// No rows yet.
    pub fn new(watch: &'w Watch, period: Period) -> Self {
        Self { watched: Watched::of(watch), period, list: Vec::new(), systems: BTreeMap::new() }
    }

    /// Takes a row. One that is of the watch is kept, without what is neither compared nor shown.
    pub fn take(&mut self, mut theirs: Theirs) {
        let deed = Deed::of_theirs(&theirs);
        let is_watched = self.watched.has_theirs(&theirs, &deed.places);
        let is_asked_for = self.period.meets(deed.first, deed.last);
        let known = self.systems.entry(theirs.event.system).or_default();
        known.days.extend(deed.days(0));
        known.elsewhere += usize::from(is_asked_for && !is_watched);
        if is_watched && is_asked_for {
            theirs.event.rest = Vec::new();
            self.list.push(theirs);
        }
    }

    /// The rows that are of the watch and the period, in the order in which they came; a comparison names them by their
    /// places here.
    pub fn list(&self) -> &[Theirs] {
        &self.list
    }

    /// The same, to be kept beyond the comparison.
    pub fn into_list(self) -> Vec<Theirs> {
        self.list
    }

    /// Whether no row was taken, of the watch or not.
    pub fn is_empty(&self) -> bool {
        self.systems.is_empty()
    }

    /// The systems, with what is known of all their rows.
    pub(crate) fn systems(&self) -> impl Iterator<Item = (System, &Known)> {
        self.systems.iter().map(|(system, known)| (*system, known))
    }
}
