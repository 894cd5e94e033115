//! From arc scores to one tree: Chu and Liu (1965), Edmonds (1967), with exactly one word under the root.

use crate::matrix::argmax;

/// Scores of all arcs of one sentence of `n` words: row `i` holds the scores of the root and of each word as head of
/// word `i`.
#[derive(Clone, Debug, Default)]
pub struct Scores {
    words: usize,
    values: Vec<f32>,
}

/// The score of an arc that must not be.
const NEVER: f64 = -1e30;

/// The score of a word as its own head, below all others.
const ITSELF: f64 = f64::NEG_INFINITY;

impl Scores {
    /// Makes room for a sentence of `words` words.
    pub fn begin(&mut self, words: usize) {
        self.words = words;
        self.values.clear();
        self.values.resize(words * (words + 1), 0.0);
    }

    /// How many words the sentence has.
    pub fn words(&self) -> usize {
        self.words
    }

    /// The scores of word `i`'s heads: the root first, then each word.
    pub fn row_mut(&mut self, i: usize) -> &mut [f32] {
        &mut self.values[i * (self.words + 1)..][..=self.words]
    }

    /// The scores of word `i`'s heads.
    pub fn row(&self, i: usize) -> &[f32] {
        &self.values[i * (self.words + 1)..][..=self.words]
    }

    /// The heads of the best tree with exactly one word under the root: 0 for that word, else 1-based.
    ///
    /// ```
    /// let mut scores = saydo_parse::tree::Scores::default();
    /// scores.begin(2);
    /// scores.row_mut(0).copy_from_slice(&[5.0, 0.0, 1.0]);
    /// scores.row_mut(1).copy_from_slice(&[4.0, 3.0, 0.0]);
    /// assert_eq!(scores.best_tree(), [0, 1]);
    /// ```
    pub fn best_tree(&self) -> Vec<usize> {
        let greedy: Vec<usize> = (0..self.words).map(|i| self.best_head(i)).collect();
        if is_tree(&greedy) { greedy } else { self.edmonds() }
    }

    fn best_head(&self, i: usize) -> usize {
        let row = self.row(i);
        let (before, after) = (argmax(&row[..=i]), i + 2 + argmax(&row[i + 2..]));
        if row.get(after).is_some_and(|&score| score > row[before]) { after } else { before }
    }

    /// The exact search on a square matrix in which every arc from the root pays a toll larger than any tree can
    /// gain, so that the best tree uses one.
    fn edmonds(&self) -> Vec<usize> {
        let n = self.words + 1;
        let largest = self.values.iter().fold(1.0_f64, |m, &v| m.max(f64::from(v).abs()));
        let toll = 4.0 * largest * n as f64;
        let mut matrix = vec![NEVER; n * n];
        for i in 0..self.words {
            for (h, &v) in self.row(i).iter().enumerate().filter(|&(h, _)| h != i + 1) {
                matrix[(i + 1) * n + h] = f64::from(v) - if h == 0 { toll } else { 0.0 };
            }
            matrix[(i + 1) * (n + 1)] = ITSELF;
        }
        maximum_arborescence(matrix, n).split_off(1)
    }
}

/// Whether the heads form one tree with one word under the root.
fn is_tree(heads: &[usize]) -> bool {
    let rooted: Vec<usize> = std::iter::once(0).chain(heads.iter().copied()).collect();
    heads.iter().filter(|&&h| h == 0).count() == 1 && find_cycle(&rooted).is_none()
}

/// The nodes of some cycle; node 0 is the root and has no head.
fn find_cycle(heads: &[usize]) -> Option<Vec<usize>> {
    let mut visit = vec![0_usize; heads.len()];
    for start in 1..heads.len() {
        let mut v = start;
        while v != 0 && visit[v] == 0 {
            visit[v] = start;
            v = heads[v];
        }
        if v != 0 && visit[v] == start {
            let around = std::iter::successors(Some(heads[v]), |&u| (u != v).then(|| heads[u]));
            return Some(around.collect());
        }
    }
    None
}

/// Edmonds' algorithm on a dense matrix (`matrix[v * n + u]` scores head `u` of node `v`): takes the best head of
/// every node, and where these form a cycle, shrinks it to one node, solves the smaller graph and opens it again.
fn maximum_arborescence(matrix: Vec<f64>, n: usize) -> Vec<usize> {
    let mut heads: Vec<usize> =
        (0..n).map(|v| if v == 0 { 0 } else { first_largest(&matrix[v * n..][..n]) }).collect();
    let Some(cycle) = find_cycle(&heads) else { return heads };
    let shrunk = Shrunk::new(&matrix, n, &heads, &cycle);
    drop(matrix);
    let Shrunk { matrix, outside, entry, exit } = shrunk;
    let smaller = maximum_arborescence(matrix, outside.len() + 1);
    for (k, &v) in outside.iter().enumerate().skip(1) {
        let h = smaller[k];
        heads[v] = if h == outside.len() { exit[k] } else { outside[h] };
    }
    let from = smaller[outside.len()];
    heads[entry[from]] = outside[from];
    heads
}

