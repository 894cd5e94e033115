//! What one reading thread keeps between sentences: buffers, and the vectors of words seen lately.

use crate::features::{self, WordFeatures};
use crate::matrix::{self, Rows};
use crate::tree::Scores;

/// The buffers of one thread; results never depend on what was read with it before.
#[derive(Debug, Default)]
pub struct Scratch {
    pub(crate) cache: Cache,
    pub(crate) slots: Vec<usize>,
    pub(crate) fresh: Vec<WordFeatures>,
    pub(crate) inputs: Vec<f32>,
    pub(crate) hidden: Vec<f32>,
    pub(crate) gates: Vec<f32>,
    pub(crate) states: Vec<f32>,
    pub(crate) carry: Vec<f32>,
    pub(crate) heads: Vec<f32>,
    pub(crate) rows: Rows,
    pub(crate) scores: Scores,
    pub(crate) tags: Vec<u16>,
    pub(crate) rels: Vec<u16>,
}

/// How many words the cache remembers.
const REMEMBERED: usize = 1 << 13;

/// The vectors of words seen lately, in 16 bits with a scale for each.
///
/// Every word has one place, given by its hash. A word whose place another word of the same block holds gets a place
/// of its own behind the others, for this block only; so a place given out stays valid until the next block.
#[derive(Debug, Default)]
pub(crate) struct Cache {
    width: usize,
    block: u64,
    words: Vec<Remembered>,
    values: Vec<i16>,
    fresh: Vec<usize>,
}

#[derive(Clone, Debug, Default)]
struct Remembered {
    form: Option<Box<str>>,
    block: u64,
    scale: f32,
}

impl Cache {
    /// Starts a block of words, each `width` numbers.
    pub(crate) fn begin(&mut self, width: usize) {
        if self.width != width {
            *self = Self { width, ..Self::default() };
        }
        // Also drops the places behind the others that the last block had.
        self.words.resize(REMEMBERED, Remembered::default());
        self.values.resize(REMEMBERED * width, 0);
        self.block += 1;
        self.fresh.clear();
    }

    /// Where the word's numbers are, and whether they still have to be [filled in](Self::fill).
    pub(crate) fn slot(&mut self, form: &str) -> (usize, bool) {
        let mut slot = features::hash(0, form.chars()) as usize % REMEMBERED;
        let held = &mut self.words[slot];
        let same = held.form.as_deref() == Some(form);
        if !same && held.block == self.block {
            slot = self.words.len();
            self.words.push(Remembered::default());
            self.values.resize((slot + 1) * self.width, 0);
        }
        let held = &mut self.words[slot];
        held.block = self.block;
        if !same {
            held.form = Some(form.into());
            self.fresh.push(slot);
        }
        (slot, !same)
    }

    /// Stores the numbers of the fresh words, in the order in which they were asked for.
    #[inline(always)]
    pub(crate) fn fill(&mut self, values: &[f32]) {
        for (&slot, row) in self.fresh.iter().zip(values.chunks_exact(self.width)) {
            self.words[slot].scale = matrix::round(row, &mut self.values[slot * self.width..][..self.width]);
        }
    }

    /// Part `part` of `parts` of the numbers of one word, and what to multiply them by.
    #[inline(always)]
    pub(crate) fn part(&self, slot: usize, part: usize, parts: usize) -> (&[i16], f32) {
        let width = self.width / parts;
        (&self.values[slot * self.width + part * width..][..width], self.words[slot].scale)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(cache: &Cache, slot: usize, part: usize) -> f32 {
        let (values, scale) = cache.part(slot, part, 2);
        f32::from(values[0]) * scale
    }

    #[test]
    fn words_come_back_as_long_as_nobody_takes_their_place() {
        let mut cache = Cache::default();
        cache.begin(2);
        let (slot, fresh) = cache.slot("troops");
        assert!(fresh);
        assert_eq!(cache.slot("troops"), (slot, false));
        cache.fill(&[1.0, -0.5]);
        cache.begin(2);
        assert_eq!(cache.slot("troops"), (slot, false));
        assert!((value(&cache, slot, 0) - 1.0).abs() < 1e-4 && (value(&cache, slot, 1) + 0.5).abs() < 1e-4);
    }

    #[test]
    fn words_of_one_block_never_share_a_place() {
        let mut cache = Cache::default();
        for _ in 0..3 {
            cache.begin(2);
            let words: Vec<String> = (0..2 * REMEMBERED).map(|i| format!("w{i}")).collect();
            let slots: Vec<usize> = words.iter().map(|w| cache.slot(w).0).collect();
            let rows: Vec<f32> = cache.fresh.iter().flat_map(|&s| [s as f32 + 1.0, 0.0]).collect();
            cache.fill(&rows);
            let distinct: std::collections::HashSet<_> = slots.iter().collect();
            assert_eq!(distinct.len(), words.len());
            for slot in slots {
                assert!((value(&cache, slot, 0) - (slot as f32 + 1.0)).abs() < 0.5);
            }
        }
    }
}
