//! The encoder: word vectors, a window of three words, bidirectional quasi-recurrent layers.
//!
//! The layers follow Bradbury et al. (2017) and Lei et al. (2018).

use crate::error::WeightsError;
use crate::features::{self, WordFeatures};
use crate::keys::Keys;
use crate::lanes::Lanes;
use crate::math::{sigmoid, tanh};
use crate::matrix::{Matrix, relu};
use crate::scratch::Scratch;
use crate::weights::{Sections, Table};

/// The weights up to the states that the heads read.
#[derive(Debug)]
pub(crate) struct Encoder<'w> {
    keys: Keys,
    words: Table<'w>,
    affixes: Table<'w>,
    word: Matrix,
    window: Matrix,
    layers: Vec<Matrix>,
    /// The share of a neighbour that is not there.
    nothing: Vec<i16>,
}

impl<'w> Encoder<'w> {
    pub(crate) fn new(s: &Sections<'w>) -> Result<Self, WeightsError> {
        let bad = |name: &str| WeightsError::Shape(name.to_owned());
        let count = s.text("layers")?.trim().parse().map_err(|_| bad("layers"))?;
        let layers: Result<Vec<_>, _> = (0..count).map(|i: usize| s.matrix(&format!("layer{i}"))).collect();
        let window = s.matrix("window")?;
        let encoder = Self {
            nothing: vec![0; window.outputs / 3],
            keys: Keys::new(s.keys("keys")?),
            words: Table::new(s, "words")?,
            affixes: Table::new(s, "affixes")?,
            word: s.matrix("word")?,
            window,
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
        for (i, layer) in self.layers.iter().enumerate() {
            s.rows.quantise(&s.states, self.width());
            // Only the states that the first layer reads were cut off at zero.
            if i == 0 {
                layer.multiply_sparse(lanes, &mut s.rows, &mut s.gates);
            } else {
                layer.multiply(lanes, &s.rows, &mut s.gates);
            }
            self.recur(lengths, s);
        }
    }

    /// Puts every word's share of the window into the cache and notes where each is.
    pub(crate) fn look_up(&self, lanes: Lanes, forms: &[&str], s: &mut Scratch) {
        s.cache.begin(3 * self.width());
        s.slots.clear();
        s.fresh.clear();
        for form in forms {
            let (slot, fresh) = s.cache.slot(form);
            s.slots.push(slot);
            if fresh {
                s.fresh.push(features::word(form));
            }
        }
        lanes.run(
            #[inline(always)]
            || {
                self.embed(&s.fresh, &mut s.inputs);
                s.rows.quantise(&s.inputs, self.word.inputs);
                self.word.multiply(lanes, &s.rows, &mut s.hidden);
                relu(&mut s.hidden);
                s.rows.quantise(&s.hidden, self.word.outputs);
                self.window.multiply_sparse(lanes, &mut s.rows, &mut s.gates);
                s.cache.fill(&s.gates);
            },
        );
    }

    /// The concatenated embeddings of each word.
    #[inline(always)]
    fn embed(&self, words: &[WordFeatures], inputs: &mut Vec<f32>) {
        inputs.clear();
        inputs.resize(words.len() * self.word.inputs, 0.0);
        for (word, input) in words.iter().zip(inputs.chunks_exact_mut(self.word.inputs)) {
            let (own, affixes) = input.split_at_mut(self.words.width());
            self.words.add(self.keys.find(word.key).map_or(0, |i| i + 1), own);
            for &h in &word.hashed {
                self.affixes.add(h as usize, affixes);
            }
        }
    }

    /// Adds up the window: what the word before, the word itself and the word after give to each position.
    #[inline(always)]
    fn mix(&self, lengths: &[usize], s: &mut Scratch) {
        let w = self.width();
        s.states.resize(s.slots.len() * w, 0.0);
        let (cache, none) = (&s.cache, (&self.nothing[..], 0.0));
        let (mut slots, mut states) = (&s.slots[..], &mut s.states[..]);
        for &n in lengths {
            let (sentence, rest) = slots.split_at(n);
            let (rows, after) = states.split_at_mut(n * w);
            for (t, state) in rows.chunks_exact_mut(w).enumerate() {
                let before = t.checked_sub(1).map_or(none, |t| cache.part(sentence[t], 0, 3));
                let after = sentence.get(t + 1).map_or(none, |&slot| cache.part(slot, 2, 3));
                add_up(state, [cache.part(sentence[t], 1, 3), before, after]);
            }
            (slots, states) = (rest, after);
        }
    }

    /// What a quasi-recurrent layer makes of its gates, along each sentence: the first half of the units forwards, the
    /// second backwards.
    #[inline(always)]
    fn recur(&self, lengths: &[usize], s: &mut Scratch) {
        let w = self.width();
        let mut first = 0;
        for &n in lengths {
            let gates = &s.gates[first * 3 * w..(first + n) * 3 * w];
            let states = &mut s.states[first * w..(first + n) * w];
            for (units, backwards) in [(0..w / 2, false), (w / 2..w, true)] {
                s.carry.clear();
                s.carry.resize(w / 2, 0.0);
                for step in 0..n {
                    let t = if backwards { n - 1 - step } else { step };
                    let gates = gates[t * 3 * w..(t + 1) * 3 * w].chunks_exact(w);
                    let mut gates = gates.map(|gate| &gate[units.clone()]);
                    let gates = std::array::from_fn(|_| gates.next().unwrap_or_default());
                    step_on(gates, &mut s.carry, &mut states[t * w..(t + 1) * w][units.clone()]);
                }
            }
            first += n;
        }
    }
}

/// Sums three vectors in 16 bits, each with its scale, and cuts off what is below zero.
#[inline(always)]
fn add_up(to: &mut [f32], parts: [(&[i16], f32); 3]) {
    let [(a, a_scale), (b, b_scale), (c, c_scale)] = parts.map(|(part, scale)| (&part[..to.len()], scale));
    for (i, to) in to.iter_mut().enumerate() {
        *to = f32::from(a[i]) * a_scale + f32::from(b[i]) * b_scale + f32::from(c[i]) * c_scale;
    }
    relu(to);
}

/// One step of the recurrence for some units: `carry` is what they remember, `state` what they read and then give.
#[inline(always)]
fn step_on(gates: [&[f32]; 3], carry: &mut [f32], state: &mut [f32]) {
    let n = state.len();
    let [input, forget, out] = gates.map(|gate| &gate[..n]);
    let carry = &mut carry[..n];
    for i in 0..n {
        let (forget, out) = (sigmoid(forget[i]), sigmoid(out[i]));
        carry[i] = forget * carry[i] + input[i] * (1.0 - forget);
        state[i] = out * tanh(carry[i]) + (1.0 - out) * state[i];
    }
}
