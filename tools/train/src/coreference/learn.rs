//! Maximum entropy over the candidates of each pronoun, one of which may be nobody: as likely as possible is that one
//! of the right ones is meant.

use saydo_mentions::training::{Example, Weights};

/// How many steps are taken, each over all examples.
const STEPS: i32 = 400;
/// How long a step is.
const RATE: f64 = 0.15;
/// How strongly weights are drawn to zero.
const DECAY: f64 = 0.002;
/// How much of the old slope and of its old square a step keeps (Kingma and Ba, 2015).
const KEPT: (f64, f64) = (0.9, 0.999);

/// Learns the weights of one group of pronouns from its examples, each with how much it counts.
pub(crate) fn learn(examples: &[&(Example, f64)], group: usize, weights: &mut Weights) {
    let (candidate, nobody) = (weights.candidate.len(), weights.nobody.len());
    let mut state = State::new(candidate + nobody);
    let total: f64 = examples.iter().map(|(_, trust)| trust).sum();
    for step in 1..=STEPS {
        let mut slope = vec![0.0; candidate + nobody];
        for (example, trust) in examples {
            add(&mut slope, example, trust / total, &state.weights);
        }
        state.take(&slope, step);
    }
    let rows = weights.candidate.iter_mut().chain(&mut weights.nobody);
    rows.zip(&state.weights).for_each(|(row, w)| row[group] = (w * 100.0).round_ties_even() as i32);
}

/// Adds what an example says about the weights: its features as often as they are right minus as often as expected.
fn add(slope: &mut [f64], example: &Example, trust: f64, weights: &[f64]) {
    let split = weights.len() - example.nobody.len();
    let choices = example.choices.iter().map(|c| (&c.features[..], 0, c.right));
    let none = example.choices.iter().all(|c| !c.right);
    let all: Vec<_> = choices.chain([(&example.nobody[..], split, none)]).collect();
    let points: Vec<f64> = all.iter().map(|(features, at, _)| sum(features, &weights[*at..])).collect();
    let most = points.iter().copied().fold(f64::MIN, f64::max);
    let shares: Vec<f64> = points.iter().map(|p| (p - most).exp()).collect();
    let whole: f64 = shares.iter().sum();
    let right: f64 = shares.iter().zip(&all).filter(|(_, one)| one.2).map(|(share, _)| share).sum();
    for (share, (features, at, is_right)) in shares.iter().zip(&all) {
        let own = if *is_right { share / right.max(1e-12) } else { 0.0 };
        let by = trust * (own - share / whole);
        features.iter().zip(&mut slope[*at..]).for_each(|(f, s)| *s += by * f64::from(*f));
    }
}

fn sum(features: &[i32], weights: &[f64]) -> f64 {
    features.iter().zip(weights).map(|(f, w)| f64::from(*f) * w).sum()
}

struct State {
    weights: Vec<f64>,
    slopes: Vec<f64>,
    squares: Vec<f64>,
}

impl State {
    fn new(n: usize) -> Self {
        Self { weights: vec![0.0; n], slopes: vec![0.0; n], squares: vec![0.0; n] }
    }

    /// Takes a step uphill, as long for each weight as its slopes so far allow.
    fn take(&mut self, slope: &[f64], step: i32) {
        for (i, s) in slope.iter().enumerate() {
            let s = s - DECAY * self.weights[i];
            self.slopes[i] = KEPT.0 * self.slopes[i] + (1.0 - KEPT.0) * s;
            self.squares[i] = KEPT.1 * self.squares[i] + (1.0 - KEPT.1) * s * s;
            let mean = self.slopes[i] / (1.0 - KEPT.0.powi(step));
            let square = self.squares[i] / (1.0 - KEPT.1.powi(step));
            self.weights[i] += RATE * mean / (square.sqrt() + 1e-8);
        }
    }
}
