//! Whose words they are: the subject of a cue, however far away it stands.

use saydo_codebook::{List, Words};
use saydo_syntax::{Rel, Sentence, Upos};

use crate::lost::outer_verb;
use crate::phrase::{is_participle, is_passive};

/// The word that governs the subject of a verb, an adjective or a noun with a copula, its agent in the passive.
pub(crate) fn subject(s: &Sentence<'_>, i: usize) -> Option<usize> {
    climb(s, i, 0)
}

fn climb(s: &Sentence<'_>, i: usize, depth: usize) -> Option<usize> {
    if depth > 8 {
        return None;
    }
    own(s, i).or_else(|| above(s, i, depth))
}

/// The subject of a state of mind in the form of a passive: "they are convinced that".
pub(crate) fn minded(s: &Sentence<'_>, i: usize) -> Option<usize> {
    patient(s, i)
        .or_else(|| subject(s, i))
        .or_else(|| s.head(i).filter(|_| s.words[i].rel == Rel::Advcl).and_then(|h| subject(s, h)))
}

/// The subject that hangs on the word itself.
fn own(s: &Sentence<'_>, i: usize) -> Option<usize> {
    if is_passive(s, i) || is_participle(s, i) {
        return agent(s, i);
    }
    let subject = s.children(i).find(|&c| matches!(s.words[c].rel, Rel::Nsubj | Rel::NsubjOuter))?;
    (s.words[subject].upos != Upos::Pron || !is_dummy(s, subject)).then_some(subject)
}

fn is_dummy(s: &Sentence<'_>, i: usize) -> bool {
    s.words[i].rel == Rel::Expl || s.words[i].lemma == "there"
}

/// The noun of a passive's by-phrase.
pub(crate) fn agent(s: &Sentence<'_>, i: usize) -> Option<usize> {
    let by = |&c: &usize| s.words[c].rel == Rel::OblAgent || (s.words[c].rel == Rel::Obl && is_by(s, c));
    s.children(i).find(by)
}

fn is_by(s: &Sentence<'_>, i: usize) -> bool {
    s.children(i).any(|c| s.words[c].rel == Rel::Case && s.words[c].lemma == "by")
}

/// The subject that a word takes over from the clause it hangs on.
fn above(s: &Sentence<'_>, i: usize, depth: usize) -> Option<usize> {
    let passive = is_passive(s, i) || is_participle(s, i);
    let head = outer_verb(s, i).or_else(|| s.head(i))?;
    match s.words[i].rel {
        Rel::Conj if !passive && is_passive(s, head) => {
            patient(s, head).or_else(|| climb(s, head, depth + 1))
        }
        Rel::Conj if !passive || is_passive(s, head) => climb(s, head, depth + 1),
        Rel::Xcomp if !passive => controller(s, head, depth),
        Rel::Advcl if mistaken(s, i).is_some() => mistaken(s, i),
        Rel::Advcl if !passive => adverbial(s, i, head, depth),
        Rel::Acl if !passive => adnominal(s, i, head, depth).or(Some(head)),
        Rel::AclRelcl if !passive => Some(head),
        Rel::Ccomp | Rel::Parataxis if !passive && s.words[i].xpos == "VBG" => climb(s, head, depth + 1),
        _ => None,
    }
}

/// The subject that an adverbial clause takes over; a participle after a comma goes with the main verb.
fn adverbial(s: &Sentence<'_>, i: usize, head: usize, depth: usize) -> Option<usize> {
    let above = if after_comma(s, i) { finite(s, head) } else { head };
    climb(s, above, depth + 1).or_else(|| patient(s, above)).filter(|&x| !is_it(s, x))
}

/// The subject that a participle on a noun takes over instead of the noun itself.
fn adnominal(s: &Sentence<'_>, i: usize, head: usize, depth: usize) -> Option<usize> {
    if !after_comma(s, i) {
        return owner(s, head, &[]).filter(|_| carries_words(s, head));
    }
    let verb = s.ancestors(i).find(|&a| s.words[a].upos == Upos::Verb)?;
    climb(s, finite(s, verb), depth + 1)
}

