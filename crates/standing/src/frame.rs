//! Frames: how a word hangs on the word that embeds it.

use saydo_syntax::{Rel, Sentence, Upos};

use crate::tree;

/// One way to embed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Frame<'a> {
    /// A finite clause.
    That,
    /// A clause with "whether" or "if".
    Whether,
    /// A clause that begins with another word that asks.
    Asking,
    /// A to-infinitive whose subject is the cue's own.
    To,
    /// An infinitive or a gerund whose subject is the cue's object.
    ObjectTo,
    /// An infinitive under a passive, with nobody named who says so: "is expected to".
    Raise,
    /// A gerund.
    Ing,
    /// An object, or the subject of a passive.
    Object,
    /// The subject.
    Subject,
    /// What a noun is made of or owned by, or a noun that an adjective stands before.
    Mod,
    /// A phrase or gerund with this preposition.
    Prep(&'a str),
    /// The word that an adverb belongs to.
    Adverb,
}

impl Frame<'_> {
    /// Whether a table's name means this frame.
    pub(crate) fn is(self, name: &str) -> bool {
        match self {
            Self::Prep(lemma) => name.strip_prefix("p:") == Some(lemma),
            Self::That => name == "that",
            Self::Whether => name == "whether",
            Self::Asking => name == "wh",
            Self::To => name == "to",
            Self::ObjectTo => name == "objto",
            Self::Raise => name == "raise",
            Self::Ing => name == "ing",
            Self::Object => name == "obj",
            Self::Subject => name == "subj",
            Self::Mod => name == "mod",
            Self::Adverb => name == "adv",
        }
    }
}

/// The frames in which a word hangs on its head, the most telling first.
pub(crate) fn frames<'s>(s: &'s Sentence<'_>, child: usize, head: usize) -> Vec<Frame<'s>> {
    match s.words[child].rel {
        Rel::Ccomp | Rel::Csubj | Rel::CsubjPass | Rel::CsubjOuter => clause(s, child, head),
        Rel::Xcomp if s.words[head].upos == Upos::Adj && tree::is_infinitive(s, child) => vec![Frame::To],
        Rel::Xcomp => open(s, child, head),
        Rel::Obj | Rel::NsubjPass => vec![Frame::Object],
        Rel::Nsubj | Rel::NsubjOuter => vec![Frame::Subject],
        Rel::Obl | Rel::OblAgent | Rel::Nmod => prepositions(s, child),
        Rel::NmodPoss | Rel::Compound | Rel::NmodUnmarked => vec![Frame::Mod],
        Rel::Acl | Rel::AclRelcl | Rel::Advcl => attached(s, child, head),
        _ => Vec::new(),
    }
}

fn clause<'s>(s: &'s Sentence<'_>, child: usize, head: usize) -> Vec<Frame<'s>> {
    if tree::is_infinitive(s, child) {
        return if tree::subject(s, child).is_some() {
            vec![Frame::ObjectTo, Frame::To]
        } else {
            open(s, child, head)
        };
    }
    if tree::marked(s, child, "whether").is_some() || tree::marked(s, child, "if").is_some() {
        return vec![Frame::Whether];
    }
    if tree::asks(s, child) {
        return vec![Frame::Asking];
    }
    if s.words[child].xpos == "VBG" && !tree::is_finite(s, child) {
        return vec![Frame::Ing, Frame::That];
    }
    vec![Frame::That]
}

fn open<'s>(s: &'s Sentence<'_>, child: usize, head: usize) -> Vec<Frame<'s>> {
    let object = s.children(head).any(|c| matches!(s.words[c].rel, Rel::Obj | Rel::Iobj) && c < child);
    let infinitive = tree::is_infinitive(s, child);
    match s.words[child].xpos {
        _ if infinitive && tree::is_passive(s, head) => vec![Frame::Raise, Frame::ObjectTo, Frame::To],
        _ if infinitive && object => vec![Frame::ObjectTo, Frame::To],
        _ if infinitive => vec![Frame::To],
        "VBG" if object => vec![Frame::ObjectTo, Frame::Ing],
        "VBG" => gerund(s, child),
        "VB" => vec![Frame::ObjectTo, Frame::To],
        _ if s.words[child].upos == Upos::Noun => vec![Frame::Object],
        _ => Vec::new(),
    }
}

/// A gerund may follow a preposition: "refrain from attacking".
fn gerund<'s>(s: &'s Sentence<'_>, child: usize) -> Vec<Frame<'s>> {
    let mut found = prepositions(s, child);
    found.push(Frame::Ing);
    found
}

fn prepositions<'s>(s: &'s Sentence<'_>, child: usize) -> Vec<Frame<'s>> {
    let before = s.children(child).filter(|&c| c < child && matches!(s.words[c].rel, Rel::Case | Rel::Mark));
    before.map(|c| Frame::Prep(s.words[c].lemma.as_str())).collect()
}

fn attached<'s>(s: &'s Sentence<'_>, child: usize, head: usize) -> Vec<Frame<'s>> {
    if tree::is_infinitive(s, child) {
        return open(s, child, head);
    }
    if s.words[child].rel == Rel::Advcl {
        return match s.words[child].xpos {
            "VBG" if child == head + 1 => vec![Frame::Ing],
            "VBG" => prepositions(s, child),
            _ => Vec::new(),
        };
    }
    if tree::marked(s, child, "whether").is_some() {
        return vec![Frame::Whether];
    }
    if tree::marked(s, child, "such").is_some() {
        return vec![Frame::Prep("as")];
    }
    if is_content(s, child, head) { vec![Frame::That] } else { prepositions(s, child) }
}

/// Whether a clause after a noun says what it is about, "the claim that troops left", and not which one it is.
fn is_content(s: &Sentence<'_>, child: usize, head: usize) -> bool {
    let that = head + 1;
    if that >= child || !tree::is(s, that, "that") {
        return false;
    }
    let full = |rel| s.children_by(child, rel).any(|c| c != that);
    let object = full(Rel::Obj) || full(Rel::Obl) || full(Rel::Ccomp) || full(Rel::Xcomp);
    s.words[that].rel == Rel::Mark || full(Rel::Nsubj) && object
}
