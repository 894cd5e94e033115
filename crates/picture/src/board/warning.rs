//! Warning: how much of what an attack needs stands in place.
//!
//! An element is in place where somebody outside the subject's side saw it come or stay in the last 60 days and nobody
//! has seen it leave that ground since; a part that leaves takes the rest nowhere. All four parts of the enabling set:
//! little or no warning; three: short; fewer: longer. "Forces" and "equipment" that nobody names more exactly count for
//! none of them.

use saydo_facts::{Actor, Event, Kind};
use saydo_forces::{Element, Movement};
use saydo_watch::Side;

use super::post::newest_first;
use super::trend::{PART_OUT, PART_OUT_EQUIPMENT_STAYS};
use super::{CITED, Post, Trend, Warning, WarningTime};
use crate::sorted::At;
use crate::{Cite, Scene};

/// The enabling set.
const PARTS: [(&str, &[Element]); 4] = [
    ("manoeuvre", &[Element::Troops, Element::Battlegroups]),
    ("fires", &[Element::Armour, Element::Artillery, Element::Missiles]),
    ("air defence", &[Element::AirDefence]),
    ("logistics", &[Element::Logistics]),
];

/// The words of a trigger that tells of warning time.
const WARNING: [&str; 2] = ["warning", "notice"];

/// How much warning there would be of an attack by the watch's subject, by the rows of its board.
pub fn warning(scene: &Scene<'_>, posts: &[Post]) -> Warning {
    let subject = |post: &&Post| scene.side(&Actor::of(&post.actor)) == Side::Subject;
    let ours: Vec<&Post> = posts.iter().filter(subject).filter(|p| is_in_place(p)).collect();
    let shows = |elements: &[Element]| {
        let rows = ours.iter().filter(|p| elements.contains(&p.element));
        newest_first(rows.flat_map(|p| p.cites.iter().cloned()).collect())
    };
    let all = PARTS.map(|(part, elements)| (part, shows(elements)));
    let (in_place, missing): (Vec<_>, Vec<_>) = all.into_iter().partition(|(_, cites)| !cites.is_empty());
    Warning {
        id: "warning".to_owned(),
        time: match in_place.len() {
            4.. => WarningTime::LittleOrNone,
            3 => WarningTime::Short,
            _ => WarningTime::Longer,
        },
        in_place,
        missing: missing.into_iter().map(|(part, _)| part).collect(),
        said: said(scene),
        rule: "warning",
    }
}

/// Whether a row's element is in place.
pub(super) fn is_in_place(post: &Post) -> bool {
    let remains = matches!(post.rule, PART_OUT | PART_OUT_EQUIPMENT_STAYS);
    post.trend != Trend::Unknown && (post.direction != Movement::Out || remains)
}

/// Statements on warning time, the newest first: judgements about the subject, or about nobody in particular.
fn said(scene: &Scene<'_>) -> Vec<Cite> {
    let list = scene.sorted.warnings.get_or_init(|| warnings(scene));
    let mut newest: Vec<Cite> = Vec::new();
    for event in scene.among(list) {
        newest.push(scene.cite(&event));
        if newest.len() > 8 * CITED {
            newest = newest_first(newest);
        }
    }
    newest_first(newest)
}

/// All such statements of any day.
fn warnings(scene: &Scene<'_>) -> Vec<At> {
    let judged = scene.sorted.every(scene.facts).filter(|e| e.kind() == Some(Kind::Assessment));
    let warns = |event: &Event<'_>| {
        let mut actors = event.actors().peekable();
        let words = event.lemma().split([' ', '-']).any(|word| WARNING.contains(&word));
        words && (actors.peek().is_none() || actors.any(|a| scene.side(a) == Side::Subject))
    };
    judged.filter(warns).map(|event| At::of(&event)).collect()
}
