//! Matrix products with 8-bit weights and 16-bit activations, summed exactly in 32 bits.
//!
//! Integer sums do not depend on their order, so every machine and every number of threads gets the same result; the
//! few operations in `f32` around them are single IEEE 754 multiplications and additions in a fixed order.

use crate::lanes::Lanes;

/// How many outputs a panel has.
pub(crate) const PANEL: usize = 32;

/// Two neighbouring inputs.
pub(crate) type Pair = [i16; 2];

/// What a panel's outputs weigh one pair with: two weights for each output, one output after another.
pub(crate) type Weights = [i16; 2 * PANEL];

/// One sum for each output of a panel.
pub(crate) type Sums = [i32; PANEL];

/// More inputs than this could overflow the 32-bit sums: 127 × 32,767 × 512 < 2³¹.
const MOST_INPUTS: usize = 512;

/// A weight matrix, `outputs` × `inputs`, with one scale and one bias for each output.
#[derive(Debug)]
pub(crate) struct Matrix {
    pub(crate) inputs: usize,
    pub(crate) outputs: usize,
    panels: Vec<Weights>,
    scales: Vec<f32>,
    bias: Vec<f32>,
}

impl Matrix {
    /// Packs row-major 8-bit weights; `None` where the sizes do not fit each other or the sums could overflow.
    pub(crate) fn new(inputs: usize, weights: &[i8], scales: &[f32], bias: &[f32]) -> Option<Self> {
        let outputs = scales.len();
        if inputs == 0 || inputs > MOST_INPUTS || weights.len() != inputs * outputs || bias.len() != outputs {
            return None;
        }
        let pairs = inputs.div_ceil(2);
        let mut panels = vec![[0; 2 * PANEL]; outputs.div_ceil(PANEL) * pairs];
        for (o, row) in weights.chunks_exact(inputs).enumerate() {
            for (k, &w) in row.iter().enumerate() {
                panels[o / PANEL * pairs + k / 2][o % PANEL * 2 + k % 2] = i16::from(w);
            }
        }
        let padded = |v: &[f32]| {
            let missing = outputs.next_multiple_of(PANEL) - outputs;
            v.iter().copied().chain(std::iter::repeat_n(0.0, missing)).collect()
        };
        Some(Self { inputs, outputs, panels, scales: padded(scales), bias: padded(bias) })
    }

    /// `out[r] = x[r] · Wᵀ + bias` for every row of `x`; `out` is row-major with `outputs` columns.
    ///
    /// A function of its own, so that its loops get the registers for themselves.
    #[inline(never)]
    pub(crate) fn multiply(&self, lanes: Lanes, x: &Rows, out: &mut Vec<f32>) {
        debug_assert_eq!(x.pairs, self.inputs.div_ceil(2));
        out.resize(x.len() * self.outputs, 0.0);
        lanes.run(
            #[inline(always)]
            || {
                for (p, panel) in self.panels.chunks_exact(x.pairs).enumerate() {
                    for (r, rows) in out.chunks_mut(2 * self.outputs).enumerate() {
                        let (first, last) = (2 * r, (2 * r + 1).min(x.len() - 1));
                        let sums = lanes.tile(panel, [x.row(first), x.row(last)]);
                        for (i, row) in rows.chunks_exact_mut(self.outputs).enumerate() {
                            self.finish(p * PANEL, &sums[i], x.scales[first + i], row);
                        }
                    }
                }
            },
        );
    }

    /// As [`Self::multiply`], but quicker where many inputs are zero, as they are after [`relu`].
    #[inline(never)]
    pub(crate) fn multiply_sparse(&self, lanes: Lanes, x: &mut Rows, out: &mut Vec<f32>) {
        debug_assert_eq!(x.pairs, self.inputs.div_ceil(2));
        out.resize(x.len() * self.outputs, 0.0);
        lanes.run(
            #[inline(always)]
            || {
                for (r, row) in out.chunks_exact_mut(self.outputs).enumerate() {
                    let (pairs, scale) = x.present(r);
                    for (p, panel) in self.panels.chunks_exact(self.inputs.div_ceil(2)).enumerate() {
                        self.finish(p * PANEL, &lanes.sparse(panel, pairs), scale, row);
                    }
                }
            },
        );
    }

