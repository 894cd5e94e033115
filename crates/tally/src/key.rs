//! What a place is asked for by.

use std::fmt;
use std::str::FromStr;

use saydo_facts::{Place, Resolution};

use crate::Error;
use crate::error::shown;

/// The key of a place: `g524901` (its number in GeoNames), else `c:UKR` (a country as a whole), else `n:Name`.
///
/// ```
/// use saydo_tally::PlaceKey;
/// let key: PlaceKey = "g524901".parse()?;
/// assert_eq!(key, PlaceKey::GeoNames(524_901));
/// assert_eq!(key.to_string(), "g524901");
/// assert!("524901".parse::<PlaceKey>().is_err());
/// # Ok::<(), saydo_tally::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PlaceKey {
    /// A place with a number in GeoNames.
    GeoNames(u32),
    /// A country as a whole, ISO 3166 alpha-3.
    Country(String),
    /// A place without a number.
    Named(String),
}

impl PlaceKey {
    /// The key of a place.
    pub fn of(place: &Place) -> Self {
        match (place.geonameid, &place.country) {
            (Some(id), _) => Self::GeoNames(id),
            (None, Some(country)) if place.resolution == Resolution::Country => {
                Self::Country(country.clone())
            }
            _ => Self::Named(place.name.clone()),
        }
    }
}

impl fmt::Display for PlaceKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::GeoNames(id) => write!(out, "g{id}"),
            Self::Country(country) => write!(out, "c:{country}"),
            Self::Named(name) => write!(out, "n:{name}"),
        }
    }
}

impl FromStr for PlaceKey {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        if let Some(name) = text.strip_prefix("n:") {
            return Ok(Self::Named(name.to_owned()));
        }
        if let Some(country) = text.strip_prefix("c:") {
            return Ok(Self::Country(country.to_owned()));
        }
        let digits = text.strip_prefix('g').filter(|d| d.bytes().all(|b| b.is_ascii_digit()));
        let id = digits.and_then(|digits| digits.parse().ok());
        id.map(Self::GeoNames).ok_or_else(|| Error::PlaceKey(shown(text)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_as_they_are_written() {
        for text in ["g1", "c:UKR", "n:Lower Town", "n:", "n:g1"] {
            assert_eq!(text.parse::<PlaceKey>().map(|k| k.to_string()), Ok(text.to_owned()));
        }
        for bad in ["", "g", "g+1", "g-1", "g1x", "g99999999999", "x:1", "Kyiv"] {
            assert_eq!(bad.parse::<PlaceKey>(), Err(Error::PlaceKey(bad.to_owned())));
        }
    }

    #[test]
    fn a_place_is_known_by_its_number_then_as_a_country_then_by_name() {
        let country = Place {
            name: "Ukraine".to_owned(),
            country: Some("UKR".to_owned()),
            resolution: Resolution::Country,
            ..Place::default()
        };
        let numbered = Place { geonameid: Some(7), ..country.clone() };
        let region = Place { resolution: Resolution::Region, ..country.clone() };
        let keys = [numbered, country, region].map(|place| PlaceKey::of(&place).to_string());
        assert_eq!(keys, ["g7", "c:UKR", "n:Ukraine"]);
    }
}
