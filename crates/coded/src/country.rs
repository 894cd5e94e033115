//! What the systems call countries.

use std::collections::HashMap;
use std::sync::LazyLock;

use saydo_world::{EntryKind, World};

use crate::table::{list, rows};

/// Another way to name countries than ISO 3166 alpha-3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// FIPS 10-4, as in GDELT's places.
    Fips,
    /// CAMEO's codes of three letters, as in GDELT's and Phoenix's actors.
    Cameo,
    /// The numbers of the Correlates of War, as in POLECAT.
    Cow,
    /// The numbers of Gleditsch and Ward, as in UCDP.
    Gw,
    /// English names, as in ICEWS.
    Name,
}

const WAYS: usize = 5;

struct Countries {
    /// To alpha-3; to nothing where the code stands for no country.
    iso: [HashMap<&'static str, Option<&'static str>>; WAYS],
    /// From alpha-3, the first of several.
    code: [HashMap<&'static str, &'static str>; WAYS],
}

static TABLE: LazyLock<Countries> = LazyLock::new(read);

fn read() -> Countries {
    let mut table = Countries { iso: Default::default(), code: Default::default() };
    for [iso3, cells @ .., _note] in rows::<7>(include_str!("../data/countries.tsv")) {
        let country = (iso3 != "-").then_some(iso3);
        for (way, cell) in cells.into_iter().enumerate() {
            for code in list(cell) {
                table.iso[way].insert(code, country);
                if country.is_some() {
                    table.code[way].entry(iso3).or_insert(code);
                }
            }
        }
    }
    table
}

impl Way {
    /// The country that a code stands for, as alpha-3: `Err` where no table knows the code, `Ok(None)` where it is known
    /// and no country, as a region.
    pub(crate) fn read(self, code: &str) -> Result<Option<&'static str>, ()> {
        match TABLE.iso[self as usize].get(code) {
            Some(country) => Ok(*country),
            None if self == Self::Name => named(code).map(Some).ok_or(()),
            None => Err(()),
        }
    }

    /// How a country is written this way, where it can be.
    pub(crate) fn write(self, iso3: &str) -> Option<&'static str> {
        TABLE.code[self as usize].get(iso3).copied()
    }
}

/// A country by any English name that the world's tables have.
fn named(name: &str) -> Option<&'static str> {
    let entries = World::shipped().lookup(name).iter();
    let mut countries = entries.filter(|entry| entry.kind == EntryKind::Country);
    countries.find_map(|entry| iso3(entry.actor.country.as_deref()?))
}

/// The code itself, where it is a country's alpha-3 code.
pub(crate) fn iso3(code: &str) -> Option<&'static str> {
    TABLE.code[Way::Name as usize].get_key_value(code).map(|(iso3, _)| *iso3)
}

/// The country of an actor's code in CAMEO's way, which starts with it.
pub(crate) fn of_actor(code: &str) -> Option<&'static str> {
    Way::Cameo.read(code.get(..3)?).ok().flatten()
}

/// The alpha-3 code of a country given as alpha-3 or alpha-2.
pub(crate) fn of_iso(code: &str) -> Option<&'static str> {
    static SHORT: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
        let countries = World::shipped().countries().iter();
        countries.map(|country| (country.iso2.as_str(), country.iso3.as_str())).collect()
    });
    iso3(code).or_else(|| SHORT.get(code).copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_of_the_world_has_its_entries_or_a_reason() {
        let known: HashMap<_, _> =
            rows::<7>(include_str!("../data/countries.tsv")).map(|row| (row[0], row)).collect();
        for country in World::shipped().countries() {
            let [_, cells @ .., note] = known[country.iso3.as_str()];
            for (name, cell) in ["fips", "cameo", "cow", "gw", "names"].into_iter().zip(cells) {
                let stated = note.contains(&format!("{name}: ")) || (name == "gw" && note.contains("cow: "));
                assert!(!cell.is_empty() || stated, "{} has no {name} and no reason", country.iso3);
            }
        }
        assert_eq!(known.len(), World::shipped().countries().len() + 1);
    }

    #[test]
    fn every_code_stands_for_one_country_and_comes_back() {
        let ways = [Way::Fips, Way::Cameo, Way::Cow, Way::Gw, Way::Name];
        for way in ways {
            for (iso3, code) in &TABLE.code[way as usize] {
                assert_eq!(way.read(code), Ok(Some(*iso3)), "{way:?} {code}");
            }
        }
        let mut codes = Vec::new();
        for [_, cells @ .., _] in rows::<7>(include_str!("../data/countries.tsv")) {
            codes.extend(
                cells.into_iter().enumerate().flat_map(|(way, cell)| list(cell).map(move |c| (way, c))),
            );
        }
        let count = codes.len();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), count, "a code stands twice in the table");
    }

    #[test]
    fn what_is_not_iso_is_translated() {
        assert_eq!(Way::Fips.read("AU"), Ok(Some("AUT")));
        assert_eq!(Way::Fips.read("GZ"), Ok(Some("PSE")));
        assert_eq!(Way::Cameo.read("EUR"), Ok(None));
        assert_eq!(Way::Name.read("Moldova, Republic of"), Ok(Some("MDA")));
        assert_eq!(Way::Cow.read("255"), Ok(Some("DEU")));
        assert_eq!(Way::Gw.write("DEU"), Some("260"));
        assert_eq!(Way::Name.read("Atlantis"), Err(()));
        assert_eq!((of_iso("RU"), of_iso("RUS"), of_iso("ZZ")), (Some("RUS"), Some("RUS"), None));
    }
}
