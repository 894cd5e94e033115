//! Where the lexicon's cues stand in a sentence.

use saydo_codebook::{Cue, Cues, Frame, Part};
use saydo_syntax::{Rel, Sentence, Upos};

/// A word at which a cue of the lexicon stands.
#[derive(Clone, Debug)]
pub(crate) struct Hit<'c> {
    /// The word that governs the cue.
    pub(crate) head: usize,
    /// The words of a cue of several words that follow from the tree.
    pub(crate) rest: Vec<usize>,
    /// The entry.
    pub(crate) cue: &'c Cue,
}

impl Hit<'_> {
    /// Whether it is a verb that reports clauses, and so can carry a quotation.
    pub(crate) fn speaks(&self) -> bool {
        self.cue.part == Part::Verb && self.cue.frames.has(Frame::That)
    }
}

/// The cues of a sentence, from left to right; at most one of each part of speech at each word.
pub(crate) fn hits<'c>(s: &Sentence<'_>, cues: &'c Cues) -> Vec<Hit<'c>> {
    let title = is_title(s);
    (0..s.len()).filter_map(|i| hit(s, i, cues, title)).collect()
}

fn hit<'c>(s: &Sentence<'_>, i: usize, cues: &'c Cues, title: bool) -> Option<Hit<'c>> {
    let word = &s.words[i];
    let part = match word.upos {
        Upos::Verb => Part::Verb,
        Upos::Noun => Part::Noun,
        Upos::Adj => Part::Adjective,
        Upos::Propn if word.rel == Rel::Root || title => Part::Verb,
        _ => return None,
    };
    let find = |lemma: &str| {
        let mut entries = cues.starting_with(lemma).filter(|c| c.part == part);
        entries.find_map(|cue| Some(Hit { head: i, rest: rest(s, i, cue)?, cue }))
    };
    let respelt = || if inflected(word) { spellings(&word.lemma) } else { Vec::new() };
    state_of_mind(s, i, cues)
        .or_else(|| find(&word.lemma))
        .or_else(|| respelt().into_iter().find_map(|lemma| find(&lemma)))
}

/// A passive without an agent that is really an adjective of the lexicon: "they are convinced", "worried that".
fn state_of_mind<'c>(s: &Sentence<'_>, i: usize, cues: &'c Cues) -> Option<Hit<'c>> {
    let active = || {
        s.child(i, Rel::AuxPass).is_none() && s.child(i, Rel::Aux).is_some_and(|a| s.words[a].lemma == "have")
    };
    if s.words[i].xpos != "VBN" || crate::source::agent(s, i).is_some() || active() {
        return None;
    }
    let form = s.words[i].form.to_lowercase();
    let cue = cues.starting_with(&form).find(|c| c.part == Part::Adjective)?;
    Some(Hit { head: i, rest: Vec::new(), cue })
}

/// Whether a verb stands in a form whose ending a lemmatiser takes off by rules.
fn inflected(word: &saydo_syntax::Word<'_>) -> bool {
    matches!(word.xpos, "VBD" | "VBN" | "VBG")
}

/// Other lemmas that the same verb form could have: with or without its last "e", with one consonant less.
fn spellings(lemma: &str) -> Vec<String> {
    let mut found = vec![format!("{lemma}e")];
    found.extend(lemma.strip_suffix('e').map(str::to_owned));
    let mut letters = lemma.chars().rev();
    if letters.next().is_some_and(|last| letters.next() == Some(last)) {
        found.extend(lemma.char_indices().next_back().map(|(i, _)| lemma[..i].to_owned()));
    }
    found
}

/// Whether most words start with a capital, as in a title: there a parser takes verbs for names.
fn is_title(s: &Sentence<'_>) -> bool {
    let capital = |w: &&saydo_syntax::Word<'_>| w.form.starts_with(char::is_uppercase);
    let long = || s.words.iter().filter(|w| w.form.len() > 3);
    long().filter(capital).count() * 4 > long().count() * 3
}

/// The dependents that a cue of several words needs, or `None` where one is missing.
fn rest(s: &Sentence<'_>, i: usize, cue: &Cue) -> Option<Vec<usize>> {
    let mut found: Vec<usize> = Vec::new();
    for word in cue.rest().filter(|w| !matches!(*w, "the" | "a" | "an")) {
        let is = |c: &usize| s.words[*c].lemma == word;
        let child = s.children(i).filter(|&c| c > i && c <= i + 6).find(is);
        let below = || found.last().and_then(|&f| s.children(f).find(is));
        found.push(child.or_else(below).or_else(|| preposition(s, i, word))?);
    }
    Some(found)
}

/// The preposition right after a verb that the tree hung on the noun that follows: "called on Russia".
fn preposition(s: &Sentence<'_>, i: usize, lemma: &str) -> Option<usize> {
    let nouns = s.children(i).filter(|&c| c > i && matches!(s.words[c].rel, Rel::Obl | Rel::Obj));
    let mut cases = nouns.flat_map(|c| s.children_by(c, Rel::Case));
    cases.find(|&c| s.words[c].lemma == lemma && c <= i + 2)
}
