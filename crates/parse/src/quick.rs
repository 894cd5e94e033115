//! A quick hash for tables whose keys come with the weights, so that nobody can choose them to collide.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A table with such keys.
pub(crate) type QuickMap<V> = HashMap<Box<str>, V, BuildHasherDefault<Quick>>;

/// FNV-1a over bytes, with the high bits mixed into the low ones at the end.
#[derive(Debug)]
pub(crate) struct Quick(u64);

impl Default for Quick {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_in_is_found_again() {
        let words = ["", "s", "ies", "caf\u{e9}"];
        let map: QuickMap<usize> = words.iter().enumerate().map(|(i, &word)| (word.into(), i)).collect();
        assert!(words.iter().enumerate().all(|(i, &word)| map.get(word) == Some(&i)));
        assert_eq!(map.get("es"), None);
    }
}
