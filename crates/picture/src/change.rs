//! What changed between two days.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use crate::{Indicator, IndicatorState, Picture, Post, Proposal, Talk, Word};

/// The picture compared with that of an earlier day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes {
    /// The earlier day.
    pub since: Date,
    /// What changed, the weightiest first; empty means: the picture has not changed, which is a finding.
    pub list: Vec<Change>,
}

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The finding that changed.
    pub finding: String,
    /// What the finding is about, in a few words.
    pub about: String,
    /// What it was; empty where it is new.
    pub was: String,
    /// What it is; empty where it is gone.
    pub is: String,
}

/// What a picture has that another has not: the headline, the warning, words that came into another state, rows with
/// another trend or direction, indicators, proposals answered and talks held; then new words, rows, indicators,
/// proposals and talks.
pub fn changes(now: &Picture, then: &Picture) -> Changes {
    let headline = |picture: &Picture| picture.headline.verdict.sentence();
    let mut list: Vec<Change> = Vec::new();
    list.extend(change("headline", "headline", &headline(then), &headline(now)));
    list.extend(change("warning", "warning of an attack", &warning(then), &warning(now)));
    let parts = [
        compare(&states(&now.words, word), &states(&then.words, word)),
        compare(&states(&now.posture, post), &states(&then.posture, post)),
        compare(&states(seen(now), indicator), &states(seen(then), indicator)),
        compare(&states(&now.diplomacy.proposals, proposal), &states(&then.diplomacy.proposals, proposal)),
        compare(&states(&now.diplomacy.talks, talk), &states(&then.diplomacy.talks, talk)),
    ];
    for new in [false, true] {
        list.extend(parts.iter().flatten().filter(|change| change.was.is_empty() == new).cloned());
    }
    Changes { since: then.as_of, list }
}

/// A finding with what it is about and how it stands.
struct Stand<'p> {
    id: &'p str,
    about: String,
    is: String,
}

fn states<'p, F: 'p>(
    findings: impl IntoIterator<Item = &'p F>,
    stand: impl Fn(&'p F) -> Stand<'p>,
) -> Vec<Stand<'p>> {
    findings.into_iter().map(stand).collect()
}

/// The changes among findings of one sort, in the order in which the picture shows them; what is gone comes last.
fn compare(now: &[Stand<'_>], then: &[Stand<'_>]) -> Vec<Change> {
    let before: HashMap<&str, &Stand<'_>> = then.iter().map(|stand| (stand.id, stand)).collect();
    let known: HashSet<&str> = now.iter().map(|stand| stand.id).collect();
    let is = now.iter().filter_map(|stand| {
        let was = before.get(stand.id).map_or("", |then| then.is.as_str());
        change(stand.id, &stand.about, was, &stand.is)
    });
    let gone = then.iter().filter(|stand| !known.contains(stand.id));
    is.chain(gone.filter_map(|stand| change(stand.id, &stand.about, &stand.is, ""))).collect()
}

fn change(finding: &str, about: &str, was: &str, is: &str) -> Option<Change> {
    let owned = str::to_owned;
    (was != is).then(|| Change {
        finding: owned(finding),
        about: owned(about),
        was: owned(was),
        is: owned(is),
    })
}

fn warning(picture: &Picture) -> String {
    let warning = &picture.warning;
    let parts: Vec<&str> = warning.in_place.iter().map(|(part, _)| *part).collect();
    let parts = if parts.is_empty() { "nothing".to_owned() } else { parts.join(", ") };
    format!("{}; in place: {parts}", warning.time.name())
}

fn word(word: &Word) -> Stand<'_> {
    let denied = if word.denies { "no " } else { "" };
    let about = format!("{} of {denied}{} by {}", word.kind.name(), word.act, word.speaker);
    Stand { id: &word.id, about, is: word.state.name().to_owned() }
}

fn post(post: &Post) -> Stand<'_> {
    let area = post.ground();
    let about = format!("{} {}{area}", post.actor, post.element.name().replace('_', " "));
    Stand { id: &post.id, about, is: format!("{}, last told: {}", post.trend.name(), post.direction.name()) }
}

fn seen(picture: &Picture) -> impl Iterator<Item = &Indicator> {
    picture.indicators.iter().filter(|i| i.state != IndicatorState::NotSeen)
}

fn indicator(indicator: &Indicator) -> Stand<'_> {
    let is = indicator.state.name().to_owned();
    Stand { id: &indicator.id, about: indicator.label.clone(), is }
}

fn proposal(proposal: &Proposal) -> Stand<'_> {
    let to = if proposal.to.is_empty() { String::new() } else { format!(" to {}", proposal.to.join(", ")) };
    let is = proposal.answered.map_or("not answered".to_owned(), |day| format!("answered on {day}"));
    Stand { id: &proposal.id, about: format!("proposal of {}{to}", proposal.from), is }
}

fn talk(talk: &Talk) -> Stand<'_> {
    let is = format!("{} {}", if talk.held { "held" } else { "planned" }, talk.day);
    Stand { id: &talk.id, about: format!("talks of {}", talk.parties.join(" and ")), is }
}
