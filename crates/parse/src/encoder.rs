//! The encoder: word vectors, a window of three words, bidirectional quasi-recurrent layers.
//!
//! The layers follow Bradbury et al. (2017) and Lei et al. (2018).

use crate::error::WeightsError;
use crate::features;
use crate::lanes::Lanes;
use crate::math::{sigmoid, tanh};
use crate::matrix::{Matrix, relu};
use crate::scratch::Scratch;
use crate::weights::{Sections, Table};

/// The weights up to the states that the heads read.
#[derive(Debug)]
pub(crate) struct Encoder<'w> {
    keys: Vec<u64>,
    words: Table<'w>,
    affixes: Table<'w>,
    word: Matrix,
    window: Matrix,
    layers: Vec<Matrix>,
}

impl<'w> Encoder<'w> {
    pub(crate) fn new(s: &Sections<'w>) -> Result<Self, WeightsError> {
        let bad = |name: &str| WeightsError::Shape(name.to_owned());
        let count = s.text("layers")?.trim().parse().map_err(|_| bad("layers"))?;
        let layers: Result<Vec<_>, _> = (0..count).map(|i: usize| s.matrix(&format!("layer{i}"))).collect();
        let encoder = Self {
            keys: s.keys("keys")?,
            words: Table::new(s, "words")?,
            affixes: Table::new(s, "affixes")?,
            word: s.matrix("word")?,
            window: s.matrix("window")?,
            layers: layers?,
        };
        encoder.fits().then_some(encoder).ok_or_else(|| bad("encoder"))
    }

    /// Whether all sizes agree, so that no index can be out of range later.
    fn fits(&self) -> bool {
        let width = self.width();
        self.words.rows() == self.keys.len() + 1
            && self.affixes.rows() == features::BUCKETS
            && self.word.inputs == self.words.width() + self.affixes.width()
            && self.window.inputs == self.word.outputs
            && self.window.outputs == 3 * width
            && width.is_multiple_of(16)
            && self.layers.iter().all(|l| l.inputs == width && l.outputs == 3 * width)
    }

    /// How many numbers a token's state has.
    pub(crate) fn width(&self) -> usize {
        self.window.outputs / 3
    }

    /// Leaves the states of all words in `s.states`.
    #[inline(always)]
    pub(crate) fn run(&self, lanes: Lanes, lengths: &[usize], s: &mut Scratch) {
        self.mix(lengths, s);
        for layer in &self.layers {
            self.layer(lanes, layer, lengths, s);
        }
    }

    /// Puts every word's share of the window into the cache and notes where each is.
    pub(crate) fn look_up(&self, lanes: Lanes, forms: &[&str], s: &mut Scratch) {
        s.cache.begin(3 * self.width());
        s.slots.clear();
        s.inputs.clear();
        for form in forms {
            let (slot, fresh) = s.cache.slot(form);
            s.slots.push(slot);
            if fresh {
                self.word_input(form, &mut s.inputs);
            }
        }
        lanes.run(
            #[inline(always)]
            || {
                s.rows.quantise(&s.inputs, self.word.inputs);
                self.word.multiply(lanes, &s.rows, &mut s.hidden);
                relu(&mut s.hidden);
                s.rows.quantise(&s.hidden, self.word.outputs);
                self.window.multiply(lanes, &s.rows, &mut s.gates);
                s.cache.fill(&s.gates);
            },
        );
    }

    /// Appends the concatenated embeddings of one word.
    fn word_input(&self, form: &str, inputs: &mut Vec<f32>) {
        let word = features::word(form);
        let row = self.keys.binary_search(&word.key).map_or(0, |i| i + 1);
        let (start, split) = (inputs.len(), self.words.width());
        inputs.resize(start + self.word.inputs, 0.0);
        self.words.add(row, &mut inputs[start..start + split]);
        for &h in &word.hashed {
            self.affixes.add(h as usize, &mut inputs[start + split..]);
        }
    }

    /// Adds up the window: what the word before, the word itself and the word after give to each position.
    #[inline(always)]
    fn mix(&self, lengths: &[usize], s: &mut Scratch) {
        let w = self.width();
        s.states.clear();
        s.states.resize(s.slots.len() * w, 0.0);
        let mut first = 0;
        for &n in lengths {
            for t in first..first + n {
                let state = &mut s.states[t * w..][..w];
                add(state, s.cache.part(s.slots[t], 1, 3));
                if t > first {
                    add(state, s.cache.part(s.slots[t - 1], 0, 3));
                }
                if t + 1 < first + n {
                    add(state, s.cache.part(s.slots[t + 1], 2, 3));
                }
                relu(state);
            }
            first += n;
        }
    }

    /// One quasi-recurrent layer: gates for all tokens at once, then the recurrence along each sentence.
    #[inline(always)]
    fn layer(&self, lanes: Lanes, layer: &Matrix, lengths: &[usize], s: &mut Scratch) {
        let w = self.width();
        s.rows.quantise(&s.states, w);
        layer.multiply(lanes, &s.rows, &mut s.gates);
        for gate in s.gates.chunks_exact_mut(3 * w) {
            let (z, rest) = gate.split_at_mut(w);
            let (forget, out) = rest.split_at_mut(w);
            for i in 0..w {
                forget[i] = sigmoid(forget[i]);
                out[i] = sigmoid(out[i]);
                z[i] *= 1.0 - forget[i];
            }
        }
        let mut first = 0;
        for &n in lengths {
            recur(&mut s.gates[first * 3 * w..(first + n) * 3 * w], w, &mut s.carry);
            first += n;
        }
        for (gate, state) in s.gates.chunks_exact(3 * w).zip(s.states.chunks_exact_mut(w)) {
            let (c, out) = (&gate[..w], &gate[2 * w..]);
            for i in 0..w {
                state[i] = out[i] * tanh(c[i]) + (1.0 - out[i]) * state[i];
            }
        }
    }
}

/// Adds `from`, in 16 bits with a scale, to `to`.
#[inline(always)]
fn add(to: &mut [f32], (from, scale): (&[i16], f32)) {
    for (a, &b) in to.iter_mut().zip(from) {
        *a += f32::from(b) * scale;
    }
}

/// Runs the recurrence over one sentence in place: the first half of the units forwards, the second backwards.
#[inline(always)]
fn recur(gates: &mut [f32], w: usize, carry: &mut Vec<f32>) {
    let half = w / 2;
    let n = gates.len() / (3 * w);
    for (units, backwards) in [(0..half, false), (half..w, true)] {
        carry.clear();
        carry.resize(half, 0.0);
        for step in 0..n {
            let t = if backwards { n - 1 - step } else { step };
            let (input, rest) = gates[t * 3 * w..(t + 1) * 3 * w].split_at_mut(w);
            let (input, forget) = (&mut input[units.clone()], &rest[units.clone()]);
            for i in 0..half {
                let c = forget[i] * carry[i] + input[i];
                carry[i] = c;
                input[i] = c;
            }
        }
    }
}
