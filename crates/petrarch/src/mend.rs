//! What dictionaries know better than the parser: names they hold are one phrase, and names are coordinated with
//! names.

use std::ops::Range;

use saydo_syntax::{Rel, Sentence, Upos, Word};

use crate::actor::Actors;
use crate::unit::Unit;

/// The sentence with a mended tree and without its text, `None` where nothing is to be mended.
pub(crate) fn mend<'t>(sentence: &Sentence<'t>, units: &[Unit], actors: &Actors) -> Option<Sentence<'t>> {
    let names: Vec<Range<usize>> =
        names(units, actors).into_iter().filter(|name| is_torn(sentence, name)).collect();
    let moved: Vec<(usize, usize)> =
        (0..sentence.len()).filter_map(|i| Some((i, like_with_like(sentence, i)?))).collect();
    let split: Vec<(usize, usize)> =
        (0..sentence.len()).filter_map(|i| Some((i, next_subject(sentence, i)?))).collect();
    if names.is_empty() && moved.is_empty() && split.is_empty() {
        return None;
    }
    let mut words = sentence.words.clone();
    for (conjunct, head) in moved {
        words[conjunct].head = Some(head);
    }
    for (part, subject) in split {
        (words[part].head, words[part].rel) = (Some(subject), Rel::Compound);
    }
    for name in names {
        join(&mut words, sentence, name);
    }
    Some(Sentence::new("", words, sentence.zone))
}

/// The tokens of the names of several words that the dictionaries hold and that stand without others between.
fn names(units: &[Unit], actors: &Actors) -> Vec<Range<usize>> {
    let numbers: Vec<u32> = units.iter().map(|u| u.word).collect();
    let (mut names, mut at) = (Vec::new(), 0);
    while at < units.len() {
        let taken = actors.whole(&numbers[at..]).unwrap_or(1);
        let (start, end) = (units[at].tokens.start, units[at + taken - 1].tokens.end);
        if taken > 1 && start + 1 < end {
            names.push(start..end);
        }
        at += taken;
    }
    names
}

/// Whether the words of a name do not make one phrase in the tree.
fn is_torn(sentence: &Sentence<'_>, name: &Range<usize>) -> bool {
    let words = &sentence.words;
    let inside = |i: &usize| words[*i].head.is_some_and(|h| name.contains(&h));
    let loose =
        |rel: Rel| !matches!(rel.base(), Rel::Flat | Rel::Compound | Rel::Det | Rel::Amod | Rel::Nmod);
    let tops = name.clone().filter(|i| !inside(i)).count();
    tops > 1 || name.clone().filter(inside).any(|i| loose(words[i].rel) || words[i].rel == Rel::Nmod)
}

/// Hangs the words of a name on that of them which is highest in the tree.
fn join(words: &mut [Word<'_>], sentence: &Sentence<'_>, name: Range<usize>) {
    let outside = |i: &usize| !sentence.words[*i].head.is_some_and(|h| name.contains(&h));
    let tops = name.clone().filter(|i| outside(i) && sentence.words[*i].upos != Upos::Punct);
    let Some(top) = tops.min_by_key(|&i| sentence.ancestors(i).count()) else { return };
    for i in name.filter(|&i| i != top) {
        words[i].head = Some(top);
        words[i].rel = if i < top { Rel::Compound } else { Rel::Flat };
    }
    if !matches!(words[top].upos, Upos::Propn | Upos::Noun) {
        words[top].upos = Upos::Propn;
    }
}

/// For a name that is coordinated with a common noun, the name in that noun's phrase that it belongs with.
fn like_with_like(sentence: &Sentence<'_>, i: usize) -> Option<usize> {
    let words = &sentence.words;
    let head = sentence.head(i)?;
    if words[i].rel != Rel::Conj || words[i].upos != Upos::Propn || words[head].upos != Upos::Noun {
        return None;
    }
    let mut names = sentence.children_by(head, Rel::Nmod).rev().filter(|&o| head < o && o < i);
    names.find(|&o| words[o].upos == Upos::Propn)
}

/// For a noun that the parser made a subject, another right after it that it made a subject of the same verb: a verb
/// has one, so they are one phrase.
fn next_subject(sentence: &Sentence<'_>, i: usize) -> Option<usize> {
    let words = &sentence.words;
    let is_noun = |w: usize| matches!(words[w].upos, Upos::Propn | Upos::Noun);
    let is_subject = |w: usize| words[w].rel.base() == Rel::Nsubj && words[w].rel != Rel::NsubjOuter;
    let mut others = sentence.children(sentence.head(i)?).filter(|&o| o > i && is_noun(o) && is_subject(o));
    let ends = is_noun(i) && is_subject(i) && sentence.reach(i).end == i + 1;
    others.find(|&o| ends && sentence.reach(o).start == i + 1)
}
