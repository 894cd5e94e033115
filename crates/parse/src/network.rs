//! The network: word vectors, a window of three words, bidirectional quasi-recurrent layers, and three heads.
//!
//! Follows Bradbury et al. (2017) and Lei et al. (2018) for the layers and Dozat and Manning (2017) for the heads,
//! cut down to what one core computes in a few microseconds a token. `tools/train/python/student.py` trains it.

use crate::error::WeightsError;
use crate::features;
use crate::lanes::Lanes;
use crate::math::{sigmoid, tanh};
use crate::matrix::{Matrix, argmax, dot};
use crate::scratch::Scratch;
use crate::tree::Scores;
use crate::weights::{Sections, Table};

/// Distances between a dependent and its head are told apart up to this many words.
const FAR: isize = 15;

/// The weights of the network, ready to run.
#[derive(Debug)]
pub(crate) struct Network<'w> {
    lanes: Lanes,
    keys: Vec<u64>,
    words: Table<'w>,
    affixes: Table<'w>,
    word: Matrix,
    window: Matrix,
    layers: Vec<Matrix>,
    heads: Matrix,
    tags: Matrix,
    rels: Matrix,
    root_arc: Vec<f32>,
    root_rel: Vec<f32>,
    near_arc: Vec<f32>,
    near_rel: Vec<f32>,
}

impl<'w> Network<'w> {
    pub(crate) fn new(s: &Sections<'w>) -> Result<Self, WeightsError> {
        let count = s.text("layers")?.trim().parse().map_err(|_| WeightsError::Shape("layers".to_owned()))?;
        let layers: Result<Vec<_>, _> = (0..count).map(|i: usize| s.matrix(&format!("layer{i}"))).collect();
        let network = Self {
            lanes: Lanes::detect(),
            keys: s.keys("keys")?,
            words: Table::new(s, "words")?,
            affixes: Table::new(s, "affixes")?,
            word: s.matrix("word")?,
            window: s.matrix("window")?,
            layers: layers?,
            heads: s.matrix("heads")?,
            tags: s.matrix("tags")?,
            rels: s.matrix("rels")?,
            root_arc: s.floats("root_arc")?,
            root_rel: s.floats("root_rel")?,
            near_arc: s.floats("near_arc")?,
            near_rel: s.floats("near_rel")?,
        };
        network.fits().then_some(network).ok_or_else(|| WeightsError::Shape("network".to_owned()))
    }

    /// Whether all sizes agree, so that no index can be out of range later.
    fn fits(&self) -> bool {
        let (width, arc, rel) = (self.width(), self.root_arc.len(), self.root_rel.len());
        let distances = 2 * FAR as usize + 3;
        self.words.rows() == self.keys.len() + 1
            && self.affixes.rows() == features::BUCKETS
            && self.word.inputs == self.words.width() + self.affixes.width()
            && self.window.inputs == self.word.outputs
            && self.window.outputs == 3 * width
            && width.is_multiple_of(16)
            && arc.is_multiple_of(8)
            && self.layers.iter().all(|l| l.inputs == width && l.outputs == 3 * width)
            && self.heads.outputs == 2 * arc + 2 * rel + self.tags.inputs
            && self.rels.inputs == rel
            && self.near_arc.len() == distances
            && self.near_rel.len() == distances * rel
    }

    fn width(&self) -> usize {
        self.heads.inputs
    }

    /// How many tags and relations the heads choose from.
    pub(crate) fn classes(&self) -> (usize, usize) {
        (self.tags.outputs, self.rels.outputs)
    }

    /// Runs everything up to the heads for sentences of the given lengths, whose words lie in `forms` one after
    /// another; leaves the heads' outputs in `s.heads` and the tags in `s.tags`.
    pub(crate) fn encode(&self, forms: &[&str], lengths: &[usize], s: &mut Scratch) {
        self.look_up(forms, s);
        self.lanes.run(
            #[inline(always)]
            || {
                self.mix(lengths, s);
                for layer in &self.layers {
                    self.layer(layer, lengths, s);
                }
                s.rows.quantise(&s.states, self.width());
                self.heads.multiply(self.lanes, &s.rows, &mut s.heads);
                self.tag(s);
            },
        );
    }

