//! What would have alerted: the last days of a ledger, each compared with the day before.

use std::cell::RefCell;

use jiff::ToSpan;
use jiff::civil::Date;
use saydo_alerts::{Alert, Seen, alerts};
use saydo_facts::Citation;
use saydo_ledger::{Error, Ledger, Query};
use saydo_picture::{Cite, Picture};
use saydo_watch::Watch;

use crate::{Outlets, cite};

/// A day on which something would have alerted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replayed {
    /// The day.
    pub day: Date,
    /// What would have been told, the weightiest first.
    pub alerts: Vec<Alert>,
}

/// The alerts of the last `days` days up to `last`, as one look at the end of each day would have given them; days without
/// alerts are left out. A report counts from its day of publication on, whenever it came in.
///
/// ```
/// use saydo_bureau::{Outlets, replay};
/// use saydo_ledger::Ledger;
/// use saydo_watch::Watch;
///
/// let ledger = Ledger::memory().unwrap();
/// let watch = Watch::parse("name = 'Border'\nsubject = 'RUS'").unwrap();
/// let days = replay(&ledger, &watch, &Outlets::shipped(), jiff::civil::date(2022, 2, 16), 30).unwrap();
/// assert!(days.is_empty());
/// ```
pub fn replay(
    ledger: &Ledger,
    watch: &Watch,
    outlets: &Outlets,
    last: Date,
    days: u32,
) -> Result<Vec<Replayed>, Error> {
    let query = Query {
        since: watch.since,
        until: Some(last),
        publishers: watch.sources.clone(),
        ..Query::default()
    };
    let facts = ledger.facts(&query, &|publisher, copied| outlets.family(publisher, copied))?;
    let failed = RefCell::new(None);
    let tell =
        |told: &Cite| sentence(ledger, outlets, told).map_err(|error| failed.replace(Some(error))).ok()?;
    let mut day = last.saturating_sub(i64::from(days).days());
    let mut seen = Seen::of(&Picture::of(&facts, watch, day, None));
    let mut replayed = Vec::new();
    while day < last {
        day = day.saturating_add(1.day());
        let picture = Picture::of(&facts, watch, day, None);
        let alerts = alerts(Some(&seen), &picture, &tell);
        seen = Seen::after(Some(&seen), &picture);
        if !alerts.is_empty() {
            replayed.push(Replayed { day, alerts });
        }
        if let Some(error) = failed.take() {
            return Err(error);
        }
    }
    Ok(replayed)
}

fn sentence(ledger: &Ledger, outlets: &Outlets, told: &Cite) -> Result<Option<Citation>, Error> {
    Ok(cite(ledger, outlets, &[told.event])?.remove(&told.event))
}
