//! The words of a phrase that can name a force: its nouns and what stands before them.

use saydo_syntax::{Rel, Sentence, Upos};

use crate::lists::List;
use crate::tables::Tables;

/// The words of the phrase under `head` in the order of the text: the noun, its compounds and adjectives, nouns joined
/// to it, and those in phrases that say what it is made of.
pub(crate) fn words(sentence: &Sentence<'_>, head: usize) -> Vec<usize> {
    let mut found = vec![head];
    let mut next = 0;
    while let Some(&parent) = found.get(next) {
        found.extend(sentence.children(parent).filter(|&child| passes(sentence, parent, child)));
        next += 1;
    }
    found.sort_unstable();
    found
}

fn passes(sentence: &Sentence<'_>, parent: usize, child: usize) -> bool {
    let word = &sentence.words[child];
    match word.rel {
        Rel::Amod | Rel::Compound | Rel::Flat | Rel::Nummod | Rel::NmodDesc | Rel::Goeswith => true,
        Rel::Appos | Rel::List | Rel::NmodUnmarked => is_nominal(word.upos),
        Rel::Conj => is_nominal(word.upos) && is_nominal(sentence.words[parent].upos),
        Rel::NmodPoss => is_holder(sentence, parent),
        Rel::Nmod => !has_stuff(sentence, child) && is_part(sentence, parent, child),
        Rel::Acl => Tables::shipped().lists.has(List::Made, &word.lemma),
        Rel::Obj | Rel::Obl | Rel::OblAgent => is_made(sentence, parent),
        _ => false,
    }
}

fn is_nominal(upos: Upos) -> bool {
    matches!(
        upos,
        Upos::Noun | Upos::Propn | Upos::Num | Upos::Adj | Upos::Pron | Upos::X | Upos::Sym | Upos::Det
    )
}

/// Whether a noun says what a force does or how it comes.
pub(crate) fn is_holder(sentence: &Sentence<'_>, i: usize) -> bool {
    has(sentence, List::Holder, i)
}

/// Whether the word above `i` is a verb such as "comprising", itself part of a phrase.
fn is_made(sentence: &Sentence<'_>, parent: usize) -> bool {
    sentence.words[parent].rel == Rel::Acl && has(sentence, List::Made, parent)
}

/// Whether the noun `child` says what `parent` is made of.
fn is_part(sentence: &Sentence<'_>, parent: usize, child: usize) -> bool {
    if has(sentence, List::Closed, parent) {
        return false;
    }
    let mut cases = sentence.children_by(child, Rel::Case).peekable();
    cases.peek().is_none()
        || cases.any(|case| {
            let form = sentence.words[case].form;
            Tables::shipped().lists.has(List::Preposition, form)
                || form == "by" && is_holder(sentence, parent)
        })
}

fn has_stuff(sentence: &Sentence<'_>, i: usize) -> bool {
    has(sentence, List::Stuff, i)
}

/// Whether an of-phrase shows that the noun at `i` names no force: "a tank of water".
pub(crate) fn is_of_stuff(sentence: &Sentence<'_>, i: usize) -> bool {
    sentence.children_by(i, Rel::Nmod).any(|child| has_stuff(sentence, child))
}

/// Whether the lemma of a word, or its form, is in a list.
pub(crate) fn has(sentence: &Sentence<'_>, list: List, i: usize) -> bool {
    let lists = &Tables::shipped().lists;
    let word = &sentence.words[i];
    lists.has(list, &word.lemma) || lists.has(list, word.form)
}
