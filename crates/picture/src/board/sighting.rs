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
use crate::Scene;
use crate::area::{Area, Areas, area, within};
use crate::sorted::{At, Voices};

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
pub(crate) struct Sighting {
    pub(super) at: At,
    /// The number of its voice.
    pub(super) voice: u32,
    pub(super) day: Date,
    pub(super) force: Force,
    /// Its place in the order of days, ranks and publication, among all sightings.
    order: u32,
}

/// All that is told of a row, the oldest first.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    /// By voices outside the actor's own side.
    pub(super) seen: Vec<Sighting>,
    /// By the actor's own side: forces that come or stay.
    pub(super) admitted: Vec<Sighting>,
}

/// All rows of a scene.
pub(super) type Rows<'f> = HashMap<Key<'f>, Row>;

/// All sightings of any day, by row.
#[derive(Debug, Default)]
pub(crate) struct Shown {
    rows: Vec<(Ground, Row)>,
    /// The events that show forces leave.
    leaving: Vec<At>,
}

/// A row by what stands in the facts: the name of a state is not the same on every day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Ground {
    /// The place among the actors of the first one with the row's code.
    actor: u32,
    /// The event and its place that lie where the row does; `None` where no report tells.
    place: Option<(u32, u32)>,
    beside: bool,
    element: Element,
}

impl Sighting {
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
    let areas = Areas::of_scene(scene);
    let mut rows = Rows::new();
    for (ground, row) in &scene.sorted.shown.get_or_init(|| Shown::of(scene)).rows {
        let Some(key) = ground.key(scene, &areas) else {
            continue;
        };
        let told = |all: &[Sighting]| all.iter().filter(|s| scene.counts(s.at)).copied().collect();
        let counted = Row { seen: told(&row.seen), admitted: told(&row.admitted) };
        if counted.seen.is_empty() && counted.admitted.is_empty() {
            continue;
        }
        let known: &mut Row = rows.entry(key).or_default();
        join(&mut known.seen, counted.seen);
        join(&mut known.admitted, counted.admitted);
    }
    rows
}

/// The events that count and tell of forces that leave.
pub(crate) fn leaving<'s, 'f>(scene: &'s Scene<'f>) -> impl Iterator<Item = Event<'f>> + use<'s, 'f> {
    scene.among(&scene.sorted.shown.get_or_init(|| Shown::of(scene)).leaving)
}

/// Puts the sightings of a place that has the same name to those that are there.
fn join(all: &mut Vec<Sighting>, more: Vec<Sighting>) {
    if all.is_empty() {
        *all = more;
    } else {
        all.extend(more);
        all.sort_by_key(|s| s.order);
    }
}

impl Ground {
    fn key<'f>(&self, scene: &Scene<'f>, areas: &Areas<'f>) -> Option<Key<'f>> {
        let actor = scene.facts.actors().get(self.actor as usize)?.root()?;
        let place = |(at, nth): (u32, u32)| scene.facts.event(at as usize)?.places().nth(nth as usize);
        let area = self.place.and_then(place).map(|place| areas.of(place));
        Some(Key { actor, area, beside: self.beside, element: self.element })
    }
}

impl Shown {
    /// The sightings of any day.
    fn of(scene: &Scene<'_>) -> Self {
        let mut finder = Finder {
            scene,
            rows: HashMap::new(),
            actors: HashMap::new(),
            places: HashMap::new(),
            voices: Voices::default(),
        };
        let mut leaving = Vec::new();
        for event in scene.sorted.every(scene.facts) {
            if scene.watch.since.is_some_and(|day| event.day() < day) {
                continue;
            }
            let forces = shown(&event);
            if !forces.is_empty() {
                finder.enter(&event, &forces);
            }
            if event.forces().iter().any(|f| f.movement == Movement::Out) {
                leaving.push(At::of(&event));
            }
        }
        let mut rows: Vec<(Ground, Row)> = finder.rows.into_iter().collect();
        rows.sort_unstable_by_key(|(ground, _)| *ground);
        sort(scene, &mut rows);
        Self { rows, leaving }
    }
}

