//! Objects that a verb reports: "announced a truce", "called it a threat", "is expected to leave".

use saydo_codebook::{Cues, Frame, List, Words};
use saydo_syntax::{Rel, Sentence};

use crate::cue::Hit;
use crate::extent::{with_followers, without_participles};
use crate::frame::Content;
use crate::phrase::{has_marker, is_infinitive, is_participle, is_passive, noun_phrase, under};
use crate::source::agent;

/// Object and predicate together: "called it a threat", "urged Russia to leave", "saw the offer as a trick".
pub(crate) fn object_and_predicate(s: &Sentence<'_>, hit: &Hit<'_>, cues: &Cues) -> Option<Content> {
    let object = addressed(s, hit).or_else(|| object_of(s, hit.head))?;
    let predicate = predicate(s, hit, object)?;
    let words = under(s, object, &hit.rest).into_iter().chain(under(s, predicate, &[])).collect();
    Content::new(s, without_participles(s, cues, words), "object and predicate")
}

/// What is said of the object; an as-phrase may hang on the verb or on the object itself.
fn predicate(s: &Sentence<'_>, hit: &Hit<'_>, object: usize) -> Option<usize> {
    let frames = &hit.cue.frames;
    let fits = |&c: &usize| match s.words[c].rel {
        Rel::Xcomp | Rel::Ccomp if is_infinitive(s, c) => frames.has(Frame::ObjectTo),
        Rel::Xcomp if !has_marker(s, c, "as") => frames.has(Frame::Small) || frames.has(Frame::ObjectAs),
        Rel::Xcomp | Rel::Obl | Rel::Advcl if has_marker(s, c, "as") => frames.has(Frame::ObjectAs),
        Rel::Advcl if is_infinitive(s, c) => frames.has(Frame::ObjectTo) && c > object,
        _ => false,
    };
    let phrase = |&c: &usize| c > object && has_marker(s, c, "as") && frames.has(Frame::ObjectAs);
    s.children(hit.head).find(fits).or_else(|| s.children_by(object, Rel::Nmod).find(phrase))
}

/// The object of a verb, or the subject of a passive.
fn object_of(s: &Sentence<'_>, v: usize) -> Option<usize> {
    s.child(v, Rel::Obj).or_else(|| s.child(v, Rel::Iobj)).or_else(|| s.child(v, Rel::NsubjPass))
}

/// The noun that the tree hung on a verb of two words as a phrase: "brushed off the complaint", "chewed over it".
fn after_particle(s: &Sentence<'_>, hit: &Hit<'_>) -> Option<usize> {
    let particle = *hit.rest.last()?;
    let bare = |&c: &usize| c > particle && s.children_by(c, Rel::Case).all(|m| hit.rest.contains(&m));
    s.children_by(hit.head, Rel::Obl).find(bare)
}

/// The noun after a preposition that is part of the cue: "called on Russia to leave".
fn addressed(s: &Sentence<'_>, hit: &Hit<'_>) -> Option<usize> {
    hit.rest.iter().find(|&&w| s.words[w].rel == Rel::Case).and_then(|&w| s.head(w))
}

/// Subject and infinitive, where the text hides who says so: "is expected to leave", "seems to hold".
pub(crate) fn raised(s: &Sentence<'_>, hit: &Hit<'_>) -> Option<Content> {
    let (v, frames) = (hit.head, &hit.cue.frames);
    let seems = || matches!(hit.cue.lemma.as_str(), "seem" | "appear");
    let voice = is_passive(s, v) || !frames.has(Frame::That) || seems();
    if !frames.has(Frame::Raise) || !voice {
        return None;
    }
    let subject = s.child(v, Rel::NsubjPass).or_else(|| s.child(v, Rel::Nsubj));
    let purpose = || s.child(v, Rel::Advcl).filter(|&c| is_infinitive(s, c));
    let predicate = s.child(v, Rel::Xcomp).or_else(purpose)?;
    let mut words = subject.map(|c| under(s, c, &[])).unwrap_or_default();
    words.extend(under(s, predicate, &[]));
    Content::new(s, words, "raising").map(|c| Content { anonymous: agent(s, v).is_none(), ..c })
}

/// "Announced a truce", "accused Moscow of lying".
pub(crate) fn object(s: &Sentence<'_>, hit: &Hit<'_>, cues: &Cues) -> Option<Content> {
    let (v, frames) = (hit.head, &hit.cue.frames);
    let object = object_of(s, v).or_else(|| after_particle(s, hit)).filter(|o| !hit.rest.contains(o));
    let joined = joined(s, hit);
    let within = |o: usize| s.children(o).any(|c| c > o && joins(s, hit, c));
    let hidden = is_passive(s, v) && agent(s, v).is_none();
    let seen = || frames.has(Frame::Seen) && !hidden && object.is_some_and(|o| is_seen(s, o));
    let only = frames.has(Frame::Seen) && !frames.has(Frame::That);
    if only && !seen() {
        return None;
    }
    if !frames.has(Frame::Object) && !seen() && joined.is_empty() && !object.is_some_and(within) {
        return None;
    }
    let mut words = match object {
        Some(o) => under(s, o, &hit.rest),
        None => modified(s, v)?,
    };
    words.extend(joined.iter().flat_map(|&c| under(s, c, &[])));
    if object.is_some_and(|o| o > v) {
        words = with_followers(s, v, words);
    }
    Content::new(s, without_participles(s, cues, words), "object")
}

/// Whether a noun, one joined to it, or the one that it measures is what observers watch and count: "a column of tanks".
fn is_seen(s: &Sentence<'_>, noun: usize) -> bool {
    let listed = |i: usize| Words::shipped().has(List::Seen, &s.words[i].lemma);
    let of =
        |c: &usize| s.words[*c].rel == Rel::Conj || s.words[*c].rel == Rel::Nmod && has_marker(s, *c, "of");
    listed(noun) || s.children(noun).filter(of).any(listed)
}

/// The phrases on the verb that belong to its object: "accused Moscow | of lying".
fn joined(s: &Sentence<'_>, hit: &Hit<'_>) -> Vec<usize> {
    let phrases =
        s.children(hit.head).filter(|&c| matches!(s.words[c].rel, Rel::Obl | Rel::Advcl | Rel::Nmod));
    phrases.filter(|&c| joins(s, hit, c)).collect()
}

/// Whether a phrase begins with a preposition that the cue joins to its object.
fn joins(s: &Sentence<'_>, hit: &Hit<'_>, c: usize) -> bool {
    hit.cue.frames.joining.iter().any(|p| has_marker(s, c, p))
}

/// The noun that a relative clause without a pronoun of its own, or a participle with an agent, says something of.
fn modified(s: &Sentence<'_>, v: usize) -> Option<Vec<usize>> {
    let noun = s.head(v)?;
    let own = |c: usize| s.words[c].xpos != "WP" && s.words[c].xpos != "WDT";
    let relative = s.words[v].rel == Rel::AclRelcl && s.child(v, Rel::Nsubj).is_some_and(own);
    let participle = s.words[v].rel == Rel::Acl && is_participle(s, v) && agent(s, v).is_some();
    (relative || participle).then(|| noun_phrase(s, noun).collect())
}
