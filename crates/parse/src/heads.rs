//! The heads: a joint tag for each word, a score for each arc, a relation for each arc of the tree.
//!
//! After Dozat and Manning (2017), with a dot product and a distance in place of their biaffine forms.

use std::ops::Range;

use crate::error::WeightsError;
use crate::lanes::Lanes;
use crate::math::exp;
use crate::matrix::{Matrix, argmax, dot, relu};
use crate::scratch::Scratch;
use crate::weights::Sections;

/// Distances between a dependent and its head are told apart up to this many words.
const FAR: isize = 15;

/// The weights after the encoder. The outputs of `input` are, for each word: itself as a dependent and as a head of
/// an arc, the same for a relation, and what the tagger reads.
#[derive(Debug)]
pub(crate) struct Heads {
    pub(crate) input: Matrix,
    tags: Matrix,
    /// The tags of each part of speech, which stand together.
    groups: Vec<Range<usize>>,
    rels: Matrix,
    root_arc: Vec<f32>,
    root_rel: Vec<f32>,
    near_arc: Vec<f32>,
    near_rel: Vec<f32>,
}

impl Heads {
    pub(crate) fn new(s: &Sections<'_>) -> Result<Self, WeightsError> {
        let heads = Self {
            input: s.matrix("heads")?,
            tags: s.matrix("tags")?,
            groups: groups(&s.lines("tags")?),
            rels: s.matrix("rels")?,
            root_arc: s.floats("root_arc")?,
            root_rel: s.floats("root_rel")?,
            near_arc: s.floats("near_arc")?,
            near_rel: s.floats("near_rel")?,
        };
        heads.fits().then_some(heads).ok_or_else(|| WeightsError::Shape("heads".to_owned()))
    }

    /// Whether all sizes agree, so that no index can be out of range later.
    fn fits(&self) -> bool {
        let (arc, rel) = (self.root_arc.len(), self.root_rel.len());
        let distances = 2 * FAR as usize + 3;
        arc.is_multiple_of(8)
            && self.input.outputs == 2 * arc + 2 * rel + self.tags.inputs
            && self.rels.inputs == rel
            && self.groups.last().map_or(0, |g| g.end) == self.tags.outputs
            && self.near_arc.len() == distances
            && self.near_rel.len() == distances * rel
    }

    /// How many tags and relations there are to choose from.
    pub(crate) fn classes(&self) -> (usize, usize) {
        (self.tags.outputs, self.rels.outputs)
    }

    /// Chooses the best joint tag for every token.
    #[inline(always)]
    pub(crate) fn tag(&self, lanes: Lanes, s: &mut Scratch) {
        let (all, n) = (self.input.outputs, self.tags.inputs);
        s.hidden.clear();
        for row in s.heads.chunks_exact(all) {
            s.hidden.extend_from_slice(&row[all - n..]);
        }
        relu(&mut s.hidden);
        s.rows.quantise(&s.hidden, n);
        self.tags.multiply_sparse(lanes, &mut s.rows, &mut s.gates);
        s.tags.clear();
        // A loop, because what an iterator's adaptors call would not be compiled for these instructions.
        for row in s.gates.chunks_exact_mut(self.tags.outputs) {
            s.tags.push(self.best_tag(row) as u16);
        }
    }

    /// The best tag of the part of speech whose tags together are the most probable.
    #[inline(always)]
    fn best_tag(&self, row: &mut [f32]) -> usize {
        let largest = row[argmax(row)];
        let mut best = (0..0, f32::NEG_INFINITY);
        for group in &self.groups {
            let tags = &mut row[group.clone()];
            if is_small(tags, largest) {
                continue;
            }
            for v in tags.iter_mut() {
                *v = exp(*v - largest);
            }
            let sum = tags.iter().sum();
            if sum > best.1 {
                best = (group.clone(), sum);
            }
        }
        best.0.start + argmax(&row[best.0])
    }

    /// Scores every head for every word of the sentence of `n` words that starts at token `first`.
    pub(crate) fn arcs(&self, lanes: Lanes, first: usize, n: usize, s: &mut Scratch) {
        let (all, arc) = (self.input.outputs, self.root_arc.len());
        lanes.run(
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
    /// `root` is the relation that the root's dependent has, and no other word.
    pub(crate) fn relations(
        &self,
        lanes: Lanes,
        first: usize,
        heads: &[usize],
        root: usize,
        s: &mut Scratch,
    ) {
        let (all, arc, rel) = (self.input.outputs, self.root_arc.len(), self.root_rel.len());
        let side = |t: usize, part: usize| &s.heads[(first + t) * all + 2 * arc + part * rel..][..rel];
        s.hidden.clear();
        for (i, &h) in heads.iter().enumerate() {
            let (head, near) =
                if h == 0 { (&self.root_rel[..], 0) } else { (side(h - 1, 1), near(i, h - 1)) };
            let near = &self.near_rel[near * rel..][..rel];
            s.hidden.extend(side(i, 0).iter().zip(head).zip(near).map(|((a, b), c)| a + b + c));
        }
        relu(&mut s.hidden);
        lanes.run(
            #[inline(always)]
            || {
                s.rows.quantise(&s.hidden, rel);
                self.rels.multiply_sparse(lanes, &mut s.rows, &mut s.gates);
            },
        );
        for (row, &h) in s.gates.chunks_exact_mut(self.rels.outputs).zip(heads) {
            row[root] = if h == 0 { f32::INFINITY } else { f32::NEG_INFINITY };
        }
        s.rels.extend(s.gates.chunks_exact(self.rels.outputs).map(|row| argmax(row) as u16));
    }
}

/// Whether tags together are certainly less probable than one whose value is `largest`: 2⁹ of them, each below e⁻⁷ of
/// it.
#[inline(always)]
fn is_small(tags: &[f32], largest: f32) -> bool {
    let least = largest - 7.0;
    let small: u32 = tags.iter().map(|&v| u32::from(v < least)).sum();
    small as usize == tags.len() && small <= 512
}

/// The stretches of joint tags with the same part of speech.
fn groups(tags: &[String]) -> Vec<Range<usize>> {
    let upos = |i: usize| tags[i].split('|').next();
    let mut groups: Vec<Range<usize>> = Vec::new();
    for i in 0..tags.len() {
        match groups.last_mut() {
            Some(group) if upos(group.start) == upos(i) => group.end = i + 1,
            _ => groups.push(i..i + 1),
        }
    }
    groups
}

/// The row of the distance tables for dependent `i` and head `j`.
fn near(i: usize, j: usize) -> usize {
    ((j as isize - i as isize).clamp(-FAR, FAR) + FAR + 2) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_of_one_part_of_speech_form_a_group() {
        let tags = ["NOUN|NN|_", "NOUN|NNS|_", "VERB|VB|_", "X|X|_"].map(str::to_owned);
        assert_eq!(groups(&tags), [0..2, 2..3, 3..4]);
        assert!(groups(&[]).is_empty());
    }

    #[test]
    fn only_tags_that_cannot_win_are_small() {
        assert!(is_small(&[-8.0; 512], 0.0));
        assert!(!is_small(&[-8.0; 513], 0.0));
        assert!(!is_small(&[-8.0, -6.0], 0.0));
        assert!(!is_small(&[-8.0, f32::NAN], 0.0));
    }

    #[test]
    fn distances_are_cut_off_on_both_sides() {
        assert_eq!((near(0, 1), near(1, 0), near(0, 99), near(99, 0)), (18, 16, 32, 2));
    }
}
