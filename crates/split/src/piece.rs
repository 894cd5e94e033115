//! Pieces: tokens in order, with what the search for sentence ends wants to know of them.

use std::collections::VecDeque;

use crate::border::{Growing, Place};
use crate::chunk::{Chunk, Chunks, gap};
use crate::feature::{Border, Judge};
use crate::run::{Run, shape};

/// A token on its way into a sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Piece {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) joined: bool,
    /// What stands before it.
    pub(crate) gap: u32,
    /// Its characters without case and quote style, hashed; for a number only its length.
    pub(crate) key: u32,
    /// The shape of its only or first run, and whether there are more.
    pub(crate) shape: u32,
    /// Whether it has several runs and ends with a full stop.
    pub(crate) dotted: bool,
    /// The key of its first run.
    pub(crate) stem: u32,
}

impl Piece {
    /// What stands before the first token and after the last.
    pub(crate) const EDGE: Self = Self {
        start: 0,
        end: 0,
        joined: false,
        gap: gap::EDGE,
        key: 0,
        shape: shape::EDGE,
        dotted: false,
        stem: 0,
    };

    /// Marks the shape of a token of several runs.
    const COMPOUND: u32 = 1 << 28;
    const DOTTED: u32 = 1 << 29;
    const JOINED: u32 = 1 << 30;

    fn of(runs: &[Run], token: Growing, gap: u32, joined: bool) -> Self {
        let (first, last) = (runs[0], runs[runs.len() - 1]);
        let dotted = token.count > 1 && last.is('.');
        let compound =
            if token.count > 1 { Self::COMPOUND } else { 0 } | if dotted { Self::DOTTED } else { 0 };
        let shape = first.shape | compound | if joined { Self::JOINED } else { 0 };
        let key = if shape::is_number(shape) { shape } else { token.key };
        Self { start: first.start, end: last.end, joined, gap, key, shape, dotted, stem: first.key }
    }

    /// Whether this is the end of the text.
    pub(crate) fn is_edge(&self) -> bool {
        self.shape == shape::EDGE
    }

    /// The shape of the first run.
    pub(crate) fn first(&self) -> u32 {
        self.shape & !(Self::COMPOUND | Self::DOTTED | Self::JOINED)
    }
}

/// Reads one zone token by token.
pub(crate) struct Pieces<'a> {
    chunks: Chunks<'a>,
    before: Chunk,
    chunk: Chunk,
    after: Chunk,
    ready: VecDeque<Piece>,
}

impl<'a> Pieces<'a> {
    /// The tokens of `text[start..end]`.
    pub(crate) fn new(text: &'a str, start: usize, end: usize) -> Self {
        let mut chunks = Chunks::new(text, start, end);
        let mut after = Chunk::default();
        chunks.read(&mut after);
        Self { chunks, before: Chunk::default(), chunk: Chunk::default(), after, ready: VecDeque::new() }
    }

    /// The next token, or the edge at the end.
    pub(crate) fn next(&mut self, judge: &mut impl Judge) -> Piece {
        if self.ready.is_empty() && !self.after.runs.is_empty() {
            std::mem::swap(&mut self.before, &mut self.chunk);
            std::mem::swap(&mut self.chunk, &mut self.after);
            self.chunks.read(&mut self.after);
            self.cut(judge);
        }
        self.ready.pop_front().unwrap_or(Piece::EDGE)
    }

    /// Cuts the chunk into tokens.
    fn cut(&mut self, judge: &mut impl Judge) {
        let Self { before, chunk, after, ready, .. } = self;
        let (mut from, mut joined, mut gap) = (0, false, chunk.gap);
        let mut token = Growing::default().with(&chunk.runs[0]);
        for at in 1..chunk.runs.len() {
            let place = Place { before, chunk, after, at, token };
            let border = judge.border(chunk.runs[at].start, place.features().as_slice(), place.may_join());
            if border != Border::Inside {
                ready.push_back(Piece::of(&chunk.runs[from..at], token, gap, joined));
                (from, joined, gap) = (at, border == Border::Joined, gap::NONE);
                token = Growing::default();
            }
            token = token.with(&chunk.runs[at]);
        }
        ready.push_back(Piece::of(&chunk.runs[from..], token, gap, joined));
    }
}
