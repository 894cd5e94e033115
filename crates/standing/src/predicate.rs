//! Which words are predicates: the heads of clauses.

use saydo_syntax::{Rel, Sentence, Upos};

/// The heads of a sentence's clauses, in order: verbs, and what a copula makes a predicate of.
pub(crate) fn heads<'s>(s: &'s Sentence<'_>) -> impl Iterator<Item = usize> + 's {
    (0..s.len()).filter(|&i| is_head(s, i))
}

fn is_head(s: &Sentence<'_>, i: usize) -> bool {
    let word = &s.words[i];
    match word.upos {
        Upos::Verb => true,
        Upos::Aux => !matches!(word.rel, Rel::Aux | Rel::AuxPass | Rel::Cop),
        _ => {
            word.xpos.starts_with("VB") && word.upos != Upos::Aux
                || s.child(i, Rel::Cop).is_some()
                || is_clause(word.rel)
        }
    }
}

fn is_clause(rel: Rel) -> bool {
    matches!(rel, Rel::Ccomp | Rel::Advcl | Rel::AclRelcl | Rel::Csubj)
}
