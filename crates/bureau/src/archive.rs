//! A ledger's facts that stay in memory, from which the picture of any day is drawn.

use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::Date;
use saydo_facts::{EventId, Facts};
use saydo_ledger::{Error, Ledger, Query};
use saydo_picture::{Picture, Prepared};
use saydo_watch::Watch;

use crate::Outlets;
use crate::draw::{Drawn, finish};

/// The facts of all reports of a ledger in all their revisions.
#[derive(Clone, Debug)]
pub struct Archive {
    /// The facts.
    pub facts: Arc<Facts>,
    /// The state of the ledger that they tell.
    pub change: u64,
    /// The last report of the facts that these were added to; `None` where all were loaded.
    pub grown: Option<u32>,
    /// The facts made ready for the watch that was drawn last.
    prepared: Arc<Mutex<Option<Prepared>>>,
}

impl Archive {
    /// Loads the facts of a ledger.
    ///
    /// ```
    /// use saydo_bureau::{Archive, Outlets};
    /// use saydo_ledger::Ledger;
    /// use saydo_watch::Watch;
    ///
    /// let (ledger, outlets) = (Ledger::memory().unwrap(), Outlets::shipped());
    /// let watch = Watch::parse("name = 'Border'\nsubject = 'RUS'").unwrap();
    /// let archive = Archive::load(&ledger, &outlets).unwrap();
    /// let day = jiff::civil::date(2022, 2, 16);
    /// let drawn = archive.draw(&ledger, &watch, &outlets, (day, None), |_| Vec::new()).unwrap();
    /// assert!(drawn.picture.words.is_empty());
    /// assert!(archive.refresh(&ledger, &outlets).unwrap().is_none());
    /// ```
    pub fn load(ledger: &Ledger, outlets: &Outlets) -> Result<Self, Error> {
        let change = ledger.state()?;
        let query = Query { revisions: true, ..Query::default() };
        let facts = ledger.facts(&query, &|publisher, copied| outlets.family(publisher, copied))?;
        Ok(Self::of(facts, change))
    }

    /// The facts with what came in since; `None` where nothing did. What only was added is added to a copy of the facts;
    /// where more changed they are loaded again.
    pub fn refresh(&self, ledger: &Ledger, outlets: &Outlets) -> Result<Option<Self>, Error> {
        // What comes in after this question is asked for again the next time.
        let change = ledger.state()?;
        if change == self.change {
            return Ok(None);
        }
        if ledger.growth(self.change)?.is_none() {
            return Self::load(ledger, outlets).map(Some);
        }
        let families = |publisher: Option<&str>, copied: Option<&str>| outlets.family(publisher, copied);
        let last = self.facts.reports().last().map_or(0, |report| report.number);
        let grown = Self::of(ledger.extended(&self.facts, &families)?, change);
        Ok(Some(Self { grown: Some(last), ..grown }))
    }

    /// Draws the picture of a watch as of a day, as [`draw`](crate::draw) does of a ledger; the ledger gives the sentences.
    pub fn draw(
        &self,
        ledger: &Ledger,
        watch: &Watch,
        outlets: &Outlets,
        (as_of, since): (Date, Option<Date>),
        cited: impl Fn(&Picture) -> Vec<EventId>,
    ) -> Result<Drawn, Error> {
        finish(ledger, outlets, self.prepared(watch).picture(as_of, since), cited)
    }

    fn of(facts: Facts, change: u64) -> Self {
        Self { facts: Arc::new(facts), change, grown: None, prepared: Arc::default() }
    }

    /// The facts made ready for a watch, which is kept until another one is drawn.
    fn prepared(&self, watch: &Watch) -> Prepared {
        let mut kept = self.prepared.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(prepared) = kept.as_ref().filter(|prepared| prepared.watch() == watch) {
            return prepared.clone();
        }
        kept.insert(Prepared::of(Arc::clone(&self.facts), watch.clone())).clone()
    }
}
