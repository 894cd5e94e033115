//! What the systems call the sectors of society.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::table::rows;

/// Another way to name sectors than PLOVER's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Sectors {
    /// CAMEO's roles of three letters.
    Cameo,
    /// ICEWS's names.
    Icews,
}

type Pairs<'n> = HashMap<(Sectors, &'n str), &'static str>;

struct Table {
    read: Pairs<'static>,
    write: Pairs<'static>,
    /// Names of which only the end counts.
    ends: Vec<(&'static str, &'static str)>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { read: HashMap::new(), write: HashMap::new(), ends: Vec::new() };
    for [system, name, sector] in rows::<3>(include_str!("../data/sectors.tsv")) {
        let system = if system == "cameo" { Sectors::Cameo } else { Sectors::Icews };
        if let Some(end) = name.strip_prefix('*') {
            table.ends.push((end, sector));
        } else {
            table.read.insert((system, name), sector);
            table.write.entry((system, sector)).or_insert(name);
        }
    }
    table
});

impl Sectors {
    /// PLOVER's sector for a name.
    pub(crate) fn read(self, name: &str) -> Option<&'static str> {
        let ends = || TABLE.ends.iter().find(|(end, _)| self == Self::Icews && name.ends_with(end));
        find(&TABLE.read, self, name).or_else(|| ends().map(|(_, sector)| *sector))
    }

    /// The name of a sector of PLOVER; its code in CAMEO's way where CAMEO has none of its own.
    pub(crate) fn write(self, sector: &str) -> Option<&'static str> {
        find(&TABLE.write, self, sector)
    }
}

fn find<'n>(pairs: &Pairs<'n>, system: Sectors, name: &'n str) -> Option<&'static str> {
    pairs.get(&(system, name)).copied()
}

/// PLOVER's sectors of a code in CAMEO's way: what follows the country.
pub(crate) fn of_actor(code: &str) -> impl Iterator<Item = &'static str> {
    let parts = (3..).step_by(3).map_while(|at| code.get(at..at + 3));
    parts.filter_map(|part| Sectors::Cameo.read(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sector_is_plovers_and_comes_back() {
        for ((system, _), sector) in &TABLE.read {
            assert!(saydo_world::SECTORS.contains(sector), "{sector}");
            assert_eq!(system.read(system.write(sector).unwrap()), Some(*sector));
        }
    }

    #[test]
    fn names_are_translated() {
        assert_eq!(Sectors::Icews.read("Drugs Ministry"), Some("GOV"));
        assert_eq!(Sectors::Icews.read("Police"), Some("COP"));
        assert_eq!(Sectors::Icews.read("Shinto"), None);
        assert_eq!(Sectors::Cameo.read("MED"), Some("JRN"));
        assert_eq!(of_actor("RUSGOVMIL").collect::<Vec<_>>(), ["GOV", "MIL"]);
        assert_eq!(of_actor("RU").count() + of_actor("€€€").count(), 0);
    }
}
