//! The things asked for last, up to a total weight.

use std::collections::HashMap;
use std::hash::Hash;

/// Values by key; when they weigh too much together, those that were asked for longest ago go.
#[derive(Debug)]
pub(crate) struct Lru<K, V> {
    kept: HashMap<K, Kept<V>>,
    clock: u64,
    weight: usize,
    most: usize,
}

#[derive(Debug)]
struct Kept<V> {
    value: V,
    weight: usize,
    asked: u64,
}

impl<K: Hash + Eq + Clone, V> Lru<K, V> {
    /// Keeps values of this weight together.
    pub(crate) fn of(most: usize) -> Self {
        Self { kept: HashMap::new(), clock: 0, weight: 0, most }
    }

    /// The value of a key, which counts as asked for now.
    pub(crate) fn get(&mut self, key: &K) -> Option<&mut V> {
        self.clock += 1;
        let kept = self.kept.get_mut(key)?;
        kept.asked = self.clock;
        Some(&mut kept.value)
    }

    /// Whether a key has a value; it does not count as asked for.
    pub(crate) fn has(&self, key: &K) -> bool {
        self.kept.contains_key(key)
    }

    /// Keeps a value; one that is too heavy by itself is not kept.
    pub(crate) fn put(&mut self, key: K, value: V, weight: usize) {
        self.remove(&key);
        if weight > self.most {
            return;
        }
        self.clock += 1;
        self.weight += weight;
        self.kept.insert(key, Kept { value, weight, asked: self.clock });
        if self.weight > self.most {
            self.shrink();
        }
    }

    /// All values with their keys, in no order; none counts as asked for.
    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = (&K, &mut V)> {
        self.kept.iter_mut().map(|(key, kept)| (key, &mut kept.value))
    }

    /// Lets go of a value.
    pub(crate) fn remove(&mut self, key: &K) {
        if let Some(gone) = self.kept.remove(key) {
            self.weight -= gone.weight;
        }
    }

    /// Lets go of an eighth at once, so that the search for the oldest is rare.
    fn shrink(&mut self) {
        let mut ages: Vec<(u64, K)> = self.kept.iter().map(|(key, kept)| (kept.asked, key.clone())).collect();
        ages.sort_unstable_by_key(|(asked, _)| *asked);
        let newest = ages.pop();
        let goal = self.most - self.most / 8;
        for (_, key) in ages {
            if self.weight <= goal {
                break;
            }
            self.remove(&key);
        }
        drop(newest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(lru: &mut Lru<u32, char>) -> Vec<u32> {
        let mut keys: Vec<u32> = lru.iter_mut().map(|(key, _)| *key).collect();
        keys.sort_unstable();
        keys
    }

    #[test]
    fn what_was_asked_for_longest_ago_goes_first() {
        let mut lru = Lru::of(3);
        for (key, value) in [(1, 'a'), (2, 'b'), (3, 'c')] {
            lru.put(key, value, 1);
        }
        assert_eq!(lru.get(&1), Some(&mut 'a'));
        lru.put(4, 'd', 1);
        assert_eq!(keys(&mut lru), [1, 3, 4]);
    }

    #[test]
    fn weights_count_and_what_is_too_heavy_is_not_kept() {
        let mut lru = Lru::of(10);
        lru.put(1, 'a', 6);
        lru.put(2, 'b', 5);
        assert_eq!(keys(&mut lru), [2]);
        lru.put(3, 'c', 11);
        assert_eq!(keys(&mut lru), [2]);
        lru.put(2, 'z', 4);
        lru.put(4, 'd', 4);
        assert_eq!(keys(&mut lru), [2, 4]);
        assert_eq!(lru.get(&2), Some(&mut 'z'));
    }
}
