//! Learning: batches of graded words, half of each word's features at a time, and AdamW.

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
    let mut first: [f32; WIDTH] = std::array::from_fn(|u| dense[u]);
    for &row in &kept {
        for u in 0..WIDTH {
            first[u] += rows[row + u] / KEEP;
        }
    }
    let mask: [f32; WIDTH] =
        first.map(|v| if v > 0.0 && chance.part() < KEEP_UNITS { 1.0 / KEEP_UNITS } else { 0.0 });
    let first: [f32; WIDTH] = std::array::from_fn(|u| first[u] * mask[u]);
    let inner = |h: usize| INNER + h * WIDTH..INNER + (h + 1) * WIDTH;
    let dot = |a: &[f32], b: &[f32]| a.iter().zip(b).map(|(x, y)| x * y).sum::<f32>();
    let second: [f32; WIDTH] =
        std::array::from_fn(|h| (dot(&dense[inner(h)], &first) + dense[INNER_BIAS + h]).max(0.0));
    let guess = dot(&dense[OUTER..OUTER + WIDTH], &second) + dense[DENSE - 1];
    let error = (guess - word.grade).clamp(-1.0, 1.0) / batch;

    slope[ROWS + DENSE - 1] += error;
    let mut back = [0.0; WIDTH];
    for h in (0..WIDTH).filter(|&h| second[h] > 0.0) {
        slope[ROWS + OUTER + h] += error * second[h];
        let own = error * dense[OUTER + h];
        slope[ROWS + INNER_BIAS + h] += own;
        for (u, at) in inner(h).enumerate() {
            slope[ROWS + at] += own * first[u];
            back[u] += own * dense[at];
        }
    }
    for u in 0..WIDTH {
        let own = back[u] * mask[u];
        slope[ROWS + u] += own;
        for &row in &kept {
            slope[row + u] += own / KEEP;
        }
    }
}

/// AdamW with a rate that falls to nothing.
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
