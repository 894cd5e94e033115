//! Small questions about trees that all rules ask.

use saydo_syntax::{Rel, Sentence, Upos};

/// Words that ask.
const ASKING: [&str; 10] =
    ["who", "whom", "whose", "what", "which", "when", "where", "why", "how", "whatever"];

/// The first dependent that marks a clause or a phrase with this lemma: "to", "if", "without".
pub(crate) fn marked(s: &Sentence<'_>, i: usize, lemma: &str) -> Option<usize> {
    let marks = |c: &usize| matches!(s.words[*c].rel, Rel::Mark | Rel::Case | Rel::Advmod | Rel::Cc);
    s.children(i).filter(marks).find(|&c| is(s, c, lemma))
}

/// The lemma of the word that marks a clause, or of the preposition before a phrase.
pub(crate) fn marker<'s>(s: &'s Sentence<'_>, i: usize) -> Option<&'s str> {
    let found = s.children(i).find(|&c| c < i && matches!(s.words[c].rel, Rel::Mark | Rel::Case))?;
    Some(s.words[found].lemma.as_str())
}

/// Whether a word has this lemma or, whatever its case, this form.
pub(crate) fn is(s: &Sentence<'_>, i: usize, lemma: &str) -> bool {
    s.words[i].lemma == lemma || s.words[i].form.eq_ignore_ascii_case(lemma)
}

/// The subject of a clause.
pub(crate) fn subject(s: &Sentence<'_>, i: usize) -> Option<usize> {
    let subjects = [Rel::Nsubj, Rel::NsubjPass, Rel::NsubjOuter, Rel::Csubj, Rel::Expl];
    s.children(i).find(|&c| subjects.contains(&s.words[c].rel))
}

/// The subject of a clause, also where it shares one with the clause above: "they left and returned".
pub(crate) fn shared_subject(s: &Sentence<'_>, i: usize) -> Option<usize> {
    let shares = |i: &usize| matches!(s.words[*i].rel, Rel::Conj | Rel::Xcomp);
    let up = std::iter::successors(Some(i), |i| s.head(*i).filter(|_| shares(i)));
    up.take(4).find_map(|i| subject(s, i))
}

/// The auxiliaries of a clause, copulas left out.
pub(crate) fn auxiliaries<'s>(s: &'s Sentence<'_>, i: usize) -> impl DoubleEndedIterator<Item = usize> + 's {
    s.children(i).filter(|&c| matches!(s.words[c].rel, Rel::Aux | Rel::AuxPass))
}

/// Whether a verb stands in a form that shows tense.
pub(crate) fn is_finite(s: &Sentence<'_>, i: usize) -> bool {
    let shows = |w: usize| matches!(s.words[w].xpos, "VBD" | "VBP" | "VBZ" | "MD");
    shows(i) || auxiliaries(s, i).chain(s.children_by(i, Rel::Cop)).any(shows)
}

/// Whether a verb, or its first auxiliary, is in the past.
pub(crate) fn is_past(s: &Sentence<'_>, i: usize) -> bool {
    let first = auxiliaries(s, i).chain(s.children_by(i, Rel::Cop)).next().unwrap_or(i);
    s.words[first].xpos == "VBD"
}

/// Whether a verb tells of what is done: in the past or in the perfect.
pub(crate) fn is_done(s: &Sentence<'_>, i: usize) -> bool {
    is_past(s, i) || auxiliaries(s, i).any(|a| s.words[a].lemma == "have")
}

/// Whether a verb is passive: it has a passive auxiliary or is a bare participle.
pub(crate) fn is_passive(s: &Sentence<'_>, i: usize) -> bool {
    s.child(i, Rel::AuxPass).is_some()
        || s.words[i].xpos == "VBN" && auxiliaries(s, i).all(|a| s.words[a].lemma != "have")
}

/// Whether a clause begins with a word that asks.
pub(crate) fn asks(s: &Sentence<'_>, i: usize) -> bool {
    let asking = |c: usize| ASKING.iter().any(|w| is(s, c, w));
    s.children(i).take_while(|&c| c < i).any(|c| asking(c) || s.children(c).any(asking))
}

/// Whether a noun stands for one that need not exist: without an article, or with "a", "any", "some", "no".
pub(crate) fn is_indefinite(s: &Sentence<'_>, i: usize) -> bool {
    let fixes = |c: usize| match s.words[c].rel {
        Rel::NmodPoss => true,
        Rel::Det => ["the", "this", "that", "these", "those"].iter().any(|d| is(s, c, d)),
        _ => false,
    };
    !matches!(s.words[i].upos, Upos::Propn | Upos::Pron) && !s.children(i).any(fixes)
}

/// Whether a word is an infinitive with "to", or what a copula makes of one.
pub(crate) fn is_infinitive(s: &Sentence<'_>, i: usize) -> bool {
    s.words[i].xpos != "VBG" && s.children(i).any(|c| s.words[c].rel == Rel::Mark && is(s, c, "to"))
}
