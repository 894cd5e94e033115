//! What a verb reports: its complements, as the lexicon's frames say.

use std::ops::Range;

use saydo_codebook::{Cues, Frame};
use saydo_syntax::{Rel, Sentence, Upos};

use crate::clause::{clause, remainder};
use crate::cue::Hit;
use crate::extent::{with_followers, without_participles};
use crate::object::{object, object_and_predicate, raised};
use crate::phrase::{has_marker, is_infinitive, runs, under};

/// The content that a frame finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Content {
    /// Its words.
    pub(crate) words: Vec<Range<usize>>,
    /// A preposition that belongs to the cue.
    pub(crate) preposition: Option<usize>,
    /// Who is spoken to.
    pub(crate) addressee: Option<usize>,
    /// What the frame is called in explanations.
    pub(crate) frame: &'static str,
    /// Whether the frame tells that nobody is named as source.
    pub(crate) anonymous: bool,
}

impl Content {
    /// The content that these words are, if they are any.
    pub(crate) fn new(s: &Sentence<'_>, words: Vec<usize>, frame: &'static str) -> Option<Self> {
        let words = runs(s, words);
        let content = Self { words, preposition: None, addressee: None, frame, anonymous: false };
        (!content.words.is_empty()).then_some(content)
    }

    /// Whether it holds this word.
    pub(crate) fn holds(&self, i: usize) -> bool {
        self.words.iter().any(|r| r.contains(&i))
    }
}

/// The content of a verb's cue.
pub(crate) fn of_verb(s: &Sentence<'_>, hit: &Hit<'_>, cues: &Cues) -> Option<Content> {
    clause(s, hit, cues)
        .or_else(|| object_and_predicate(s, hit, cues))
        .or_else(|| raised(s, hit))
        .or_else(|| infinitive(s, hit, cues))
        .or_else(|| gerund(s, hit))
        .or_else(|| prepositional(s, hit, Rel::Obl))
        .or_else(|| object(s, hit, cues))
        .or_else(|| remainder(s, hit))
        .map(|content| with_addressee(s, hit, content))
}

/// "Promised to leave", also where the tree takes the infinitive right after the verb for its purpose.
fn infinitive(s: &Sentence<'_>, hit: &Hit<'_>, cues: &Cues) -> Option<Content> {
    if !hit.cue.frames.has(Frame::To) {
        return None;
    }
    let purpose = |&c: &usize| s.reach(c).start == hit.head + 1 && is_infinitive(s, c);
    let complement = s.children_by(hit.head, Rel::Xcomp).find(|&c| is_infinitive(s, c));
    let c = complement.or_else(|| s.children_by(hit.head, Rel::Advcl).find(purpose))?;
    Content::new(s, without_participles(s, cues, under(s, c, &[])), "infinitive")
}

/// "Denied knowing him".
fn gerund(s: &Sentence<'_>, hit: &Hit<'_>) -> Option<Content> {
    if !hit.cue.frames.has(Frame::Ing) {
        return None;
    }
    let is_gerund = |&c: &usize| {
        let w = &s.words[c];
        matches!(w.rel, Rel::Xcomp | Rel::Ccomp) && w.xpos == "VBG" && !is_infinitive(s, c)
    };
    let c = s.children(hit.head).find(is_gerund)?;
    Content::new(s, under(s, c, &[]), "gerund")
}

/// The object of one of the cue's prepositions, which hangs on the cue by `rel` or as a clause.
pub(crate) fn prepositional(s: &Sentence<'_>, hit: &Hit<'_>, rel: Rel) -> Option<Content> {
    let below = hit.rest.last().into_iter().flat_map(|&b| s.children(b));
    let fits = |&c: &usize| {
        let kinds = [Rel::Obl, Rel::Nmod, Rel::Advcl, Rel::Acl, Rel::Ccomp, Rel::Xcomp, rel];
        c > hit.head && kinds.contains(&s.words[c].rel)
    };
    let mut phrases = s.children(hit.head).chain(below).filter(fits);
    let (c, m) = phrases.find_map(|c| Some((c, own_marker(s, hit, c)?)))?;
    let content = Content::new(s, with_followers(s, hit.head, under(s, c, &[m])), "preposition")?;
    Some(Content { preposition: Some(m), ..content })
}

/// The preposition before a phrase, where the cue has it among its own.
fn own_marker(s: &Sentence<'_>, hit: &Hit<'_>, phrase: usize) -> Option<usize> {
    let own = |m: usize| hit.cue.frames.prepositions.contains(&s.words[m].lemma);
    s.children(phrase).find(|&m| matches!(s.words[m].rel, Rel::Case | Rel::Mark) && own(m))
}

/// A content with whom its cue speaks to: an object beside it, or a to-phrase.
fn with_addressee(s: &Sentence<'_>, hit: &Hit<'_>, content: Content) -> Content {
    if !matches!(content.frame, "clause" | "parenthesis" | "infinitive") {
        return content;
    }
    let v = hit.head;
    let told = [Rel::Iobj, Rel::Obj, Rel::NsubjPass].into_iter().find_map(|rel| s.child(v, rel));
    let told = told.filter(|_| hit.cue.frames.has(Frame::Hearer));
    let to = || s.children_by(v, Rel::Obl).find(|&c| has_marker(s, c, "to") && s.words[c].upos != Upos::Num);
    let addressee = told.or_else(to).filter(|&a| !content.holds(a));
    Content { addressee, ..content }
}
