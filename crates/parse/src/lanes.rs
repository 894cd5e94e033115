//! Which vector instructions this machine has, asked once; results are the same with any of them.

#[cfg(target_arch = "x86_64")]
use pulp::{cast, i16x16, i32x8, x86::V3};

use crate::matrix::{PANEL, Pair, Sums, Weights};

/// The instruction set that the kernels run on.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Lanes {
    /// 256-bit vectors (AVX2).
    #[cfg(target_arch = "x86_64")]
    Wide(V3),
    /// Whatever the compiler makes of plain loops.
    Plain,
}

impl Lanes {
    /// The best that this machine offers.
    #[cfg(target_arch = "x86_64")]
    pub(crate) fn detect() -> Self {
        V3::try_new().map_or(Self::Plain, Self::Wide)
    }

    /// The best that this machine offers.
    #[cfg(not(target_arch = "x86_64"))]
    pub(crate) fn detect() -> Self {
        Self::Plain
    }

    /// Runs `work`, compiled for these instructions as far as it is inlined.
    #[inline(always)]
    pub(crate) fn run<R>(self, work: impl FnOnce() -> R) -> R {
        match self {
            #[cfg(target_arch = "x86_64")]
            Self::Wide(simd) => simd.vectorize(work),
            Self::Plain => work(),
        }
    }

    /// One tile of an integer product: two rows times one panel.
    #[inline(always)]
    pub(crate) fn tile(self, panel: &[Weights], rows: [&[Pair]; 2]) -> [Sums; 2] {
        match self {
            #[cfg(target_arch = "x86_64")]
            Self::Wide(simd) => wide_tile(simd, panel, rows),
            Self::Plain => plain_tile(panel, rows),
        }
    }

    /// The product of one row, given by its pairs that are not zero, with one panel.
    #[inline(always)]
    pub(crate) fn sparse(self, panel: &[Weights], row: &[(usize, Pair)]) -> Sums {
        match self {
            #[cfg(target_arch = "x86_64")]
            Self::Wide(simd) => wide_sparse(simd, panel, row),
            Self::Plain => plain_sparse(panel, row),
        }
    }
}

#[inline(always)]
fn plain_tile(panel: &[Weights], rows: [&[Pair]; 2]) -> [Sums; 2] {
    let mut sums = [[0; PANEL]; 2];
    for (k, weights) in panel.iter().enumerate() {
        for (sum, row) in sums.iter_mut().zip(rows) {
            plain_add(sum, weights, row[k]);
        }
    }
    sums
}

#[inline(always)]
fn plain_sparse(panel: &[Weights], row: &[(usize, Pair)]) -> Sums {
    let mut sums = [0; PANEL];
    for &(k, pair) in row {
        plain_add(&mut sums, &panel[k], pair);
    }
    sums
}

#[inline(always)]
fn plain_add(sums: &mut Sums, weights: &Weights, pair: Pair) {
    let [a, b] = pair.map(i32::from);
    for (s, w) in sums.iter_mut().zip(weights.chunks_exact(2)) {
        *s += a * i32::from(w[0]) + b * i32::from(w[1]);
    }
}

#[cfg(target_arch = "x86_64")]
#[inline(always)]
fn wide_tile(simd: V3, panel: &[Weights], rows: [&[Pair]; 2]) -> [Sums; 2] {
    let rows = rows.map(|r| &r[..panel.len()]);
    let mut sums = [[simd.splat_i32x8(0); 4]; 2];
    for (k, weights) in panel.iter().enumerate() {
        for (sum, row) in sums.iter_mut().zip(rows) {
            wide_add(simd, sum, weights, row[k]);
        }
    }
    cast(sums)
}

#[cfg(target_arch = "x86_64")]
#[inline(always)]
fn wide_sparse(simd: V3, panel: &[Weights], row: &[(usize, Pair)]) -> Sums {
    let mut sums = [simd.splat_i32x8(0); 4];
    for &(k, pair) in row {
        wide_add(simd, &mut sums, &panel[k], pair);
    }
    cast(sums)
}

#[cfg(target_arch = "x86_64")]
#[inline(always)]
fn wide_add(simd: V3, sums: &mut [i32x8; 4], weights: &Weights, pair: Pair) {
    let pair: i16x16 = cast(simd.splat_i32x8(cast(pair)));
    for (sum, part) in sums.iter_mut().zip(cast::<Weights, [i16x16; 4]>(*weights)) {
        *sum = simd.wrapping_add_i32x8(*sum, simd.multiply_wrapping_add_adjacent_i16x16(part, pair));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_kernels_give_the_same_integers() {
        let mut seed = 1_u32;
        let mut next = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 16) as i16
        };
        let panel: Vec<Weights> = (0..100).map(|_| std::array::from_fn(|_| next() % 128)).collect();
        let rows: [Vec<Pair>; 2] = std::array::from_fn(|_| (0..100).map(|_| [next(), next()]).collect());
        let both = [&rows[0][..], &rows[1]];
        assert_eq!(Lanes::detect().tile(&panel, both), Lanes::Plain.tile(&panel, both));
        let some: Vec<(usize, Pair)> = rows[0].iter().copied().enumerate().step_by(3).collect();
        assert_eq!(Lanes::detect().sparse(&panel, &some), Lanes::Plain.sparse(&panel, &some));
    }
}
