//! A linear chain of labels: how likely each is at each place, given scores.

use saydo_mentions::name::{LABELS, Label};

/// One number for each label.
pub(crate) type Row = [f32; LABELS];

/// The weights of neighbours.
pub(crate) type Steps = [Row; LABELS];

/// What a sentence's scores should rather have been: for each word and for each pair of neighbours, expected minus true.
pub(crate) struct Slope {
    pub(crate) words: Vec<Row>,
    pub(crate) steps: Steps,
    /// The logarithm of the true labels' probability.
    pub(crate) likelihood: f64,
}

/// The allowed neighbours' weights as factors.
pub(crate) fn factors(steps: &Steps) -> Steps {
    std::array::from_fn(|a| {
        std::array::from_fn(|b| if Label::at(a).may_precede(Label::at(b)) { steps[a][b].exp() } else { 0.0 })
    })
}

/// Compares what the scores expect with the true labels, by sums forwards and backwards.
pub(crate) fn slope(scores: &[Row], truth: &[Label], factors: &Steps) -> Slope {
    let words: Vec<Row> = scores.iter().map(exp).collect();
    let (ahead, scales) = forwards(&words, factors);
    let back = backwards(&words, factors, &scales);
    let mut slope =
        Slope { words: Vec::with_capacity(words.len()), steps: [[0.0; LABELS]; LABELS], likelihood: 0.0 };
    for (i, label) in truth.iter().enumerate() {
        let mut row: Row = std::array::from_fn(|y| ahead[i][y] * back[i][y]);
        let sum: f32 = row.iter().sum();
        for p in &mut row {
            *p /= sum.max(1e-30);
        }
        slope.likelihood += f64::from(row[label.index()].max(1e-30).ln());
        row[label.index()] -= 1.0;
        slope.words.push(row);
        if i > 0 {
            pairs(&mut slope.steps, &ahead[i - 1], &words[i], &back[i], factors);
            slope.steps[truth[i - 1].index()][label.index()] -= 1.0;
        }
    }
    slope
}

fn pairs(steps: &mut Steps, ahead: &Row, word: &Row, back: &Row, factors: &Steps) {
    let after: Row = std::array::from_fn(|b| word[b] * back[b]);
    let mut sum = 0.0;
    for (a, row) in factors.iter().enumerate() {
        sum += ahead[a] * row.iter().zip(&after).map(|(f, w)| f * w).sum::<f32>();
    }
    let scale = 1.0 / sum.max(1e-30);
    for (a, row) in factors.iter().enumerate() {
        for b in 0..LABELS {
            steps[a][b] += ahead[a] * row[b] * after[b] * scale;
        }
    }
}

/// Factors of scores, the largest of a word being one.
fn exp(scores: &Row) -> Row {
    let most = scores.iter().fold(f32::MIN, |a, &b| a.max(b));
    scores.map(|s| (s - most).max(-60.0).exp())
}

fn forwards(words: &[Row], factors: &Steps) -> (Vec<Row>, Vec<f32>) {
    let mut rows: Vec<Row> = Vec::with_capacity(words.len());
    let mut scales = Vec::with_capacity(words.len());
    for word in words {
        let mut row = match rows.last() {
            None => std::array::from_fn(|y| f32::from(u8::from(Label::at(y).opens()))),
            Some(last) => product(last, factors),
        };
        row.iter_mut().zip(word).for_each(|(r, w)| *r *= w);
        let scale = 1.0 / row.iter().sum::<f32>().max(1e-30);
        for r in &mut row {
            *r *= scale;
        }
        rows.push(row);
        scales.push(scale);
    }
    (rows, scales)
}

fn product(last: &Row, factors: &Steps) -> Row {
    let mut out = [0.0; LABELS];
    for (p, row) in last.iter().zip(factors) {
        out.iter_mut().zip(row).for_each(|(o, f)| *o += p * f);
    }
    out
}

fn backwards(words: &[Row], factors: &Steps, scales: &[f32]) -> Vec<Row> {
    let last: Row = std::array::from_fn(|y| f32::from(u8::from(Label::at(y).closes())));
    let mut rows = vec![last; words.len()];
    for i in (1..words.len()).rev() {
        let after: Row = std::array::from_fn(|b| words[i][b] * rows[i][b] * scales[i]);
        rows[i - 1] = std::array::from_fn(|a| factors[a].iter().zip(&after).map(|(f, w)| f * w).sum());
    }
    rows
}
