//! How long to wait after a failure, and the jitter that keeps sources apart.

use std::time::Duration;

use jiff::Timestamp;
use sha2::{Digest, Sha256};

pub(crate) const MINUTE: Duration = Duration::from_secs(60);
pub(crate) const HOUR: Duration = Duration::from_secs(3_600);
pub(crate) const DAY: Duration = Duration::from_secs(86_400);

/// Waits that grow with each failure in a row.
pub(crate) struct Backoff {
    base: Duration,
    factor: u32,
    cap: Duration,
}

/// A server error, a timeout, a broken line; also a refusal that names no time.
pub(crate) const TRANSIENT: Backoff =
    Backoff { base: MINUTE, factor: 4, cap: Duration::from_secs(6 * 3_600) };
/// A source that is not found or no listing.
pub(crate) const LASTING: Backoff = Backoff { base: HOUR, factor: 4, cap: DAY };
/// A host whose robots.txt cannot be had.
pub(crate) const ROBOTS: Backoff = Backoff { base: HOUR, factor: 2, cap: Duration::from_secs(6 * 3_600) };

impl Backoff {
    /// After so many failures in a row: at most the cap, and never less than three quarters of the step.
    pub(crate) fn wait(&self, failures: u32, what: &str, jitter: Jitter) -> Duration {
        let step = self.factor.saturating_pow(failures.saturating_sub(1).min(16));
        let full = self.base.saturating_mul(step).min(self.cap);
        full.saturating_sub(jitter.below(full / 4, what, failures))
    }
}

/// Pseudo-random durations that are the same for the same seed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Jitter {
    pub(crate) seed: u64,
}

impl Jitter {
    /// A duration under `most`, in steps of a thousandth of it.
    pub(crate) fn below(self, most: Duration, what: &str, number: u32) -> Duration {
        let mut hash = Sha256::new();
        hash.update(self.seed.to_le_bytes());
        hash.update(number.to_le_bytes());
        hash.update(what.as_bytes());
        let digest = hash.finalize();
        let share = u32::from_le_bytes([digest[0], digest[1], digest[2], digest[3]]) % 1_000;
        most / 1_000 * share
    }
}

/// An instant and a duration; never past the end of time.
pub(crate) fn later(from: Timestamp, by: Duration) -> Timestamp {
    from.saturating_add(by).unwrap_or(Timestamp::MAX)
}

/// From one instant to a later one; nothing where it is no later.
pub(crate) fn between(from: Timestamp, to: Timestamp) -> Duration {
    Duration::try_from(to.duration_since(from)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_to_the_cap_and_jitter_takes_at_most_a_quarter() {
        for seed in 0..50 {
            let jitter = Jitter { seed };
            for (failures, minutes) in
                [(1, 1), (2, 4), (3, 16), (4, 64), (5, 256), (6, 360), (40, 360), (u32::MAX, 360)]
            {
                let wait = TRANSIENT.wait(failures, "https://wire.example/1", jitter);
                let full = MINUTE * minutes;
                assert!(wait <= full && wait >= full * 3 / 4, "{failures}: {wait:?}");
            }
        }
    }

    #[test]
    fn jitter_is_the_same_for_the_same_seed_and_differs_between_sources() {
        let of = |seed, what| Jitter { seed }.below(HOUR, what, 1);
        assert_eq!(of(1, "a"), of(1, "a"));
        assert_ne!(of(1, "a"), of(1, "b"));
        assert_ne!(of(1, "a"), of(2, "a"));
    }

    #[test]
    fn time_does_not_run_over_its_end() {
        assert_eq!(later(Timestamp::MAX, DAY), Timestamp::MAX);
        assert_eq!(between(Timestamp::MAX, Timestamp::MIN), Duration::ZERO);
    }
}
