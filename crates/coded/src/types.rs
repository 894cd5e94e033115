//! What the types of systems that follow neither CAMEO nor PLOVER are in both.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::table::{filled, rows};
use crate::{Kind, System};

/// A system's own type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct OwnType {
    pub(crate) name: &'static str,
    label: &'static str,
    plover: Option<&'static str>,
    mode: Option<&'static str>,
    cameo: Option<&'static str>,
}

static TYPES: LazyLock<Vec<(System, OwnType)>> = LazyLock::new(|| {
    let row = |[system, name, label, plover, mode, cameo]: [&'static str; 6]| {
        let label = filled(label).unwrap_or(name);
        let own = OwnType { name, label, plover: filled(plover), mode: filled(mode), cameo: filled(cameo) };
        Some((System::of(system)?, own))
    };
    rows::<6>(include_str!("../data/types.tsv")).filter_map(row).collect()
});

static BY_NAME: LazyLock<HashMap<(System, &'static str), OwnType>> =
    LazyLock::new(|| TYPES.iter().map(|(system, own)| ((*system, own.name), *own)).collect());

impl OwnType {
    /// A system's type by its name.
    pub(crate) fn of(system: System, name: &str) -> Option<Self> {
        let types: &HashMap<(System, &str), Self> = &BY_NAME;
        types.get(&(system, name)).copied()
    }

    /// A system's types, the most telling first.
    pub(crate) fn all(system: System) -> impl Iterator<Item = Self> {
        TYPES.iter().filter(move |(other, _)| *other == system).map(|(_, own)| *own)
    }

    /// The codes of a type.
    pub(crate) fn kind(self) -> Kind {
        let text = |text: &str| text.to_owned();
        Kind {
            cameo: self.cameo.map(text),
            plover: self.plover.map(text),
            mode: self.mode.map(text),
            label: Some(self.label.to_owned()),
            ..Kind::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use saydo_codebook::{Plover, cameo};

    use super::*;

    #[test]
    fn every_type_has_codes_that_exist() {
        assert_eq!(TYPES.len(), rows::<6>(include_str!("../data/types.tsv")).count());
        for (_, own) in TYPES.iter() {
            let modes = own.plover.map_or(&[][..], |name| Plover::of(name).unwrap().modes());
            assert!(own.mode.is_none_or(|mode| modes.contains(&mode)), "{}", own.name);
            assert!(own.cameo.is_none_or(|code| cameo(code).is_some()), "{}", own.name);
        }
        assert_eq!(OwnType::of(System::Ucdp, "1").unwrap().kind().label.unwrap(), "state-based conflict");
    }
}
