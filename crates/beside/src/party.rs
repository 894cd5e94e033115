//! Whether parties are the same.

use saydo_coded::Side;
use saydo_facts::Actor;

/// Sectors that fight their own state, each by its name in PLOVER and CAMEO.
const REBELS: [&str; 4] = ["REB", "SEP", "INS", "UAF"];

/// What is compared of a party.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Party {
    /// The country or organisation that it belongs to, rebels with `REB` behind their country; empty where nothing
    /// tells it.
    pub(crate) root: String,
    sectors: Vec<String>,
}

impl Party {
    /// A party of ours.
    pub(crate) fn of_actor(actor: &Actor) -> Self {
        let sectors: Vec<String> = actor.sector.iter().cloned().collect();
        Self { root: root(actor.country.as_deref(), &actor.code, &sectors), sectors }
    }

    /// A party of theirs; nobody is none.
    pub(crate) fn of_side(side: &Side) -> Option<Self> {
        if side.is_empty() {
            return None;
        }
        let code = side.code.as_deref().unwrap_or_default();
        let mut sectors = side.sectors.clone();
        if sectors.is_empty() {
            sectors.extend(Actor::of(code).sector);
        }
        Some(Self { root: root(side.country.as_deref(), code, &sectors), sectors })
    }

    /// How much two parties agree, from 0 to 1; `None` where they are others. Where one has no country and no
    /// organisation, nothing speaks against it.
    fn meets(&self, other: &Self) -> Option<Meeting> {
        if self.root.is_empty() || other.root.is_empty() {
            return Some(Meeting { score: OPEN, is_same: false });
        }
        let shared = self.sectors.iter().any(|sector| other.sectors.contains(sector));
        let open = self.sectors.is_empty() || other.sectors.is_empty();
        let score = if shared || open { 1.0 } else { 0.7 };
        (self.root == other.root).then_some(Meeting { score, is_same: true })
    }
}

/// How much nobody agrees with somebody.
const OPEN: f64 = 0.4;

/// How much parties agree.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Meeting {
    /// From 0 to 1.
    pub(crate) score: f64,
    /// Whether they are of one country or organisation.
    pub(crate) is_same: bool,
}

/// How much the parties of one role agree: the two of them that agree most.
pub(crate) fn meet(ours: &[Party], theirs: &[Party]) -> Option<Meeting> {
    if ours.is_empty() || theirs.is_empty() {
        let score = if ours.is_empty() && theirs.is_empty() { 0.6 } else { OPEN };
        return Some(Meeting { score, is_same: false });
    }
    let all = ours.iter().flat_map(|one| theirs.iter().filter_map(|other| one.meets(other)));
    all.max_by(|a, b| a.score.total_cmp(&b.score))
}

fn root(country: Option<&str>, code: &str, sectors: &[String]) -> String {
    let of_code = Actor::of(code);
    let is_rebel = sectors.iter().any(|sector| REBELS.contains(&sector.as_str()));
    match country.or(of_code.country.as_deref()) {
        Some(country) if is_rebel => format!("{country}REB"),
        Some(country) => country.to_owned(),
        None => of_code.root().unwrap_or_default().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn side(code: &str) -> Vec<Party> {
        Party::of_side(&Side { code: Some(code.to_owned()), ..Side::default() }).into_iter().collect()
    }

    fn score(a: &str, b: &str) -> Option<f64> {
        meet(&[Party::of_actor(&Actor::of(a))], &side(b)).map(|meeting| meeting.score)
    }

    #[test]
    fn parties_agree_by_country_then_by_sector() {
        assert_eq!(score("RUSMIL", "RUSMIL"), Some(1.0));
        assert_eq!(score("RUS", "RUSMIL"), Some(1.0));
        assert_eq!(score("RUSGOV", "RUSMIL"), Some(0.7));
        assert_eq!(score("RUSGOV", "UKRGOV"), None);
        assert_eq!(score("IGONAT", "IGONAT"), Some(1.0));
    }

    #[test]
    fn rebels_are_not_their_state_under_whatever_name() {
        assert_eq!(score("UKRREB", "UKRGOV"), None);
        assert!(score("UKRREB", "UKRSEP").is_some());
    }

    #[test]
    fn nobody_agrees_with_anybody_a_little() {
        assert_eq!(score("MIL", "RUSMIL"), Some(OPEN));
        assert_eq!(meet(&[], &side("RUS")).map(|m| m.is_same), Some(false));
        assert_eq!(Party::of_side(&Side::default()), None);
    }
}
