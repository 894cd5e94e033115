//! Codes as names: "RUS" is Russia, "IGONAT" is NATO, "RUSMIL" are Russia's armed forces.

use std::collections::HashMap;
use std::sync::LazyLock;

use saydo_world::World;

use crate::day;

/// What the sectors of PLOVER are called behind a country's adjective.
const SECTORS: &[(&str, &str)] = &[
    ("GOV", "government"),
    ("MIL", "armed forces"),
    ("LEG", "parliament"),
    ("JUD", "courts"),
    ("COP", "police"),
    ("SPY", "intelligence services"),
    ("REB", "armed groups"),
    ("UAF", "unaligned armed forces"),
    ("OPP", "opposition"),
    ("PTY", "parties"),
    ("CVL", "civilians"),
    ("MED", "media"),
    ("JRN", "journalists"),
    ("BUS", "business"),
    ("REL", "religious bodies"),
    ("REF", "refugees"),
];

/// The shortest name of each organisation that is no body of a country, by code.
static ORGANISATIONS: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let all = World::shipped().organisations().iter().rev();
    all.filter(|o| o.actor.country.is_none()).map(|o| (o.actor.code.as_str(), o.name.as_str())).collect()
});

/// The name of whom a code stands for; anything else, such as an outlet's name, is given back as it is.
///
/// ```
/// use saydo_brief::party;
/// assert_eq!(party("RUS"), "Russia");
/// assert_eq!(party("IGONAT"), "NATO");
/// assert_eq!(party("RUSMIL"), "Russian armed forces");
/// assert_eq!(party("UKRREB"), "armed groups in Ukraine");
/// assert_eq!(party("Example Wire"), "Example Wire");
/// ```
pub fn party(code: &str) -> String {
    let country = World::shipped().country(code).map(|c| c.name.as_str());
    let known = country.or_else(|| ORGANISATIONS.get(code).copied()).or_else(|| sector(code));
    known.map(str::to_owned).or_else(|| body(code)).unwrap_or_else(|| code.to_owned())
}

/// A sector of a country.
fn body(code: &str) -> Option<String> {
    let country = World::shipped().country(code.get(..3)?)?;
    let told = sector(code.get(3..)?)?;
    let adjective = country.demonyms.first().filter(|_| told != "armed groups");
    Some(match adjective {
        Some(adjective) => format!("{adjective} {told}"),
        None => format!("{told} in {}", country.name),
    })
}

fn sector(code: &str) -> Option<&'static str> {
    SECTORS.iter().find(|(known, _)| *known == code).map(|(_, name)| *name)
}

/// Somebody who speaks: the name that the text gives and whom he speaks for, where the name does not tell.
pub(crate) fn speaker(code: &str, name: &str) -> String {
    let party = party(code);
    match (name.trim(), party.as_str()) {
        ("", "") => "somebody unnamed".to_owned(),
        ("", party) => party.to_owned(),
        (name, "") => name.to_owned(),
        (name, party) if name.to_lowercase().contains(&party.to_lowercase()) => name.to_owned(),
        (name, party) => format!("{name} ({party})"),
    }
}

/// `Russia, France and Germany`, or `Russia, France and 3 more`.
pub(crate) fn list(names: &[String], most: usize) -> String {
    let (shown, rest) = names.split_at(names.len().min(most));
    match (shown, rest.len()) {
        ([], _) => String::new(),
        (shown, n) if n > 0 => format!("{} and {n} more", shown.join(", ")),
        ([one], _) => one.clone(),
        ([first @ .., last], _) => format!("{} and {last}", first.join(", ")),
    }
}

/// A line that names parties by their codes and days as `2022-02-16`, in plain English.
///
/// Only whole words in capitals that are codes, and days that are, are told otherwise.
pub(crate) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let part = |c: char| c.is_alphanumeric() || c == '-';
        let end = rest.find(|c| !part(c)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        out.push_str(&told(word));
        let next = after.find(part).unwrap_or(after.len());
        out.push_str(&after[..next]);
        rest = &after[next..];
    }
    out
}

fn told(word: &str) -> String {
    if word.len() >= 3 && word.bytes().all(|b| b.is_ascii_uppercase()) {
        return party(word);
    }
    let day = Some(word).filter(|w| w.len() == 10).and_then(|w| w.parse().ok());
    day.map_or_else(|| word.to_owned(), day::short)
}

/// The parties of these codes, as [`list`] tells them.
pub(crate) fn parties(codes: &[String], most: usize) -> String {
    list(&codes.iter().map(|c| party(c)).collect::<Vec<_>>(), most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speakers_are_told_with_whom_they_speak_for() {
        assert_eq!(speaker("IGONAT", "Example Chief"), "Example Chief (NATO)");
        assert_eq!(speaker("RUS", "Russia's envoy"), "Russia's envoy");
        assert_eq!(speaker("RUSGOV", ""), "Russian government");
        assert_eq!(speaker("", ""), "somebody unnamed");
    }

    #[test]
    fn codes_and_days_within_a_line_are_told_in_words() {
        assert_eq!(
            plain("RUSMIL announced no attack on 2022-02-15: the U.S. and NATO, build-up by RUS"),
            "Russian armed forces announced no attack on 15 Feb 2022: the U.S. and NATO, build-up by Russia"
        );
    }

    #[test]
    fn lists_say_how_many_they_leave_out() {
        let names: Vec<String> = ["a", "b", "c"].map(str::to_owned).to_vec();
        assert_eq!(list(&names, 3), "a, b and c");
        assert_eq!(list(&names, 2), "a, b and 1 more");
        assert_eq!(list(&[], 2), "");
    }
}
