//! The posture board: for each actor, area and element what was seen last, by how many, how much, and where it goes.
//!
//! Only deeds that others than the actor's own side tell of move it. Voices are those that within the 60 days up to the
//! last sighting saw the forces there, if they are there, or gone, if they are gone. Counts of what is there and counts of
//! what moves are never put into one range: where somebody counted what is there in the last 60 days the range is of
//! that, else of those who moved in the last direction.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
use saydo_forces::{Element, Movement};

use super::sighting::{Key, Row, Rows, Sighting, rows};
use super::trend::{EQUIPMENT_STAYS, PART_OUT, PART_OUT_EQUIPMENT_STAYS, since, since_fresh, trend};
use super::{CITED, Post, Range, Trend, is_fresh, warning};
use crate::{Cite, Scene};

/// The posture board of a scene, ordered by actor, area and element.
pub fn posture(scene: &Scene<'_>) -> Vec<Post> {
    let rows: Rows<'_> = rows(scene);
    let mut keys: Vec<&Key<'_>> = rows.keys().collect();
    keys.sort();
    let mut posts: Vec<Post> = keys.into_iter().filter_map(|key| post(scene, key, &rows[key])).collect();
    let equipment = in_place(&posts);
    for post in &mut posts {
        rotate(post, &equipment);
    }
    posts
}

/// One row; `None` where nobody tells that forces are or were there.
fn post(scene: &Scene<'_>, key: &Key<'_>, row: &Row) -> Option<Post> {
    let told = if row.seen.is_empty() { &row.admitted } else { &row.seen };
    let last = told.last()?;
    let (trend, rule) = trend(&row.seen, scene.as_of);
    Some(Post {
        id: format!("p:{}:{}:{}", key.actor, key.ground().unwrap_or_default(), key.element.name()),
        actor: key.actor.to_owned(),
        area: key.ground(),
        element: key.element,
        direction: last.force.movement,
        last_seen: last.day,
        since: since(&row.seen, scene.as_of).unwrap_or(last.day),
        voices: voices(&row.seen),
        numbers: numbers(told, last.force.movement, scene.as_of),
        trend,
        cites: cites(scene, told, trend),
        rule,
    })
}

fn voices(seen: &[Sighting]) -> usize {
    let Some(last) = seen.last() else { return 0 };
    let agree = |s: &&Sighting| s.is_there() == last.is_there() && is_fresh(s.day, last.day);
    since_fresh(seen, last.day).iter().filter(agree).map(|s| s.voice).collect::<HashSet<_>>().len()
}

/// The range of counts of the last 60 days, all of one kind.
fn numbers(told: &[Sighting], direction: Movement, as_of: Date) -> Option<Range> {
    let of = |movement| {
        let fresh = since_fresh(told, as_of)
            .iter()
            .filter(move |s| s.force.movement == movement && is_fresh(s.day, as_of));
        range(fresh.map(|s| (s.force.low, s.force.high)))
    };
    of(Movement::Stay).or_else(|| of(direction))
}

/// The least and the largest of some counts; open where the largest of all is a lower bound.
fn range(counts: impl Iterator<Item = (Option<u64>, Option<u64>)>) -> Option<Range> {
    let counts: Vec<_> = counts.filter(|c| c.0.is_some() || c.1.is_some()).collect();
    let high = counts.iter().filter_map(|c| c.1).max();
    let open = counts.iter().filter(|c| c.1.is_none()).filter_map(|c| c.0).max();
    let low = counts.iter().filter_map(|c| c.0).min().unwrap_or(0);
    (!counts.is_empty())
        .then(|| Range { low, high: high.filter(|&high| open.is_none_or(|open| open < high)) })
}

/// The newest sightings, each voice once a day and direction, with the last one of forces leaving among them; what builds
/// up comes before what is merely there where the row is building.
fn cites(scene: &Scene<'_>, told: &[Sighting], trend: Trend) -> Vec<Cite> {
    let mut known: HashSet<(u32, Date, Movement)> = HashSet::new();
    let newest = told.iter().rev().filter(|s| known.insert((s.voice, s.day, s.force.movement)));
    let mut list: Vec<&Sighting> = newest.take(CITED).collect();
    if list.iter().all(|s| s.is_there())
        && let Some(left) = told.iter().rev().find(|s| !s.is_there())
    {
        list.truncate(CITED - 1);
        list.push(left);
    }
    let builds = |s: &&Sighting| trend == Trend::Building && s.force.movement == Movement::In;
    let (telling, rest): (Vec<_>, Vec<_>) = list.into_iter().partition(builds);
    let order =
        |list: Vec<&Sighting>| newest_first(list.into_iter().filter_map(|s| cite(scene, s)).collect());
    let (mut all, rest) = (order(telling), order(rest));
    for cite in rest {
        if all.iter().all(|known| known.event != cite.event) {
            all.push(cite);
        }
    }
    all.truncate(CITED);
    all
}

fn cite(scene: &Scene<'_>, sighting: &Sighting) -> Option<Cite> {
    scene.facts.event(sighting.at.event as usize).map(|event| scene.cite(&event))
}

pub(super) fn newest_first(mut cites: Vec<Cite>) -> Vec<Cite> {
    cites.sort_by_key(|cite| (std::cmp::Reverse(cite.published), cite.event));
    cites.dedup_by_key(|cite| cite.event);
    cites.truncate(CITED);
    cites
}

/// The rows of heavy equipment that is in place, by actor: where, and what shows it.
fn in_place(posts: &[Post]) -> HashMap<String, Vec<(Option<String>, Cite)>> {
    let mut found: HashMap<String, Vec<_>> = HashMap::new();
    for post in posts.iter().filter(|p| is_heavy(p.element) && warning::is_in_place(p)) {
        let shows = post.cites.first().cloned().map(|cite| (post.area.clone(), cite));
        found.entry(post.actor.clone()).or_default().extend(shows);
    }
    found
}

/// People who leave while equipment stays rotate; equipment that is nowhere in particular may stay anywhere.
fn rotate(post: &mut Post, equipment: &HashMap<String, Vec<(Option<String>, Cite)>>) {
    let people = matches!(post.element, Element::Troops | Element::Battlegroups | Element::Forces);
    let leave = post.direction == Movement::Out && matches!(post.trend, Trend::DrawingDown | Trend::Holding);
    if !people || !leave {
        return;
    }
    let same = |area: &Option<String>| area.is_none() || post.area.is_none() || *area == post.area;
    let stays = equipment.get(&post.actor).into_iter().flatten().find(|(area, _)| same(area));
    if let Some((_, cite)) = stays {
        post.rule = if post.rule == PART_OUT { PART_OUT_EQUIPMENT_STAYS } else { EQUIPMENT_STAYS };
        post.trend = Trend::Rotating;
        post.cites.truncate(CITED - 1);
        post.cites.push(cite.clone());
        post.cites = newest_first(std::mem::take(&mut post.cites));
    }
}

fn is_heavy(element: Element) -> bool {
    use Element::{AirDefence, Armour, Artillery, Equipment, Missiles};
    matches!(element, Armour | Artillery | AirDefence | Missiles | Equipment)
}