/// Whether a noun is something written or said, whose speaker is its owner: "issued a statement saying".
fn carries_words(s: &Sentence<'_>, noun: usize) -> bool {
    Words::shipped().has(List::Carrier, &s.words[noun].lemma)
}

/// The subject that the tree took for the noun of a preposition: "after the ministry | announced that".
fn mistaken(s: &Sentence<'_>, i: usize) -> Option<usize> {
    let finite = matches!(s.words[i].xpos, "VBD" | "VBZ" | "VBP") && s.child(i, Rel::Mark).is_none();
    let opens = |c: usize| {
        s.children_by(c, Rel::Case)
            .any(|m| matches!(s.words[m].lemma.as_str(), "after" | "before" | "since" | "until" | "as"))
    };
    let start = s.reach(i).start;
    s.head(i)
        .into_iter()
        .filter(|_| finite)
        .flat_map(|h| s.children_by(h, Rel::Obl))
        .find(|&c| s.reach(c).end == start && opens(c))
}

/// Whether a comma stands before the clause of a participle: then it goes with the main verb, "…, saying".
fn after_comma(s: &Sentence<'_>, i: usize) -> bool {
    let start = s.reach(i).start;
    s.words[i].xpos == "VBG" && start > 0 && s.words[start - 1].form == ","
        || s.words[i].xpos == "VBG" && s.words[start].form == ","
}

/// The nearest verb, from `i` upwards, that is no infinitive or other complement.
fn finite(s: &Sentence<'_>, i: usize) -> usize {
    let complement = |&w: &usize| matches!(s.words[w].rel, Rel::Xcomp | Rel::Ccomp);
    let mut at = i;
    while complement(&at) {
        let Some(h) = s.head(at) else { break };
        at = h;
    }
    at
}

/// Whether a subject is an "it" that refers to nobody: "it is too soon to say".
fn is_it(s: &Sentence<'_>, i: usize) -> bool {
    s.words[i].lemma == "it" && s.head(i).is_some_and(|h| s.words[h].upos == Upos::Adj)
}

/// Who carries out the infinitive that hangs on `head`: its object where it has one, else its subject.
fn controller(s: &Sentence<'_>, head: usize, depth: usize) -> Option<usize> {
    let object = s.child(head, Rel::Obj).or_else(|| s.child(head, Rel::Iobj));
    object.or_else(|| patient(s, head)).or_else(|| climb(s, head, depth + 1)).filter(|&x| !is_it(s, x))
}

/// The subject of a passive verb.
fn patient(s: &Sentence<'_>, i: usize) -> Option<usize> {
    s.child(i, Rel::NsubjPass)
}

/// Whose a noun is: its possessor, its of- or by-phrase, or the subject of the verb whose object it is.
pub(crate) fn owner(s: &Sentence<'_>, noun: usize, taken: &[usize]) -> Option<usize> {
    let possessor = s.child(noun, Rel::NmodPoss);
    let phrase = || {
        let of = |&c: &usize| {
            let preposition = |m: usize| matches!(s.words[m].lemma.as_str(), "of" | "by" | "from" | "among");
            !taken.contains(&c) && s.children_by(c, Rel::Case).any(preposition)
        };
        s.children_by(noun, Rel::Nmod).find(of)
    };
    possessor.or_else(phrase).or_else(|| people(s, noun)).or_else(|| holder(s, noun))
}

/// A people's adjective or a name before the noun: "Russian claims", "the Clinton plan".
fn people(s: &Sentence<'_>, noun: usize) -> Option<usize> {
    s.children(noun).find(|&c| {
        let w = &s.words[c];
        c < noun
            && matches!(w.rel, Rel::Amod | Rel::Compound)
            && w.form.starts_with(char::is_uppercase)
            && (w.upos == Upos::Propn || (w.upos == Upos::Adj && c > 0))
    })
}

/// The subject of the verb whose object or predicate the noun is: "Kyiv issued a statement", "its plan is".
fn holder(s: &Sentence<'_>, noun: usize) -> Option<usize> {
    if s.child(noun, Rel::Cop).is_some() {
        return own(s, noun);
    }
    let verb = s.head(noun)?;
    let carried = s.words[noun].rel == Rel::Obj && Words::shipped().has(List::Light, &s.words[verb].lemma);
    carried.then(|| subject(s, verb)).flatten()
}
