//! Lines and edges: the small steps through a text that the readers share.

use saydo_text::{Byte, Span};

/// The lines of a text, without their ends; "\r\n" is one end.
pub(crate) struct Lines<'a> {
    text: &'a str,
    at: usize,
}

/// The lines of `text`, in order.
pub(crate) fn lines(text: &str) -> Lines<'_> {
    Lines { text, at: 0 }
}

impl Iterator for Lines<'_> {
    type Item = Span<Byte>;

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        let length = rest.find(is_end).unwrap_or(rest.len());
        let line = Span::new(self.at, self.at + length);
        self.at = line.end + end_length(&rest[length..]);
        Some(line)
    }
}

fn is_end(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn end_length(rest: &str) -> usize {
    if rest.starts_with("\r\n") { 2 } else { rest.chars().next().map_or(0, char::len_utf8) }
}

/// `span` without white space at its edges.
pub(crate) fn trimmed(text: &str, span: Span<Byte>) -> Span<Byte> {
    trimmed_of(text, span, char::is_whitespace)
}

/// `span` without the characters at its edges that are `out`.
pub(crate) fn trimmed_of(text: &str, span: Span<Byte>, out: impl Fn(char) -> bool) -> Span<Byte> {
    let whole = &text[span.range()];
    let tail = whole.trim_start_matches(&out);
    let start = span.end - tail.len();
    Span::new(start, start + tail.trim_end_matches(&out).len())
}

/// Whether `text` has no more than `limit` characters; looks no further than that.
pub(crate) fn is_within(text: &str, limit: usize) -> bool {
    text.chars().nth(limit).is_none()
}

/// The start of `text`, of no more than `limit` characters.
pub(crate) fn start_of(text: &str, limit: usize) -> &str {
    text.char_indices().nth(limit).map_or(text, |(end, _)| &text[..end])
}

/// Whether `word` starts with a capital.
pub(crate) fn starts_high(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}
