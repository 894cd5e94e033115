//! How sure a mean is: a bootstrap over publisher families, because what one family tells hangs together.
//!
//! Families are drawn with replacement, 400 times, from a fixed seed, so that the same facts give the same interval. The
//! plain percentile bootstrap is too narrow where there are few families, and has no width at all with one; so the
//! distances from the mean are stretched by Student's quantile over the normal one and by the root of n/(n-1), and one
//! family alone leaves the whole scale open.

use super::Interval;

const DRAWS: usize = 400;

/// The ends of Goldstein's scale.
const SCALE: (f64, f64) = (-10.0, 10.0);

/// Student's 97.5 % quantiles for 1 to 30 degrees of freedom.
const STUDENT: [f64; 30] = [
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
    2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
];

const NORMAL: f64 = 1.960;

/// What a family tells: the sum of its scores, and how many doings they stand for.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Totals {
    pub(super) sum: f64,
    pub(super) weight: f64,
}

/// The mean over all families and its 95 % interval; `None` where nothing is told.
pub(super) fn interval(families: &[Totals], events: u32) -> Option<Interval> {
    let value = mean(families.iter())?;
    let (low, high) = bounds(families, value);
    Some(Interval { value, low, high, events, families: families.len() as u32 })
}

fn bounds(families: &[Totals], value: f64) -> (f64, f64) {
    let Some(degrees) = families.len().checked_sub(2) else { return SCALE };
    let mut random = Random(0x5eed);
    let mut means: Vec<f64> = (0..DRAWS)
        .filter_map(|_| mean((0..families.len()).map(|_| &families[random.below(families.len())])))
        .collect();
    means.sort_unstable_by(f64::total_cmp);
    let n = families.len() as f64;
    let stretch = STUDENT.get(degrees).unwrap_or(&NORMAL) / NORMAL * (n / (n - 1.0)).sqrt();
    let bound = |at: f64| value + (means[(at * (DRAWS - 1) as f64).round() as usize] - value) * stretch;
    (bound(0.025).clamp(SCALE.0, value), bound(0.975).clamp(value, SCALE.1))
}

fn mean<'t>(families: impl Iterator<Item = &'t Totals>) -> Option<f64> {
    let (sum, weight) = families.fold((0.0, 0.0), |all, f| (all.0 + f.sum, all.1 + f.weight));
    (weight > 0.0).then(|| (sum / weight).clamp(SCALE.0, SCALE.1))
}

/// `SplitMix64`: small, and the same on every machine.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        ((u128::from(self.next()) * n as u128) >> 64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(means: &[f64]) -> Interval {
        let families: Vec<Totals> = means.iter().map(|m| Totals { sum: m * 3.0, weight: 3.0 }).collect();
        interval(&families, 3 * means.len() as u32).expect("something is told")
    }

    fn width(of: &Interval) -> f64 {
        of.high - of.low
    }

    #[test]
    fn fewer_families_leave_more_open() {
        let many = told(&[-2.0, -1.0, -2.0, -1.0, -2.0, -1.0, -2.0, -1.0, -2.0, -1.0, -2.0, -1.0]);
        let few = told(&[-2.0, -1.0, -2.0, -1.0]);
        let two = told(&[-2.0, -1.0]);
        let one = told(&[-1.5]);
        assert!(width(&many) < width(&few) && width(&few) < width(&two) && width(&two) < width(&one));
        assert_eq!((one.low, one.high), SCALE);
    }

    #[test]
    fn a_figure_lies_within_its_interval_and_is_the_same_twice() {
        let once = told(&[-9.0, 4.0, 3.4, -5.0, 1.0]);
        assert!(once.low < once.value && once.value < once.high && once.low >= -10.0);
        assert_eq!(once, told(&[-9.0, 4.0, 3.4, -5.0, 1.0]));
    }

    #[test]
    fn nothing_told_has_no_mean() {
        assert_eq!(interval(&[], 0), None);
    }
}