/// Brings the sightings of all rows into order.
fn sort(scene: &Scene<'_>, rows: &mut [(Ground, Row)]) {
    let mut all: Vec<&mut Sighting> =
        rows.iter_mut().flat_map(|(_, row)| row.seen.iter_mut().chain(&mut row.admitted)).collect();
    let published = |s: &Sighting| scene.facts.event(s.at.event as usize).map(|e| (e.published, e.id));
    all.sort_by_cached_key(|s| (s.day, s.rank(), published(s)));
    for (order, sighting) in all.into_iter().enumerate() {
        sighting.order = order as u32;
    }
    for (_, row) in rows {
        row.seen.sort_unstable_by_key(|s| s.order);
        row.admitted.sort_unstable_by_key(|s| s.order);
    }
}

/// Puts events into rows.
struct Finder<'s, 'f> {
    scene: &'s Scene<'f>,
    rows: HashMap<Ground, Row>,
    /// The first actor of each code.
    actors: HashMap<&'f str, u32>,
    /// The first event and place that lie in the same area.
    places: HashMap<Area<'f>, (u32, u32)>,
    voices: Voices<'f>,
}

impl<'f> Finder<'_, 'f> {
    fn enter(&mut self, event: &Event<'f>, forces: &[Force]) {
        let places: Vec<&'f Place> = event.places().collect();
        if !within(&places, &self.scene.watch.area) {
            return;
        }
        let grounds = self.grounds(event, &places);
        let (voice, day) = (self.voices.number(self.scene, event), event.day());
        for (actor, own) in holders(self.scene, event, !places.is_empty()) {
            let Some(actor) = self.actor(actor) else {
                continue;
            };
            for &(place, beside) in &grounds {
                for &force in forces {
                    let sighting = Sighting { at: At::of(event), voice, day, force, order: 0 };
                    let ground = Ground { actor, place, beside, element: force.element };
                    if !own {
                        self.rows.entry(ground).or_default().seen.push(sighting);
                    } else if sighting.is_there() {
                        self.rows.entry(ground).or_default().admitted.push(sighting);
                    }
                }
            }
        }
    }

    /// The areas of an event; nowhere is one too.
    fn grounds(&mut self, event: &Event<'f>, places: &[&'f Place]) -> BTreeSet<(Option<(u32, u32)>, bool)> {
        let beside = |place: &Place| place.is_beside() && place.resolution == Resolution::Country;
        let named = places.iter().enumerate().map(|(nth, place)| {
            let area = area(self.scene.watch, place);
            let first = *self.places.entry(area).or_insert((event.at as u32, nth as u32));
            (Some(first), beside(place))
        });
        let named: BTreeSet<_> = named.collect();
        if named.is_empty() { BTreeSet::from([(None, false)]) } else { named }
    }

    /// The place among the actors of the first one with a code.
    fn actor(&mut self, actor: &'f Actor) -> Option<u32> {
        let at = self.scene.facts.actor_at(actor)? as u32;
        Some(*self.actors.entry(actor.root()?).or_insert(at))
    }
}

impl Key<'_> {
    /// The area as the board names it.
    pub(super) fn ground(&self) -> Option<String> {
        self.area.map(|area| if self.beside { format!("near {area}") } else { area.to_owned() })
    }
}

/// Whose forces an event tells of as something that is so, by the code, and whether their own side tells it.
fn holders<'f>(scene: &Scene<'f>, event: &Event<'f>, placed: bool) -> Vec<(&'f Actor, bool)> {
    let standing = scene.standing(event);
    let so = matches!(standing, Standing::Reported | Standing::Claimed | Standing::Announced);
    let witness = scene.vouches(event);
    let counts = |actor: &&'f Actor| match scene.side(actor) {
        Side::Subject | Side::Other => true,
        Side::Observer | Side::Third => placed && !scene.watch.area.is_empty(),
    };
    let own =
        |actor: &Actor| standing == Standing::Announced || witness.is_some_and(|w| scene.same_side(w, actor));
    let all = event.actors().filter(|_| so).filter(counts);
    let by_code: BTreeMap<&str, (&'f Actor, bool)> =
        all.filter_map(|a| Some((a.root()?, (a, own(a))))).collect();
    by_code.into_values().collect()
}
