//! Plain text to zones: paragraphs first, then what each of them is.

use saydo_text::{Byte, Span, ZoneSpan};

use crate::line::{lines, trimmed};
use crate::role::{Piece, assign};
use crate::wrap::Wrap;

/// The zones of a plain `text`: one for each paragraph, one more for a dateline before it.
///
/// A blank line ends a paragraph; so does the end of a line, unless the lines were cut at a width. The first
/// paragraph can be a headline where no `title` is known, or where it repeats the title.
pub fn zones(text: &str, title: Option<&str>) -> Vec<ZoneSpan> {
    let pieces: Vec<_> = paragraphs(text).into_iter().map(Piece::plain).collect();
    assign(text, &pieces, title)
}

fn paragraphs(text: &str) -> Vec<Span<Byte>> {
    let wrap = Wrap::of(text);
    let mut found: Vec<Span<Byte>> = Vec::new();
    let mut above: Option<Span<Byte>> = None;
    for line in lines(text).map(|line| trimmed(text, line)) {
        let joined = above.is_some_and(|above| !line.is_empty() && wrap.joins(text, above, line));
        match found.last_mut() {
            Some(paragraph) if joined => paragraph.end = line.end,
            _ if line.is_empty() => {}
            _ => found.push(line),
        }
        above = (!line.is_empty()).then_some(line);
    }
    found
}
