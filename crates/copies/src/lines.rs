//! The lines of a text in which marks stand.

use std::ops::Range;

use crate::dateline;

/// How many lines at the top may bear a mark, headline included.
const TOP: usize = 5;
/// How many lines at the end may.
const BOTTOM: usize = 6;
/// Longer lines are looked at so far only.
const LINE: usize = 240;

/// A line that may bear a mark.
pub(crate) struct Line {
    /// Where it stands in the text.
    pub(crate) at: Range<usize>,
    /// Its words in small letters, as long as they are.
    pub(crate) low: String,
    /// Where the head of its dateline ends; 0 where it has none.
    pub(crate) head: usize,
}

impl Line {
    fn new(text: &str, at: Range<usize>) -> Self {
        let words = &text[at.clone()];
        let head = dateline::find(words).map_or(0, |d| d.head.end);
        Self { low: words.to_ascii_lowercase(), at, head }
    }
}

/// The first lines that are not blank.
pub(crate) fn top(text: &str) -> Vec<Line> {
    lines(text).take(TOP).map(|at| Line::new(text, at)).collect()
}

/// The last lines that are not blank.
pub(crate) fn bottom(text: &str) -> Vec<Line> {
    let mut end = text.len();
    let mut found = Vec::new();
    while found.len() < BOTTOM && end > 0 {
        let start = text[..end].rfind('\n').map_or(0, |at| at + 1);
        found.extend(trimmed(text, start..end).map(|at| Line::new(text, short(text, at, true))));
        end = start.saturating_sub(1);
    }
    found
}

fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let lines = text.split_inclusive('\n').scan(0, |at, line| {
        *at += line.len();
        Some(*at - line.len()..*at)
    });
    lines.filter_map(|line| trimmed(text, line)).map(|line| short(text, line, false))
}

fn trimmed(text: &str, line: Range<usize>) -> Option<Range<usize>> {
    let words = text[line.clone()].trim_start();
    let start = line.end - words.len();
    let end = start + words.trim_end().len();
    (start < end).then_some(start..end)
}

/// The start of a long line, or its end.
fn short(text: &str, line: Range<usize>, from_end: bool) -> Range<usize> {
    if line.len() <= LINE {
        return line;
    }
    let mut cut = if from_end { line.end - LINE } else { line.start + LINE };
    while !text.is_char_boundary(cut) {
        cut -= 1;
    }
    if from_end { cut..line.end } else { line.start..cut }
}
