//! "Talks, he said, will go on": a name and a verb of speech between two commas, whatever the tree makes of them.

use std::ops::Range;

use saydo_codebook::Frame;
use saydo_syntax::{Rel, Sentence, Upos};

use crate::cue::Hit;
use crate::phrase::{runs, trim, verb_group};

/// The longest name between the commas.
const LONGEST: usize = 12;

/// A parenthesis that the tree took for the main clause.
pub(crate) struct Parenthesis {
    /// The words of the name.
    pub(crate) name: Range<usize>,
    /// The word that governs the name.
    pub(crate) head: usize,
    /// Everything outside the commas.
    pub(crate) content: Vec<Range<usize>>,
}

/// The parenthesis of a verb of speech whose subject the tree found before the first comma.
pub(crate) fn of_verb(s: &Sentence<'_>, hit: &Hit<'_>) -> Option<Parenthesis> {
    let v = hit.head;
    let closes = s.words.get(v + 1).is_some_and(|w| w.form == ",");
    if !hit.cue.frames.has(Frame::That) || !closes || !matches!(s.words[v].xpos, "VBD" | "VBZ" | "VBP") {
        return None;
    }
    let subject = s.child(v, Rel::Nsubj)?;
    let group = verb_group(s, v);
    let comma = (0..group.start).rev().take(LONGEST).find(|&i| s.words[i].form == ",")?;
    let name = comma + 1..group.start;
    let head =
        name.clone().rev().find(|&i| matches!(s.words[i].upos, Upos::Propn | Upos::Noun | Upos::Pron))?;
    let verbless = name.clone().all(|i| s.words[i].upos != Upos::Verb && s.words[i].upos != Upos::Adp);
    let goes_on = (v + 2..s.len()).any(|i| matches!(s.words[i].upos, Upos::Verb | Upos::Aux));
    if subject >= comma || !verbless || !goes_on || head + 1 != group.start {
        return None;
    }
    let outside = (0..comma).chain(v + 2..s.len()).collect();
    Some(Parenthesis { name: trim(s, name), head, content: runs(s, outside) })
}
