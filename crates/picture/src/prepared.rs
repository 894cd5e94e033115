//! Facts and a watch made ready for the picture of any day.

use std::sync::Arc;

use jiff::civil::Date;
use saydo_facts::Facts;
use saydo_watch::Watch;

use crate::Picture;
use crate::sorted::Sorted;

/// Facts sorted for a watch, so that the pictures of many days share what is the same on all of them. It takes some sixty
/// bytes an event; what a rule needs is made when the first picture asks for it. It can be shared among threads.
///
/// ```
/// use std::sync::Arc;
/// use jiff::civil::date;
/// use saydo_facts::Facts;
/// use saydo_picture::{Picture, Prepared};
/// use saydo_watch::Watch;
///
/// let (facts, watch) = (Arc::new(Facts::default()), Watch::default());
/// let prepared = Prepared::of(Arc::clone(&facts), watch.clone());
/// let day = date(2022, 2, 16);
/// assert_eq!(prepared.picture(day, None), Picture::of(&facts, &watch, day, None));
/// ```
#[derive(Clone, Debug)]
pub struct Prepared {
    facts: Arc<Facts>,
    watch: Arc<Watch>,
    sorted: Arc<Sorted>,
}

impl Prepared {
    /// Facts for the pictures of a watch.
    pub fn of(facts: Arc<Facts>, watch: Watch) -> Self {
        let sorted = Arc::new(Sorted::of(&facts, &watch));
        Self { facts, watch: Arc::new(watch), sorted }
    }

    /// The watch.
    pub fn watch(&self) -> &Watch {
        &self.watch
    }

    /// The picture as of a day, and what changed since an earlier one, where that is asked for: what [`Picture::of`] gives.
    pub fn picture(&self, as_of: Date, since: Option<Date>) -> Picture {
        Picture::sorted(&self.facts, &self.watch, &self.sorted, as_of, since)
    }
}
