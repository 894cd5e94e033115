//! What each paragraph is: headline, dateline, body, subheading or caption.

use saydo_text::{Byte, Span, Zone, ZoneSpan};

use crate::dateline::dateline;
use crate::line::trimmed;
use crate::shape::{Shape, is_short};

/// How many paragraphs below a headline may go by before the first sentence: bylines, days, credits.
const REACH: usize = 4;

/// A paragraph, with its role where the format states it.
pub(crate) struct Piece {
    pub(crate) span: Span<Byte>,
    pub(crate) zone: Option<Zone>,
}

impl Piece {
    /// A paragraph whose role is to be found out.
    pub(crate) fn plain(span: Span<Byte>) -> Self {
        Self { span, zone: None }
    }
}

/// The zones of all `pieces` of `text`; `title` is the headline, where it is known from elsewhere.
pub(crate) fn assign(text: &str, pieces: &[Piece], title: Option<&str>) -> Vec<ZoneSpan> {
    let shapes = shapes(text, pieces);
    let mut zones: Vec<ZoneSpan> = Vec::with_capacity(pieces.len());
    for (at, piece) in pieces.iter().enumerate() {
        let paragraph = &text[piece.span.range()];
        let above = zones.last().map(|zone| zone.zone);
        let zone = piece.zone.or_else(|| role(paragraph, &shapes, at, title, above)).unwrap_or(Zone::Body);
        push(&mut zones, text, ZoneSpan { span: piece.span, zone });
    }
    zones
}

/// The shapes of all pieces; what the next one goes on with in lower case is no title, but a line cut in two.
fn shapes(text: &str, pieces: &[Piece]) -> Vec<Shape> {
    let words = |at: usize| pieces.get(at).map_or("", |piece: &Piece| &text[piece.span.range()]);
    let shape = |at: usize| match Shape::of(words(at)) {
        Shape::Title if words(at + 1).starts_with(char::is_lowercase) => Shape::Other,
        shape => shape,
    };
    (0..pieces.len()).map(shape).collect()
}

/// The role of a paragraph that is not plainly body; `None` where in doubt.
fn role(
    paragraph: &str,
    shapes: &[Shape],
    at: usize,
    title: Option<&str>,
    above: Option<Zone>,
) -> Option<Zone> {
    match shapes[at] {
        Shape::Credit => Some(Zone::Caption),
        _ if at == 0 && title.is_some_and(|title| is_same(title, paragraph)) => Some(Zone::Headline),
        Shape::Title if at == 0 && title.is_none() => is_led(shapes).then_some(Zone::Headline),
        Shape::Title if at > 0 => is_inner(paragraph, shapes, at, above).then_some(Zone::Subheading),
        _ => None,
    }
}

fn is_led(shapes: &[Shape]) -> bool {
    shapes.iter().skip(1).take(REACH).any(|&shape| shape == Shape::Sentence)
}

/// A title inside the report stands alone between text above and a sentence below: two in a row are a list.
fn is_inner(paragraph: &str, shapes: &[Shape], at: usize, above: Option<Zone>) -> bool {
    let alone = shapes[at - 1] != Shape::Title || above == Some(Zone::Headline);
    alone && is_short(paragraph) && shapes.get(at + 1) == Some(&Shape::Sentence)
}

fn is_same(title: &str, paragraph: &str) -> bool {
    let letters = |text: &str| -> Vec<char> {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).take(400).collect()
    };
    let known = letters(title);
    !known.is_empty() && paragraph.len() < title.len() + 40 && known == letters(paragraph)
}

/// Adds `found`; a body paragraph that starts with a dateline becomes two zones.
fn push(zones: &mut Vec<ZoneSpan>, text: &str, found: ZoneSpan) {
    let whole = found.span;
    let length = if found.zone == Zone::Body { dateline(&text[whole.range()]).unwrap_or(0) } else { 0 };
    let head = Span::new(whole.start, whole.start + length);
    let rest = trimmed(text, Span::new(head.end, whole.end));
    let parts = [ZoneSpan { span: head, zone: Zone::Dateline }, ZoneSpan { span: rest, zone: found.zone }];
    zones.extend(parts.into_iter().filter(|part| !part.span.is_empty()));
}
