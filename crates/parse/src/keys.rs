//! The vocabulary's keys, found by their first bits and a short search.

/// How many first bits tell where to search.
const BITS: u32 = 12;

/// Keys in rising order.
#[derive(Debug)]
pub(crate) struct Keys {
    keys: Vec<u64>,
    /// Where the keys with each value of the first bits start, and where the last ones end.
    starts: Vec<usize>,
}

impl Keys {
    /// The keys, which are in rising order; where they are not, some are not found.
    pub(crate) fn new(keys: Vec<u64>) -> Self {
        let start = |first: u64| keys.partition_point(|&key| first_bits(key) < first);
        let starts = (0..=1 << BITS).map(start).collect();
        Self { keys, starts }
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.keys.len()
    }

    /// Where a key stands.
    pub(crate) fn find(&self, key: u64) -> Option<usize> {
        let first = first_bits(key) as usize;
        let (start, end) = (self.starts[first], self.starts[first + 1]);
        Some(start + self.keys.get(start..end)?.binary_search(&key).ok()?)
    }
}

fn first_bits(key: u64) -> u64 {
    key >> (u64::BITS - BITS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_found_where_they_stand() {
        let list: Vec<u64> = vec![0, 1, 5 << 50, u64::MAX - 1, u64::MAX];
        let keys = Keys::new(list.clone());
        assert!(list.iter().enumerate().all(|(i, &key)| keys.find(key) == Some(i)));
        assert_eq!((keys.find(2), keys.find(6 << 50), keys.len()), (None, None, 5));
        assert_eq!(Keys::new(Vec::new()).find(7), None);
    }
}
