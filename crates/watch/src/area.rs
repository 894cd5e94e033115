//! Names of places: to the most prominent place of that name.

use saydo_facts::{Place, Resolution};
use saydo_gazetteer::{Gazetteer, Kind, Match, fold};
use saydo_world::World;

use crate::near::nearest;

/// Towns with fewer people are no advice for a name that no place has.
const LARGE: u32 = 50_000;

/// The place that a name means; "Springfield, Illinois, USA" narrows it. Else what is wrong, and what to do.
pub(crate) fn resolve(typed: &str) -> Result<Place, String> {
    let mut parts = typed.split(',').map(str::trim);
    let name = parts.next().unwrap_or_default();
    let within: Vec<&str> = parts.filter(|p| !p.is_empty()).collect();
    let mut found = matches(name);
    if found.is_empty() {
        return Err(unknown(name));
    }
    for part in &within {
        found.retain(|m| lies_in(m.place, part));
        if found.is_empty() {
            return Err(format!(
                "no {name} lies in {part}; strike \"{part}\" or write a state or division around it"
            ));
        }
    }
    let best = found.into_iter().max_by(|a, b| prominence(a).total_cmp(&prominence(b)));
    Ok(best.map(|m| place(m.place)).unwrap_or_default())
}

fn unknown(name: &str) -> String {
    let gazetteer = Gazetteer::shipped();
    let places = (0..gazetteer.len()).filter_map(|index| gazetteer.place(index));
    let known = places.filter(|p| p.kind() != Kind::City || p.population() > LARGE);
    let advice = nearest(name, known.map(|p| p.name())).map_or_else(
        || "write the usual English name of a country, a region, a town or a sea".to_owned(),
        |near| format!("did you mean {near}?"),
    );
    format!("no place is called \"{name}\"; {advice}")
}

/// What a division is called behind its name, where the table has the bare name.
const DIVISIONS: &[&str] = &[
    "oblast",
    "region",
    "province",
    "governorate",
    "county",
    "district",
    "prefecture",
    "department",
    "state",
    "krai",
];

/// What a name may mean: "Donetsk Oblast" also what is a division and called Donetsk.
fn matches(name: &str) -> Vec<Match<'static>> {
    let gazetteer = Gazetteer::shipped();
    let found: Vec<Match<'_>> = gazetteer.look_up(name).collect();
    let bare = name.rsplit_once(' ').filter(|(_, last)| DIVISIONS.contains(&last.to_lowercase().as_str()));
    match bare {
        Some((bare, _)) if found.is_empty() => {
            let divisions = gazetteer.look_up(bare);
            divisions.filter(|m| matches!(m.place.kind(), Kind::Region | Kind::District)).collect()
        }
        _ => found,
    }
}

/// How likely a place is meant where nothing else is said.
fn prominence(found: &Match<'_>) -> f64 {
    let kind = match found.place.kind() {
        Kind::Country | Kind::Larger => 6.0,
        Kind::Region => 2.0,
        Kind::Point => 1.0,
        Kind::City => 0.0,
        Kind::District => -2.0,
    };
    let main = if found.is_main { 2.0 } else { 0.0 };
    let capital = if found.place.is_capital() { 4.0 } else { 0.0 };
    found.place.weight() + kind + main + capital
}

/// Whether a place lies in the division or country that a word names.
fn lies_in(place: saydo_gazetteer::Place<'_>, part: &str) -> bool {
    let region = place.region().map(|r| r.index());
    let names_region = Gazetteer::shipped().look_up(part).any(|m| Some(m.place.index()) == region);
    let country = place.country();
    let names_country = World::shipped().lookup(part).iter().any(|e| e.actor.country.as_deref() == country);
    names_region || (country.is_some() && (names_country || Some(part) == country))
}

fn place(found: saydo_gazetteer::Place<'_>) -> Place {
    let region = found.region().filter(|r| fold(r.name()) != fold(found.name()));
    Place {
        name: found.name().to_owned(),
        country: found.country().map(str::to_owned),
        admin1: region.map(|r| r.name().to_owned()),
        lat: found.lat(),
        lon: found.lon(),
        geonameid: found.geonameid(),
        resolution: resolution(found.kind()),
        shape: None,
    }
}

fn resolution(kind: Kind) -> Resolution {
    match kind {
        Kind::Point => Resolution::Point,
        Kind::City => Resolution::City,
        Kind::District => Resolution::District,
        Kind::Region => Resolution::Region,
        Kind::Country => Resolution::Country,
        Kind::Larger => Resolution::Larger,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_mean_the_most_prominent_place() {
        for (typed, name, country, resolution) in [
            ("Ukraine", "Ukraine", Some("UKR"), Resolution::Country),
            ("Belarus", "Belarus", Some("BLR"), Resolution::Country),
            ("Crimea", "Crimea", Some("UKR"), Resolution::Region),
            ("Donetsk Oblast", "Donetsk", Some("UKR"), Resolution::Region),
            ("Kiev", "Kyiv", Some("UKR"), Resolution::City),
            ("Black Sea", "Black Sea", None, Resolution::Larger),
            ("Georgia", "Georgia", Some("GEO"), Resolution::Country),
            ("Georgia, USA", "Georgia", Some("USA"), Resolution::Region),
            ("Springfield, Illinois, USA", "Springfield", Some("USA"), Resolution::City),
            ("Paris, Texas", "Paris", Some("USA"), Resolution::City),
        ] {
            let place = resolve(typed).unwrap();
            let found = (place.name.as_str(), place.country.as_deref(), place.resolution);
            assert_eq!(found, (name, country, resolution), "{typed}");
        }
        assert_eq!(resolve("Springfield, Illinois").unwrap().admin1.as_deref(), Some("Illinois"));
    }

    #[test]
    fn what_is_wrong_with_a_place_is_told() {
        assert!(resolve("Qwrtlpzgh").unwrap_err().starts_with("no place is called \"Qwrtlpzgh\""));
        assert!(resolve("").unwrap_err().starts_with("no place is called"));
        assert_eq!(
            resolve("Minsk, Ruritania").unwrap_err(),
            "no Minsk lies in Ruritania; strike \"Ruritania\" or write a state or division around it"
        );
    }
}
