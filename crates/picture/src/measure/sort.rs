//! What is a word, what a deed, and what is neither.

use saydo_codebook::cameo;
use saydo_facts::{Actor, Event};
use saydo_standing::Standing;

use crate::Scene;

/// How an event counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sort {
    /// A deed; else a word.
    pub(super) deed: bool,
    /// Conflict; else co-operation.
    pub(super) conflict: bool,
    /// Tenths of Goldstein's score, 0 where there is none: the scale has one decimal, which a sum of single precision
    /// would lose.
    tenths: i16,
}

impl Sort {
    /// Goldstein's score.
    pub(super) fn goldstein(self) -> f64 {
        f64::from(self.tenths) / 10.0
    }
}

/// How an event counts; `None` for what is negated, possible, demanded of somebody, or has no class of PLOVER's.
pub(super) fn sort(scene: &Scene<'_>, event: &Event<'_>) -> Option<Sort> {
    if event.negated() || event.hedged() {
        return None;
    }
    let code = event.cameo().and_then(cameo);
    let quad = event.plover().map(saydo_codebook::Plover::quad).or(code.map(|c| c.quad))?;
    let material = quad == 2 || quad == 4;
    let deed = match scene.standing(event) {
        Standing::Reported | Standing::Claimed => material,
        Standing::Announced => false,
        Standing::Intended if material && is_own_word(scene, event) => false,
        _ => return None,
    };
    let goldstein = event.goldstein().or(code.map(|c| c.goldstein)).unwrap_or(0.0);
    let tenths = (f64::from(goldstein) * 10.0).round() as i16;
    Some(Sort { deed, conflict: quad >= 3, tenths })
}

/// Whether an intention is told by the press or by the actor's own side, and not by somebody who suspects it.
fn is_own_word(scene: &Scene<'_>, event: &Event<'_>) -> bool {
    let own = |speaker: &Actor| event.actors().any(|actor| scene.same_side(actor, speaker));
    scene.vouches(event).is_none_or(own)
}
