//! Words of many styles, cleaned and broken into lines that never exceed their width.

use anstyle::Style;
use unicode_width::UnicodeWidthChar;

use crate::clean::visible;
use crate::look::{Look, PLAIN, width};

/// Text of many styles. Whatever is pushed is cleaned, so that no text reaches a terminal otherwise.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rich {
    words: Vec<Word>,
    open: bool,
}

/// What stands between two blanks, in pieces that each have one style.
#[derive(Clone, Debug, Default)]
struct Word {
    pieces: Vec<(Style, String)>,
}

impl Word {
    fn push(&mut self, style: Style, c: char) {
        match self.pieces.last_mut() {
            Some((last, text)) if *last == style => text.push(c),
            _ => self.pieces.push((style, c.to_string())),
        }
    }

    fn width(&self) -> usize {
        self.pieces.iter().map(|(_, text)| width(text)).sum()
    }

    /// The same in parts that are no wider than `columns`.
    fn broken(&self, columns: usize) -> Vec<Self> {
        if self.width() <= columns {
            return vec![self.clone()];
        }
        let mut parts = vec![Self::default()];
        let mut used = 0;
        for (style, c) in self.pieces.iter().flat_map(|(style, text)| text.chars().map(|c| (*style, c))) {
            let wide = c.width().unwrap_or(0);
            if used + wide > columns {
                parts.push(Self::default());
                used = 0;
            }
            used += wide;
            parts.last_mut().expect("there is one").push(style, c);
        }
        parts
    }
}

impl Rich {
    /// Text in one style.
    pub(crate) fn of(style: Style, text: &str) -> Self {
        Self::default().and(style, text)
    }

    /// The same with more text behind it.
    pub(crate) fn and(mut self, style: Style, text: &str) -> Self {
        for c in text.chars() {
            if c.is_whitespace() {
                self.open = false;
                continue;
            }
            if !self.open {
                self.words.push(Word::default());
                self.open = true;
            }
            self.words.last_mut().expect("one was opened").push(style, visible(c));
        }
        self
    }

    /// Lines of painted text with their widths; the first is at most `first` columns wide, the others `rest`.
    pub(crate) fn lines(&self, first: usize, rest: usize, look: Look) -> Vec<(String, usize)> {
        let mut lines: Vec<(Vec<Word>, usize)> = vec![(Vec::new(), 0)];
        let narrow = first.min(rest).max(1);
        for word in self.words.iter().flat_map(|w| w.broken(narrow)) {
            let room = if lines.len() == 1 { first } else { rest };
            let (line, used) = lines.last_mut().expect("there is one");
            let wide = word.width();
            let gap = usize::from(!line.is_empty());
            if !line.is_empty() && *used + gap + wide > room {
                lines.push((vec![word], wide));
            } else {
                *used += gap + wide;
                line.push(word);
            }
        }
        lines.into_iter().map(|(words, used)| (paint(&words, look), used)).collect()
    }
}

/// The words with blanks between them; a blank between two words of one style has that style, so that a line takes few
/// codes.
fn paint(words: &[Word], look: Look) -> String {
    let mut pieces: Vec<(Style, String)> = Vec::new();
    let mut add = |style: Style, text: &str| match pieces.last_mut() {
        Some((last, before)) if *last == style => before.push_str(text),
        _ => pieces.push((style, text.to_owned())),
    };
    let mut before: Option<Style> = None;
    for word in words {
        let first = word.pieces.first().map(|(style, _)| *style);
        if before.is_some() {
            add(before.filter(|style| first == Some(*style)).unwrap_or(PLAIN), " ");
        }
        word.pieces.iter().for_each(|(style, text)| add(*style, text));
        before = word.pieces.last().map(|(style, _)| *style);
    }
    pieces.iter().map(|(style, text)| look.paint(*style, text)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::STRONG;

    fn lines(rich: &Rich, first: usize, rest: usize) -> Vec<String> {
        let look = Look { color: false, ..Look::default() };
        rich.lines(first, rest, look).into_iter().map(|(line, _)| line).collect()
    }

    #[test]
    fn text_is_broken_between_words_and_long_words_within() {
        let rich = Rich::of(PLAIN, "one two ").and(STRONG, "three").and(PLAIN, ", abcdefghijklm");
        assert_eq!(lines(&rich, 7, 10), ["one two", "three,", "abcdefg", "hijklm"]);
    }

    #[test]
    fn commands_to_the_terminal_are_shown_and_not_obeyed() {
        let rich = Rich::of(PLAIN, "a\u{1b}[2J\r\nb");
        assert_eq!(lines(&rich, 40, 40), ["a\u{241b}[2J b"]);
    }

    #[test]
    fn wide_letters_take_two_columns() {
        assert_eq!(
            lines(&Rich::of(PLAIN, "\u{6771}\u{4eac}\u{90fd}"), 4, 4),
            ["\u{6771}\u{4eac}", "\u{90fd}"]
        );
    }
}