    #[inline(always)]
    fn finish(&self, first: usize, sums: &Sums, scale: f32, row: &mut [f32]) {
        let (scales, bias) = (&self.scales[first..first + PANEL], &self.bias[first..first + PANEL]);
        let value = |i: usize| sums[i] as f32 * (scale * scales[i]) + bias[i];
        let out = &mut row[first..];
        // Only the last panel can be narrower; a loop of known length needs no more than vectors.
        if let Some(out) = out.first_chunk_mut::<PANEL>() {
            for (i, out) in out.iter_mut().enumerate() {
                *out = value(i);
            }
        } else {
            for (i, out) in out.iter_mut().enumerate() {
                *out = value(i);
            }
        }
    }
}

/// Rows of activations in 16 bits, each with its own scale.
#[derive(Debug, Default)]
pub(crate) struct Rows {
    pairs: usize,
    values: Vec<Pair>,
    scales: Vec<f32>,
    present: Vec<(usize, Pair)>,
}

impl Rows {
    /// How many rows there are.
    pub(crate) fn len(&self) -> usize {
        self.scales.len()
    }

    fn row(&self, r: usize) -> &[Pair] {
        &self.values[r * self.pairs..][..self.pairs]
    }

    /// The pairs of a row that are not zero, with their places, and the row's scale.
    #[inline(always)]
    fn present(&mut self, r: usize) -> (&[(usize, Pair)], f32) {
        let row = &self.values[r * self.pairs..][..self.pairs];
        self.present.resize(self.pairs, (0, [0; 2]));
        let mut n = 0;
        for (k, &pair) in row.iter().enumerate() {
            // Writing always and counting only what stays spares a branch that cannot be foretold.
            self.present[n] = (k, pair);
            n += usize::from(pair != [0; 2]);
        }
        (&self.present[..n], self.scales[r])
    }

    /// Replaces the rows by `x`, row-major with `width` columns.
    #[inline(always)]
    pub(crate) fn quantise(&mut self, x: &[f32], width: usize) {
        self.pairs = width.div_ceil(2);
        let rows = x.len() / width;
        // An odd last input leaves the second half of its pair untouched, and it meets a weight of zero.
        self.values.resize(rows * self.pairs, [0; 2]);
        self.scales.resize(rows, 0.0);
        for (r, row) in x.chunks_exact(width).enumerate() {
            let pairs = &mut self.values[r * self.pairs..][..self.pairs];
            self.scales[r] = round(row, &mut pairs.as_flattened_mut()[..width]);
        }
    }
}

/// Rounds `row` to 16 bits and returns what to multiply the integers by.
#[inline(always)]
pub(crate) fn round(row: &[f32], out: &mut [i16]) -> f32 {
    let largest = largest(row).max(1e-20);
    let inverse = 32_767.0 / largest;
    for (o, v) in out.iter_mut().zip(row) {
        *o = nearest(v * inverse);
    }
    largest / 32_767.0
}

/// The index of the largest value, the first of equals; NaN counts as nothing.
#[inline(always)]
pub(crate) fn argmax(row: &[f32]) -> usize {
    let mut lanes = [f32::NEG_INFINITY; 8];
    let chunks = row.chunks_exact(8);
    let rest = chunks.remainder().iter().fold(f32::NEG_INFINITY, |m, &v| if v > m { v } else { m });
    for chunk in chunks {
        for (lane, &v) in lanes.iter_mut().zip(chunk) {
            *lane = if v > *lane { v } else { *lane };
        }
    }
    let largest = lanes.iter().fold(rest, |m, &v| if v > m { v } else { m });
    row.iter().position(|&v| v >= largest).unwrap_or(0)
}

