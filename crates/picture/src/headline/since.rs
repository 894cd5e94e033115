//! Since when nothing changed.

use jiff::civil::Date;
use saydo_facts::Actor;
use saydo_watch::Side;

use super::Findings;
use crate::{IndicatorState, Scene};

/// The last day on which a key finding changed: a word of the subject's side was given or came into its state, a row of
/// its forces took its trend, an indicator was first told. Every finding keeps that day, so that no earlier picture has
/// to be drawn. Without any, the first day that was read.
pub(super) fn since(scene: &Scene<'_>, findings: Findings<'_>) -> Date {
    let ours = |code: &str| scene.side(&Actor::of(code)) == Side::Subject;
    let words = findings.words.iter().filter(|w| ours(&w.speaker)).map(|w| w.since.max(w.said));
    let posts = findings.posture.iter().filter(|p| ours(&p.actor)).map(|p| p.since);
    let seen = findings.indicators.iter().filter(|i| i.state != IndicatorState::NotSeen);
    let indicators = seen.filter_map(|i| i.since);
    let last = words.chain(posts).chain(indicators).filter(|&day| day <= scene.as_of).max();
    last.or_else(|| findings.cover.first()).unwrap_or(scene.as_of)
}
