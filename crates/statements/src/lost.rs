//! Clauses that a tree hung on the wrong verb: "He asserted that they have seen nothing and added that …".

use saydo_syntax::{Rel, Sentence, Upos};

use crate::phrase::has_marker;

/// The verb that a cue is really joined with, where the tree joined it with the clause that this verb reports: "He
/// asserted that they have seen nothing and added that …". The two share their tense, and the clause has another.
pub(crate) fn outer_verb(s: &Sentence<'_>, cue: usize) -> Option<usize> {
    let clause = s.head(cue).filter(|_| s.words[cue].rel == Rel::Conj)?;
    let outer = s.head(clause).filter(|_| s.words[clause].rel == Rel::Ccomp)?;
    let tense = s.words[cue].xpos;
    let same =
        matches!(tense, "VBD" | "VBZ") && s.words[outer].xpos == tense && s.words[clause].xpos != tense;
    let subject = |c: usize| matches!(s.words[c].rel, Rel::Nsubj | Rel::NsubjPass | Rel::Aux | Rel::AuxPass);
    let own = || s.children(cue).any(subject);
    (same && !own() && reports(s, cue)).then_some(outer)
}

/// Whether a cue has a clause, on itself or lost.
fn reports(s: &Sentence<'_>, cue: usize) -> bool {
    s.child(cue, Rel::Ccomp).is_some() || s.child(cue, Rel::Xcomp).is_some() || lost(s, cue).is_some()
}

/// The that-clause right after a cue that the tree hung on a verb above it.
pub(crate) fn lost(s: &Sentence<'_>, cue: usize) -> Option<usize> {
    let begins =
        |&c: &usize| s.words[c].rel == Rel::Ccomp && s.reach(c).start == cue + 1 && has_marker(s, c, "that");
    s.ancestors(cue).find_map(|a| s.children(a).filter(|&c| c > cue).find(begins))
}

/// Whether a clause on `v` belongs to another cue, right before it.
pub(crate) fn is_lost(s: &Sentence<'_>, v: usize, clause: usize) -> bool {
    let before = s.reach(clause).start.checked_sub(1).filter(|&b| b != v && s.words[b].upos == Upos::Verb);
    before.is_some_and(|b| s.is_under(b, v) && outer_verb(s, b).is_some() && lost(s, b) == Some(clause))
}
