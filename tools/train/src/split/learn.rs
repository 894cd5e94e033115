//! Logistic regression over hashed features, with a rate for each weight and a fixed order of examples.

use anyhow::Context;
use saydo_split::Model;

/// How often every example is seen.
const EPOCHS: usize = 12;
/// What each weight's squared slopes start from, so that the first steps are not too long.
const GROUND: f32 = 1e-3;

/// How one model is learnt.
#[derive(Clone, Copy)]
pub(crate) struct Course {
    /// The size of its table, as a power of two.
    pub(crate) bits: u32,
    /// How far a weight's first step goes.
    pub(crate) rate: f32,
    /// How many of a thousand features are left out each time an example is seen, so that none is relied on alone.
    pub(crate) forgotten: u64,
}

/// Questions and answers of one kind; every question has as many features.
#[derive(Default)]
pub(crate) struct Examples {
    features: Vec<u32>,
    answers: Vec<bool>,
}

impl Examples {
    pub(crate) fn add(&mut self, features: &[u32], answer: bool) {
        self.features.extend_from_slice(features);
        self.answers.push(answer);
    }

    /// Learns a table of one-byte weights.
    pub(crate) fn learn(&self, course: Course, seed: u64) -> anyhow::Result<Model> {
        let width = self.features.len() / self.answers.len().max(1);
        let mut order: Vec<usize> = (0..self.answers.len()).collect();
        let mut random = Random::new(seed);
        let mut table = Table::new(course);
        let mut slots = Vec::with_capacity(width);
        for epoch in 0..EPOCHS {
            random.shuffle(&mut order);
            for &i in &order {
                let features = &self.features[i * width..(i + 1) * width];
                slots.clear();
                slots.extend(
                    features
                        .iter()
                        .filter(|_| random.below(1000) >= course.forgotten)
                        .map(|&f| Model::slot(f, course.bits)),
                );
                table.step(&slots, self.answers[i]);
            }
            if epoch >= EPOCHS / 2 {
                table.sums.iter_mut().zip(&table.weights).for_each(|(sum, weight)| *sum += weight);
            }
        }
        Model::new(quantised(&table.sums)).context("a table has an impossible size")
    }
}

struct Table {
    weights: Vec<f32>,
    /// The weights after each later epoch, added up: their mean depends less on the order of the examples.
    sums: Vec<f32>,
    squares: Vec<f32>,
    rate: f32,
}

impl Table {
    fn new(course: Course) -> Self {
        let size = 1 << course.bits;
        Self {
            weights: vec![0.0; size],
            sums: vec![0.0; size],
            squares: vec![GROUND; size],
            rate: course.rate,
        }
    }

    fn step(&mut self, slots: &[usize], answer: bool) {
        let sum: f32 = slots.iter().map(|&slot| self.weights[slot]).sum();
        let slope = 1.0 / (1.0 + (-sum).exp()) - f32::from(u8::from(answer));
        if slope.abs() < 1e-3 {
            return;
        }
        for &slot in slots {
            self.squares[slot] += slope * slope;
            self.weights[slot] -= self.rate * slope / self.squares[slot].sqrt();
        }
    }
}

/// Weights as single bytes; one in a thousand of the used ones may be clipped.
fn quantised(weights: &[f32]) -> Vec<i8> {
    let mut sizes: Vec<f32> = weights.iter().map(|w| w.abs()).filter(|&w| w > 0.0).collect();
    sizes.sort_by(f32::total_cmp);
    let largest = sizes.get(sizes.len().saturating_sub(1 + sizes.len() / 1000)).copied().unwrap_or(1.0);
    weights.iter().map(|w| (w / largest * 127.0).round().clamp(-127.0, 127.0) as i8).collect()
}

/// A small generator of numbers that look random and are always the same.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed | 1)
    }

    /// A number below `bound`.
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % bound.max(1)
    }

    fn shuffle(&mut self, order: &mut [usize]) {
        for i in (1..order.len()).rev() {
            order.swap(i, self.below(i as u64 + 1) as usize);
        }
    }
}
