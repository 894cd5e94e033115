//! Chunks: what stands between white space, and how the white space before it looks.

use crate::contraction;
use crate::feature::mix;
use crate::link;
use crate::run::{Run, runs, shape};

/// The most bytes a token may have; a longer stretch without white space is cut at a character's border.
pub const MAX_TOKEN_BYTES: usize = 1000;

/// What stands before a chunk or a token. Line ends are white space: zones are paragraphs.
pub(crate) mod gap {
    pub(crate) const NONE: u32 = 0;
    pub(crate) const SPACE: u32 = 1;
    /// The start or end of the zone.
    pub(crate) const EDGE: u32 = 2;
}

/// A stretch without white space, as runs.
#[derive(Debug, Default)]
pub(crate) struct Chunk {
    /// What stands before it.
    pub(crate) gap: u32,
    /// Its runs; none at the end of the text.
    pub(crate) runs: Vec<Run>,
}

/// Reads one zone chunk by chunk.
pub(crate) struct Chunks<'a> {
    text: &'a str,
    at: usize,
    end: usize,
    first: bool,
}

impl<'a> Chunks<'a> {
    /// The chunks of `text[start..end]`.
    pub(crate) fn new(text: &'a str, start: usize, end: usize) -> Self {
        Self { text, at: start, end, first: true }
    }

    /// Reads the next chunk into `chunk`; at the end it has no runs.
    pub(crate) fn read(&mut self, chunk: &mut Chunk) {
        let rest = &self.text[self.at..self.end];
        let blank = rest.len() - rest.trim_start().len();
        chunk.gap = match blank {
            _ if self.first => gap::EDGE,
            0 => gap::NONE,
            _ => gap::SPACE,
        };
        self.first = false;
        let start = self.at + blank;
        self.at = start + chunk_len(&rest[blank..]);
        chunk.runs.clear();
        runs(&self.text[start..self.at], start, &mut chunk.runs);
        if chunk.runs.is_empty() {
            chunk.gap = gap::EDGE;
        }
        link::merge(&mut chunk.runs);
        cut_words(self.text, &mut chunk.runs);
        blur_initials(&mut chunk.runs);
    }
}

/// How many bytes the first chunk of `rest` has.
fn chunk_len(rest: &str) -> usize {
    let mut most = rest.len().min(MAX_TOKEN_BYTES);
    while !rest.is_char_boundary(most) {
        most -= 1;
    }
    rest[..most].find(char::is_whitespace).unwrap_or(most)
}

/// Cuts words where a token may start inside them.
fn cut_words(text: &str, runs: &mut Vec<Run>) {
    let mut at = 0;
    while at < runs.len() {
        let run = runs[at];
        let cuts = contraction::cuts(&run);
        if !cuts.is_empty() {
            let borders = [&[0], cuts, &[run.end - run.start]].concat();
            let parts = borders.windows(2).map(|b| piece(text, run.start + b[0], run.start + b[1]));
            runs.splice(at..=at, parts.collect::<Vec<_>>());
            at += cuts.len();
        } else if ends_before_not(text, runs, at) {
            let parts = [piece(text, run.start, run.end - 1), piece(text, run.end - 1, run.end)];
            runs.splice(at..=at, parts);
            at += 1;
        }
        at += 1;
    }
}

fn piece(text: &str, start: usize, end: usize) -> Run {
    Run::of(&text[start..end], start)
}

/// Whether the run `at` is the "don" of "don't".
fn ends_before_not(text: &str, runs: &[Run], at: usize) -> bool {
    let run = runs[at];
    let [quote, t] = runs.get(at + 1..at + 3).unwrap_or_default() else { return false };
    let long = run.end - run.start > 1 && shape::is_word(run.shape);
    let is_t = t.end - t.start == 1 && matches!(text.as_bytes()[t.start], b't' | b'T');
    long && is_t && quote.is('\'') && matches!(text.as_bytes()[run.end - 1], b'n' | b'N')
}

/// Makes all lone initials look the same, since which letter a name starts with says nothing; "I" is a word.
fn blur_initials(runs: &mut [Run]) {
    const PRONOUN: u32 = mix(0, 'i' as u32);
    for at in 0..runs.len() {
        let dot = |i: usize| runs.get(i).is_some_and(|r| r.is('.'));
        let lone = dot(at + 1)
            && !(at > 0 && dot(at - 1))
            && !runs.get(at + 2).is_some_and(|r| shape::is_word(r.shape));
        if runs[at].shape == shape::INITIAL && runs[at].key != PRONOUN && lone {
            (runs[at].key, runs[at].suffix) = (shape::INITIAL, shape::INITIAL);
        }
    }
}
