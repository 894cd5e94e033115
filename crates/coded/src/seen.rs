//! Whether a row was there before.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

/// How many rows are remembered at least.
pub(crate) const WINDOW: usize = 1 << 20;

/// Remembers the last rows, as hashes of 64 bits: at least the last million and at most two, so that memory stays below
/// 50 MB however long the file is. A row that comes again later than that is not found.
#[derive(Default)]
pub(crate) struct Seen {
    now: HashSet<u64>,
    before: HashSet<u64>,
}

impl Seen {
    /// Whether `key` was there before; from now on it was.
    pub(crate) fn again(&mut self, key: &impl Hash) -> bool {
        let mut hasher = DefaultHasher::new();
        key.hash(&mut hasher);
        let hash = hasher.finish();
        if self.before.contains(&hash) || !self.now.insert(hash) {
            return true;
        }
        if self.now.len() >= WINDOW {
            self.before = std::mem::take(&mut self.now);
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_found_again_within_the_window() {
        let mut seen = Seen::default();
        assert!(!seen.again(&"a") && seen.again(&"a") && !seen.again(&"b"));
        assert!((0..WINDOW as u64 / 2).all(|n| !seen.again(&n)));
        assert!(seen.again(&"a"));
    }

    #[test]
    fn memory_is_bounded() {
        let mut seen = Seen::default();
        (0..3 * WINDOW as u64).for_each(|n| _ = seen.again(&n));
        assert!(seen.now.len() + seen.before.len() <= 2 * WINDOW);
    }
}
