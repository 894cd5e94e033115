//! Polls, reports and minds that speak in a phrase: "In a CBS poll, …", "in Kyiv's view, …".

use saydo_codebook::{List, Words};
use saydo_syntax::{Rel, Sentence, Upos};

use crate::draft::{CueWords, Draft, Piece};
use crate::phrase::{marker, noun_phrase, runs, under};
use crate::report::who;

/// The statements of sentence number `n` that a phrase attributes.
pub(crate) fn drafts(s: &Sentence<'_>, n: usize) -> Vec<Draft> {
    (0..s.len()).filter_map(|i| draft(s, n, i)).collect()
}

fn draft(s: &Sentence<'_>, n: usize, i: usize) -> Option<Draft> {
    let head = speaker(s, i)?;
    let preposition = marker(s, i).filter(|p| matches!(*p, "in" | "by" | "per"))?;
    let clause = s.head(i).filter(|&clause| is_finite(s, clause))?;
    let start = s.reach(i).start;
    let leads = start == 0 || s.words[start - 1].form == ",";
    let case = s.children_by(i, Rel::Case).next().filter(|_| leads)?;
    let content = Piece::all(n, runs(s, under(s, clause, &[i])));
    let mut source = who(s, n, head);
    let first = if head == i { case + 1 } else { noun_phrase(s, head).start };
    source.words.start = source.words.start.max(first);
    let cue = CueWords { speaks: false, ..CueWords::plain(n, case..case + 1, case) };
    let because = format!("{preposition} the {} of a source", s.words[i].lemma);
    let (source, cue) = (Some(source), Some(cue));
    (!content.is_empty()).then_some(Draft { source, cue, content, addressee: None, because })
}

/// The word that governs the name of who speaks in a phrase: its noun, or the noun's owner.
fn speaker(s: &Sentence<'_>, i: usize) -> Option<usize> {
    let word = &s.words[i];
    if word.rel != Rel::Obl || word.upos != Upos::Noun {
        return None;
    }
    let listed = |list: List| Words::shipped().has(list, &word.lemma);
    let owner = s.child(i, Rel::NmodPoss);
    if listed(List::View) {
        return owner;
    }
    (listed(List::Poll) || (listed(List::Document) && owner.is_some())).then_some(i)
}

/// Whether a word governs a clause with a subject.
fn is_finite(s: &Sentence<'_>, clause: usize) -> bool {
    s.children(clause).any(|c| matches!(s.words[c].rel.base(), Rel::Nsubj | Rel::Expl))
}
