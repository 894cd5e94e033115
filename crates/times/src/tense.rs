//! Whether a clause tells of what was or of what will be, which settles "Tuesday" and "in March".

use saydo_syntax::{Rel, Sentence, Upos, Word};

use crate::class::Class;
use crate::table::Tables;

/// The side of the report's day on which a date lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tense {
    Past,
    Future,
    /// What is planned or wanted, or was to come when it was told, and may have been.
    Ahead,
    /// A present that may mean either.
    Present,
    /// The words belong to a noun, which tells nothing.
    Noun,
    Unknown,
}

/// As many words are climbed at most.
const HIGHEST: usize = 12;

/// The tense around some words.
pub(crate) fn tense(sentence: &Sentence<'_>, words: std::ops::Range<usize>) -> Tense {
    let head = top(sentence, words.clone());
    if let Some(tense) = led(sentence, &words) {
        return tense;
    }
    if of_noun(sentence, head) {
        return Tense::Noun;
    }
    let chain = std::iter::once(head).chain(sentence.ancestors(head)).take(HIGHEST);
    let told = chain.filter(|i| !words.contains(i)).find_map(|i| Some((i, of_word(sentence, i, &words)?)));
    match told {
        Some((verb, Tense::Past)) if sentence.head(head) != Some(verb) || bounds(sentence, &words) => {
            Tense::Noun
        }
        told => told.map_or(Tense::Unknown, |(_, tense)| tense),
    }
}

/// The word among some that the others hang on.
pub(crate) fn top(sentence: &Sentence<'_>, words: std::ops::Range<usize>) -> usize {
    let outside = |&i: &usize| sentence.head(i).is_none_or(|h| !words.contains(&h));
    words.clone().find(outside).unwrap_or(words.start)
}

/// What a preposition before the words tells by itself.
fn led(sentence: &Sentence<'_>, words: &std::ops::Range<usize>) -> Option<Tense> {
    let before = |n: usize| words.start.checked_sub(n).map(|i| sentence.words[i].form.to_lowercase());
    match before(1)?.as_str() {
        "since" => Some(Tense::Past),
        "until" | "till" if before(2).is_some_and(|w| w != "up") => Some(Tense::Future),
        "as" if before(3).is_some_and(|w| w == "as") => Some(Tense::Future),
        _ => None,
    }
}

/// Whether the words end something: "extended to Nov. 16", "valid through January".
fn bounds(sentence: &Sentence<'_>, words: &std::ops::Range<usize>) -> bool {
    let before = words.start.checked_sub(1).map(|i| sentence.words[i].form.to_lowercase());
    before.is_some_and(|w| matches!(w.as_str(), "to" | "through" | "by" | "around"))
}

/// Whether a word is part of a noun's own phrase: "the Oct. 23 attack", "Wednesday's ruling". Where that noun is the
/// subject of what will be, the date lies ahead with it.
fn of_noun(sentence: &Sentence<'_>, i: usize) -> bool {
    let word = &sentence.words[i];
    let inside = matches!(word.rel.base(), Rel::Compound | Rel::Nummod | Rel::Amod)
        || word.rel == Rel::NmodPoss
        || word.rel == Rel::NmodUnmarked;
    let noun = sentence.head(i).filter(|&h| inside && sentence.words[h].upos != Upos::Verb);
    noun.is_some_and(|noun| sentence.words[noun].rel.base() != Rel::Nsubj)
}

/// What a word tells, where it tells anything; words of the time itself, such as "May", do not help it.
fn of_word(sentence: &Sentence<'_>, i: usize, time: &std::ops::Range<usize>) -> Option<Tense> {
    let word = &sentence.words[i];
    if word.upos == Upos::Adj && is_ahead(&word.form.to_lowercase()) {
        return Some(Tense::Future);
    }
    let helpers = || {
        let all = sentence.children(i).filter(|c| !time.contains(c));
        all.filter(|&c| matches!(sentence.words[c].rel, Rel::Aux | Rel::AuxPass | Rel::Cop))
    };
    let mut modals = helpers().filter(|&c| is_auxiliary(&sentence.words[c]));
    if let Some(modal) = modals.next() {
        let told = sentence.words[modal].lemma == "would";
        return Some(if told { Tense::Ahead } else { Tense::Future });
    }
    let finite = helpers().find(|&c| matches!(sentence.words[c].xpos, "VBD" | "VBZ" | "VBP"));
    match (word.xpos, finite.map(|c| sentence.words[c].xpos)) {
        ("VBN", _) if is_ahead(&word.form.to_lowercase()) => Some(Tense::Ahead),
        ("VBN", Some("VBZ" | "VBP")) if !is_perfect(sentence, i) => Some(Tense::Present),
        ("VBD" | "VBN", _) | (_, Some("VBD")) => Some(Tense::Past),
        ("VBG", Some(_)) => Some(Tense::Future),
        ("VB", _) if sentence.children(i).any(|c| sentence.words[c].xpos == "TO") => infinitive(sentence, i),
        ("VBZ" | "VBP", _) => Some(present(sentence, i)),
        _ => None,
    }
}

/// "To meet" lies ahead of what it hangs on, except after "to have".
fn infinitive(sentence: &Sentence<'_>, i: usize) -> Option<Tense> {
    let above = sentence.head(i).map(|h| &sentence.words[h]);
    let ahead = above.is_none_or(|w| w.rel != Rel::Root || w.xpos != "VBD" || is_ahead(&w.lemma));
    ahead.then_some(Tense::Ahead)
}

fn present(sentence: &Sentence<'_>, i: usize) -> Tense {
    let word = &sentence.words[i];
    if word.xpos == "VBP" && Tables::shipped().classes(&word.form.to_lowercase()).contains(&Class::Same) {
        return Tense::Past;
    }
    let clause =
        sentence.children(i).any(|c| matches!(sentence.words[c].rel.base(), Rel::Ccomp | Rel::Parataxis));
    if clause { Tense::Past } else { Tense::Present }
}

/// Whether "have" makes it a past: "has been closed".
fn is_perfect(sentence: &Sentence<'_>, i: usize) -> bool {
    sentence.children_by(i, Rel::Aux).any(|c| sentence.words[c].lemma == "have")
}

fn is_ahead(form: &str) -> bool {
    Tables::shipped().classes(form).contains(&Class::Future)
}

fn is_auxiliary(word: &Word<'_>) -> bool {
    let form = word.form.to_lowercase();
    let modal = word.upos == Upos::Aux && Tables::shipped().classes(&form).contains(&Class::Modal);
    modal || is_ahead(&form)
}
