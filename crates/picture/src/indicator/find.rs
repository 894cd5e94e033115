//! Indicators: which signs of escalation are told of, since when and by how many.
//!
//! Only deeds count, and what the acting side announces of itself only where the table says that such a deed is done by
//! declaring it; nothing that is planned, asked for, possible or denied. One voice makes it reported; two, or an
//! independent observer, make it corroborated.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
use saydo_codebook::Plover;
use saydo_facts::{Actor, Event, Place};
use saydo_standing::Standing;
use saydo_watch::Side;

use super::table::{Row, Sign};
use super::{Indicator, IndicatorState};
use crate::area::within;
use crate::sorted::{At, Voices};
use crate::{Cite, Scene};

/// How many of the oldest, and how many of the newest events an indicator cites.
const CITED: usize = 10;

/// The ids of all indicators, as a watch names those that it follows.
pub fn indicator_ids() -> Vec<&'static str> {
    Sign::shipped().iter().map(|sign| sign.id).collect()
}

/// The indicators that the watch follows, in the order of the table.
pub fn indicators(scene: &Scene<'_>) -> Vec<Indicator> {
    let signs = scene.sorted.signs.get_or_init(|| Signs::of(scene));
    let shown = |(sign, told): (&Sign, &Vec<Told>)| {
        let counted: Vec<Told> = told.iter().filter(|t| scene.counts(t.at)).copied().collect();
        indicator(scene, sign, &counted)
    };
    followed(scene).into_iter().zip(&signs.told).map(shown).collect()
}

/// The signs that the watch follows.
fn followed(scene: &Scene<'_>) -> Vec<&'static Sign> {
    let named = &scene.watch.indicators;
    Sign::shipped().iter().filter(|sign| named.is_empty() || named.iter().any(|id| id == sign.id)).collect()
}

/// The events of any day that tell of each sign that is followed, the oldest first.
#[derive(Debug, Default)]
pub(crate) struct Signs {
    told: Vec<Vec<Told>>,
}

impl Signs {
    fn of(scene: &Scene<'_>) -> Self {
        let signs = followed(scene);
        let mut told: Vec<Vec<Told>> = vec![Vec::new(); signs.len()];
        let mut by_category: HashMap<Option<Plover>, Vec<usize>> = HashMap::new();
        let mut voices = Voices::default();
        for event in scene.sorted.every(scene.facts) {
            let possible =
                by_category.entry(event.plover()).or_insert_with(|| possible(&signs, event.plover()));
            for &i in possible.iter() {
                if let Some(row) = signs[i].seen_in(scene, &event)
                    && counts(scene, &event, row)
                {
                    told[i].push(Told::of(scene, &mut voices, &event));
                }
            }
        }
        let published = |t: &Told| scene.facts.event(t.at.event as usize).map(|e| (e.published, e.id));
        for told in &mut told {
            told.sort_by_cached_key(|t| (t.day, published(t)));
            told.shrink_to_fit();
        }
        Self { told }
    }
}

/// Those that events of a category can show, as indexes.
fn possible(signs: &[&Sign], plover: Option<Plover>) -> Vec<usize> {
    (0..signs.len()).filter(|&i| signs[i].may_be(plover)).collect()
}

/// An event that tells of an indicator.
#[derive(Clone, Copy, Debug)]
struct Told {
    at: At,
    /// The number of its voice.
    voice: u32,
    day: Date,
    observed: bool,
}

impl Told {
    fn of<'f>(scene: &Scene<'f>, voices: &mut Voices<'f>, event: &Event<'f>) -> Self {
        let observed = scene.vouches(event).is_some_and(|w| scene.side(w) == Side::Observer);
        Self { at: At::of(event), voice: voices.number(scene, event), day: event.day(), observed }
    }
}

fn indicator(scene: &Scene<'_>, sign: &Sign, told: &[Told]) -> Indicator {
    let voices = told.iter().map(|t| t.voice).collect::<HashSet<_>>().len();
    let observed = told.iter().any(|t| t.observed);
    let (state, rule) = match voices {
        0 => (IndicatorState::NotSeen, "indicator-not-seen"),
        _ if observed => (IndicatorState::Corroborated, "indicator-observed"),
        1 => (IndicatorState::Reported, "indicator-reported"),
        _ => (IndicatorState::Corroborated, "indicator-corroborated"),
    };
    Indicator {
        id: format!("i:{}", sign.id),
        label: sign.label.to_owned(),
        state,
        since: told.first().map(|t| t.day),
        voices,
        cites: cites(scene, told),
        rule,
    }
}

/// Each voice once a day, the oldest and the newest.
fn cites(scene: &Scene<'_>, told: &[Told]) -> Vec<Cite> {
    let mut known: Vec<u32> = Vec::new();
    let mut once: Vec<At> = Vec::new();
    for day in told.chunk_by(|a, b| a.day == b.day) {
        known.clear();
        for told in day {
            if !known.contains(&told.voice) {
                known.push(told.voice);
                once.push(told.at);
            }
        }
    }
    let newest = once.len().saturating_sub(CITED).max(CITED);
    let shown = once.iter().take(CITED).chain(once.iter().skip(newest));
    shown.filter_map(|at| scene.facts.event(at.event as usize)).map(|event| scene.cite(&event)).collect()
}

/// Whether an event that has the shape of an indicator counts as one.
fn counts(scene: &Scene<'_>, event: &Event<'_>, row: &Row) -> bool {
    let standing = scene.standing(event);
    let witness = scene.vouches(event);
    let own = standing == Standing::Announced
        || witness.is_some_and(|w| event.actors().any(|actor| scene.same_side(w, actor)));
    let done = match standing {
        Standing::Reported | Standing::Claimed => row.own || !own,
        Standing::Announced => row.own,
        _ => false,
    };
    done && !event.negated() && !is_before(scene, event) && concerns(scene, event)
}

fn is_before(scene: &Scene<'_>, event: &Event<'_>) -> bool {
    scene.watch.since.is_some_and(|since| event.day() < since)
}

/// Whether an event concerns the watch: it lies on its ground, and the subject has part in it, or it happens in a state
/// of either side or in an area that the watch names, or the other side has part in it, and nobody else is known to. Of
/// an event with neither a known party nor a place, one that either side tells does.
fn concerns(scene: &Scene<'_>, event: &Event<'_>) -> bool {
    let places: Vec<&Place> = event.places().collect();
    let parties = || event.actors().chain(event.recipients()).filter(|party| party.root().is_some());
    let has = |side| parties().any(|party| scene.side(party) == side);
    let home = |place: &&Place| {
        let state = place.country.as_deref().map(Actor::of);
        state.is_some_and(|s| is_of_a_side(scene, &s))
    };
    let grounded = !places.is_empty() && (!scene.watch.area.is_empty() || places.iter().any(home));
    let bare = places.is_empty() && parties().next().is_none();
    within(&places, &scene.watch.area)
        && (grounded
            || has(Side::Subject)
            || has(Side::Other) && !has(Side::Third)
            || bare && scene.vouches(event).is_some_and(|witness| is_of_a_side(scene, witness)))
}

fn is_of_a_side(scene: &Scene<'_>, actor: &Actor) -> bool {
    matches!(scene.side(actor), Side::Subject | Side::Other)
}
