//! Our events by day and party, so that a row of theirs is compared only with those that can be the same.

use std::collections::{BTreeSet, HashMap};

use jiff::civil::Date;

use crate::deed::{Deed, WINDOW};

/// Places in a list of deeds by day and by country or organisation.
pub(crate) struct Index<'d> {
    by_day: HashMap<(Date, &'d str), Vec<usize>>,
}

impl<'d> Index<'d> {
    /// The index of a list.
    pub(crate) fn of(deeds: &'d [Deed]) -> Self {
        let mut by_day: HashMap<(Date, &str), Vec<usize>> = HashMap::new();
        for (at, deed) in deeds.iter().enumerate() {
            let roots: BTreeSet<&str> = deed.roots().collect();
            for day in deed.days(0) {
                for root in &roots {
                    by_day.entry((day, root)).or_default().push(at);
                }
            }
        }
        Self { by_day }
    }

    /// The deeds near a day of this one that share a party with it, in order.
    pub(crate) fn near(&self, deed: &Deed) -> BTreeSet<usize> {
        let roots: BTreeSet<&str> = deed.roots().collect();
        let mut near = BTreeSet::new();
        for day in deed.days(WINDOW) {
            for root in &roots {
                near.extend(self.by_day.get(&(day, *root)).into_iter().flatten());
            }
        }
        near
    }
}
