//! Any finding by its id, with its rule and all it rests on.

use std::collections::HashSet;

use crate::measure::RULES;
use crate::{Cite, Demand, Diplomacy, Indicator, Pair, Picture, Post, Proposal, Talk, Track, Word};

/// A finding, for whoever asks why.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// `headline`, `warning`, `coverage`, or with what its kind begins: `w` a word, `p:` a row of the posture board, `d`
    /// diplomacy, `i:` an indicator, `m:` a measure.
    pub id: String,
    /// What it says, in one line.
    pub text: String,
    /// The name of its rule; [`rules`](crate::rules) tells what the rule says.
    pub rule: &'static str,
    /// The events that it rests on, each once.
    pub cites: Vec<Cite>,
}

/// Text, rule and citations.
type Parts = (String, &'static str, Vec<Cite>);

impl Picture {
    /// The finding with this id.
    pub fn find(&self, id: &str) -> Option<Finding> {
        let (text, rule, mut cites) = match id {
            "headline" => self.headline_parts(),
            "warning" => self.warning_parts(),
            "coverage" => self.coverage_parts(),
            _ => self.listed(id)?,
        };
        let mut known = HashSet::new();
        cites.retain(|cite| known.insert(cite.event));
        Some(Finding { id: id.to_owned(), text, rule, cites })
    }

    /// A finding of the lists.
    fn listed(&self, id: &str) -> Option<Parts> {
        let word = || self.words.iter().find(|w| w.id == id).map(word);
        let post = || self.posture.iter().find(|p| p.id == id).map(post);
        let indicator = || self.indicators.iter().find(|i| i.id == id).map(indicator);
        let pair = || self.measures.pairs.iter().find(|p| p.id == id).map(pair);
        word().or_else(post).or_else(indicator).or_else(pair).or_else(|| diplomacy(&self.diplomacy, id))
    }

    fn headline_parts(&self) -> Parts {
        let cites = self.headline.facts.iter().flat_map(|fact| fact.cites.clone()).collect();
        (self.headline.verdict.sentence(), self.headline.rule, cites)
    }

    fn warning_parts(&self) -> Parts {
        let warning = &self.warning;
        let shown = warning.in_place.iter().flat_map(|(_, cites)| cites);
        let missing =
            if warning.missing.is_empty() { "nothing".to_owned() } else { warning.missing.join(", ") };
        let text = format!("warning of an attack: {}; missing: {missing}", warning.time.name());
        (text, warning.rule, shown.chain(&warning.said).cloned().collect())
    }

    fn coverage_parts(&self) -> Parts {
        let (now, before) = self.measures.reports_a_day;
        let fell = if self.measures.coverage_fell { "; coverage fell" } else { "" };
        let text =
            format!("{now:.1} reports a day in the last week, {before:.1} in the 28 days before{fell}");
        (text, RULES[0], Vec::new())
    }
}

fn word(word: &Word) -> Parts {
    let evidence = word.bears_out.iter().chain(&word.against).map(|e| &e.cite);
    let denied = if word.denies { "no " } else { "" };
    let what = format!("{} of {denied}{} by {}", word.kind.name(), word.act, word.speaker);
    let text = format!("{what}, said {}: {} since {}", word.said, word.state.name(), word.since);
    (text, word.rule, word.said_in.iter().chain(evidence).cloned().collect())
}

fn post(post: &Post) -> Parts {
    let area = post.ground();
    let what = format!("{} {}{area}", post.actor, post.element.name().replace('_', " "));
    (format!("{what}: {} since {}", post.trend.name(), post.since), post.rule, post.cites.clone())
}

fn indicator(indicator: &Indicator) -> Parts {
    let text = format!("{}: {}", indicator.label, indicator.state.name());
    (text, indicator.rule, indicator.cites.clone())
}

fn pair(pair: &Pair) -> Parts {
    let mean = |track: &Track| {
        let week = track.last_week;
        week.map_or("none".to_owned(), |w| format!("{:.1} ({:.1} to {:.1})", w.value, w.low, w.high))
    };
    let (deeds, words) = (mean(&pair.deeds), mean(&pair.words));
    let text = format!("{} towards {} in the last week: deeds {deeds}, words {words}", pair.from, pair.to);
    (text, RULES[1], pair.cites.clone())
}

fn diplomacy(found: &Diplomacy, id: &str) -> Option<Parts> {
    let proposal = || found.proposals.iter().find(|p| p.id == id).map(proposal);
    let talk = || found.talks.iter().find(|t| t.id == id).map(talk);
    let stand = |sort, all: &[Demand]| all.iter().find(|d| d.id == id).map(|d| stand(sort, d));
    proposal()
        .or_else(talk)
        .or_else(|| stand("demand", &found.demands))
        .or_else(|| stand("refusal", &found.refusals))
        .or_else(|| stand("readiness", &found.readiness))
}

fn proposal(proposal: &Proposal) -> Parts {
    let state = match (proposal.answered, proposal.days_unanswered) {
        (Some(day), _) => format!("answered on {day}"),
        (None, waited) => format!("{} days without an answer", waited.unwrap_or_default()),
    };
    let cites = proposal.cites.iter().chain(&proposal.answers).cloned().collect();
    (format!("proposal of {} of {}: {state}", proposal.from, proposal.made), proposal.rule, cites)
}

fn talk(talk: &Talk) -> Parts {
    let state = if talk.held { "held" } else { "planned" };
    let text = format!("talks of {}: {state} {}", talk.parties.join(" and "), talk.day);
    (text, talk.rule, talk.cites.clone())
}

fn stand(sort: &str, demand: &Demand) -> Parts {
    let label = demand.code.as_deref().and_then(saydo_codebook::cameo).map(|code| code.label);
    let label = label.map_or(String::new(), |label| format!(" ({label})"));
    let to = if demand.to.is_empty() { String::new() } else { format!(" to {}", demand.to.join(", ")) };
    (format!("{sort} of {}{to}{label}", demand.from), demand.rule, demand.cites.clone())
}
