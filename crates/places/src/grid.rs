//! Adds up evidence by country, by first-level division and by squares of the map.

use std::collections::HashMap;

use saydo_gazetteer::{Kind, Place};

/// The height and width of a square in degrees.
const SQUARE: f64 = 1.0;

/// How much evidence lies where.
#[derive(Debug, Default)]
pub(crate) struct Grid {
    countries: HashMap<&'static str, f64>,
    regions: HashMap<usize, f64>,
    squares: HashMap<(i32, i32), f64>,
}

/// What a place shares with the evidence.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Near {
    pub(crate) country: f64,
    pub(crate) region: f64,
    pub(crate) square: f64,
}

impl Grid {
    /// Adds a country with a weight.
    pub(crate) fn add_country(&mut self, country: &'static str, weight: f64) {
        *self.countries.entry(country).or_default() += weight;
    }

    /// Adds a place with a weight.
    pub(crate) fn add(&mut self, place: &Place<'static>, weight: f64) {
        if let Some(country) = place.country() {
            *self.countries.entry(country).or_default() += weight;
        }
        if let Some(region) = region(place) {
            *self.regions.entry(region).or_default() += weight;
        }
        if !matches!(place.kind(), Kind::Country | Kind::Larger | Kind::Region) {
            *self.squares.entry(square(place)).or_default() += weight;
        }
    }

    /// What lies in the same country, the same division and the nine squares around a place.
    pub(crate) fn near(&self, place: &Place<'static>) -> Near {
        let (y, x) = square(place);
        let around = (-1..=1).flat_map(|dy| (-1..=1).map(move |dx| (y + dy, x + dx)));
        Near {
            country: place.country().and_then(|c| self.countries.get(c)).copied().unwrap_or(0.0),
            region: region(place).and_then(|r| self.regions.get(&r)).copied().unwrap_or(0.0),
            square: around.filter_map(|s| self.squares.get(&s)).sum(),
        }
    }
}

/// The division that a place lies in, or is.
fn region(place: &Place<'static>) -> Option<usize> {
    if place.kind() == Kind::Region { Some(place.index()) } else { place.region().map(|r| r.index()) }
}

fn square(place: &Place<'static>) -> (i32, i32) {
    ((place.lat() / SQUARE).floor() as i32, (place.lon() / SQUARE).floor() as i32)
}
