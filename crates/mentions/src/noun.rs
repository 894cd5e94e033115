//! Nouns that name people, groups of people and bodies, and the sector of society that each of them tells.

use std::collections::HashMap;
use std::sync::LazyLock;

use saydo_world::{RoleKind, SECTORS, World};

/// The table of nouns beyond the world's roles, and of words before a noun that tell a sector.
const TABLE: &str = include_str!("../../../data/nouns/people.tsv");

static NOUNS: LazyLock<HashMap<&'static str, Noun>> = LazyLock::new(|| {
    rows()
        .filter(|row| row.0 != "sector")
        .flat_map(|(kind, sector, nouns)| each(kind, sector, nouns))
        .collect()
});

static SECTOR_WORDS: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let rows = rows().filter(|row| row.0 == "sector");
    rows.flat_map(|(_, sector, words)| words.split(';').map(move |word| (word, sector))).collect()
});

/// What a noun or phrase names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Noun {
    /// One person, many people, or a body.
    pub(crate) kind: RoleKind,
    /// Its sector, where the noun alone tells it.
    pub(crate) sector: Option<&'static str>,
    /// Whether it names an actor only beside a country, an owner or a word that tells a sector.
    pub(crate) marked: bool,
}

/// What a noun means, given in lower case as lemma or phrase.
pub(crate) fn noun(phrase: &str) -> Option<Noun> {
    NOUNS.get(phrase).copied().or_else(|| of_world(phrase))
}

/// The sector that a word before a noun tells: "separatist" leaders, "police" officers.
pub(crate) fn sector_word(word: &str) -> Option<&'static str> {
    SECTOR_WORDS.get(word).copied()
}

fn of_world(phrase: &str) -> Option<Noun> {
    let role = World::shipped().role(phrase)?;
    let sector = role.sector.as_deref().and_then(|code| SECTORS.iter().find(|s| **s == code).copied());
    Some(Noun { kind: role.kind, sector, marked: false })
}

fn rows() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    let lines = TABLE.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| {
        let mut cells = line.split('\t');
        Some((cells.next()?, cells.next()?, cells.next()?))
    })
}

fn each(
    kind: &'static str,
    sector: &'static str,
    nouns: &'static str,
) -> impl Iterator<Item = (&'static str, Noun)> {
    let noun = Noun {
        kind: match kind {
            "person" => RoleKind::Person,
            "body" => RoleKind::Organisation,
            _ => RoleKind::Group,
        },
        sector: (!sector.is_empty()).then_some(sector),
        marked: kind == "marked",
    };
    nouns.split(';').map(move |word| (word, noun))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_kind_and_a_known_sector() {
        for (kind, sector, nouns) in rows() {
            assert!(["person", "people", "body", "marked", "sector"].contains(&kind), "{kind}");
            assert!(sector.is_empty() || SECTORS.contains(&sector), "{sector}");
            assert!(nouns.split(';').all(|n| !n.is_empty() && n == n.to_lowercase()), "{nouns}");
        }
    }

    #[test]
    fn nouns_tell_kind_and_sector() {
        let told = |phrase| noun(phrase).map(|n| (n.kind, n.sector));
        assert_eq!(told("soldier"), Some((RoleKind::Person, Some("MIL"))));
        assert_eq!(told("parliament"), Some((RoleKind::Organisation, Some("LEG"))));
        assert_eq!(told("table"), None);
        assert_eq!(sector_word("separatist"), Some("REB"));
    }
}
