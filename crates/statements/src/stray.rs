//! Contents that the tree hung elsewhere: on a noun between cue and clause, or before a cue at the sentence's end.

use saydo_syntax::{Rel, Sentence, Upos};

use crate::phrase::under;

/// The words of a that-clause on a noun after the cue: "said at the time that …", "informed members that …".
pub(crate) fn on_noun(s: &Sentence<'_>, v: usize) -> Option<Vec<usize>> {
    let nouns = s.children(v).filter(|&c| {
        c > v && matches!(s.words[c].rel, Rel::Obl | Rel::Obj | Rel::Iobj | Rel::OblUnmarked | Rel::NsubjPass)
    });
    let clause = nouns.flat_map(|c| s.children(c)).find(|&g| is_content(s, g))?;
    Some(under(s, clause, &[]))
}

/// Whether a clause begins with a "that" that is no relative pronoun: it has a subject of its own.
pub(crate) fn is_content(s: &Sentence<'_>, g: usize) -> bool {
    let clause = matches!(s.words[g].rel, Rel::Acl | Rel::AclRelcl | Rel::Ccomp | Rel::Advcl);
    let first = s.reach(g).start;
    let subject = s
        .children(g)
        .any(|c| c != first && matches!(s.words[c].rel, Rel::Nsubj | Rel::NsubjPass | Rel::Expl));
    clause && s.words[first].lemma == "that" && (s.words[first].rel == Rel::Mark || twice(s, g)) && subject
}

/// Whether a "that" which the tree made a subject or an object cannot be one: the clause has another subject, or a
/// passive, which takes no object.
fn twice(s: &Sentence<'_>, g: usize) -> bool {
    let subjects = s.children(g).filter(|&c| c < g && matches!(s.words[c].rel, Rel::Nsubj | Rel::NsubjPass));
    let object = s.words[s.reach(g).start].rel == Rel::Obj;
    subjects.count() > 1 || (object && s.child(g, Rel::NsubjPass).is_some())
}

/// Everything before a comma, a subject and a cue that end the sentence: "Talks go on, he added."
pub(crate) fn before(s: &Sentence<'_>, v: usize) -> Option<Vec<usize>> {
    let ends = (v + 1..s.len()).all(|i| s.words[i].upos == Upos::Punct);
    let subject = s.child(v, Rel::Nsubj)?;
    let comma = s.reach(subject).start.checked_sub(1).filter(|&i| s.words[i].form == ",")?;
    let finite = (0..comma)
        .any(|i| matches!(s.words[i].xpos, "VBD" | "VBZ" | "VBP" | "MD") || s.words[i].upos == Upos::Aux);
    (ends && finite && subject < v && s.words[v].rel == Rel::Root).then(|| (0..comma).collect())
}
