//! What speaks for easing and what against it, in the window.

use std::collections::{BTreeSet, HashSet};

use jiff::civil::Date;
use saydo_facts::{Actor, EventId};
use saydo_watch::Side;

use super::used::Used;
use super::{Findings, WINDOW};
use crate::day::days;
use crate::{Grade, Indicator, IndicatorState, Post, Scene, State, Trend, Word, WordKind};

/// Acts by which a crisis eases on the ground.
const EASING: [&str; 5] = ["withdrawal", "de-escalation", "demobilisation", "truce", "exercise end"];

/// What the window shows of the subject's side.
pub(super) struct Signs<'p, 'f> {
    /// Words of easing that are not borne out, those with evidence against them first, then the newest.
    pub(super) said: Vec<&'p Word>,
    /// Words of easing that are partly kept.
    pub(super) partly: Vec<&'p Word>,
    /// Words of easing that are kept.
    pub(super) kept: Vec<&'p Word>,
    /// Words of easing whose opposite was done.
    pub(super) overtaken: Vec<&'p Word>,
    /// Rows that draw down.
    pub(super) leaving: Vec<&'p Post>,
    /// Rows that are building, those of most voices first.
    pub(super) building: Vec<&'p Post>,
    /// Rows that hold or rotate.
    pub(super) holding: Vec<&'p Post>,
    /// Indicators newly corroborated, the newest first.
    pub(super) indicators: Vec<&'p Indicator>,
    /// The use of force.
    pub(super) used: Option<Used<'f>>,
    /// The independent voices that see it ease.
    pub(super) voices: BTreeSet<String>,
}

impl<'p, 'f> Signs<'p, 'f> {
    pub(super) fn of(scene: &Scene<'f>, findings: Findings<'p>) -> Self {
        let recent = |day: Date| days(day, scene.as_of) < WINDOW;
        let words = easing(scene, findings.words);
        let with = |state: State| -> Vec<&'p Word> {
            words.iter().copied().filter(|w| w.state == state && recent(last_told(w))).collect()
        };
        let said = said(scene, &words);
        let mut kept = with(State::Kept);
        kept.retain(|word| !said.iter().any(|next| outlives(next, word)));
        let posts = |trend: Trend| posts(scene, findings.posture, trend);
        let leaving = posts(Trend::DrawingDown);
        Self {
            voices: voices(scene, &kept, &leaving),
            said,
            partly: with(State::PartlyKept),
            kept,
            overtaken: with(State::Overtaken),
            leaving,
            building: posts(Trend::Building),
            holding: [posts(Trend::Holding), posts(Trend::Rotating)].concat(),
            indicators: newly_corroborated(scene, findings.indicators),
            used: Used::of(scene, findings.cover),
        }
    }

    /// Whether anybody outside the subject's side sees it ease, the other side included.
    pub(super) fn is_seen_at_all(&self) -> bool {
        !self.kept.is_empty() || !self.leaving.is_empty()
    }
}

/// The subject's announcements and pledges that it eases.
fn easing<'p>(scene: &Scene<'_>, words: &'p [Word]) -> Vec<&'p Word> {
    let own = |word: &&Word| scene.side(&Actor::of(&word.speaker)) == Side::Subject;
    let eases = |word: &&Word| EASING.contains(&word.act.as_str()) && !word.denies;
    let promises = |word: &&Word| matches!(word.kind, WordKind::Announcement | WordKind::Pledge);
    words.iter().filter(own).filter(eases).filter(promises).collect()
}

fn said<'p>(scene: &Scene<'_>, words: &[&'p Word]) -> Vec<&'p Word> {
    let open = |word: &&Word| !matches!(word.state, State::Kept | State::PartlyKept | State::Overtaken);
    let recent = |word: &&Word| days(word.last_said, scene.as_of) < WINDOW;
    let due = |word: &&Word| word.from.is_none_or(|from| from <= scene.as_of);
    let mut said: Vec<&Word> = words.iter().copied().filter(|w| open(w) && recent(w) && due(w)).collect();
    said.sort_by_key(|word| std::cmp::Reverse((rank(word.state), word.last_said, word.said_in.len())));
    said
}

/// Whether a word was given after all that bears out another one, and is more than the same word given again.
fn outlives(next: &Word, kept: &Word) -> bool {
    let again = next.state == State::Unverified && next.act == kept.act && next.actor == kept.actor;
    next.last_said > last_told(kept) && !again
}

fn rank(state: State) -> u8 {
    match state {
        State::Contradicted => 2,
        State::Disputed => 1,
        _ => 0,
    }
}

/// The last day on which the evidence of a word was told.
fn last_told(word: &Word) -> Date {
    let evidence = word.bears_out.iter().chain(&word.against);
    evidence.map(|e| e.cite.published).max().unwrap_or(word.since)
}

/// Rows of the subject's forces with a trend, seen in the window by somebody else; those of most voices first.
fn posts<'p>(scene: &Scene<'_>, posts: &'p [Post], trend: Trend) -> Vec<&'p Post> {
    let fits = |post: &&Post| {
        post.trend == trend
            && post.voices > 0
            && days(post.last_seen, scene.as_of) < WINDOW
            && scene.side(&Actor::of(&post.actor)) == Side::Subject
    };
    let mut found: Vec<&Post> = posts.iter().filter(fits).collect();
    found.sort_by_key(|post| std::cmp::Reverse((post.voices, post.area.is_some(), post.last_seen)));
    found
}

fn newly_corroborated<'p>(scene: &Scene<'_>, indicators: &'p [Indicator]) -> Vec<&'p Indicator> {
    let since = |i: &Indicator| i.since.filter(|&day| days(day, scene.as_of) < WINDOW);
    let new = |i: &&Indicator| i.state == IndicatorState::Corroborated && since(i).is_some();
    let mut found: Vec<&Indicator> = indicators.iter().filter(new).collect();
    found.sort_by_key(|i| std::cmp::Reverse((i.since, i.voices)));
    found
}

/// The independent voices behind kept words and rows that draw down.
fn voices(scene: &Scene<'_>, kept: &[&Word], leaving: &[&Post]) -> BTreeSet<String> {
    let vouches = |grade: Grade| !matches!(grade, Grade::OwnSide | Grade::OtherSide);
    let evidence = kept.iter().flat_map(|word| &word.bears_out);
    let words = evidence.filter(|e| vouches(e.grade) && days(e.cite.published, scene.as_of) < WINDOW);
    let mut voices: BTreeSet<String> = words.map(|e| e.cite.voice.clone()).collect();
    let cited: HashSet<EventId> = leaving.iter().flat_map(|p| &p.cites).map(|c| c.event).collect();
    if !cited.is_empty() {
        let told = crate::board::leaving(scene).filter(|e| cited.contains(&e.id));
        let recent = told.filter(|e| days(e.published, scene.as_of) < WINDOW && is_independent(scene, e));
        voices.extend(recent.map(|event| scene.cite(&event).voice));
    }
    voices
}

/// Whether an event is told by nobody of the two sides.
fn is_independent(scene: &Scene<'_>, event: &saydo_facts::Event<'_>) -> bool {
    let neither = |witness| matches!(scene.side(witness), Side::Observer | Side::Third);
    scene.vouches(event).is_none_or(neither)
}
