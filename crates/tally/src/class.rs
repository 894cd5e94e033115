//! What an event counts as, in one small number: type, quad class, standing and whether it is negated.

use saydo_codebook::{Plover, cameo};
use saydo_facts::{Event, Kind};
use saydo_standing::Standing;

use crate::Track;

/// The type of an event that has no category of PLOVER's and no kind.
pub const OTHER: &str = "other";

/// Every standing, in the order of the public record.
const STANDINGS: [Standing; 6] = [
    Standing::Reported,
    Standing::Announced,
    Standing::Claimed,
    Standing::Intended,
    Standing::Demanded,
    Standing::Possible,
];

const KINDS: [Kind; 5] = [Kind::Proposal, Kind::Response, Kind::Readiness, Kind::Presence, Kind::Assessment];

/// How many quad classes there are, with none as 0.
const QUADS: u16 = 5;

/// What an event counts as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Class {
    /// An index into [`types`].
    pub(crate) kind: u16,
    /// PLOVER's quad class; 0 where it has none.
    pub(crate) quad: u16,
    pub(crate) standing: Standing,
    pub(crate) negated: bool,
}

impl Class {
    /// How many classes there are.
    pub(crate) fn count() -> usize {
        types().count() * (QUADS as usize) * STANDINGS.len() * 2
    }

    /// Every class, by its number.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        (0..Self::count() as u16).map(Self::at)
    }

    /// The class of an event, whose type has this index.
    pub(crate) fn of(event: &Event<'_>, kind: u16) -> Self {
        Self {
            kind,
            quad: quad(event).map_or(0, u16::from),
            standing: event.standing(),
            negated: event.negated(),
        }
    }

    /// Its number.
    pub(crate) fn number(self) -> u16 {
        let standing = STANDINGS.iter().position(|s| *s == self.standing).unwrap_or(0) as u16;
        ((self.kind * QUADS + self.quad) * STANDINGS.len() as u16 + standing) * 2 + u16::from(self.negated)
    }

    fn at(number: u16) -> Self {
        let rest = number / 2;
        let standing = STANDINGS[rest as usize % STANDINGS.len()];
        let rest = rest / STANDINGS.len() as u16;
        Self { kind: rest / QUADS, quad: rest % QUADS, standing, negated: number % 2 == 1 }
    }

    pub(crate) fn track(self) -> Track {
        Track::of(self.standing, self.negated)
    }

    /// The name of its type.
    pub(crate) fn name(self) -> &'static str {
        types().nth(self.kind as usize).unwrap_or(OTHER)
    }
}

/// The names of all types; [`OTHER`] is the first.
pub(crate) fn types() -> impl Iterator<Item = &'static str> {
    [OTHER].into_iter().chain(Plover::all().map(Plover::name)).chain(KINDS.into_iter().map(Kind::name))
}

/// The name of an event's type: PLOVER's category, else its kind.
pub(crate) fn name(event: &Event<'_>) -> &'static str {
    event.plover().map(Plover::name).or(event.kind().map(Kind::name)).unwrap_or(OTHER)
}

/// PLOVER's quad class of an event, 1 to 4, or that of its CAMEO code; `None` where it has neither.
pub fn quad(event: &Event<'_>) -> Option<u8> {
    let of_cameo = || event.cameo().and_then(cameo).map(|code| code.quad);
    event.plover().map(Plover::quad).or_else(of_cameo).filter(|quad| (1..QUADS as u8).contains(quad))
}

/// Whether an event is a word, a deed or a denial.
pub fn track(event: &Event<'_>) -> Track {
    Track::of(event.standing(), event.negated())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_has_a_number_of_its_own() {
        assert!(Class::all().enumerate().all(|(n, class)| class.number() as usize == n));
        assert_eq!(Class::count(), 22 * 5 * 6 * 2);
    }

    #[test]
    fn types_have_different_names() {
        let mut names: Vec<_> = types().collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), types().count());
        let retreat = types().position(|name| name == "RETREAT").expect("a category of PLOVER's") as u16;
        let class = Class { kind: retreat, quad: 2, standing: Standing::Claimed, negated: true };
        assert_eq!((class.name(), class.track()), ("RETREAT", Track::Denials));
    }
}
