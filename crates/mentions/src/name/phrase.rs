//! Names from lists, found as the longest phrases of a sentence.

use super::label::{Label, spell};
use super::lexicon::{EMPTY, Lexicon, OPEN, ORGANISATION, PERSON, PLACE, longer};
use super::word::Facts;

/// The longest phrase of a list, in words.
const LONGEST: usize = 7;

/// Bits of a mark: the word is the first, the last of the phrase.
const FIRST: u32 = 1;
const LAST: u32 = 2;

/// For every word 0, or the kinds of the listed phrase that it stands in and its place there.
pub(super) fn marks(words: &[Facts], lexicon: &Lexicon) -> Vec<u32> {
    let mut marks = vec![0; words.len()];
    let mut i = 0;
    while i < words.len() {
        let (n, kinds) = longest(&words[i..], lexicon);
        for (k, mark) in marks[i..i + n].iter_mut().enumerate() {
            let place = FIRST * u32::from(k == 0) + LAST * u32::from(k + 1 == n);
            *mark = kinds * 4 + place;
        }
        i += n.max(1);
    }
    marks
}

/// For every word the label that a listed phrase of several words gives it, where the lists know it as the name of one
/// person or organisation and nothing else.
pub(super) fn listed(marks: &[u32]) -> Vec<Option<Label>> {
    let mut labels = vec![None; marks.len()];
    let mut start = 0;
    for (i, mark) in marks.iter().enumerate() {
        if mark & FIRST != 0 {
            start = i;
        }
        let kind = [PERSON, PLACE, ORGANISATION].iter().position(|&k| u32::from(k) == mark >> 2);
        if let (true, Some(kind @ (0 | 2)), true) = (mark & LAST != 0, kind, i > start) {
            let spelt = spell(kind, i + 1 - start).map(Some);
            labels[start..=i].iter_mut().zip(spelt).for_each(|(to, label)| *to = label);
        }
    }
    labels
}

/// How long the longest phrase is that the words start with, and its kinds.
fn longest(words: &[Facts], lexicon: &Lexicon) -> (usize, u32) {
    let (mut best, mut phrase) = ((0, 0), EMPTY);
    for (n, word) in words.iter().take(LONGEST).enumerate() {
        phrase = longer(phrase, word.lower);
        let Some(bits) = lexicon.phrases.get(phrase) else { break };
        if bits & !OPEN != 0 && word.is_capital() == words[0].is_capital() {
            best = (n + 1, u32::from(bits & !OPEN));
        }
        if bits & OPEN == 0 {
            break;
        }
    }
    best
}
