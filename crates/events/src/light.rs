//! Light verbs: verbs that carry a noun's event and say little themselves, as in "launched an attack".

use std::collections::HashSet;
use std::sync::LazyLock;

use saydo_syntax::{Rel, Sentence, Upos};

static VERBS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| words(include_str!("../../../data/events/light.tsv")));

static MEASURES: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| words(include_str!("../../../data/events/measures.tsv")));

/// The words in a table's first column.
fn words(table: &'static str) -> HashSet<&'static str> {
    let rows = table.lines().filter(|l| !l.starts_with('#'));
    rows.filter_map(|l| l.split('\t').next()).filter(|w| !w.is_empty()).collect()
}

/// Whether a verb with this lemma can carry a noun's event.
pub(crate) fn is_light(lemma: &str) -> bool {
    VERBS.contains(lemma)
}

/// The light verb that carries a noun: as its object, the subject of its passive, or behind a preposition
/// ("engaged in talks"), also through a coordination.
pub(crate) fn carrier(s: &Sentence<'_>, noun: usize) -> Option<usize> {
    let mut at = noun;
    for _ in 0..4 {
        let head = s.head(at)?;
        match s.words[at].rel {
            Rel::Compound if s.words.get(at + 1).is_some_and(|w| w.form == "-") => at = head,
            Rel::Conj | Rel::Appos | Rel::Compound if s.words[head].upos == Upos::Noun => at = head,
            Rel::Nmod if is_measure(&s.words[head].lemma) => at = head,
            Rel::Obj | Rel::NsubjPass | Rel::Xcomp | Rel::Obl => return light(s, at, head),
            Rel::Acl | Rel::AclRelcl => return None,
            _ => return relative(s, noun),
        }
    }
    None
}

fn light(s: &Sentence<'_>, noun: usize, verb: usize) -> Option<usize> {
    let phrase = s.words[noun].rel == Rel::Obl;
    let behind = || {
        crate::frame::preposition(s, noun).is_some_and(|p| is_light(&format!("{} {p}", s.words[verb].lemma)))
    };
    let particle =
        s.child(verb, Rel::CompoundPrt).map(|p| format!("{} {}", s.words[verb].lemma, s.words[p].lemma));
    let whole = particle.as_deref().unwrap_or(&s.words[verb].lemma);
    let carries = s.words[verb].upos == Upos::Verb && if phrase { behind() } else { is_light(whole) };
    carries.then_some(verb)
}

/// The verb of a relative clause or participle on the noun: "the attack that rebels launched", "an attack carried out by".
fn relative(s: &Sentence<'_>, noun: usize) -> Option<usize> {
    let clause =
        |&c: &usize| matches!(s.words[c].rel, Rel::Acl | Rel::AclRelcl) && is_light(&s.words[c].lemma);
    s.children(noun).find(|c| clause(c) && s.child(*c, Rel::Obj).is_none())
}

/// Whether a noun with this lemma only measures the one in its of-phrase: "a series of attacks".
pub(crate) fn is_measure(lemma: &str) -> bool {
    MEASURES.contains(lemma)
}
