//! Who is told to have what where: events put into the rows of the board.
//!
//! Somebody outside the actor's own side *sees*. The own side *admits* where it tells that its forces come or stay: that
//! opens a row of its own, moves no trend and counts as no voice. What it announces of leaving shows nothing.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::civil::Date;
use saydo_facts::{Actor, Event, Force, Place, Resolution};
use saydo_forces::{Element, Movement};
use saydo_standing::Standing;
use saydo_watch::Side;

use super::show::shown;
use crate::area::{Areas, within};
use crate::{Scene, Voice};

/// A row of the board: whose forces, where, what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Key<'f> {
    pub(super) actor: &'f str,
    pub(super) area: Option<&'f str>,
    /// Whether it is beside the area and not in it: "near Ukraine" is not in Ukraine.
    pub(super) beside: bool,
    pub(super) element: Element,
}

/// One event that shows an element.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sighting<'f> {
    pub(super) event: Event<'f>,
    pub(super) voice: Voice<'f>,
    pub(super) day: Date,
    pub(super) force: Force,
}

/// All that is told of a row, the oldest first.
#[derive(Clone, Debug, Default)]
pub(super) struct Row<'f> {
    /// By voices outside the actor's own side.
    pub(super) seen: Vec<Sighting<'f>>,
    /// By the actor's own side: forces that come or stay.
    pub(super) admitted: Vec<Sighting<'f>>,
}

/// All rows of a scene.
pub(super) type Rows<'f> = HashMap<Key<'f>, Row<'f>>;

impl Sighting<'_> {
    /// Whether the forces are there by this sighting, and not gone.
    pub(super) fn is_there(&self) -> bool {
        self.force.movement != Movement::Out
    }

    /// Of one day, what comes counts for more than what stays, and what is there for more than what goes.
    fn rank(&self) -> u8 {
        match self.force.movement {
            Movement::Out => 0,
            Movement::Around => 1,
            Movement::Stay => 2,
            Movement::In => 3,
        }
    }
}

/// The rows of a scene: the forces of both sides on the watch's ground, those of others only where the watch names
/// areas. Days before the watch's first one do not count.
pub(super) fn rows<'f>(scene: &Scene<'f>) -> Rows<'f> {
    let areas = Areas::new(scene.facts, scene.watch);
    let mut rows = Rows::new();
    for event in scene.events().filter(|e| scene.watch.since.is_none_or(|day| e.day() >= day)) {
        let forces = shown(&event);
        if !forces.is_empty() {
            enter(scene, &areas, &event, &forces, &mut rows);
        }
    }
    for row in rows.values_mut() {
        let order = |s: &Sighting<'_>| (s.day, s.rank(), s.event.published, s.event.id);
        row.seen.sort_by_key(order);
        row.admitted.sort_by_key(order);
    }
    rows
}

fn enter<'f>(scene: &Scene<'f>, areas: &Areas<'f>, event: &Event<'f>, forces: &[Force], rows: &mut Rows<'f>) {
    let places: Vec<&Place> = event.places().collect();
    if !within(&places, &scene.watch.area) {
        return;
    }
    let grounds = grounds(areas, &places);
    let (voice, day) = (scene.voice(event), event.day());
    for (actor, own) in holders(scene, event, !places.is_empty()) {
        for &(area, beside) in &grounds {
            for &force in forces {
                let sighting = Sighting { event: *event, voice, day, force };
                let key = Key { actor, area, beside, element: force.element };
                if !own {
                    rows.entry(key).or_default().seen.push(sighting);
                } else if sighting.is_there() {
                    rows.entry(key).or_default().admitted.push(sighting);
                }
            }
        }
    }
}

/// The areas of an event; nowhere is one too.
fn grounds<'f>(areas: &Areas<'f>, places: &[&'f Place]) -> BTreeSet<(Option<&'f str>, bool)> {
    let beside = |place: &Place| place.is_beside() && place.resolution == Resolution::Country;
    let named: BTreeSet<_> = places.iter().map(|place| (Some(areas.of(place)), beside(place))).collect();
    if named.is_empty() { BTreeSet::from([(None, false)]) } else { named }
}

impl Key<'_> {
    /// The area as the board names it.
    pub(super) fn ground(&self) -> Option<String> {
        self.area.map(|area| if self.beside { format!("near {area}") } else { area.to_owned() })
    }
}

/// Whose forces an event tells of as something that is so, and whether their own side tells it.
fn holders<'f>(scene: &Scene<'f>, event: &Event<'f>, placed: bool) -> BTreeMap<&'f str, bool> {
    let standing = scene.standing(event);
    let so = matches!(standing, Standing::Reported | Standing::Claimed | Standing::Announced);
    let witness = scene.vouches(event);
    let counts = |actor: &&'f Actor| match scene.side(actor) {
        Side::Subject | Side::Other => true,
        Side::Observer | Side::Third => placed && !scene.watch.area.is_empty(),
    };
    let own =
        |actor: &Actor| standing == Standing::Announced || witness.is_some_and(|w| scene.same_side(w, actor));
    event.actors().filter(|_| so).filter(counts).filter_map(|a| Some((a.root()?, own(a)))).collect()
}
