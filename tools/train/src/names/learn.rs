//! Learns a linear chain by small steps up its likelihood, with a rate for each weight and a fixed order of examples.

use std::collections::HashMap;

use saydo_mentions::name::{LABELS, Label, Lexicon, Model, Table, WIDTH, features};
use saydo_syntax::Sentence;

use super::chain::{self, Row, Steps};

/// What the order of examples starts from; another number gives other weights of the same worth.
const SEED: u64 = 20_220_215;
/// What each weight's squared slopes start from, so that the first steps are not too long.
const GROUND: f32 = 1e-2;
/// The highest score that fits a weight of the file, and how many steps it is cut into.
const STEPS: f32 = 127.0;

/// How the model is learnt.
#[derive(clap::Args)]
pub(crate) struct Course {
    /// How often every example is seen.
    #[arg(long, default_value_t = 6)]
    epochs: usize,
    /// How far a weight's first step goes.
    #[arg(long, default_value_t = 0.1)]
    rate: f32,
    /// How many of a thousand features are left out each time an example is seen, so that none is relied on alone.
    #[arg(long, default_value_t = 400)]
    forgotten: u64,
    /// How often a feature has to be met to count.
    #[arg(long, default_value_t = 2)]
    least: u32,
    /// How much more likely every part of a name is than its examples say, as a logarithm.
    #[arg(long, default_value_t = 0.15)]
    lean: f32,
    /// How strongly weights are drawn to nothing.
    #[arg(long, default_value_t = 1e-6)]
    decay: f32,
    /// How many pairs of features the file has room for.
    #[arg(long, default_value_t = 55_000)]
    pairs: usize,
}

struct Example {
    /// Where its features and its words start.
    features: usize,
    words: usize,
    len: usize,
    trust: f32,
}

/// Sentences as features and labels.
#[derive(Default)]
pub(crate) struct Examples {
    features: Vec<u32>,
    /// How many features each word has.
    counts: Vec<u16>,
    labels: Vec<Label>,
    list: Vec<Example>,
}

impl Examples {
    pub(crate) fn add(
        &mut self,
        sentence: &Sentence<'_>,
        labels: &[Label],
        hidden: &[Option<u32>],
        lexicon: &Lexicon,
        trust: f32,
    ) {
        self.list.push(Example {
            features: self.features.len(),
            words: self.labels.len(),
            len: labels.len(),
            trust,
        });
        features(
            sentence,
            lexicon,
            |i| hidden[i],
            |list| {
                self.features.extend_from_slice(list);
                self.counts.push(list.len() as u16);
            },
        );
        self.labels.extend_from_slice(labels);
    }

    /// How many there are, in words.
    pub(crate) fn size(&self) -> String {
        let (n, m, k) = (self.list.len(), self.labels.len(), self.features.len());
        format!("{n} sentences, {m} words, {k} features")
    }

    /// Learns a model and rounds it.
    pub(crate) fn learn(mut self, course: &Course) -> Model {
        let hashes = self.number(course.least);
        let mut state = State::new(hashes.len());
        let mut random = Random(SEED);
        for epoch in 0..course.epochs {
            self.pass(&mut state, course, epoch, &mut random);
        }
        state.round(&hashes, course)
    }

    /// Replaces hashes by numbers, 0 for the rare ones, and gives the hash of each number.
    fn number(&mut self, least: u32) -> Vec<u32> {
        let mut counts: HashMap<u32, u32> = HashMap::new();
        for &f in &self.features {
            *counts.entry(f).or_default() += 1;
        }
        let mut hashes: Vec<u32> = counts.into_iter().filter(|c| c.1 >= least).map(|c| c.0).collect();
        hashes.sort_unstable();
        hashes.insert(0, 0);
        let numbers: HashMap<u32, u32> =
            hashes.iter().enumerate().skip(1).map(|(i, &h)| (h, i as u32)).collect();
        for f in &mut self.features {
            *f = numbers.get(f).copied().unwrap_or(0);
        }
        hashes
    }

    #[expect(clippy::print_stdout, reason = "training is watched")]
    fn pass(&self, state: &mut State, course: &Course, epoch: usize, random: &mut Random) {
        let mut order: Vec<usize> = (0..self.list.len()).collect();
        random.shuffle(&mut order);
        let mut likelihood = 0.0;
        let rate = course.rate * (1.0 - 0.9 * epoch as f32 / course.epochs as f32);
        for i in order {
            let example = &self.list[i];
            let kept = self.kept(example, course.forgotten, random);
            let labels = &self.labels[example.words..example.words + example.len];
            likelihood += state.learn(&kept, labels, rate, example.trust, course.decay);
        }
        if epoch >= course.epochs / 2 {
            state.sum();
        }
        println!("pass {}: log-likelihood {likelihood:.0}", epoch + 1);
    }

