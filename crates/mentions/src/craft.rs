//! Fighters and bombers that are aircraft and not people: "Su-35 fighters", "strategic bombers", "fighter jets".

use saydo_syntax::Sentence;

use crate::phrase::{Phrase, lower};

/// Makes and sorts of aircraft.
#[rustfmt::skip]
const SORTS: &[&str] = &[
    "jet", "stealth", "strategic", "long-range", "multirole", "nuclear", "nuclear-capable", "mig", "sukhoi",
    "tupolev", "rafale", "typhoon", "gripen", "raptor", "eurofighter", "mirage", "lockheed", "combat",
];

/// Whether a phrase names aircraft.
pub(crate) fn is_craft(sentence: &Sentence<'_>, phrase: &Phrase) -> bool {
    let mut before = phrase.words.start..phrase.head;
    match &*lower(sentence, phrase.head) {
        "fighter" | "bomber" | "interceptor" => before.any(|i| is_sort(sentence, i)),
        "jet" | "plane" | "aircraft" => {
            before.any(|i| matches!(&*lower(sentence, i), "fighter" | "bomber" | "strike"))
        }
        _ => false,
    }
}

fn is_sort(sentence: &Sentence<'_>, i: usize) -> bool {
    let form = |k: usize| sentence.words.get(k).map_or("", |w| w.form);
    let digit = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    let type_number = form(i) == "-" && digit(form(i + 1))
        || form(i).starts_with(char::is_uppercase) && form(i).ends_with(|c: char| c.is_ascii_digit());
    type_number || SORTS.contains(&&*form(i).to_lowercase())
}

#[cfg(test)]
mod tests {
    use saydo_syntax::Document;

    use super::*;
    use crate::phrase::phrase;

    fn check(before: &str, expected: bool) {
        let n = before.split(' ').count() + 1;
        let words: Vec<String> = before.split(' ').map(|w| format!("{w}/{w}/NOUN/NN/{n}/compound")).collect();
        let line = format!("{} fighters/fighter/NOUN/NNS/0/root", words.join(" "));
        let document = Document::by_hand(&[&line]);
        let s = &document.sentences[0];
        assert_eq!(phrase(s, n - 1).is_some_and(|p| is_craft(s, &p)), expected, "{before}");
    }

    #[test]
    fn aircraft_are_told_from_people() {
        check("Su - 35", true);
        check("F16", true);
        check("stealth", true);
        check("rebel", false);
        check("35", false);
    }
}
