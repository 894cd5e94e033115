//! The sentences that carry a change.

use saydo_facts::Citation;
use saydo_picture::{Cite, Evidence, Headline, Indicator, State, Word};

use crate::Quoted;

/// As many sentences carry an alert.
const MOST: usize = 3;

/// How the words behind an event are found.
pub(crate) type Tell<'t> = &'t dyn Fn(&Cite) -> Option<Citation>;

/// One for each fact of the headline: the newest whose sentence is at hand.
pub(crate) fn of_headline(headline: &Headline, tell: Tell<'_>) -> Vec<Quoted> {
    let newest = |cites: &[Cite]| newest(cites).into_iter().find_map(|cite| quoted(cite, tell));
    once(headline.facts.iter().filter_map(|fact| newest(&fact.cites)))
}

/// Where the word was said first, then the newest evidence for its state, the best grade of a day first.
pub(crate) fn of_word(word: &Word, tell: Tell<'_>) -> Vec<Quoted> {
    let said = word.said_in.iter().find_map(|cite| quoted(cite, tell));
    let evidence = carrying(word).into_iter().filter_map(|e| quoted(&e.cite, tell));
    once(said.into_iter().chain(evidence))
}

/// The newest that tell of it.
pub(crate) fn of_indicator(indicator: &Indicator, tell: Tell<'_>) -> Vec<Quoted> {
    once(newest(&indicator.cites).into_iter().filter_map(|cite| quoted(cite, tell)))
}

/// The evidence that puts a word into its state: what speaks for it, against it, or, where it is disputed or kept in part,
/// the newest of both before the rest.
fn carrying(word: &Word) -> Vec<&Evidence> {
    let (fors, against) = (by_age(&word.bears_out), by_age(&word.against));
    match word.state {
        State::Unverified | State::Lapsed | State::Kept => fors,
        State::Contradicted | State::Overtaken => against,
        State::Disputed | State::PartlyKept => {
            let first = [fors.first(), against.first()].into_iter().flatten();
            let rest = fors.iter().skip(1).chain(against.iter().skip(1));
            first.chain(rest).copied().collect()
        }
    }
}

fn by_age(evidence: &[Evidence]) -> Vec<&Evidence> {
    let mut all: Vec<&Evidence> = evidence.iter().collect();
    all.sort_by_key(|e| std::cmp::Reverse((e.cite.published, e.grade)));
    all
}

fn newest(cites: &[Cite]) -> Vec<&Cite> {
    let mut all: Vec<&Cite> = cites.iter().collect();
    all.sort_by_key(|cite| std::cmp::Reverse(cite.published));
    all
}

fn quoted(cite: &Cite, tell: Tell<'_>) -> Option<Quoted> {
    let citation = tell(cite)?;
    let outlet = citation.publisher.filter(|p| !p.trim().is_empty());
    Some(Quoted {
        event: cite.event.to_string(),
        text: citation.sentence,
        publisher: outlet.unwrap_or_else(|| saydo_brief::party(&cite.voice)),
        published: cite.published,
        url: citation.url,
    })
}

/// The first few, each sentence once.
fn once(all: impl Iterator<Item = Quoted>) -> Vec<Quoted> {
    let mut kept: Vec<Quoted> = Vec::new();
    for quoted in all {
        if kept.len() == MOST {
            break;
        }
        if kept.iter().all(|known| known.text != quoted.text) {
            kept.push(quoted);
        }
    }
    kept
}
