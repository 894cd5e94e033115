//! Learning: batches of graded words, half of each word's features at a time, and `AdamW`.

use std::ops::Range;

use saydo_standing::training::{BUCKETS, Network, WIDTH};

use super::chance::Chance;
use super::grade::Graded;

const BATCH: usize = 64;
/// How much of the features each look at a word keeps.
const KEEP: f32 = 0.5;
/// How many units of the first layer each look keeps.
const KEEP_UNITS: f32 = 0.8;
const RATE: f32 = 2e-3;
const DECAY: f32 = 1.0;
/// Where the second layer's numbers begin among the dense ones.
const INNER: usize = WIDTH;
const INNER_BIAS: usize = INNER + WIDTH * WIDTH;
const OUTER: usize = INNER_BIAS + WIDTH;
const DENSE: usize = OUTER + WIDTH + 1;
/// Where the dense numbers begin among all, behind the rows.
const ROWS: usize = BUCKETS * WIDTH;

/// Learns the weights.
pub(super) fn learn(all: &[Graded], passes: usize, seed: u64) -> Network {
    let mut chance = Chance::new(seed);
    let mut values = start(&mut chance);
    let mut adam = Adam::new(values.len());
    let steps = passes * all.len().div_ceil(BATCH);
    for _ in 0..passes {
        let order = chance.order(all.len());
        for batch in order.chunks(BATCH) {
            let mut slope = vec![0.0; values.len()];
            for &i in batch {
                look(&values, &all[i], batch.len() as f32, &mut chance, &mut slope);
            }
            adam.step(&mut values, &slope, steps);
        }
    }
    pack(&values)
}

fn start(chance: &mut Chance) -> Vec<f32> {
    let mut values: Vec<f32> = (0..ROWS).map(|_| chance.around(0.035)).collect();
    values.extend((0..DENSE).map(|i| match i {
        INNER..INNER_BIAS | OUTER.. => chance.around(0.25),
        _ => 0.0,
    }));
    values
}

/// One look at a word: forwards, and back with the slope of Huber's loss.
fn look(values: &[f32], word: &Graded, batch: f32, chance: &mut Chance, slope: &mut [f32]) {
    let (rows, dense) = values.split_at(ROWS);
    let kept: Vec<usize> =
        word.features.iter().filter(|_| chance.part() < KEEP).map(|&b| usize::from(b) * WIDTH).collect();
    let units = Units::new(rows, dense, &kept, chance);
    let error = (units.guess - word.grade).clamp(-1.0, 1.0) / batch;
    let back = units.back(dense, error, &mut slope[ROWS..]);
    for &row in &kept {
        slope[row..row + WIDTH].iter_mut().zip(back).for_each(|(s, own)| *s += own / KEEP);
    }
}

/// What the units of both layers say at one look.
struct Units {
    /// Which units of the first layer are kept, and how much they count.
    mask: [f32; WIDTH],
    first: [f32; WIDTH],
    second: [f32; WIDTH],
    guess: f32,
}

impl Units {
    fn new(rows: &[f32], dense: &[f32], kept: &[usize], chance: &mut Chance) -> Self {
        let mut sums: [f32; WIDTH] = std::array::from_fn(|u| dense[u]);
        for &row in kept {
            sums.iter_mut().zip(&rows[row..row + WIDTH]).for_each(|(sum, v)| *sum += v / KEEP);
        }
        let counts = |v: f32, chance: &mut Chance| v > 0.0 && chance.part() < KEEP_UNITS;
        let mask = sums.map(|v| if counts(v, chance) { 1.0 / KEEP_UNITS } else { 0.0 });
        let first: [f32; WIDTH] = std::array::from_fn(|u| sums[u] * mask[u]);
        let second =
            std::array::from_fn(|h| (dot(&dense[inner(h)], &first) + dense[INNER_BIAS + h]).max(0.0));
        let guess = dot(&dense[OUTER..OUTER + WIDTH], &second) + dense[DENSE - 1];
        Self { mask, first, second, guess }
    }

    /// Adds the slope of the dense numbers; gives that of the sums.
    fn back(&self, dense: &[f32], error: f32, slope: &mut [f32]) -> [f32; WIDTH] {
        slope[DENSE - 1] += error;
        let mut back = [0.0; WIDTH];
        for h in (0..WIDTH).filter(|&h| self.second[h] > 0.0) {
            slope[OUTER + h] += error * self.second[h];
            let own = error * dense[OUTER + h];
            slope[INNER_BIAS + h] += own;
            for (u, at) in inner(h).enumerate() {
                slope[at] += own * self.first[u];
                back[u] += own * dense[at];
            }
        }
        let back = std::array::from_fn(|u| back[u] * self.mask[u]);
        slope[..WIDTH].iter_mut().zip(back).for_each(|(s, own)| *s += own);
        back
    }
}

/// Where the numbers of a unit of the second layer lie.
fn inner(h: usize) -> Range<usize> {
    INNER + h * WIDTH..INNER + (h + 1) * WIDTH
}

fn dot(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

/// `AdamW` with a rate that falls to nothing.
struct Adam {
    mean: Vec<f32>,
    square: Vec<f32>,
    fade: (f32, f32),
    done: usize,
}

impl Adam {
    fn new(n: usize) -> Self {
        Self { mean: vec![0.0; n], square: vec![0.0; n], fade: (1.0, 1.0), done: 0 }
    }

    fn step(&mut self, values: &mut [f32], slope: &[f32], steps: usize) {
        let rate = RATE * (1.0 - self.done as f32 / steps as f32);
        self.done += 1;
        self.fade = (self.fade.0 * 0.9, self.fade.1 * 0.999);
        let (early, late) = (1.0 / (1.0 - self.fade.0), 1.0 / (1.0 - self.fade.1));
        let moments = self.mean.iter_mut().zip(&mut self.square);
        for ((value, &slope), (mean, square)) in values.iter_mut().zip(slope).zip(moments) {
            *mean += 0.1 * (slope - *mean);
            *square += 0.001 * (slope * slope - *square);
            *value -= rate * (DECAY * *value + *mean * early / ((*square * late).sqrt() + 1e-8));
        }
    }
}

/// The weights in the form in which they ship: rows in whole numbers.
fn pack(values: &[f32]) -> Network {
    let (rows, dense) = values.split_at(ROWS);
    let scale = rows.iter().fold(0.0f32, |m, v| m.max(v.abs())) / 127.0;
    let whole = |v: &f32| (v / scale).round().clamp(-127.0, 127.0) as i8;
    let four = |from: usize| std::array::from_fn(|u| dense[from + u]);
    Network {
        rows: rows.iter().map(whole).collect(),
        scale,
        bias: four(0),
        inner: std::array::from_fn(|h| four(INNER + h * WIDTH)),
        inner_bias: four(INNER_BIAS),
        outer: four(OUTER),
        outer_bias: dense[DENSE - 1],
    }
}
