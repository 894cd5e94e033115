//! The picture of a ledger, with the sentences under its findings.

use std::collections::HashMap;

use jiff::civil::Date;
use saydo_facts::{Citation, EventId};
use saydo_ledger::{Error, Ledger, Query};
use saydo_picture::Picture;
use saydo_watch::Watch;

use crate::Outlets;

/// A picture and the sentences that it cites.
#[derive(Clone, Debug)]
pub struct Drawn {
    /// The findings.
    pub picture: Picture,
    /// Their sentences.
    pub citations: HashMap<EventId, Citation>,
}

/// Draws the picture of a watch as of a day, compared with that of `since` where one is given. `cited` names the events
/// of a picture whose sentences are wanted.
pub fn draw(
    ledger: &Ledger,
    watch: &Watch,
    outlets: &Outlets,
    days: (Date, Option<Date>),
    cited: impl Fn(&Picture) -> Vec<EventId>,
) -> Result<Drawn, Error> {
    let (as_of, since) = days;
    let query = Query {
        since: watch.since,
        until: Some(as_of),
        publishers: watch.sources.clone(),
        // The earlier picture rests on the revisions that were valid then.
        revisions: since.is_some(),
        ..Query::default()
    };
    let facts = ledger.facts(&query, &|publisher, copied| outlets.family(publisher, copied))?;
    finish(ledger, outlets, Picture::of(&facts, watch, as_of, since), cited)
}

/// Adds to a picture what only the ledger knows.
pub(crate) fn finish(
    ledger: &Ledger,
    outlets: &Outlets,
    mut picture: Picture,
    cited: impl Fn(&Picture) -> Vec<EventId>,
) -> Result<Drawn, Error> {
    // Only the ledger knows of reports that lie behind the day that was asked for.
    picture.apart.future = ledger.future()? as usize;
    // What was published later is no part of what was asked for, though it may be in memory.
    picture.apart.later = 0;
    let citations = cite(ledger, outlets, &cited(&picture))?;
    Ok(Drawn { picture, citations })
}

/// The sentences of events.
pub fn cite(
    ledger: &Ledger,
    outlets: &Outlets,
    events: &[EventId],
) -> Result<HashMap<EventId, Citation>, Error> {
    let found = ledger.cite(events, &|publisher, copied| outlets.family(publisher, copied))?;
    Ok(found.into_iter().map(|citation| (citation.event, citation)).collect())
}
