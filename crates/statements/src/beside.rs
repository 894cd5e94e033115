//! Names right beside a cue, for sentences whose tree got the subject wrong: "…," Frank writes; "…," said Kuleba.

use std::ops::Range;

use saydo_syntax::{Rel, Sentence, Upos};

use crate::phrase::{is_double_mark, noun_phrase};

/// The longest name with its description.
const LONGEST: usize = 30;

/// The noun right before or right after the words of a cue that is its subject by position, outside quotations.
pub(crate) fn subject(s: &Sentence<'_>, cue: &Range<usize>, quoted: impl Fn(usize) -> bool) -> Option<usize> {
    let free = |i: usize| !quoted(i) && is_name(s, i);
    let before = cue.start.checked_sub(1).filter(|&i| free(i)).map(|i| top(s, i, cue, &quoted));
    before
        .or_else(|| after(s, cue, free).map(|i| top(s, i, cue, &quoted)))
        .or_else(|| apposed(s, cue, &quoted))
}

/// The name before a comma and a description of it: "Gene Sperling, an adviser, said".
fn apposed(s: &Sentence<'_>, cue: &Range<usize>, quoted: &impl Fn(usize) -> bool) -> Option<usize> {
    let comma = cue
        .start
        .checked_sub(1)
        .filter(|&i| matches!(s.words[i].form, "," | ")" | "-" | "–" | "—" | "--"))?;
    let start = (0..comma).rev().take_while(|&i| !quoted(i)).last()?;
    let finite = |i: usize| matches!(s.words[i].xpos, "VBD" | "VBZ" | "VBP" | "MD");
    let relative = |i: usize| matches!(s.words[i].xpos, "WP" | "WDT" | "WP$");
    let clause = (start..comma).any(finite) && !(start..comma).any(relative);
    let name = (start..comma).find(|&i| is_name(s, i))?;
    let leads = (start..name)
        .all(|i| matches!(s.words[i].upos, Upos::Det | Upos::Adj | Upos::Punct | Upos::Num | Upos::Cconj));
    (!clause && leads && comma - start <= LONGEST).then(|| top(s, name, cue, quoted))
}

/// The first noun after the cue, with only articles, adjectives and the like between them.
fn after(s: &Sentence<'_>, cue: &Range<usize>, free: impl Fn(usize) -> bool) -> Option<usize> {
    let start = cue.end;
    for i in start..(start + 4).min(s.len()) {
        if free(i) {
            return Some(i);
        }
        if !matches!(s.words[i].upos, Upos::Det | Upos::Adj | Upos::Num) {
            return None;
        }
    }
    None
}

fn is_name(s: &Sentence<'_>, i: usize) -> bool {
    let w = &s.words[i];
    match w.upos {
        Upos::Propn | Upos::Noun => true,
        Upos::Adj | Upos::Num => s.words[i].form.ends_with("-year-old"),
        Upos::Pron => {
            matches!(w.form.to_lowercase().as_str(), "he" | "she" | "they" | "we" | "i" | "who" | "it")
        }
        _ => false,
    }
}

/// The word that governs the name: as far up as the tree goes without leaving the name's side of the cue.
fn top(s: &Sentence<'_>, mut i: usize, cue: &Range<usize>, quoted: &impl Fn(usize) -> bool) -> usize {
    while let Some(h) = s.head(i) {
        let joined = matches!(
            s.words[i].rel,
            Rel::Flat | Rel::Compound | Rel::Appos | Rel::NmodDesc | Rel::Nummod | Rel::Amod | Rel::Nmod
        );
        let same_side = (h < cue.start) == (i < cue.start) && !cue.contains(&h);
        let between = |w: usize| quoted(w) || is_double_mark(s.words[w].form);
        if !joined || !same_side || quoted(h) || (h.min(i)..h.max(i)).any(between) {
            break;
        }
        i = h;
    }
    i
}

/// The words of the name that `head` governs, cut where the cue or a quotation begins.
pub(crate) fn words(
    s: &Sentence<'_>,
    head: usize,
    cue: &Range<usize>,
    quoted: impl Fn(usize) -> bool,
) -> Range<usize> {
    let mut range = noun_phrase(s, head);
    if head < cue.start {
        range.end = range.end.min(cue.start);
    } else {
        range.start = range.start.max(cue.end);
    }
    while range.start < head && (range.start..head).any(&quoted) {
        range.start += 1;
    }
    if let Some(mark) = (head..range.end).find(|&i| quoted(i)) {
        range.end = mark;
    }
    crate::phrase::trim(s, range)
}