/// Cuts off what is below zero; a plain comparison, because it also turns NaN into zero and vectorises.
#[inline(always)]
pub(crate) fn relu(values: &mut [f32]) {
    for v in values {
        *v = if *v > 0.0 { *v } else { 0.0 };
    }
}

/// The largest magnitude in `row`, over eight fixed lanes so that it can be computed in vectors.
#[inline(always)]
fn largest(row: &[f32]) -> f32 {
    let mut lanes = [0.0_f32; 8];
    let chunks = row.chunks_exact(8);
    let rest = chunks.remainder().iter().fold(0.0_f32, |m, v| m.max(v.abs()));
    for chunk in chunks {
        for (lane, v) in lanes.iter_mut().zip(chunk) {
            let v = v.abs();
            *lane = if v > *lane { v } else { *lane };
        }
    }
    lanes.iter().fold(rest, |m, &v| m.max(v))
}

/// Rounds to the nearest integer, ties to even, for magnitudes below 2²²: adding 1.5 × 2²³ leaves the integer in the
/// low bits of the sum.
#[inline(always)]
fn nearest(v: f32) -> i16 {
    (v + 12_582_912.0).to_bits() as u16 as i16
}

/// The dot product of two slices of equal length, summed over eight fixed lanes.
#[inline(always)]
pub(crate) fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut lanes = [0.0_f32; 8];
    for (a, b) in a.chunks_exact(8).zip(b.chunks_exact(8)) {
        for i in 0..8 {
            lanes[i] += a[i] * b[i];
        }
    }
    let [a0, a1, a2, a3, a4, a5, a6, a7] = lanes;
    ((a0 + a4) + (a1 + a5)) + ((a2 + a6) + (a3 + a7))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_to_the_nearest_integer() {
        for (v, want) in [(0.4, 0), (0.6, 1), (-0.6, -1), (-32_767.0, -32_767), (32_766.7, 32_767), (2.5, 2)]
        {
            assert_eq!(nearest(v), want, "{v}");
        }
    }

    #[test]
    fn finds_the_first_of_the_largest() {
        let mut row = vec![0.0; 19];
        (row[5], row[17]) = (2.0, 2.0);
        assert_eq!(argmax(&row), 5);
        row[18] = 3.0;
        assert_eq!((argmax(&row), argmax(&[]), argmax(&[f32::NAN])), (18, 0, 0));
    }

    #[test]
    fn multiplies_odd_sizes() {
        let weights: Vec<i8> = (0..3 * 17).map(|i| (i % 11 - 5) as i8).collect();
        let matrix = Matrix::new(3, &weights, &[0.5; 17], &[1.0; 17]).unwrap();
        let x = [0.5, -1.0, 2.0, 1.0, 1.0, 1.0];
        let (mut rows, mut out) = (Rows::default(), Vec::new());
        rows.quantise(&x, 3);
        matrix.multiply(Lanes::detect(), &rows, &mut out);
        let mut sparse = Vec::new();
        matrix.multiply_sparse(Lanes::detect(), &mut rows, &mut sparse);
        assert_eq!(out, sparse);
        for (r, row) in x.chunks_exact(3).enumerate() {
            for o in 0..17 {
                let want: f32 =
                    1.0 + (0..3).map(|k| 0.5 * f32::from(weights[o * 3 + k]) * row[k]).sum::<f32>();
                assert!((out[r * 17 + o] - want).abs() < 1e-3, "{r} {o}");
            }
        }
    }

    #[test]
    fn refuses_sizes_that_do_not_fit() {
        assert!(Matrix::new(0, &[], &[], &[]).is_none());
        assert!(Matrix::new(2, &[1, 2, 3], &[1.0], &[0.0]).is_none());
        assert!(Matrix::new(MOST_INPUTS + 1, &vec![0; MOST_INPUTS + 1], &[1.0], &[0.0]).is_none());
    }
}
