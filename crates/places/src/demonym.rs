//! Adjectives and names of peoples, and the places they come from.

use std::collections::HashMap;
use std::sync::LazyLock;

use saydo_gazetteer::{Gazetteer, fold};
use saydo_world::World;

/// Demonyms of regions and continents, and of states; those of countries come from the table of actors.
const TABLE: &str = include_str!("../../../data/places/demonyms.tsv");

static DEMONYMS: LazyLock<HashMap<String, String>> = LazyLock::new(read);

fn read() -> HashMap<String, String> {
    let mut found = HashMap::with_capacity(1200);
    for country in World::shipped().countries() {
        let place = Gazetteer::shipped().country(&country.iso3);
        for demonym in &country.demonyms {
            let name = place.map_or_else(|| country.name.clone(), |p| p.name().to_owned());
            found.entry(fold(demonym)).or_insert_with(|| fold(&name));
        }
    }
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        if let [demonym, place, _] = line.split('\t').collect::<Vec<_>>()[..] {
            found.insert(fold(demonym), fold(place));
        }
    }
    found
}

/// The folded name of the place that a folded demonym comes from.
///
/// A people's name is no place where it stands for a language or a first name: the caller sees to that.
pub(crate) fn home(folded: &str) -> Option<&'static str> {
    DEMONYMS.get(folded).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::home;

    #[test]
    fn peoples_and_adjectives_have_homes() {
        for (demonym, place) in [("ukrainian", "ukraine"), ("chechens", "chechnya"), ("ohioans", "ohio")] {
            assert_eq!(home(demonym), Some(place));
        }
        assert_eq!(home("orange"), None);
    }
}
