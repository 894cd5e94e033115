//! Bare surnames that the tagger overlooks, in reports that give the full name elsewhere: "Peskov denied it".

use std::collections::HashSet;

use saydo_syntax::{Document, Rel, Sentence, Upos};
use saydo_world::{EntryKind, World};

use crate::noun::noun;
use crate::person::{is_address, words};
use crate::phrase::lower;
use crate::{Kind, Name};

/// Small words inside surnames.
const PARTICLES: &[&str] =
    &["von", "van", "der", "den", "de", "di", "da", "la", "le", "al", "el", "bin", "ben"];
/// The most words of a name that tables are asked for, on either side.
const LONGEST: usize = 4;

/// Adds the overlooked surnames to the names of each sentence.
pub(crate) fn add(document: &Document<'_>, names: &mut [Vec<Name>]) {
    let sentences = || document.sentences.iter();
    let known: HashSet<&str> =
        sentences().zip(names.iter()).flat_map(|(s, list)| surnames(s, list)).collect();
    for (sentence, list) in sentences().zip(names.iter_mut()).filter(|_| !known.is_empty()) {
        let bare = |&i: &usize| known.contains(sentence.words[i].form) && stands_alone(sentence, i);
        let free = |i: &usize| list.iter().all(|name| !name.words.contains(i));
        let more: Vec<usize> = (0..sentence.len()).filter(free).filter(bare).collect();
        list.extend(more.into_iter().map(|i| Name { words: i..i + 1, kind: Kind::Person }));
    }
}

/// The last words of the full names of people, where they name nothing else.
fn surnames<'t>(sentence: &Sentence<'t>, names: &[Name]) -> impl Iterator<Item = &'t str> {
    let people = names.iter().filter(|n| n.kind == Kind::Person && n.words.len() > 1);
    let full = people.map(|n| words(sentence.text(n.words.clone()))).filter(|words| words.len() > 1);
    full.filter_map(|words| words.last().copied()).filter(|word| is_only_a_name(word))
}

fn is_only_a_name(word: &str) -> bool {
    let entries = World::shipped().lookup(word);
    word.starts_with(char::is_uppercase)
        && word.chars().count() > 2
        && entries.iter().all(|e| e.kind == EntryKind::Person)
        && noun(&word.to_lowercase()).is_none()
}

/// Whether a proper noun is no part of a longer name; a title may stand before it.
fn stands_alone(sentence: &Sentence<'_>, i: usize) -> bool {
    let proper = |k: usize| sentence.words.get(k).is_some_and(|w| w.upos == Upos::Propn);
    let joined = |k: usize| proper(k) && (sentence.head(k) == Some(i) || sentence.head(i) == Some(k));
    let title = |k: usize| noun(&lower(sentence, k)).is_some() || is_address(sentence.words[k].form);
    let before = i.checked_sub(1).filter(|&k| joined(k) && !title(k));
    let after = sentence.words.get(i + 1).is_some_and(|w| w.upos == Upos::Propn || w.form == "-");
    let particle = i.checked_sub(1).is_some_and(|k| PARTICLES.contains(&sentence.words[k].form));
    proper(i)
        && before.is_none()
        && !after
        && !particle
        && !is_thing(sentence, i)
        && !is_in_tables(sentence, i)
}

/// "a Santorum", "the Santorum cocktail": something that is called like somebody.
fn is_thing(sentence: &Sentence<'_>, i: usize) -> bool {
    let owned = || sentence.child(i, Rel::Det).or_else(|| sentence.child(i, Rel::NmodPoss));
    sentence.words[i].rel == Rel::Compound || owned().is_some()
}

/// Whether a longer name of the tables runs over a word: "the Trump administration".
fn is_in_tables(sentence: &Sentence<'_>, i: usize) -> bool {
    let forms: Vec<&str> = sentence.words.iter().take(i + LONGEST).map(|w| w.form).collect();
    (i.saturating_sub(LONGEST)..=i).any(|from| {
        let longest = World::shipped().longest(&forms[from..]);
        longest.is_some_and(|(taken, _)| taken > 1 && from + taken > i)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: &[usize]) {
        let full =
            "Dmitry/Dmitry/PROPN/NNP/3/nsubj Peskov/Peskov/PROPN/NNP/1/flat left/leave/VERB/VBD/0/root";
        let document = Document::by_hand(&[full, line]);
        let mut names = vec![vec![Name { words: 0..2, kind: Kind::Person }], Vec::new()];
        add(&document, &mut names);
        let found: Vec<usize> = names[1].iter().map(|name| name.words.start).collect();
        assert_eq!(found, expected, "{line}");
    }

    #[test]
    fn a_surname_alone_is_found_and_inside_another_name_is_not() {
        check("Peskov/Peskov/PROPN/NNP/2/nsubj denied/deny/VERB/VBD/0/root", &[0]);
        check("Mr/Mr/PROPN/NNP/2/nmod:desc Peskov/Peskov/PROPN/NNP/3/nsubj left/leave/VERB/VBD/0/root", &[1]);
        check("Peskov/Peskov/PROPN/NNP/2/compound Street/Street/PROPN/NNP/0/root", &[]);
        check("a/a/DET/DT/2/det Peskov/Peskov/PROPN/NNP/0/root", &[]);
    }
}
