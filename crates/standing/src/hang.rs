//! On what a word hangs where the tree took the wrong one of two neighbours: "announced a plan | to attack".

use saydo_syntax::{Rel, Sentence, Upos};

use crate::edge::entry;
use crate::frame::{Frame, frames};
use crate::tree;

/// The word from which another has its state: its head, or the cue of the lexicon beside it.
pub(crate) fn head(s: &Sentence<'_>, child: usize) -> Option<usize> {
    let head = s.head(child)?;
    match s.words[child].rel {
        Rel::Obl | Rel::Advcl | Rel::Xcomp | Rel::Nmod | Rel::Ccomp => {
            adjective_before(s, child, head).or_else(|| noun_before(s, child, head)).or(Some(head))
        }
        Rel::Acl => verb_above(s, child, head).or(Some(head)),
        _ => Some(head),
    }
}

/// The adjective that a verb makes its object: "makes it possible for them to attack".
fn adjective_before(s: &Sentence<'_>, child: usize, head: usize) -> Option<usize> {
    let infinitive = s.words[child].rel != Rel::Obl && tree::is_infinitive(s, child);
    let mut beside = s.children_by(head, Rel::Xcomp).filter(|&c| c < child && s.words[c].upos == Upos::Adj);
    beside.find(|&c| infinitive && entry(s, c, &[Frame::To]).is_some())
}

/// A noun right before a phrase that it would embed, where the phrase hangs on a word that would not.
fn noun_before(s: &Sentence<'_>, child: usize, head: usize) -> Option<usize> {
    let mark = s.children(child).find(|&c| matches!(s.words[c].rel, Rel::Case | Rel::Mark) && c < child)?;
    let noun = mark.checked_sub(1).filter(|&n| n != head && s.words[n].upos == Upos::Noun)?;
    let frame = if tree::is_infinitive(s, child) { Frame::To } else { Frame::Prep(&s.words[mark].lemma) };
    let own = entry(s, head, &frames(s, child, head)).is_some();
    let fits =
        !own && entry(s, noun, &[frame]).is_some() && s.is_under(noun, head) && !s.is_under(noun, child);
    fits.then_some(noun)
}

/// The verb whose object a phrase was hung on: "accused them of leaving".
fn verb_above(s: &Sentence<'_>, child: usize, noun: usize) -> Option<usize> {
    let verb = s.head(noun).filter(|_| matches!(s.words[noun].rel, Rel::Obj | Rel::NsubjPass | Rel::Iobj))?;
    let frame = match tree::marker(s, child) {
        _ if tree::is_infinitive(s, child) => Frame::ObjectTo,
        Some(marker) if s.words[child].xpos == "VBG" => Frame::Prep(marker),
        _ => return None,
    };
    (entry(s, noun, &[frame, Frame::To]).is_none() && entry(s, verb, &[frame]).is_some()).then_some(verb)
}
