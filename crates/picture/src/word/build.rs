//! From drafts to the words that the picture shows.

use jiff::civil::Date;
use saydo_facts::Actor;

use super::draft::Draft;
use super::evidence::{Piece, Stance, gather, told_on};
use super::seen::Index;
use super::state::{Finding, state};
use crate::day::days;
use crate::{Cite, Evidence, Prior, Scene, State, Word};

/// The word of a draft as of the scene's day.
pub(crate) fn word<'f>(scene: &Scene<'f>, index: &Index, draft: &Draft<'f>) -> Word {
    let pieces = gather(scene, index, draft);
    let (finding, since) = history(draft, &pieces, scene.as_of);
    let opened = draft.said_in[0].id;
    let shown = |stances: &[Stance]| -> Vec<Evidence> {
        pieces.iter().filter(|p| stances.contains(&p.stance)).map(|p| p.shown.clone()).collect()
    };
    Word {
        id: format!("w{}.{}{}", opened.report, opened.nth, letters(draft.nth)),
        kind: draft.kind,
        act: draft.act.to_owned(),
        speaker: draft.speaker.code.clone(),
        speaker_name: draft.speaker.name.clone(),
        actor: draft.actor.to_owned(),
        denies: draft.denies,
        elements: draft.elements.clone(),
        extent: draft.extent.map(|e| e.name().to_owned()),
        places: draft.places.iter().map(|p| p.name.clone()).collect(),
        said: draft.said(),
        last_said: draft.last_said(),
        from: draft.from,
        due: draft.due,
        state: finding.state,
        since,
        grade: finding.grade,
        bears_out: shown(&[Stance::For]),
        against: shown(&[Stance::Against, Stance::Remains, Stance::Reversal]),
        said_in: said_in(scene, draft),
        repeated_by: repeated_by(scene, draft),
        rule: finding.rule,
    }
}

/// Nothing for the first word of an event, then b to z, ba, bb and so on.
fn letters(nth: usize) -> String {
    let mut letters = Vec::new();
    let mut left = nth;
    while left > 0 {
        letters.push(b'a' + (left % 26) as u8);
        left /= 26;
    }
    letters.iter().rev().map(|&letter| char::from(letter)).collect()
}

/// The state as of `as_of`, and the day since which it has been so.
fn history(draft: &Draft<'_>, pieces: &[Piece<'_>], as_of: Date) -> (Finding, Date) {
    let lapses = draft.due.and_then(|due| due.last.tomorrow().ok());
    let mut days: Vec<Date> = pieces.iter().map(told_on).chain(lapses).filter(|&d| d <= as_of).collect();
    days.sort_unstable();
    days.dedup();
    let mut now = (state(draft, pieces, draft.said()), draft.said());
    for day in days {
        let then = state(draft, pieces, day);
        let since = if then.state == now.0.state { now.1 } else { day };
        now = (then, since);
    }
    now
}

/// Where it was said first and last; what lies between says nothing new.
fn said_in(scene: &Scene<'_>, draft: &Draft<'_>) -> Vec<Cite> {
    let last = draft.said_in.len().saturating_sub(SHOWN);
    let shown = draft.said_in.iter().enumerate().filter(|(at, _)| *at < SHOWN || *at >= last);
    shown.map(|(_, event)| scene.cite(event)).collect()
}

/// So many of the first and of the last tellings of a word are shown.
const SHOWN: usize = 12;

fn repeated_by(scene: &Scene<'_>, draft: &Draft<'_>) -> Vec<String> {
    let speakers = draft.said_in.iter().filter_map(|e| scene.vouches(e));
    let mut others: Vec<String> =
        speakers.filter(|s| s.root() != draft.speaker.root()).map(|s| s.code.clone()).collect();
    others.sort_unstable();
    others.dedup();
    others
}

/// How each speaker's words fared, the one with most words first.
pub(crate) fn priors(words: &[Word]) -> Vec<Prior> {
    let mut priors: Vec<Prior> = Vec::new();
    for word in words {
        let actor = Actor::of(&word.speaker).root().unwrap_or(&word.speaker).to_owned();
        let at = priors.iter().position(|p| p.actor == actor).unwrap_or_else(|| {
            priors.push(Prior { actor, kept: 0, partly: 0, broken: 0, of: 0, open: 0 });
            priors.len() - 1
        });
        count(&mut priors[at], word.state);
    }
    priors.sort_by(|a, b| (b.of + b.open).cmp(&(a.of + a.open)).then_with(|| a.actor.cmp(&b.actor)));
    priors
}

fn count(prior: &mut Prior, state: State) {
    match state {
        State::Unverified => return prior.open += 1,
        State::Kept => prior.kept += 1,
        State::PartlyKept => prior.partly += 1,
        State::Contradicted | State::Overtaken => prior.broken += 1,
        State::Disputed | State::Lapsed => {}
    }
    prior.of += 1;
}

/// The newest first; on the same day the weightier state first.
pub(crate) fn by_age(a: &Word, b: &Word) -> std::cmp::Ordering {
    days(a.last_said, b.last_said)
        .cmp(&0)
        .then_with(|| b.said_in.len().cmp(&a.said_in.len()))
        .then_with(|| a.id.cmp(&b.id))
}
