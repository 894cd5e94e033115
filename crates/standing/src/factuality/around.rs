//! What features say of the words around one: its auxiliaries, its subject, a noun's article.

use saydo_syntax::{Rel, Sentence, Upos};

use crate::tree;

/// The auxiliaries and the negation of a clause, in order, in one text: "would not have".
pub(crate) fn auxiliaries(s: &Sentence<'_>, i: usize) -> String {
    let mut found = String::new();
    for c in s.children(i) {
        let w = &s.words[c];
        let own = matches!(w.rel, Rel::Aux | Rel::AuxPass | Rel::Cop)
            || w.rel == Rel::Mark && w.lemma == "to"
            || w.rel == Rel::Advmod && matches!(w.lemma.as_str(), "not" | "never" | "n't");
        if own {
            let known = if w.upos == Upos::Aux { w.form } else { w.lemma.as_str() };
            found.push_str(known);
            found.push(' ');
        }
    }
    found
}

/// What kind of subject a clause has, also where it shares one: a pronoun itself, else the noun's tag.
pub(crate) fn subject(s: &Sentence<'_>, i: usize) -> String {
    let found = tree::shared_subject(s, i).map(|i| &s.words[i]);
    let own = found.map(|w| if w.upos == Upos::Pron { w.lemma.as_str() } else { w.xpos });
    own.unwrap_or_default().to_owned()
}

/// A noun's article or owner.
pub(crate) fn determiner<'s>(s: &'s Sentence<'_>, i: usize) -> &'s str {
    s.children(i).find(|&c| s.words[c].rel == Rel::Det).map_or("", |c| s.words[c].lemma.as_str())
}
