//! Whether two events are of one kind.

use saydo_codebook::Plover;
use saydo_coded::{Kind, System};

/// What is compared of a kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct What {
    pub(crate) plover: Option<Plover>,
    pub(crate) mode: Option<String>,
    pub(crate) cameo: Option<String>,
}

impl What {
    /// That of a row of theirs.
    pub(crate) fn of_kind(kind: &Kind) -> Self {
        let plover = kind.category().and_then(Plover::of);
        Self { plover, mode: kind.mode.clone(), cameo: kind.cameo.clone() }
    }

    /// Whether it changes something and is no mere word.
    pub(crate) fn is_material(&self) -> bool {
        match self.plover {
            Some(plover) => matches!(plover.quad(), 2 | 4),
            None => self.root().is_some_and(|root| matches!(root, "06" | "07" | "08") || root >= "14"),
        }
    }

    /// The first two digits of CAMEO's code.
    fn root(&self) -> Option<&str> {
        self.cameo.as_deref()?.get(..2)
    }

    /// How much two kinds agree, from 0 to 1; `None` where they are others.
    pub(crate) fn meets(&self, other: &Self) -> Option<f64> {
        let is_same = |ours: Option<&str>, theirs: Option<&str>| ours.is_some() && ours == theirs;
        let is_category = self.plover.is_some() && self.plover == other.plover;
        match () {
            () if is_same(self.cameo.as_deref(), other.cameo.as_deref()) => Some(1.0),
            () if is_category && is_same(self.mode.as_deref(), other.mode.as_deref()) => Some(0.9),
            () if is_category => Some(0.8),
            () => is_same(self.root(), other.root()).then_some(0.7),
        }
    }

    /// Whether both parties do it, so that either may stand first.
    pub(crate) fn is_mutual(&self) -> bool {
        let mutual = [Plover::Assault, Plover::Consult, Plover::Agree, Plover::Cooperate];
        self.plover.is_some_and(|plover| mutual.contains(&plover))
    }

    /// PLOVER's name of it.
    pub(crate) fn name(&self) -> &'static str {
        self.plover.map_or("", Plover::name)
    }
}

/// Whether a system looks for events of this kind.
pub(crate) fn looks_for(system: System, what: &What) -> bool {
    match system {
        System::Ucdp | System::Viina => what.plover == Some(Plover::Assault),
        System::Acled => matches!(what.plover, Some(Plover::Assault | Plover::Protest)),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn what(plover: &str, mode: &str, cameo: &str) -> What {
        let text = |s: &str| Some(s.to_owned()).filter(|s| !s.is_empty());
        What { plover: Plover::of(plover), mode: text(mode), cameo: text(cameo) }
    }

    #[test]
    fn kinds_agree_by_category_or_root() {
        let leave = what("RETREAT", "withdraw", "0874");
        assert_eq!(leave.meets(&what("", "", "0874")), Some(1.0));
        assert_eq!(leave.meets(&what("RETREAT", "withdraw", "")), Some(0.9));
        assert_eq!(leave.meets(&what("RETREAT", "release", "0841")), Some(0.8));
        assert_eq!(leave.meets(&what("CONCEDE", "", "081")), Some(0.7));
        assert_eq!(leave.meets(&what("ASSAULT", "", "190")), None);
        assert_eq!(what("", "", "").meets(&what("", "", "")), None);
    }

    #[test]
    fn deeds_change_something_and_words_do_not() {
        for (plover, cameo, expected) in [
            ("RETREAT", "", true),
            ("ACCUSE", "", false),
            ("", "190", true),
            ("", "010", false),
            ("", "204", true),
        ] {
            assert_eq!(what(plover, "", cameo).is_material(), expected, "{plover} {cameo}");
        }
    }
}
