//! Who is on whose side: whether a speaker speaks for the one that acts.

use saydo_mentions::{Entity, Mentions};
use saydo_world::{Actor, World};

/// Sectors that speak and act for their country.
const STATE: [&str; 6] = ["GOV", "MIL", "SPY", "LEG", "COP", "JUD"];

/// Whether two entities, as indexes of the report's entities, are of one side: the same, one country's state, or one
/// organisation.
pub fn same_side(mentions: &Mentions, a: usize, b: usize) -> bool {
    let actor = |e: &Entity| e.actor.clone();
    let of = |e: usize| mentions.entities.get(e).and_then(actor);
    a == b || matches!((of(a), of(b)), (Some(a), Some(b)) if allied(&a, &b))
}

fn allied(a: &Actor, b: &Actor) -> bool {
    let state = |x: &Actor| x.sector.as_deref().is_none_or(|s| STATE.contains(&s));
    match (&a.country, &b.country) {
        (Some(x), Some(y)) => x == y && (a.code == b.code || state(a) && state(b)),
        (None, None) => organisation(&a.code, &b.code),
        (Some(country), None) => state(a) && is_member(&b.code, country),
        (None, Some(country)) => state(b) && is_member(&a.code, country),
    }
}

/// Whether a country's forces are among those of an alliance, so that its state speaks of them as of its own.
fn is_member(organisation: &str, country: &str) -> bool {
    World::shipped().members(organisation).any(|member| member == country)
}

fn organisation(a: &str, b: &str) -> bool {
    a == b || a.len() >= 6 && b.len() >= 6 && (a.starts_with(b) || b.starts_with(a))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_speaks_for_its_army_and_not_for_its_rebels() {
        let state = Actor::of("RUS", Some("GOV"));
        assert!(allied(&state, &Actor::of("RUS", Some("MIL"))));
        assert!(!allied(&state, &Actor::of("RUS", Some("REB"))));
        assert!(!allied(&state, &Actor::of("UKR", Some("GOV"))));
        let alliance = Actor { code: "IGOCST".to_owned(), ..Actor::default() };
        assert!(allied(&state, &alliance) && !allied(&alliance, &Actor::of("UKR", Some("GOV"))));
        assert!(organisation("IGONAT", "IGONATMIL") && !organisation("IGONAT", "IGOUNO"));
    }
}
