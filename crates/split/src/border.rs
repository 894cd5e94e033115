//! What the models see at the border between two runs of a chunk.

use crate::abbreviation;
use crate::chunk::Chunk;
use crate::feature::{Features, mix};
use crate::run::{Run, shape};

/// A border inside a chunk, and the token that leads up to it.
pub(crate) struct Place<'a> {
    /// The chunk before.
    pub(crate) before: &'a Chunk,
    /// The chunk that holds the border.
    pub(crate) chunk: &'a Chunk,
    /// The chunk after.
    pub(crate) after: &'a Chunk,
    /// The index of the run after the border.
    pub(crate) at: usize,
    /// The token that leads up to the border.
    pub(crate) token: Growing,
}

/// A token as far as it has been read.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Growing {
    /// Its runs' keys, hashed.
    pub(crate) key: u32,
    /// Its runs' shapes, hashed.
    form: u32,
    /// How many runs it has.
    pub(crate) count: u32,
}

impl Growing {
    /// The token with one run more.
    pub(crate) fn with(self, run: &Run) -> Self {
        let key = if self.count == 0 { run.key } else { mix(self.key, run.key) };
        Self { key, form: mix(self.form, run.shape), count: self.count + 1 }
    }
}

impl Place<'_> {
    /// Whether the token after the border may continue a multiword token.
    pub(crate) fn may_join(&self) -> bool {
        let (left, right) = (self.run(-1), self.run(0));
        let word = shape::is_word(left.shape) || shape::is_number(left.shape);
        word && (right.is('\'') || right.is('`') || shape::is_word(right.shape))
    }

    /// The run `offset` away from the border, 0 being the one after it.
    fn run(&self, offset: isize) -> Run {
        let index = self.at.checked_add_signed(offset);
        index.and_then(|i| self.chunk.runs.get(i)).copied().unwrap_or(Run::EDGE)
    }

    /// All templates; their order is part of the weights file.
    pub(crate) fn features(&self) -> Features {
        let mut out = Features::new();
        let [l3, l2, l1, r1, r2, r3] = [-3, -2, -1, 0, 1, 2].map(|i| self.run(i));
        let pair = mix(l1.shape, r1.shape);
        Self::add_neighbours(&mut out, [l3, l2, l1, r1, r2, r3], pair);
        self.add_token(&mut out, r1, r2);
        self.add_chunks(&mut out, pair, l1, l2, r1, r2);
        out
    }

    fn add_neighbours(out: &mut Features, [l3, l2, l1, r1, r2, r3]: [Run; 6], pair: u32) {
        out.add([pair]);
        out.add([l1.key, r1.key]);
        out.add([l2.shape, pair]);
        out.add([pair, r2.shape]);
        out.add([l2.shape, pair, r2.shape]);
        out.add([l3.shape, l2.shape, pair]);
        out.add([pair, r2.shape, r3.shape]);
        out.add([l1.key, r1.shape, r2.shape]);
        out.add([l1.shape, r1.shape, r2.key]);
        out.add([l1.shape, r1.key, r2.shape]);
        out.add([l2.key, l1.key, r1.key]);
        out.add([l1.key, r1.key, r2.key]);
        out.add([l2.key, l1.shape, r1.shape]);
        out.add([l1.suffix, r1.shape]);
        out.add([r1.key, r2.key, r3.key]);
        out.add([r1.suffix, l1.shape]);
        out.add([l2.shape, pair, r2.shape, l3.shape, r3.shape]);
    }

    fn add_token(&self, out: &mut Features, r1: Run, r2: Run) {
        let Growing { key, form, count } = self.token;
        let last = self.run(-1);
        out.add([key, r1.shape]);
        out.add([key, r1.key, r2.shape]);
        out.add([form, r1.shape, r2.shape]);
        out.add([form, r1.key, r2.key]);
        out.add([count.min(6), last.shape, r1.shape]);
    }

    fn add_chunks(&self, out: &mut Features, pair: u32, l1: Run, l2: Run, r1: Run, r2: Run) {
        let runs = &self.chunk.runs;
        let (first, last) = (runs[0], runs[runs.len() - 1]);
        let previous = self.before.runs.last().copied().unwrap_or(Run::EDGE);
        let next = self.after.runs.first().copied().unwrap_or(Run::EDGE);
        let known = if r1.is('.') { abbreviation::kind(l1.key) } else { 0 };
        let at_end = u32::from(r2.shape == shape::EDGE) * (1 + self.after.gap);
        let at_start = u32::from(l2.shape == shape::EDGE);
        out.add([runs.len().min(9) as u32, self.at.min(9) as u32, pair]);
        out.add([runs.len().min(4) as u32, pair, at_end, next.shape]);
        out.add([first.key, pair]);
        out.add([last.key, pair]);
        out.add([pair, at_end, next.shape]);
        out.add([pair, at_end, next.key]);
        out.add([l1.key, r1.shape, at_end, next.shape]);
        out.add([known, pair, at_end, next.shape]);
        out.add([known, r1.shape, r2.shape]);
        out.add([u32::from(known > 0), l1.shape, r1.shape, r2.shape, next.shape]);
        let length = (l1.end - l1.start).min(6) as u32;
        out.add([length, pair, r2.shape]);
        out.add([length, pair, at_end, next.shape]);
        out.add([pair, at_start, previous.shape]);
        out.add([pair, at_start, previous.key]);
    }
}
