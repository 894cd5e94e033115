//! Ground: whether two places can be the same, and which of a watch's areas a place lies in.
//!
//! A place of another state is never the same ground, however near. Otherwise nothing here has a border: a region and a
//! sea reach as far from their middle as such places do, a first-level division less far towards what names another
//! division, which still leaves Sevastopol on Crimean ground. Latitude and longitude 0 together mean that nobody knows.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;
use saydo_facts::{Place, Report, Resolution};
use saydo_watch::Watch;

use crate::Scene;
use crate::sorted::At;

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

/// The states that reports name: for each code the reports that may be the first to name it, in the order of the facts,
/// with the place among those of the event.
#[derive(Debug, Default)]
pub(crate) struct Named {
    by_state: BTreeMap<String, Vec<(At, usize)>>,
}

/// The earliest day on which one of these is published that is no revision, and all of them.
type Namings = (Option<Date>, Vec<(At, usize)>);

impl Named {
    /// What reports name that count on some day. One that is published no earlier than one before it is never the first,
    /// unless either is a revision.
    fn of(scene: &Scene<'_>) -> Self {
        let mut by_state: BTreeMap<String, Namings> = BTreeMap::new();
        let reports = scene.facts.reports();
        let dated = |r: &Report| r.published.filter(|_| !r.is_future() && scene.is_asked_for(r));
        for (report, events) in scene.facts.by_report() {
            let Some(published) = dated(&reports[report]) else {
                continue;
            };
            let whole = reports[report].valid_from.is_none() && reports[report].superseded.is_none();
            for event in events.filter_map(|at| scene.facts.event(at)) {
                for (nth, place) in event.places().enumerate() {
                    let Some(code) = state(place) else { continue };
                    if by_state.get(code).is_some_and(|known| known.0.is_some_and(|day| day <= published)) {
                        continue;
                    }
                    let known = by_state.entry(code.to_owned()).or_default();
                    known.1.push((At::of(&event), nth));
                    known.0 = if whole { Some(published) } else { known.0 };
                }
            }
        }
        Self { by_state: by_state.into_iter().map(|(code, known)| (code, known.1)).collect() }
    }
}

/// The code of a place that is a state.
fn state(place: &Place) -> Option<&str> {
    place.country.as_deref().filter(|_| place.resolution == Resolution::Country)
}

impl<'f> Areas<'f> {
    /// The areas of a scene's watch, and the names that its reports give to states.
    pub(crate) fn of_scene(scene: &Scene<'f>) -> Self {
        let mut states = HashMap::new();
        let reports = scene.facts.reports();
        let first = |all: &Vec<(At, usize)>| {
            let (at, nth) = all.iter().find(|(at, _)| reports[at.report as usize].counts(scene.as_of))?;
            scene.facts.event(at.event as usize)?.places().nth(*nth)
        };
        let named = scene.sorted.names.get_or_init(|| Named::of(scene)).by_state.values();
        for place in scene.watch.area.iter().chain(named.filter_map(first)) {
            if let Some(code) = state(place) {
                states.entry(code).or_insert(place.name.as_str());
            }
        }
        Self { watched: &scene.watch.area, states }
    }

    /// The name of the smallest of the watch's areas that holds a place; else its state's name, or the state's code
    /// where no report names it; else, for a sea and what else is no state's, its own name.
    pub(crate) fn of(&self, place: &'f Place) -> &'f str {
        match (smallest(self.watched, place), place.country.as_deref()) {
            (Some((_, area)), _) => &area.name,
            (None, Some(code)) => self.states.get(code).copied().unwrap_or(code),
            (None, None) => &place.name,
        }
    }
}

/// What tells the area of a place on any day: the number of the watch's area that holds it, else its state's code, else
/// its own name.
pub(crate) type Area<'f> = (Option<usize>, Option<&'f str>, Option<&'f str>);

/// The area of a place, as far as it is the same on every day.
pub(crate) fn area<'f>(watch: &Watch, place: &'f Place) -> Area<'f> {
    match (smallest(&watch.area, place), place.country.as_deref()) {
        (Some((at, _)), _) => (Some(at), None, None),
        (None, Some(code)) => (None, Some(code), None),
        (None, None) => (None, None, Some(&place.name)),
    }
}

/// The smallest of a watch's areas that holds a place, with its number.
fn smallest<'f>(watched: &'f [Place], place: &Place) -> Option<(usize, &'f Place)> {
    watched.iter().enumerate().filter(|(_, area)| holds(area, place)).min_by_key(|(_, area)| area.resolution)
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
