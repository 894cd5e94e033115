//! Independent observers: `data/observers.tsv`.

const TABLE: &str = include_str!("../../../data/observers.tsv");

/// An observer of the table.
pub(crate) struct Observer {
    /// An actor code or a name of the tables.
    pub(crate) actor: &'static str,
    /// Whether it shows images.
    pub(crate) images: bool,
}

/// Every observer of the table.
pub(crate) fn shipped() -> impl Iterator<Item = Observer> {
    let rows = TABLE.lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|line| {
        let mut cells = line.split('\t');
        let (actor, kind) = (cells.next()?, cells.next()?);
        Some(Observer { actor, images: kind == "images" })
    })
}

#[cfg(test)]
mod tests {
    use saydo_world::World;

    use super::*;

    #[test]
    fn every_row_is_known_and_has_a_kind_and_a_source() {
        let organisations = World::shipped().organisations();
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let cells: Vec<&str> = line.split('\t').collect();
            let [actor, kind, name, source] = cells[..] else { panic!("{line}: four cells") };
            assert!(["mission", "agency", "images", "analysts"].contains(&kind), "{line}");
            assert!(!name.is_empty() && !source.is_empty(), "{line}");
            let is_code = actor.bytes().all(|b| b.is_ascii_uppercase()) && actor.len().is_multiple_of(3);
            let known = organisations.iter().any(|o| o.actor.code == actor && o.name == name);
            assert!(known || !is_code, "{line}: no organisation has this code and name");
        }
    }

    #[test]
    fn the_table_has_missions_agencies_and_satellites() {
        let all: Vec<Observer> = shipped().collect();
        for actor in ["IGOSCE", "IGOUNO", "IGOOPW", "NGOHLHIRC", "NGOACL", "IGOEUNMISGEO"] {
            assert!(all.iter().any(|o| o.actor == actor && !o.images), "{actor}");
        }
        assert!(all.iter().any(|o| o.actor == "Maxar Technologies" && o.images));
    }
}
