//! Matrix products with 8-bit weights and 16-bit activations, summed exactly in 32 bits.
//!
//! Integer sums do not depend on their order, so every machine and every number of threads gets the same result; the
//! few operations in `f32` around them are single IEEE 754 multiplications and additions in a fixed order.

use crate::lanes::Lanes;

/// Sums for four rows and sixteen outputs.
pub(crate) type Tile = [[i32; 16]; 4];

/// More inputs than this could overflow the 32-bit sums: 127 × 32,767 × 512 < 2³¹.
const MOST_INPUTS: usize = 512;

/// A weight matrix, `outputs` × `inputs`, with one scale and one bias for each output.
#[derive(Debug)]
pub(crate) struct Matrix {
    pub(crate) inputs: usize,
    pub(crate) outputs: usize,
    panels: Vec<[i16; 32]>,
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
        let mut panels = vec![[0; 32]; outputs.div_ceil(16) * pairs];
        for (o, row) in weights.chunks_exact(inputs).enumerate() {
            for (k, &w) in row.iter().enumerate() {
                panels[o / 16 * pairs + k / 2][o % 16 * 2 + k % 2] = i16::from(w);
            }
        }
        let padded = |v: &[f32]| {
            v.iter().copied().chain(std::iter::repeat_n(0.0, outputs.div_ceil(16) * 16 - outputs)).collect()
        };
        Some(Self { inputs, outputs, panels, scales: padded(scales), bias: padded(bias) })
    }

    /// `out[r] = x[r] · Wᵀ + bias` for every row of `x`; `out` is row-major with `outputs` columns.
    #[inline(always)]
    pub(crate) fn multiply(&self, lanes: Lanes, x: &Rows, out: &mut Vec<f32>) {
        debug_assert_eq!(x.pairs, self.inputs.div_ceil(2));
        out.resize(x.len() * self.outputs, 0.0);
        for (p, panel) in self.panels.chunks_exact(x.pairs).enumerate() {
            for first in (0..x.len()).step_by(4) {
                let rows = std::array::from_fn(|r| x.row((first + r).min(x.len() - 1)));
                let tile = lanes.tile(panel, rows);
                for (r, sums) in tile.iter().enumerate().take(x.len() - first) {
                    self.finish(
                        p * 16,
                        sums,
                        x.scales[first + r],
                        &mut out[(first + r) * self.outputs..][..self.outputs],
                    );
                }
            }
        }
    }

    #[inline(always)]
    fn finish(&self, first: usize, sums: &[i32; 16], scale: f32, out: &mut [f32]) {
        let n = (self.outputs - first).min(16);
        let (scales, bias) = (&self.scales[first..first + 16], &self.bias[first..first + 16]);
        let mut values = [0.0; 16];
        for i in 0..16 {
            values[i] = sums[i] as f32 * (scale * scales[i]) + bias[i];
        }
        let out = &mut out[first..first + n];
        // Only the last panel can be narrower; a copy of known size is two instructions, any other is a call.
        match <&mut [f32; 16]>::try_from(&mut *out) {
            Ok(out) => *out = values,
            Err(_) => out.copy_from_slice(&values[..n]),
        }
    }
}

/// Rows of activations in 16 bits, each with its own scale.
#[derive(Debug, Default)]
pub(crate) struct Rows {
    pairs: usize,
    values: Vec<[i16; 2]>,
    scales: Vec<f32>,
}

impl Rows {
    /// How many rows there are.
    pub(crate) fn len(&self) -> usize {
        self.scales.len()
    }

    fn row(&self, r: usize) -> &[[i16; 2]] {
        &self.values[r * self.pairs..][..self.pairs]
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
