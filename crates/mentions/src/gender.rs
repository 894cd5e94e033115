//! Whether a person is a man or a woman, where a given name, a form of address or a noun tells it.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::pronoun::Gender;

const TABLE: &str = include_str!("../../../data/nouns/given.tsv");

static GIVEN: LazyLock<HashMap<&'static str, Gender>> = LazyLock::new(|| {
    let rows = TABLE.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'));
    rows.flat_map(|(gender, names)| {
        let gender = if gender == "he" { Gender::He } else { Gender::She };
        names.split(';').map(move |name| (name, gender))
    })
    .collect()
});

#[rustfmt::skip]
const MEN: &[&str] = &[
    "man", "boy", "father", "son", "brother", "husband", "grandfather", "grandson", "uncle", "nephew", "king",
    "prince", "businessman", "policeman", "spokesman", "chairman", "congressman", "serviceman", "gentleman",
    "guy", "fireman", "fisherman", "cameraman", "fiancé", "boyfriend", "emperor", "duke", "lord", "widower",
    "pope", "pontiff", "patriarch", "bishop", "archbishop", "imam", "monk", "sheikh", "actor", "strongman",
    "dad", "priest",
];
#[rustfmt::skip]
const WOMEN: &[&str] = &[
    "woman", "girl", "mother", "daughter", "sister", "wife", "grandmother", "granddaughter", "aunt", "niece",
    "queen", "princess", "businesswoman", "policewoman", "spokeswoman", "chairwoman", "congresswoman", "lady",
    "actress", "nun", "fiancée", "girlfriend", "empress", "duchess", "widow", "mum", "mom", "servicewoman",
];

/// What the words of a person's name tell: endings of Slavic names in "-ova" or "-skaya" too.
pub(crate) fn of_name(words: &[&str]) -> Option<Gender> {
    let first = words.first().filter(|_| words.len() > 1)?;
    GIVEN.get(first).copied().or_else(|| of_surname(words.last()?))
}

/// What a form of address tells: "Mr", "Ms".
pub(crate) fn of_address(word: &str) -> Option<Gender> {
    match word.trim_end_matches('.') {
        "Mr" | "Sir" | "Lord" | "King" | "Prince" | "Father" => Some(Gender::He),
        "Ms" | "Mrs" | "Miss" | "Madam" | "Lady" | "Dame" | "Queen" | "Princess" => Some(Gender::She),
        _ => None,
    }
}

/// What a noun tells: "spokeswoman".
pub(crate) fn of_noun(lemma: &str) -> Option<Gender> {
    if MEN.contains(&lemma) { Some(Gender::He) } else { WOMEN.contains(&lemma).then_some(Gender::She) }
}

fn of_surname(name: &str) -> Option<Gender> {
    let feminine = ["ova", "eva", "skaya", "ska", "ina", "enkova"];
    let long = name.chars().count() > 5;
    (long && feminine.iter().any(|end| name.ends_with(end))).then_some(Gender::She)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_addresses_and_nouns_tell_gender() {
        assert_eq!(of_name(&["Jens", "Stoltenberg"]), Some(Gender::He));
        assert_eq!(of_name(&["Mariam", "Zakharova"]), Some(Gender::She));
        assert_eq!(of_name(&["Stoltenberg"]), None);
        assert_eq!(of_address("Ms."), Some(Gender::She));
        assert_eq!(of_noun("spokeswoman"), Some(Gender::She));
    }
}
