//! Things of which many are the same, each kept once.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Items by number, from 0; the same item always has the same number.
#[derive(Clone, Debug)]
pub(crate) struct Pool<T> {
    items: Vec<T>,
    /// For each hash the last item that has it; an item is kept once and not again as a key.
    last: HashMap<u64, u32>,
    /// For each item the one before it with the same hash.
    before: Vec<Option<u32>>,
}

impl<T> Default for Pool<T> {
    fn default() -> Self {
        Self { items: Vec::new(), last: HashMap::new(), before: Vec::new() }
    }
}

impl<T: PartialEq> Pool<T> {
    /// The number of an item, new if need be. Equal items must have equal keys.
    pub(crate) fn put(&mut self, key: &(impl Hash + ?Sized), item: T) -> u32 {
        let mut hasher = DefaultHasher::new();
        key.hash(&mut hasher);
        let hash = hasher.finish();
        let mut at = self.last.get(&hash).copied();
        let before = at;
        while let Some(n) = at {
            if self.items[n as usize] == item {
                return n;
            }
            at = self.before[n as usize];
        }
        let n = self.items.len() as u32;
        self.items.push(item);
        self.before.push(before);
        self.last.insert(hash, n);
        n
    }
}

impl<T> Pool<T> {
    /// The item with this number.
    pub(crate) fn get(&self, n: u32) -> Option<&T> {
        self.items.get(n as usize)
    }

    /// All items, by number.
    pub(crate) fn all(&self) -> &[T] {
        &self.items
    }
}

#[cfg(test)]
mod tests {
    use super::Pool;

    #[test]
    fn each_item_is_kept_once_also_where_keys_are_the_same() {
        let mut pool = Pool::default();
        let numbers: Vec<u32> = ["a", "b", "a", "c", "b", "c"].iter().map(|s| pool.put("same", *s)).collect();
        assert_eq!(numbers, [0, 1, 0, 2, 1, 2]);
        assert_eq!((pool.get(2), pool.get(3)), (Some(&"c"), None));
    }
}
