//! Which vector instructions this machine has, asked once; results are the same with any of them.

use crate::matrix::Tile;

/// The instruction set that the kernels run on.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Lanes {
    /// 256-bit vectors (AVX2).
    #[cfg(target_arch = "x86_64")]
    Wide(pulp::x86::V3),
    /// Whatever the compiler makes of plain loops.
    Plain,
}

impl Lanes {
    /// The best that this machine offers.
    #[cfg(target_arch = "x86_64")]
    pub(crate) fn detect() -> Self {
        pulp::x86::V3::try_new().map_or(Self::Plain, Self::Wide)
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

    /// One tile of an integer product: four rows times sixteen outputs.
    #[inline(always)]
    pub(crate) fn tile(self, panel: &[[i16; 32]], rows: [&[[i16; 2]]; 4]) -> Tile {
        match self {
            #[cfg(target_arch = "x86_64")]
            Self::Wide(simd) => wide_tile(simd, panel, rows),
            Self::Plain => plain_tile(panel, rows),
        }
    }
}

#[inline(always)]
fn plain_tile(panel: &[[i16; 32]], rows: [&[[i16; 2]]; 4]) -> Tile {
    let mut sums = [[0_i32; 16]; 4];
    for (k, weights) in panel.iter().enumerate() {
        for (sum, row) in sums.iter_mut().zip(rows) {
            let [a, b] = row[k].map(i32::from);
            for (s, w) in sum.iter_mut().zip(weights.chunks_exact(2)) {
                *s += a * i32::from(w[0]) + b * i32::from(w[1]);
            }
        }
    }
    sums
}

#[cfg(target_arch = "x86_64")]
#[inline(always)]
fn wide_tile(simd: pulp::x86::V3, panel: &[[i16; 32]], rows: [&[[i16; 2]]; 4]) -> Tile {
    use pulp::{cast, i16x16, i32x8};
    let rows = rows.map(|r| &r[..panel.len()]);
    let mut sums = [[simd.splat_i32x8(0); 2]; 4];
    for (k, weights) in panel.iter().enumerate() {
        let [low, high]: [i16x16; 2] = cast(*weights);
        for (sum, row) in sums.iter_mut().zip(rows) {
            let pair: i16x16 = cast(simd.splat_i32x8(cast(row[k])));
            sum[0] = simd.wrapping_add_i32x8(sum[0], simd.multiply_wrapping_add_adjacent_i16x16(low, pair));
            sum[1] = simd.wrapping_add_i32x8(sum[1], simd.multiply_wrapping_add_adjacent_i16x16(high, pair));
        }
    }
    cast::<[[i32x8; 2]; 4], Tile>(sums)
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
        let panel: Vec<[i16; 32]> = (0..100).map(|_| std::array::from_fn(|_| next() % 128)).collect();
        let rows: [Vec<[i16; 2]>; 4] = std::array::from_fn(|_| (0..100).map(|_| [next(), next()]).collect());
        let rows = [&rows[0][..], &rows[1], &rows[2], &rows[3]];
        assert_eq!(Lanes::detect().tile(&panel, rows), Lanes::Plain.tile(&panel, rows));
    }
}
