//! Words of many styles, broken into lines.

use anstyle::Style;

use crate::look::{Look, PLAIN, width};

/// A word, in pieces that each have one style.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Word {
    pieces: Vec<(Style, String)>,
}

impl Word {
    /// Adds text.
    pub(super) fn push_str(&mut self, style: Style, text: &str) {
        match self.pieces.last_mut() {
            Some((last, before)) if *last == style => before.push_str(text),
            _ => self.pieces.push((style, text.to_owned())),
        }
    }

    /// Adds another word behind a blank.
    fn append(&mut self, word: &Self) {
        let style = |piece: Option<&(Style, String)>| piece.map(|(style, _)| *style);
        let same = style(self.pieces.last()).filter(|s| Some(*s) == style(word.pieces.first()));
        self.push_str(same.unwrap_or(PLAIN), " ");
        word.pieces.iter().for_each(|(style, text)| self.push_str(*style, text));
    }

    /// Whether there is nothing in it.
    pub(super) fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    fn width(&self) -> usize {
        self.pieces.iter().map(|(_, text)| width(text)).sum()
    }

    fn paint(&self, look: Look, out: &mut String) {
        for (style, text) in &self.pieces {
            out.push_str(&look.paint(*style, text));
        }
    }
}

/// The words of `text` in one style.
pub(super) fn words(style: Style, text: &str) -> Vec<Word> {
    let word = |w: &str| Word { pieces: vec![(style, w.to_owned())] };
    text.split_whitespace().map(word).collect()
}

/// Writes `words` on lines that start with `first` and `rest`, which are equally wide. A word that is longer than a
/// line stays whole, so that an address can be copied.
pub(super) fn wrap(words: &[Word], first: &str, rest: &str, look: Look, out: &mut String) {
    let mut start = first;
    let mut words = words.iter().peekable();
    while let Some(word) = words.next() {
        let mut line = word.clone();
        let mut column = width(start) + word.width();
        while let Some(next) = words.next_if(|next| column + 1 + next.width() <= look.width) {
            column += 1 + next.width();
            line.append(next);
        }
        out.push_str(std::mem::replace(&mut start, rest));
        line.paint(look, out);
        out.push('\n');
    }
}
