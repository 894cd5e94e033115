//! A content that holds part of a quotation comes to hold all of it.

use std::ops::Range;

use saydo_syntax::{Document, Sentence};

use crate::draft::{Draft, Piece};
use crate::quote::Quote;

/// Widens the content of a statement to the quotation, where they overlap; whether the statement carries it now.
pub(crate) fn widen(document: &Document<'_>, quote: &Quote, draft: &mut Draft, speaks: bool) -> bool {
    let Some((at, same)) = touched(quote, &draft.content) else { return false };
    let piece = draft.content[at].clone();
    let limits = limits(&document.sentences[piece.sentence], draft, &piece);
    let start = piece.words.start.min(same.words.start.max(limits.start));
    draft.content[at].words = start..piece.words.end.max(same.words.end.min(limits.end));
    if speaks {
        let grown = draft.content[at] != piece;
        take_over(quote, &piece, grown, &mut draft.content);
    }
    speaks || overlap(same, &piece) * 2 > same.words.len()
}

/// The first piece of a content that shares words with the quotation, and the quotation's words in that sentence. Only
/// the pieces in the quotation's own sentences are looked at; contents are in order.
fn touched<'q>(quote: &'q Quote, content: &[Piece]) -> Option<(usize, &'q Piece)> {
    let (first, last) = (quote.first().sentence, quote.last().sentence);
    let start = content.partition_point(|p| p.sentence < first);
    let near = content[start..].iter().take_while(|p| p.sentence <= last);
    near.enumerate().find_map(|(i, p)| {
        let same = quote.piece(p.sentence).filter(|q| overlap(q, p) > 0)?;
        Some((start + i, same))
    })
}

/// Adds what a quotation has in other sentences than `piece` and the content does not hold yet.
fn take_over(quote: &Quote, piece: &Piece, grown: bool, content: &mut Vec<Piece>) {
    let other = quote.pieces.iter().filter(|q| q.sentence != piece.sentence && !is_held(content, q));
    let missing: Vec<Piece> = other.cloned().collect();
    if grown || !missing.is_empty() {
        content.extend(missing);
        content.sort_by_key(|p| (p.sentence, p.words.start));
        merge(content);
    }
}

/// Whether one piece of a content, whose pieces are in order, covers another.
fn is_held(content: &[Piece], other: &Piece) -> bool {
    let start = content.partition_point(|p| p.sentence < other.sentence);
    content[start..].iter().take_while(|p| p.sentence == other.sentence).any(|p| p.covers(other))
}

/// Makes one piece of pieces that overlap; they are in order.
fn merge(content: &mut Vec<Piece>) {
    let mut merged: Vec<Piece> = Vec::with_capacity(content.len());
    for piece in content.drain(..) {
        match merged.last_mut() {
            Some(last) if last.sentence == piece.sentence && piece.words.start <= last.words.end => {
                last.words.end = last.words.end.max(piece.words.end);
            }
            _ => merged.push(piece),
        }
    }
    *content = merged;
}

fn overlap(a: &Piece, b: &Piece) -> usize {
    let (start, end) = (a.words.start.max(b.words.start), a.words.end.min(b.words.end));
    if a.sentence == b.sentence { end.saturating_sub(start) } else { 0 }
}

/// How far a content may grow: not over its own cue.
fn limits(s: &Sentence<'_>, draft: &Draft, piece: &Piece) -> Range<usize> {
    match &draft.cue {
        Some(cue) if cue.sentence == piece.sentence && cue.words.start < piece.words.start => {
            cue.words.end..s.len()
        }
        Some(cue) if cue.sentence == piece.sentence => 0..cue.words.start,
        _ => 0..s.len(),
    }
}
