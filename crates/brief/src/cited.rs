//! Which events a picture cites.

use std::collections::BTreeSet;

use saydo_facts::EventId;
use saydo_picture::{Cite, Demand, Picture};

/// Every event that a finding of this picture rests on: those whose sentences have to be fetched to show it.
pub fn cited(picture: &Picture) -> BTreeSet<EventId> {
    let diplomacy = &picture.diplomacy;
    let headline = picture.headline.facts.iter().flat_map(|f| &f.cites);
    let words = picture.words.iter().flat_map(|w| {
        let evidence = w.bears_out.iter().chain(&w.against).map(|e| &e.cite);
        w.said_in.iter().chain(evidence)
    });
    let posture = picture.posture.iter().flat_map(|p| &p.cites);
    let warning = picture.warning.in_place.iter().flat_map(|(_, cites)| cites).chain(&picture.warning.said);
    let proposals = diplomacy.proposals.iter().flat_map(|p| p.cites.iter().chain(&p.answers));
    let talks = diplomacy.talks.iter().flat_map(|t| &t.cites);
    let of = |list: &'_ Vec<Demand>| list.iter().flat_map(|d| d.cites.clone()).collect::<Vec<Cite>>();
    let demands = [&diplomacy.readiness, &diplomacy.refusals, &diplomacy.demands].map(of).concat();
    let indicators = picture.indicators.iter().flat_map(|i| &i.cites);
    let pairs = picture.measures.pairs.iter().flat_map(|p| &p.cites);
    let all = headline.chain(words).chain(posture).chain(warning).chain(proposals).chain(talks);
    all.chain(indicators).chain(pairs).chain(&demands).map(|cite| cite.event).collect()
}
