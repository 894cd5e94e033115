//! Which elements one event shows, and which way they go.
//!
//! A movement or presence shows the elements that it names. Beside it:
//!
//! - a withdrawal that is denied ("they have not seen any withdrawal") shows that the forces stay, and so does one by
//!   none of them; a presence of none shows nothing;
//! - an exercise shows that forces are there, and so does an attack, unless it comes from afar: shells, missiles, bombs;
//! - police in the streets are no forces, and arms that are handed over are no longer the giver's;
//! - "de-escalation" alone shows nothing leave, for it names no force.

use saydo_codebook::Plover;
use saydo_facts::{Event, Force, Kind};
use saydo_forces::{Element, Extent, Movement};

/// The forces that an event shows, whoever tells it; none for most events.
pub(super) fn shown(event: &Event<'_>) -> Vec<Force> {
    let forces = if event.negated() { denied(event) } else { told(event) };
    forces.into_iter().filter_map(without_none).collect()
}

/// What stays where somebody has not seen it leave.
fn denied(event: &Event<'_>) -> Vec<Force> {
    if event.plover() != Some(Plover::Retreat) {
        return Vec::new();
    }
    let gone = event.forces().iter().filter(|f| f.movement == Movement::Out);
    let stays: Vec<Force> = gone.map(|f| bare(f.element, Movement::Stay)).collect();
    let unnamed = stays.is_empty() && matches!(event.cameo(), Some("087" | "0874"));
    if unnamed { vec![bare(Element::Forces, Movement::Stay)] } else { stays }
}

fn told(event: &Event<'_>) -> Vec<Force> {
    let (mode, named) = (event.mode().unwrap_or_default(), event.forces());
    let unnamed = |movement| {
        if named.is_empty() { vec![bare(Element::Forces, movement)] } else { named.to_vec() }
    };
    match (event.plover(), event.cameo()) {
        (Some(Plover::Mobilize), _) if mode == "police" => Vec::new(),
        (Some(Plover::Mobilize), Some("150")) if mode == "troops" => unnamed(Movement::Around),
        (Some(Plover::Retreat), Some("0874")) => unnamed(Movement::Out),
        (Some(Plover::Mobilize | Plover::Retreat), _) => named.to_vec(),
        (Some(Plover::Cooperate), Some("062")) => unnamed(Movement::Around),
        (Some(Plover::Assault), _) if is_near(event, mode) => unnamed(Movement::Stay),
        (None, _) if event.kind() == Some(Kind::Presence) && event.has_context("military") => {
            unnamed(Movement::Stay)
        }
        _ => Vec::new(),
    }
}

/// Whether an attack shows the attacker's forces on the ground that is attacked.
fn is_near(event: &Event<'_>, mode: &str) -> bool {
    event.has_context("military") && !matches!(mode, "heavy-weapons" | "aerial" | "drone")
}

/// None that left is all that stays; none that came or stays shows nothing.
fn without_none(force: Force) -> Option<Force> {
    match (force.extent, force.movement) {
        (Some(Extent::None), Movement::Out) => Some(bare(force.element, Movement::Stay)),
        (Some(Extent::None), _) => None,
        _ => Some(force),
    }
}

fn bare(element: Element, movement: Movement) -> Force {
    Force { element, movement, extent: None, low: None, high: None }
}
