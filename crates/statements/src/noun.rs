//! What nouns and adjectives report: "a promise to leave", "critics of the deal", "confident that".

use saydo_codebook::Frame;
use saydo_syntax::{Rel, Sentence};

use crate::cue::Hit;
use crate::frame::{Content, prepositional};
use crate::phrase::{is_infinitive, under};
use crate::stray::is_content;

/// The content of a noun's cue.
pub(crate) fn of_noun(s: &Sentence<'_>, hit: &Hit<'_>) -> Option<Content> {
    let frames = &hit.cue.frames;
    let fits = |&c: &usize| match s.words[c].rel {
        Rel::Acl | Rel::Ccomp if is_infinitive(s, c) => frames.has(Frame::To),
        Rel::Acl | Rel::Ccomp => frames.has(Frame::That) && s.child(c, Rel::Mark).is_some(),
        Rel::AclRelcl | Rel::Advcl => frames.has(Frame::That) && is_content(s, c),
        _ => false,
    };
    let complement = s.children(hit.head).filter(|&c| c > hit.head).find(fits);
    complement
        .and_then(|c| Content::new(s, under(s, c, &[]), "clause of a noun"))
        .or_else(|| predicate(s, hit))
        .or_else(|| prepositional(s, hit, Rel::Nmod))
        .or_else(|| beside(s, hit))
}

/// A phrase right after the noun that the tree hung on the verb: "dismissed complaints about the noise".
fn beside(s: &Sentence<'_>, hit: &Hit<'_>) -> Option<Content> {
    let verb = s.head(hit.head).filter(|_| matches!(s.words[hit.head].rel, Rel::Obj | Rel::Obl))?;
    let follows = |&c: &usize| s.words[c].rel == Rel::Obl && s.reach(c).start == hit.head + 1;
    let phrase = s.children(verb).find(follows)?;
    let marks = |&m: &usize| hit.cue.frames.prepositions.contains(&s.words[m].lemma);
    let marker = s.children_by(phrase, Rel::Case).find(marks)?;
    let found = Content::new(s, under(s, phrase, &[marker]), "preposition")?;
    Some(Content { preposition: Some(marker), ..found })
}

/// "Their view is that …": the clause is the head and the noun its outer subject.
fn predicate(s: &Sentence<'_>, hit: &Hit<'_>) -> Option<Content> {
    if s.words[hit.head].rel != Rel::NsubjOuter || !hit.cue.frames.has(Frame::That) {
        return None;
    }
    let clause = s.head(hit.head)?;
    let outer: Vec<usize> =
        s.children(clause).filter(|&c| c <= hit.head || s.reach(c).end <= hit.head + 2).collect();
    Content::new(s, under(s, clause, &outer), "clause of a noun")
}

/// The content of an adjective's cue, where the adjective is a predicate.
pub(crate) fn of_adjective(s: &Sentence<'_>, hit: &Hit<'_>) -> Option<Content> {
    let frames = &hit.cue.frames;
    let i = hit.head;
    if matches!(s.words[i].rel, Rel::Amod | Rel::Compound) {
        return None;
    }
    let fits = |&c: &usize| match s.words[c].rel {
        Rel::Ccomp | Rel::Xcomp | Rel::Advcl if is_infinitive(s, c) => frames.has(Frame::To),
        Rel::Ccomp => frames.has(Frame::That),
        _ => false,
    };
    let complement = s.children(i).filter(|&c| c > i).find(fits);
    complement
        .and_then(|c| Content::new(s, under(s, c, &[]), "clause of an adjective"))
        .or_else(|| prepositional(s, hit, Rel::Obl))
}
