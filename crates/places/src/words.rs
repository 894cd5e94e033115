//! Lists of words that the rules ask for, from `data/places`.

use std::collections::HashSet;
use std::sync::LazyLock;

const COMMON: &str = include_str!("../../../data/places/common.tsv");
const KINDS: &str = include_str!("../../../data/places/kinds.tsv");

/// Small words that a place's name may hold between others.
#[rustfmt::skip]
const LINKS: [&str; 34] = [
    "of", "the", "de", "del", "della", "di", "do", "da", "dos", "das", "du", "des", "la", "le", "les", "las", "los", "el",
    "al", "an", "ar", "ad", "as", "az", "and", "upon", "on", "under", "in", "am", "der", "im", "sur", "y",
];

static LISTS: LazyLock<Lists> = LazyLock::new(Lists::read);

/// Words that are common before they are places' names, and those that tell what a longer name is.
struct Lists {
    common: HashSet<&'static str>,
    kinds: Vec<(&'static str, HashSet<&'static str>)>,
}

impl Lists {
    fn read() -> Self {
        let common = rows(COMMON).filter_map(|row| row.first().copied()).flat_map(|w| w.split(';')).collect();
        let kinds = rows(KINDS).filter(|row| row.len() == 3).map(|row| (row[0], row[1].split(';').collect()));
        Self { common, kinds: kinds.collect() }
    }
}

fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect())
}

/// Whether a word in small letters is common before it is a place's name.
pub(crate) fn is_common(folded: &str) -> bool {
    LISTS.common.contains(folded)
}

/// Whether a word belongs to a class of `data/places/kinds.tsv`, whatever its case.
pub(crate) fn is_of(class: &str, form: &str) -> bool {
    let low = form.to_lowercase();
    LISTS.kinds.iter().any(|(name, words)| *name == class && words.contains(low.as_str()))
}

/// Whether a small word may stand inside a place's name.
pub(crate) fn is_link(word: &str) -> bool {
    LINKS.contains(&word)
}

/// Whether a form starts with a capital letter.
pub(crate) fn is_capital(form: &str) -> bool {
    form.chars().next().is_some_and(char::is_uppercase)
}

/// Whether a form of two letters and more has capitals only.
pub(crate) fn is_capitals(form: &str) -> bool {
    form.chars().filter(|c| c.is_alphabetic()).count() > 1 && !form.chars().any(char::is_lowercase)
}

/// Whether a word says which part of a place is meant.
pub(crate) fn is_part(form: &str) -> bool {
    let low = form.to_lowercase();
    let parts = ["north", "south", "east", "west", "northern", "southern", "eastern", "western", "central"];
    let further =
        ["northeast", "northwest", "southeast", "southwest", "northeastern", "northwestern", "southeastern"];
    let rest =
        ["southwestern", "downtown", "inner", "greater", "upper", "lower", "mid", "north-east", "south-east"];
    [&parts[..], &further, &rest].concat().contains(&low.as_str())
}