/// The first of the largest; over eight fixed lanes so that it can be computed in vectors.
fn first_largest(row: &[f64]) -> usize {
    let mut lanes = [f64::NEG_INFINITY; 8];
    for chunk in row.chunks(8) {
        for (lane, &v) in lanes.iter_mut().zip(chunk) {
            *lane = if v > *lane { v } else { *lane };
        }
    }
    let largest = lanes.iter().fold(f64::NEG_INFINITY, |m, &v| if v > m { v } else { m });
    row.iter().position(|&v| v >= largest).unwrap_or(0)
}

/// Of `n` things the first with the highest score, and its score.
fn best_of(n: usize, score: impl Fn(usize) -> f64) -> (usize, f64) {
    let scored = (0..n).map(|i| (i, score(i)));
    scored.fold((0, f64::NEG_INFINITY), |best, next| if next.1 > best.1 { next } else { best })
}

/// A graph with one cycle made a single node, which comes last.
struct Shrunk {
    matrix: Vec<f64>,
    /// The nodes that are not in the cycle, the root first.
    outside: Vec<usize>,
    /// For each of them as head of the cycle: the member that it would take over.
    entry: Vec<usize>,
    /// For each of them as dependent of the cycle: the member that would be its head.
    exit: Vec<usize>,
}

impl Shrunk {
    fn new(matrix: &[f64], n: usize, heads: &[usize], cycle: &[usize]) -> Self {
        let outside: Vec<usize> = (0..n).filter(|v| !cycle.contains(v)).collect();
        let m = outside.len() + 1;
        let row = |v: usize| &matrix[v * n..][..n];
        let mut small = Vec::with_capacity(m * m);
        let (mut entry, mut exit) = (vec![0; m], vec![0; m]);
        for (k, &v) in outside.iter().enumerate() {
            let row = row(v);
            small.extend(outside.iter().map(|&u| row[u]));
            let best = best_of(cycle.len(), |i| row[cycle[i]]);
            exit[k] = cycle[best.0];
            small.push(best.1);
        }
        // For each member of the cycle, what its other heads gain over the one in the cycle.
        let members: Vec<(&[f64], f64)> = cycle.iter().map(|&c| (row(c), row(c)[heads[c]])).collect();
        for (k, &v) in outside.iter().enumerate() {
            let best = best_of(cycle.len(), |i| members[i].0[v] - members[i].1);
            entry[k] = cycle[best.0];
            small.push(best.1);
        }
        small.push(ITSELF);
        Self { matrix: small, outside, entry, exit }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scores(n: usize, seed: u64) -> Scores {
        let mut state = seed;
        let mut scores = Scores::default();
        scores.begin(n);
        for i in 0..n {
            for v in scores.row_mut(i) {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                *v = (state >> 40) as f32 / 1e5;
            }
        }
        scores
    }

    fn total(scores: &Scores, heads: &[usize]) -> f64 {
        heads.iter().enumerate().map(|(i, &h)| f64::from(scores.row(i)[h])).sum()
    }

    /// Tries every assignment of heads.
    fn exhaustive(scores: &Scores) -> f64 {
        let n = scores.words();
        let mut best = f64::NEG_INFINITY;
        for code in 0..(n + 1).pow(n as u32) {
            let heads: Vec<usize> = (0..n).map(|i| code / (n + 1).pow(i as u32) % (n + 1)).collect();
            if is_tree(&heads) {
                best = best.max(total(scores, &heads));
            }
        }
        best
    }

    #[test]
    fn finds_the_best_tree_of_all() {
        for n in 1..=5 {
            for seed in 0..60 {
                let scores = scores(n, seed);
                let heads = scores.best_tree();
                assert!(is_tree(&heads), "{heads:?}");
                assert!(
                    (total(&scores, &heads) - exhaustive(&scores)).abs() < 1e-3,
                    "{n} words, seed {seed}"
                );
            }
        }
    }

    #[test]
    fn long_sentences_give_trees_too() {
        for seed in 0..5 {
            assert!(is_tree(&scores(150, seed).best_tree()));
        }
    }

    #[test]
    fn an_empty_sentence_has_an_empty_tree() {
        assert!(Scores::default().best_tree().is_empty());
    }
}
