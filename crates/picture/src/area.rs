//! Ground: whether two places can be the same, and which of a watch's areas a place lies in.
//!
//! A place of another state is never the same ground, however near. Otherwise nothing here has a border: a region and a
//! sea reach as far from their middle as such places do, a first-level division less far towards what names another
//! division, which still leaves Sevastopol on Crimean ground. Latitude and longitude 0 together mean that nobody knows.

use std::collections::HashMap;

use saydo_facts::{Facts, Place, Resolution};
use saydo_watch::Watch;

/// Towns, bases and crossings this near to each other are one ground, in km.
const NEAR: f64 = 75.0;
/// How far a region reaches from its middle, in km.
const REGION: f64 = 175.0;
/// How far a first-level division reaches towards what lies in another one by name, in km.
const DIVISION: f64 = 120.0;
/// How far a sea or a continent reaches from its middle, in km.
const LARGER: f64 = 2500.0;
/// Length of a degree of latitude, in km.
const DEGREE: f64 = 111.2;

/// Whether the places of two events can be the same ground: either names none, one holds one of the other's, or they
/// are near each other.
pub(crate) fn compatible(a: &[&Place], b: &[&Place]) -> bool {
    a.is_empty() || b.is_empty() || a.iter().any(|x| b.iter().any(|y| meet(x, y)))
}

/// Whether an event at these places lies on the ground of a watch; one that names no place does.
pub(crate) fn within(places: &[&Place], area: &[Place]) -> bool {
    let meets = |place: &&Place| area.iter().any(|a| meet(a, place));
    area.is_empty() || places.is_empty() || places.iter().any(meets)
}

/// The areas of a watch and the names of states.
#[derive(Clone, Debug)]
pub(crate) struct Areas<'f> {
    watched: &'f [Place],
    states: HashMap<&'f str, &'f str>,
}

impl<'f> Areas<'f> {
    /// The areas of `watch`, and the names that reports give to states.
    pub(crate) fn new(facts: &'f Facts, watch: &'f Watch) -> Self {
        let mut states = HashMap::new();
        let states_named =
            facts.events().flat_map(|e| e.places()).filter(|p| p.resolution == Resolution::Country);
        for place in watch.area.iter().filter(|p| p.resolution == Resolution::Country).chain(states_named) {
            if let Some(code) = place.country.as_deref() {
                states.entry(code).or_insert(place.name.as_str());
            }
        }
        Self { watched: &watch.area, states }
    }

    /// The name of the smallest of the watch's areas that holds a place; else its state's name, or the state's code
    /// where no report names it; else, for a sea and what else is no state's, its own name.
    pub(crate) fn of(&self, place: &'f Place) -> &'f str {
        let holding = self.watched.iter().filter(|area| holds(area, place));
        match (holding.min_by_key(|area| area.resolution), place.country.as_deref()) {
            (Some(area), _) => &area.name,
            (None, Some(code)) => self.states.get(code).copied().unwrap_or(code),
            (None, None) => &place.name,
        }
    }
}

fn meet(a: &Place, b: &Place) -> bool {
    holds(a, b) || holds(b, a)
}

/// Whether `outer` is `inner`, or holds it, or both are towns or smaller and near each other.
fn holds(outer: &Place, inner: &Place) -> bool {
    if outer.country.is_some() && inner.country.is_some() && outer.country != inner.country {
        return false;
    }
    let within = |km| distance(outer, inner).map(|d| d <= km);
    let holds = match outer.resolution {
        Resolution::Larger => within(LARGER).unwrap_or(true),
        Resolution::Country => outer.country.is_some() && outer.country == inner.country,
        Resolution::Region if inner.resolution > Resolution::Region => false,
        Resolution::Region if inner.admin1.as_deref() == Some(&outer.name) => true,
        Resolution::Region if are_divisions(outer, inner) => within(DIVISION).unwrap_or(false),
        Resolution::Region => within(REGION).unwrap_or(false),
        _ => inner.resolution < Resolution::Region && within(NEAR).unwrap_or(false),
    };
    holds || is_same(outer, inner)
}

fn is_same(a: &Place, b: &Place) -> bool {
    let number = a.geonameid.is_some() && a.geonameid == b.geonameid;
    number || a.name == b.name && a.country == b.country && a.resolution == b.resolution
}

/// Whether a region is a division of the gazetteer, and the other place is one or lies in one.
fn are_divisions(region: &Place, other: &Place) -> bool {
    let divided =
        other.admin1.is_some() || other.resolution == Resolution::Region && other.geonameid.is_some();
    region.geonameid.is_some() && divided
}

/// Kilometres between two places, on a sphere flattened around them, which is near enough for what is asked here.
fn distance(a: &Place, b: &Place) -> Option<f64> {
    let known = |p: &Place| p.lat != 0.0 || p.lon != 0.0;
    let turn = (a.lon - b.lon).abs() % 360.0;
    let east = turn.min(360.0 - turn) * f64::midpoint(a.lat, b.lat).to_radians().cos();
    (known(a) && known(b)).then(|| (a.lat - b.lat).hypot(east) * DEGREE)
}