    /// Puts every word's share of the window into the cache and notes where each is.
    fn look_up(&self, forms: &[&str], s: &mut Scratch) {
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
        self.lanes.run(
            #[inline(always)]
            || {
                s.rows.quantise(&s.inputs, self.word.inputs);
                self.word.multiply(self.lanes, &s.rows, &mut s.hidden);
                relu(&mut s.hidden);
                s.rows.quantise(&s.hidden, self.word.outputs);
                self.window.multiply(self.lanes, &s.rows, &mut s.gates);
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
    fn layer(&self, layer: &Matrix, lengths: &[usize], s: &mut Scratch) {
        let w = self.width();
        s.rows.quantise(&s.states, w);
        layer.multiply(self.lanes, &s.rows, &mut s.gates);
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

    /// Chooses the best joint tag for every token.
    #[inline(always)]
    fn tag(&self, s: &mut Scratch) {
        let (all, n) = (self.heads.outputs, self.tags.inputs);
        s.hidden.clear();
        for row in s.heads.chunks_exact(all) {
            s.hidden.extend_from_slice(&row[all - n..]);
        }
        relu(&mut s.hidden);
        s.rows.quantise(&s.hidden, n);
        self.tags.multiply(self.lanes, &s.rows, &mut s.gates);
        s.tags.clear();
        s.tags.extend(s.gates.chunks_exact(self.tags.outputs).map(|row| argmax(row) as u16));
    }

    /// Scores every head for every word of the sentence of `n` words that starts at token `first`.
    pub(crate) fn arcs(&self, first: usize, n: usize, s: &mut Scratch) {
        let (all, arc) = (self.heads.outputs, self.root_arc.len());
        self.lanes.run(
            #[inline(always)]
            || {
                let rows = &mut s.heads[first * all..(first + n) * all];
                for row in rows.chunks_exact_mut(all) {
                    relu(&mut row[..2 * arc]);
                }
                s.scores.begin(n);
                for i in 0..n {
                    let dep = &rows[i * all..][..arc];
                    let out = s.scores.row_mut(i);
                    out[0] = dot(dep, &self.root_arc) + self.near_arc[0];
                    for j in 0..n {
                        out[j + 1] = dot(dep, &rows[j * all + arc..][..arc]) + self.near_arc[near(i, j)];
                    }
                }
            },
        );
    }

    /// Chooses the relation of every word of that sentence to its head (0 is the root, else 1-based).
    pub(crate) fn relations(&self, first: usize, heads: &[usize], root: Option<usize>, s: &mut Scratch) {
        let (all, arc, rel) = (self.heads.outputs, self.root_arc.len(), self.root_rel.len());
        let side = |t: usize, part: usize| &s.heads[(first + t) * all + 2 * arc + part * rel..][..rel];
        s.hidden.clear();
        for (i, &h) in heads.iter().enumerate() {
            let (head, near) =
                if h == 0 { (&self.root_rel[..], 0) } else { (side(h - 1, 1), near(i, h - 1)) };
            let near = &self.near_rel[near * rel..][..rel];
            s.hidden.extend(side(i, 0).iter().zip(head).zip(near).map(|((a, b), c)| a + b + c));
        }
        relu(&mut s.hidden);
        self.lanes.run(
            #[inline(always)]
            || {
                s.rows.quantise(&s.hidden, rel);
                self.rels.multiply(self.lanes, &s.rows, &mut s.gates);
            },
        );
        for (row, &h) in s.gates.chunks_exact_mut(self.rels.outputs).zip(heads) {
            let Some(root) = root else { continue };
            row[root] = if h == 0 { f32::INFINITY } else { f32::NEG_INFINITY };
        }
        s.rels.extend(s.gates.chunks_exact(self.rels.outputs).map(|row| argmax(row) as u16));
    }
}

/// The row of the distance tables for dependent `i` and head `j`.
fn near(i: usize, j: usize) -> usize {
    ((j as isize - i as isize).clamp(-FAR, FAR) + FAR + 2) as usize
}

/// Adds `from`, in 16 bits with a scale, to `to`.
#[inline(always)]
fn add(to: &mut [f32], (from, scale): (&[i16], f32)) {
    for (a, &b) in to.iter_mut().zip(from) {
        *a += f32::from(b) * scale;
    }
}

/// Cuts off what is below zero; a plain comparison, because it also turns NaN into zero and vectorises.
#[inline(always)]
fn relu(values: &mut [f32]) {
    for v in values {
        *v = if *v > 0.0 { *v } else { 0.0 };
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

impl Scratch {
    /// The scores that [`Network::arcs`] left.
    pub(crate) fn scores(&self) -> &Scores {
        &self.scores
    }
}
