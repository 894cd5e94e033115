//! Names of actors: countries, governments and organisations to their codes.

use saydo_world::{Entry, EntryKind, SECTORS, World};

use crate::near::nearest;

/// Bodies of a state, which its code and sector stand for; other organisations that share a code go by their names.
const STATE: &[&str] = &["GOV", "MIL", "SPY", "COP", "JUD", "LEG"];

/// The code of a name, or its own name where a code is shared with others, as a watch lists it. Codes stand for
/// themselves. Else what is wrong, and what to do.
pub(crate) fn resolve(typed: &str) -> Result<String, String> {
    if is_code(typed) {
        return Ok(typed.to_owned());
    }
    let entries = World::shipped().lookup(typed);
    let Some(first) = entries.first() else { return Err(unknown(typed, near(typed))) };
    let listed: Vec<String> =
        entries.iter().filter(|e| rank(e.kind) == rank(first.kind)).map(listed).collect();
    match listed.iter().find(|l| **l != listed[0]) {
        _ if first.kind == EntryKind::Person => Err(person(typed, first)),
        _ if is_bare_area(first) => Err(format!(
            "\"{typed}\" is a place; put it into area, and write here who acts, such as {}GOV",
            first.actor.code
        )),
        Some(other) => {
            Err(format!("\"{typed}\" may be {} or {other}; write the one that is meant", listed[0]))
        }
        None => Ok(listed.into_iter().next().unwrap_or_default()),
    }
}

/// Names that stand for a state by its seat are one kind.
fn rank(kind: EntryKind) -> u8 {
    match kind {
        EntryKind::Country => 0,
        EntryKind::Area => 1,
        EntryKind::Capital | EntryKind::Seat => 2,
        EntryKind::Demonym => 3,
        EntryKind::Organisation => 4,
        EntryKind::Person => 5,
    }
}

fn is_bare_area(entry: &Entry) -> bool {
    entry.kind == EntryKind::Area && entry.actor.sector.is_none()
}

fn person(typed: &str, entry: &Entry) -> String {
    let code = &entry.actor.code;
    format!("\"{typed}\" is a person; write whose voice is meant, such as {code}")
}

/// What a watch lists for an entry.
fn listed(entry: &Entry) -> String {
    let code = &entry.actor.code;
    let organisations = World::shipped().organisations();
    let shared = || organisations.iter().filter(|o| o.actor.code == *code).nth(1).is_some();
    let of_state = entry.actor.sector.as_deref().is_some_and(|s| STATE.contains(&s));
    let by_name = entry.kind == EntryKind::Organisation && !of_state && shared();
    if by_name { entry.name.clone() } else { code.clone() }
}

/// Whether a word is a code: a country's, one with sectors behind it, or an organisation's or the start of one.
fn is_code(typed: &str) -> bool {
    if typed.len() < 3 || !typed.len().is_multiple_of(3) || !typed.bytes().all(|b| b.is_ascii_uppercase()) {
        return false;
    }
    let world = World::shipped();
    let (country, sectors) = typed.split_at(3);
    let sector = |at: usize| sectors.get(at..at + 3).is_some_and(|s| SECTORS.contains(&s));
    let of_country = world.country(country).is_some() && (0..sectors.len()).step_by(3).all(sector);
    let of_organisation = || world.organisations().iter().any(|o| o.actor.code.starts_with(typed));
    of_country || (typed.len() >= 6 && of_organisation())
}

/// The same for an observer, who may have no code and be in no table: then its name stands for it, as reports give it.
pub(crate) fn resolve_observer(typed: &str) -> Result<String, String> {
    let listed = World::shipped().lookup(typed).is_empty() && !is_code(typed);
    match near(typed) {
        None if listed => Ok(typed.to_owned()),
        _ => resolve(typed),
    }
}

/// The name or code of the tables that comes nearest.
fn near(typed: &str) -> Option<&'static str> {
    let world = World::shipped();
    let countries = world.countries().iter().flat_map(|c| [&c.name, &c.iso3].into_iter().chain(&c.aliases));
    let areas = world.areas().iter().flat_map(|a| [&a.name].into_iter().chain(&a.aliases));
    let organisations =
        world.organisations().iter().flat_map(|o| [&o.name, &o.actor.code].into_iter().chain(&o.aliases));
    nearest(typed, countries.chain(areas).chain(organisations).map(String::as_str))
}

fn unknown(typed: &str, near: Option<&str>) -> String {
    match near.map(|near| (near, resolve(near))) {
        Some((near, Ok(code))) if near != code => {
            format!("nobody is called \"{typed}\"; did you mean {near} ({code})?")
        }
        Some((near, _)) => format!("nobody is called \"{typed}\"; did you mean {near}?"),
        None => {
            format!("nobody is called \"{typed}\"; write a country, an organisation or a code such as RUSGOV")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{resolve, resolve_observer};

    #[test]
    fn names_and_codes_become_codes() {
        for (typed, code) in [
            ("Russia", "RUS"),
            ("the Kremlin", "RUSGOV"),
            ("Moscow", "RUSGOV"),
            ("RUSMIL", "RUSMIL"),
            ("UKRREB", "UKRREB"),
            ("Donetsk People's Republic", "UKRREB"),
            ("NATO", "IGONAT"),
            ("OSCE monitoring mission", "IGOSCEMIS"),
            ("IDF", "ISRMIL"),
            ("Maxar", "Maxar Technologies"),
            ("IGOUNO", "IGOUNO"),
        ] {
            assert_eq!(resolve(typed).as_deref(), Ok(code), "{typed}");
        }
    }

    #[test]
    fn what_is_wrong_with_a_name_is_told() {
        for (typed, told) in [
            ("Rusia", "nobody is called \"Rusia\"; did you mean Russia (RUS)?"),
            ("RSU", "nobody is called \"RSU\"; did you mean"),
            ("Qwrtlp", "nobody is called \"Qwrtlp\"; write a country"),
            ("Crimea", "\"Crimea\" is a place; put it into area"),
            ("Congo", "\"Congo\" may be COD or COG; write the one"),
            ("Vladimir Putin", "\"Vladimir Putin\" is a person; write whose voice is meant, such as RUSGOV"),
        ] {
            let error = resolve(typed).unwrap_err();
            assert!(error.starts_with(told), "{typed}: {error}");
        }
    }

    #[test]
    fn an_observer_may_be_in_no_table() {
        assert_eq!(resolve_observer("Skywatch Partners").as_deref(), Ok("Skywatch Partners"));
        assert_eq!(resolve_observer("Maxar").as_deref(), Ok("Maxar Technologies"));
        assert!(resolve_observer("Maxarr").unwrap_err().contains("did you mean Maxar"));
    }
}
