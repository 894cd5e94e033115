//! Which events a picture cites.

use std::collections::BTreeSet;

use saydo_facts::EventId;
use saydo_picture::{Cite, Demand, Picture};

use crate::terminal::telling;

/// As many words, proposals, talks, demands of each sort and rows are shown by the forms that are read; none shows more.
const SHOWN: usize = 60;

/// Every event that a finding of this picture rests on: those whose sentences have to be fetched for
/// [`json`](crate::json), which leaves nothing out.
pub fn cited(picture: &Picture) -> BTreeSet<EventId> {
    of(picture, usize::MAX)
}

/// The events whose sentences the forms that are read can show, far fewer in a large ledger.
pub fn shown(picture: &Picture) -> BTreeSet<EventId> {
    of(picture, SHOWN)
}

fn of(picture: &Picture, most: usize) -> BTreeSet<EventId> {
    let diplomacy = &picture.diplomacy;
    let headline = picture.headline.facts.iter().flat_map(|f| &f.cites);
    let words = telling(&picture.words, most).into_iter().flat_map(|w| {
        let evidence = w.bears_out.iter().chain(&w.against).map(|e| &e.cite);
        w.said_in.iter().chain(evidence)
    });
    let posture = picture.posture.iter().flat_map(|p| &p.cites);
    let warning = picture.warning.in_place.iter().flat_map(|(_, cites)| cites).chain(&picture.warning.said);
    let proposals = diplomacy.proposals.iter().take(most).flat_map(|p| p.cites.iter().chain(&p.answers));
    let talks = diplomacy.talks.iter().take(most).flat_map(|t| &t.cites);
    let of =
        |list: &'_ Vec<Demand>| list.iter().take(most).flat_map(|d| d.cites.clone()).collect::<Vec<Cite>>();
    let demands = [&diplomacy.readiness, &diplomacy.refusals, &diplomacy.demands].map(of).concat();
    let indicators = picture.indicators.iter().flat_map(|i| &i.cites);
    let pairs = picture.measures.pairs.iter().flat_map(|p| &p.cites);
    let all = headline.chain(words).chain(posture).chain(warning).chain(proposals).chain(talks);
    all.chain(indicators).chain(pairs).chain(&demands).map(|cite| cite.event).collect()
}
