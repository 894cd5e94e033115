//! The actor code of whoever the text describes, from country, organisation and sector.

use saydo_world::{Actor, SECTORS};

/// The actor of somebody who belongs to `owner` (a country, a government, an organisation) and to a sector.
///
/// An organisation's people act for the organisation; a country's people act in their sector.
pub(crate) fn compose(owner: Option<&Actor>, sector: Option<&str>) -> Option<Actor> {
    match (owner, sector) {
        (Some(owner), _) if is_international(owner) => Some(owner.clone()),
        (Some(owner), sector) => Some(national(owner, sector)),
        (None, Some(sector)) => Some(bare(sector)),
        (None, None) => None,
    }
}

/// Whether an actor is no part of a country: NATO, the United Nations, an armed group across borders.
pub(crate) fn is_international(actor: &Actor) -> bool {
    actor.country.is_none() && !SECTORS.contains(&actor.code.as_str())
}

/// The actor of a country in a sector; the owner's own sector stays where none is given, or a vaguer one.
fn national(owner: &Actor, sector: Option<&str>) -> Actor {
    let Some(country) = owner.country.as_deref() else {
        return sector.map_or_else(|| owner.clone(), bare);
    };
    let own = owner.sector.as_deref();
    let kept = match (own, sector) {
        (Some("ELI"), told @ Some(_)) => told,
        (Some(own), None | Some("GOV" | "LAB")) => Some(own),
        (own, None) => own,
        (_, told) => told,
    };
    Actor::of(country, kept)
}

fn bare(sector: &str) -> Actor {
    Actor { code: sector.to_owned(), country: None, sector: Some(sector.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(owner: Option<&Actor>, sector: Option<&str>, expected: &str) {
        assert_eq!(compose(owner, sector).map(|a| a.code).unwrap_or_default(), expected);
    }

    #[test]
    fn codes_follow_country_and_sector() {
        let nato = Actor { code: "IGONAT".into(), ..Actor::default() };
        check(Some(&nato), Some("GOV"), "IGONAT");
        check(Some(&Actor::of("RUS", None)), Some("MIL"), "RUSMIL");
        check(Some(&Actor::of("RUS", Some("MIL"))), None, "RUSMIL");
        check(Some(&Actor::of("RUS", Some("GOV"))), Some("JRN"), "RUSJRN");
        check(None, Some("REB"), "REB");
        check(None, None, "");
    }
}
