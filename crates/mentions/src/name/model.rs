//! The model: rows of weights for hashed features, weights between neighbouring labels, and the best labels.

use super::label::{LABELS, Label};

/// How many weights a feature has: one for each label but outside, whose weight is nothing.
pub const WIDTH: usize = LABELS - 1;

/// A feature's weights.
pub type Row = [i8; WIDTH];

/// As many features are looked up at once.
const AT_ONCE: usize = 64;

/// Below every score, and far enough from the end of the numbers to be added up along a sentence.
pub(super) const NEVER: i32 = i32::MIN / 4;

/// Rows of weights by features. A feature has two places to stand; it is told from others by its last bits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The last bits of the feature at each place.
    pub(super) checks: Vec<[u16; 2]>,
    pub(super) rows: Vec<[Row; 2]>,
}

impl Table {
    /// A table of so many pairs of places with the most important features in it, given from the most important to
    /// the least; and how many found no place.
    pub fn new(pairs: usize, features: &[(u32, Row)]) -> (Self, usize) {
        let mut table = Self { checks: vec![[0; 2]; pairs], rows: vec![[[0; WIDTH]; 2]; pairs] };
        let mut taken = vec![0usize; pairs];
        let mut left = 0;
        for &(feature, row) in features {
            let pair = table.pair(feature);
            let check = feature as u16;
            if taken[pair] == 2 || (taken[pair] == 1 && table.checks[pair][0] == check) {
                left += 1;
                continue;
            }
            table.checks[pair][taken[pair]] = check;
            table.rows[pair][taken[pair]] = row;
            taken[pair] += 1;
        }
        (table, left)
    }

    fn pair(&self, feature: u32) -> usize {
        ((u64::from(feature) * self.checks.len() as u64) >> 32) as usize
    }

    /// The sums of the features' weights. A word has too few features for them to overflow.
    fn scores(&self, features: &[u32]) -> [i16; WIDTH] {
        let mut sums = [0i16; WIDTH];
        let mut known = [0; AT_ONCE];
        for features in features.chunks(AT_ONCE) {
            let n = self.look_up(features, &mut known);
            for &place in &known[..n] {
                for (sum, &weight) in sums.iter_mut().zip(&self.rows.as_flattened()[place]) {
                    *sum += i16::from(weight);
                }
            }
        }
        sums
    }

    /// Notes the places of those features that the table knows, and how many these are. Which features it knows
    /// cannot be foretold, so nothing branches on it.
    fn look_up(&self, features: &[u32], known: &mut [usize; AT_ONCE]) -> usize {
        let mut n = 0;
        for &feature in features {
            let pair = self.pair(feature);
            let Some(&[first, second]) = self.checks.get(pair) else { continue };
            let check = feature as u16;
            known[n] = 2 * pair + usize::from(check != first);
            n += usize::from(check == first) | usize::from(check == second);
        }
        n
    }
}

/// Weights of features and of neighbouring labels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model {
    /// The features' weights.
    pub table: Table,
    /// What it is worth for a label (the first index) to stand before another.
    pub steps: [[i16; LABELS]; LABELS],
    /// What every label but outside is worth by itself, so that as many names are missed as are invented.
    pub lean: i16,
}

impl Model {
    /// The scores of a word's labels from its features.
    pub(super) fn scores(&self, features: &[u32]) -> [i32; LABELS] {
        let mut scores = [0; LABELS];
        for (score, weight) in scores[1..].iter_mut().zip(self.table.scores(features)) {
            *score = i32::from(weight) + i32::from(self.lean);
        }
        scores
    }

    /// The weights of neighbours, with those that may not stand together far below.
    fn neighbours(&self) -> [[i32; LABELS]; LABELS] {
        std::array::from_fn(|a| {
            std::array::from_fn(|b| {
                let may = Label::at(a).may_precede(Label::at(b));
                if may { i32::from(self.steps[a][b]) } else { NEVER }
            })
        })
    }

    /// The labels of a sentence whose sum of scores is the highest.
    pub(super) fn best(&self, words: &[[i32; LABELS]]) -> Vec<Label> {
        let Some((first, rest)) = words.split_first() else { return Vec::new() };
        let neighbours = self.neighbours();
        let mut sums = keep(*first, Label::opens);
        let mut from: Vec<[u8; LABELS]> = Vec::with_capacity(rest.len());
        for word in rest {
            let (next, back) = step(&sums, &neighbours, word);
            sums = next;
            from.push(back);
        }
        trace(&keep(sums, Label::closes), &from)
    }
}

fn keep(mut scores: [i32; LABELS], which: impl Fn(Label) -> bool) -> [i32; LABELS] {
    for (_, score) in scores.iter_mut().enumerate().filter(|(i, _)| !which(Label::at(*i))) {
        *score = NEVER;
    }
    scores
}

/// The best sums one word on, and for each label the one before it.
fn step(
    sums: &[i32; LABELS],
    neighbours: &[[i32; LABELS]; LABELS],
    word: &[i32; LABELS],
) -> ([i32; LABELS], [u8; LABELS]) {
    let mut best = [i32::MIN; LABELS];
    let mut back = [0u8; LABELS];
    for (a, (&sum, to)) in sums.iter().zip(neighbours).enumerate() {
        for b in 0..LABELS {
            let score = sum + to[b];
            if score > best[b] {
                best[b] = score;
                back[b] = a as u8;
            }
        }
    }
    for (best, score) in best.iter_mut().zip(word) {
        *best = (*best + score).max(NEVER);
    }
    (best, back)
}

fn trace(last: &[i32; LABELS], from: &[[u8; LABELS]]) -> Vec<Label> {
    let mut at = (0..LABELS).rev().max_by_key(|&i| last[i]).unwrap_or(0);
    let mut labels = vec![Label::at(at)];
    for back in from.iter().rev() {
        at = usize::from(back[at]);
        labels.push(Label::at(at));
    }
    labels.reverse();
    labels
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::label::Part;

    #[test]
    fn the_best_labels_are_allowed_ones() {
        let (table, left) = Table::new(4, &[(7, [9; WIDTH]), (7, [1; WIDTH])]);
        assert_eq!(left, 1);
        let model = Model { table, steps: [[0; LABELS]; LABELS], lean: 0 };
        assert_eq!(model.scores(&[7, 0xFFFF_FFFF])[1..], [9; WIDTH]);
        let mut words = [[0; LABELS]; 3];
        words[0][Label::new(1, Part::Begin).index()] = 5;
        words[1][Label::new(1, Part::End).index()] = 5;
        words[2][Label::new(2, Part::Inside).index()] = 99;
        let labels = model.best(&words);
        assert_eq!(labels[0].name(), Some((1, Part::Begin)));
        assert_eq!(labels[1].name(), Some((1, Part::End)));
        assert_eq!(labels[2], Label::OUTSIDE);
        assert!(model.best(&[]).is_empty());
    }
}