    /// The features that are not left out this time, word by word.
    fn kept(&self, example: &Example, forgotten: u64, random: &mut Random) -> Vec<Vec<u32>> {
        let mut at = example.features;
        let counts = &self.counts[example.words..example.words + example.len];
        let word = |&n: &u16| {
            let list = &self.features[at..at + usize::from(n)];
            at += usize::from(n);
            list.iter().copied().filter(|&f| f != 0 && random.below(1000) >= forgotten).collect()
        };
        counts.iter().map(word).collect()
    }
}

struct State {
    weights: Vec<[f32; WIDTH]>,
    squares: Vec<[f32; WIDTH]>,
    /// The weights after each later pass, added up: their mean depends less on the order of the examples.
    sums: Vec<[f32; WIDTH]>,
    steps: Steps,
    step_squares: Steps,
    step_sums: Steps,
    summed: f32,
}

impl State {
    fn new(features: usize) -> Self {
        Self {
            weights: vec![[0.0; WIDTH]; features],
            squares: vec![[GROUND; WIDTH]; features],
            sums: vec![[0.0; WIDTH]; features],
            steps: [[0.0; LABELS]; LABELS],
            step_squares: [[GROUND; LABELS]; LABELS],
            step_sums: [[0.0; LABELS]; LABELS],
            summed: 0.0,
        }
    }

    fn learn(&mut self, words: &[Vec<u32>], truth: &[Label], rate: f32, trust: f32, decay: f32) -> f64 {
        let scores: Vec<Row> = words.iter().map(|w| self.scores(w)).collect();
        let slope = chain::slope(&scores, truth, &chain::factors(&self.steps));
        for (word, row) in words.iter().zip(&slope.words) {
            if row.iter().all(|s| s.abs() < 1e-3) {
                continue;
            }
            for &f in word {
                let (weights, squares) = (&mut self.weights[f as usize], &mut self.squares[f as usize]);
                for y in 0..WIDTH {
                    let s = row[y + 1] * trust + decay * weights[y];
                    squares[y] += s * s;
                    weights[y] -= rate * s / squares[y].sqrt();
                }
            }
        }
        for a in 0..LABELS {
            for b in 0..LABELS {
                let s = slope.steps[a][b] * trust;
                self.step_squares[a][b] += s * s;
                self.steps[a][b] -= rate * s / self.step_squares[a][b].sqrt();
            }
        }
        slope.likelihood
    }

    fn scores(&self, features: &[u32]) -> Row {
        let mut row = [0.0; LABELS];
        for &f in features {
            for (sum, w) in row[1..].iter_mut().zip(&self.weights[f as usize]) {
                *sum += w;
            }
        }
        row
    }

    fn sum(&mut self) {
        let add = |to: &mut [f32], from: &[f32]| to.iter_mut().zip(from).for_each(|(t, f)| *t += f);
        add(self.sums.as_flattened_mut(), self.weights.as_flattened());
        add(self.step_sums.as_flattened_mut(), self.steps.as_flattened());
        self.summed += 1.0;
    }

    /// The mean weights as whole numbers; only the most important features find room.
    #[expect(clippy::print_stdout, reason = "training is watched")]
    fn round(&self, hashes: &[u32], course: &Course) -> Model {
        let mut sizes: Vec<f32> = self.sums.iter().map(|r| most(r)).collect();
        sizes.sort_unstable_by(f32::total_cmp);
        let top = sizes[sizes.len() - 1 - sizes.len() / 10_000].max(1e-6);
        let whole = |w: f32, limit: f32| (w * STEPS / top).round().clamp(-limit, limit);
        let mut features: Vec<(f32, u32, [i8; WIDTH])> = Vec::new();
        for (row, &hash) in self.sums.iter().zip(hashes).skip(1) {
            let bytes = row.map(|w| whole(w, STEPS) as i8);
            if bytes != [0; WIDTH] {
                features.push((row.iter().map(|w| w * w).sum(), hash, bytes));
            }
        }
        features.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let rows: Vec<_> = features.iter().map(|f| (f.1, f.2)).collect();
        let (table, left) = Table::new(course.pairs, &rows);
        println!(
            "{} features, {} kept, one is {:.4}",
            hashes.len(),
            rows.len() - left,
            top / STEPS / self.summed
        );
        let steps = self.step_sums.map(|row| row.map(|w| whole(w, 16_000.0) as i16));
        let lean = whole(course.lean * self.summed, 16_000.0) as i16;
        Model { table, steps, lean }
    }
}

fn most(row: &[f32]) -> f32 {
    row.iter().fold(0.0, |a: f32, w| a.max(w.abs()))
}

/// A small generator of random numbers (Steele and others, 2014), so that training needs no other.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % n.max(1)
    }

    fn shuffle(&mut self, order: &mut [usize]) {
        for i in (1..order.len()).rev() {
            order.swap(i, self.below(i as u64 + 1) as usize);
        }
    }
}
