//! Whether places are the same, for how exact they are known.

use saydo_coded::{Precision, Spot};
use saydo_facts::{Place, Resolution};

/// Length of a degree of latitude, in km.
const DEGREE: f64 = 111.2;

/// What is compared of a place.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Ground {
    country: Option<String>,
    admin1: Option<String>,
    /// Latitude and longitude.
    at: Option<(f64, f64)>,
    geonames: Option<u32>,
    reach: Reach,
}

/// How exact it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Reach {
    Town,
    District,
    Division,
    Country,
    Sea,
}

impl Reach {
    /// How far from its middle something may lie that is the same place, in km; a country has no middle.
    fn km(self) -> f64 {
        match self {
            Self::Town => 50.0,
            Self::District => 100.0,
            Self::Division | Self::Country => 200.0,
            Self::Sea => 1000.0,
        }
    }
}

impl Ground {
    /// A place of ours, or of a watch.
    pub(crate) fn of_place(place: &Place) -> Self {
        let reach = match place.resolution {
            Resolution::Point | Resolution::City => Reach::Town,
            Resolution::District => Reach::District,
            Resolution::Region => Reach::Division,
            Resolution::Country => Reach::Country,
            Resolution::Larger => Reach::Sea,
        };
        let is_division = place.resolution == Resolution::Region;
        Self {
            country: place.country.clone(),
            admin1: place.admin1.clone().or_else(|| is_division.then(|| place.name.clone())),
            at: known(place.lat, place.lon),
            geonames: place.geonameid,
            reach,
        }
    }

    /// A place of theirs.
    pub(crate) fn of_spot(spot: &Spot) -> Self {
        let reach = match spot.precision {
            Precision::Place | Precision::Near => Reach::Town,
            Precision::Admin2 => Reach::District,
            Precision::Country => Reach::Country,
            Precision::Unknown if spot.lat.is_none() && spot.admin1.is_none() => Reach::Country,
            Precision::Area | Precision::Admin1 | Precision::Unknown => Reach::Division,
        };
        Self {
            country: spot.country.clone(),
            admin1: spot.admin1.clone(),
            at: spot.lat.zip(spot.lon).and_then(|(lat, lon)| known(lat, lon)),
            geonames: spot.geonames,
            reach,
        }
    }

    /// How much two places agree, from 0 to 1; `None` where they are others.
    fn meets(&self, other: &Self) -> Option<f64> {
        if self.geonames.is_some() && self.geonames == other.geonames {
            return Some(1.0);
        }
        if self.country.is_some() && other.country.is_some() && self.country != other.country {
            return None;
        }
        let wider = self.reach.max(other.reach);
        if wider == Reach::Country {
            return (self.country.is_some() && self.country == other.country).then_some(0.6);
        }
        let same_division = self.admin1.is_some() && self.admin1 == other.admin1;
        match self.at.zip(other.at) {
            _ if same_division && wider == Reach::Division => Some(0.8),
            Some((a, b)) => {
                let (far, reach) = (distance(a, b), wider.km());
                (far <= reach).then(|| 1.0 - 0.5 * far / reach)
            }
            None => Some(OPEN),
        }
    }
}

/// How much a place agrees with none.
const OPEN: f64 = 0.5;

/// How much the places of two events agree: the two of them that agree most; `None` where all are others.
pub(crate) fn meet(ours: &[Ground], theirs: &[Ground]) -> Option<f64> {
    if ours.is_empty() || theirs.is_empty() {
        return Some(OPEN);
    }
    let all = ours.iter().flat_map(|one| theirs.iter().filter_map(|other| one.meets(other)));
    all.max_by(f64::total_cmp)
}

/// Latitude and longitude; 0 together mean that nobody knows.
fn known(lat: f64, lon: f64) -> Option<(f64, f64)> {
    (lat.is_finite() && lon.is_finite() && (lat != 0.0 || lon != 0.0)).then_some((lat, lon))
}

/// Kilometres, on a sphere flattened around the two, which is near enough for what is asked here.
fn distance(a: (f64, f64), b: (f64, f64)) -> f64 {
    let turn = (a.1 - b.1).abs() % 360.0;
    let east = turn.min(360.0 - turn) * f64::midpoint(a.0, b.0).to_radians().cos();
    (a.0 - b.0).hypot(east) * DEGREE
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spot(country: &str, lat: f64, lon: f64, precision: Precision) -> Vec<Ground> {
        let spot = Spot {
            country: Some(country.to_owned()),
            lat: Some(lat),
            lon: Some(lon),
            precision,
            ..Spot::default()
        };
        vec![Ground::of_spot(&spot)]
    }

    #[test]
    fn towns_are_one_place_within_fifty_kilometres() {
        let town = |lat| spot("UKR", lat, 36.2, Precision::Place);
        assert!(meet(&town(50.0), &town(50.3)).is_some());
        assert_eq!(meet(&town(50.0), &town(51.0)), None);
        assert!(meet(&town(50.0), &spot("UKR", 51.0, 36.2, Precision::Admin1)).is_some());
    }

    #[test]
    fn a_border_is_a_border_and_a_country_has_no_distance() {
        let near = spot("RUS", 50.3, 36.2, Precision::Place);
        assert_eq!(meet(&spot("UKR", 50.2, 36.2, Precision::Place), &near), None);
        let whole = spot("UKR", 49.0, 32.0, Precision::Country);
        assert_eq!(meet(&whole, &spot("UKR", 45.0, 34.0, Precision::Place)), Some(0.6));
    }

    #[test]
    fn no_place_speaks_neither_for_nor_against() {
        assert_eq!(meet(&[], &spot("UKR", 50.0, 36.2, Precision::Place)), Some(OPEN));
        let nowhere = spot("UKR", 0.0, 0.0, Precision::Place);
        assert_eq!(meet(&nowhere, &spot("UKR", 50.0, 36.2, Precision::Place)), Some(OPEN));
    }
}
