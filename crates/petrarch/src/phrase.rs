//! The phrase of a verb: how far it goes, who its subject is, whether it is passive.

use std::ops::Range;

use saydo_syntax::{Rel, Sentence, Upos};

/// The phrase of a verb.
#[derive(Debug)]
pub(crate) struct VerbPhrase {
    /// The word that the verb's arguments hang on.
    pub(crate) head: usize,
    /// Where it ends.
    pub(crate) end: usize,
    /// The head of the subject, perhaps that of the verb it depends on.
    pub(crate) subject: Option<usize>,
    /// Where the verb has a noun as its own subject: the head of that, and the extent of the clause.
    pub(crate) clause: Option<(usize, Range<usize>)>,
    /// Whether somebody other than the subject of the verb above is its subject.
    pub(crate) has_own: bool,
    /// Whether the verb is passive.
    pub(crate) passive: bool,
}

impl VerbPhrase {
    /// The phrase of a verb or auxiliary.
    pub(crate) fn new(sentence: &Sentence<'_>, verb: usize) -> Self {
        let auxiliary = matches!(sentence.words[verb].rel.base(), Rel::Aux | Rel::Cop);
        let head = if auxiliary { sentence.head(verb).unwrap_or(verb) } else { verb };
        let passive = !auxiliary && sentence.child(verb, Rel::AuxPass).is_some();
        let own = sentence.children(head).find(|&c| sentence.words[c].rel.base() == Rel::Nsubj);
        let own = own.filter(|&c| matches!(sentence.words[c].upos, Upos::Noun | Upos::Propn));
        let subject = subject(sentence, head);
        let above = sentence.head(head).filter(|_| sentence.words[head].rel == Rel::Xcomp);
        let has_own = subject.is_some() && above.is_none_or(|a| subject != self::subject(sentence, a));
        let clause = own.map(|c| (c, sentence.reach(head)));
        Self { head, clause, end: end(sentence, head).max(verb + 1), subject, has_own, passive }
    }
}

/// The end of what depends on a verb and follows it, without what is coordinated with it or merely put beside it.
fn end(sentence: &Sentence<'_>, verb: usize) -> usize {
    let words = &sentence.words;
    let inside = |c: usize| !matches!(words[c].rel, Rel::Conj | Rel::Parataxis | Rel::Punct | Rel::Cc);
    let children = sentence.children(verb).filter(|&c| c > verb && inside(c));
    children.map(|c| sentence.reach(c).end).max().unwrap_or(0).max(verb + 1)
}

/// The subject of a verb: its own, what the verb above does to somebody whom it lets do this one, or that of the verb
/// above.
fn subject(sentence: &Sentence<'_>, verb: usize) -> Option<usize> {
    let words = &sentence.words;
    let mut at = verb;
    loop {
        let own = sentence.children(at).find(|&c| matches!(words[c].rel.base(), Rel::Nsubj | Rel::Csubj));
        let head = sentence.head(at);
        let object = head.filter(|_| words[at].rel == Rel::Xcomp).and_then(|h| sentence.child(h, Rel::Obj));
        match words[at].rel {
            _ if own.is_some() => return own,
            _ if object.is_some_and(|o| o < at) => return object,
            Rel::Xcomp | Rel::Conj => at = head?,
            _ => return None,
        }
    }
}

/// Whether a word is a verb, or does what verbs do: has a subject or an auxiliary, and neither copula nor article.
pub(crate) fn is_verb(sentence: &Sentence<'_>, i: usize) -> bool {
    let words = &sentence.words;
    let has = |rel: Rel| sentence.children(i).any(|c| words[c].rel.base() == rel);
    words[i].xpos.starts_with("VB")
        || words[i].upos == Upos::Noun
            && (has(Rel::Nsubj) || has(Rel::Aux))
            && ![Rel::Cop, Rel::Det, Rel::Amod, Rel::Nummod, Rel::Case].into_iter().any(has)
}
