//! The events of a ledger beside those that others coded.

use std::collections::{HashMap, HashSet};

use jiff::ToSpan;
use jiff::civil::Date;
use saydo_beside::{Compared, Ours, Period, Rows, Theirs, compare};
use saydo_facts::{Citation, Event, EventId, Facts, PublisherId};
use saydo_ledger::{CodedQuery, Error, Filed, Ledger, Query};
use saydo_watch::Watch;

use crate::Outlets;
use crate::coded::{first_row, told};
use crate::draw::cite;

/// A comparison with what it speaks of.
#[derive(Clone, Debug, Default)]
pub struct Beside {
    /// What came of it.
    pub compared: Compared,
    /// The rows of theirs that its numbers mean.
    pub theirs: Vec<Theirs>,
    /// What is shown of our events.
    pub ours: HashMap<EventId, Shown>,
}

/// An event of ours, to be shown.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The event as a row, with the first of its parties on each side.
    pub row: saydo_coded::Coded,
    /// The sentence that tells it, and its report.
    pub citation: Citation,
}

/// Compares the events of a ledger with those that others coded, for a watch and a period. Of the watch's sources only
/// those count that it names; near-copies and reports dated in their own future do not.
pub fn beside(ledger: &Ledger, watch: &Watch, outlets: &Outlets, period: Period) -> Result<Beside, Error> {
    let theirs = theirs(ledger, watch, period)?;
    if theirs.is_empty() {
        return Ok(Beside::default());
    }
    let query = Query { since: wide(period).since, publishers: watch.sources.clone(), ..Query::default() };
    let facts = ledger.facts(&query, &|publisher, copied| outlets.family(publisher, copied))?;
    let ours = ours(&facts, period, |_| true);
    let compared = compare(&ours, &theirs);
    let shown = shown(ledger, outlets, &compared, &ours)?;
    Ok(Beside { compared, theirs: theirs.into_list(), ours: shown })
}

/// The same from facts in memory, of reports that were published by a day and in the revisions valid then: what came of
/// it, and the rows of theirs that its numbers mean.
pub fn beside_facts(
    ledger: &Ledger,
    facts: &Facts,
    watch: &Watch,
    as_of: Date,
    period: Period,
) -> Result<(Compared, Vec<Theirs>), Error> {
    let theirs = theirs(ledger, watch, period)?;
    if theirs.is_empty() {
        return Ok((Compared::default(), Vec::new()));
    }
    let listed: Vec<bool> = facts.publishers().iter().map(|name| watch.sources.contains(name)).collect();
    let is_listed = |id: PublisherId| listed.get(id.0 as usize).is_some_and(|listed| *listed);
    let counts = |event: &Event<'_>| {
        let sourced = watch.sources.is_empty() || event.report.publisher.is_some_and(is_listed);
        sourced && event.report.counts(as_of)
    };
    let compared = compare(&ours(facts, period, counts), &theirs);
    Ok((compared, theirs.into_list()))
}

/// What lies a day outside a period can be the same as what lies at its ends.
fn wide(period: Period) -> Period {
    Period {
        since: period.since.map(|day| day.saturating_sub(1.day())),
        until: period.until.map(|day| day.saturating_add(1.day())),
    }
}

/// The rows of others that are of a watch and a period.
fn theirs<'w>(ledger: &Ledger, watch: &'w Watch, period: Period) -> Result<Rows<'w>, Error> {
    let Period { since, until } = wide(period);
    let mut theirs = Rows::new(watch, period);
    let query = CodedQuery { since, until, systems: Vec::new() };
    ledger.coded(&query, |Filed { number, event, file, .. }| {
        theirs.take(Theirs { number, file, event });
        true
    })?;
    Ok(theirs)
}

/// Our events that can be the same as theirs of a period.
fn ours(facts: &Facts, period: Period, counts: impl Fn(&Event<'_>) -> bool) -> Vec<Ours<'_>> {
    let wide = wide(period);
    told(facts)
        .filter(|(event, day, last)| counts(event) && wide.meets(*day, last.unwrap_or(*day)))
        .map(|(event, day, until)| Ours { event, day, until })
        .collect()
}

/// What is shown of the events that a comparison names.
fn shown(
    ledger: &Ledger,
    outlets: &Outlets,
    compared: &Compared,
    ours: &[Ours<'_>],
) -> Result<HashMap<EventId, Shown>, Error> {
    let pairs = [&compared.have, &compared.again, &compared.only_said].into_iter().flatten();
    let named = pairs.map(|pair| pair.ours).chain(compared.they_lack.iter().map(|alone| alone.ours));
    let named: HashSet<EventId> = named.collect();
    let mut ids: Vec<EventId> = named.iter().copied().collect();
    ids.sort_unstable();
    let mut citations = cite(ledger, outlets, &ids)?;
    let row = |one: &Ours<'_>| {
        let id = one.event.id;
        let row = first_row(one.event, (one.day, one.until), citations.get(&id));
        Some((id, Shown { row, citation: citations.remove(&id)? }))
    };
    Ok(ours.iter().filter(|one| named.contains(&one.event.id)).filter_map(row).collect())
}
