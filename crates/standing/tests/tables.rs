//! Every entry of the tables fires in its first sentence as it says, and not in its second.

mod common;

use common::standing;
use saydo_standing::{Entry, Lexicon};

fn wrong(sentence: impl Fn(&Entry) -> (&str, &str)) -> Vec<String> {
    let judged = Lexicon::shipped().all().iter().map(|entry| {
        let (text, expected) = sentence(entry);
        let (found, because) = standing(text, false);
        (found != expected)
            .then(|| format!("{} {:?}: {text} => {found} ({because})", entry.lemma, entry.frames))
    });
    judged.flatten().collect()
}

#[test]
fn every_entry_fires_in_its_first_sentence() {
    let wrong = wrong(|entry| (&entry.fires, &entry.expected));
    assert!(wrong.is_empty(), "{} entries do not fire:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn no_entry_fires_in_its_second_sentence() {
    let wrong = wrong(|entry| (&entry.silent, "reported"));
    assert!(wrong.is_empty(), "{} entries fire where they must not:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn no_lemma_has_two_entries_for_one_frame() {
    let mut seen = std::collections::HashSet::new();
    for entry in Lexicon::shipped().all() {
        for frame in &entry.frames {
            assert!(
                seen.insert((&entry.lemma, &entry.part, frame)),
                "{} {} {frame}",
                entry.lemma,
                entry.part
            );
        }
    }
}
