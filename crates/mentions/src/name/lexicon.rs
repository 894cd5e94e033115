//! What is known of words before any sentence: classes of words that are used alike, and lists of names.

use super::hash;

/// The classes that a word belongs to, from few large ones to many small ones; 0 for unknown words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Class {
    /// One of few.
    pub coarse: u8,
    /// One of more.
    pub medium: u8,
    /// One of many.
    pub fine: u16,
}

impl Class {
    /// The class of words that are not in the lexicon.
    pub const UNKNOWN: Self = Self { coarse: 0, medium: 0, fine: 0 };
}

/// Bit of a phrase: the name of a place.
pub const PLACE: u8 = 1;
/// Bit of a phrase: the name of an organisation.
pub const ORGANISATION: u8 = 2;
/// Bit of a phrase: the name of a person.
pub const PERSON: u8 = 4;
/// Bit of a phrase: a longer phrase starts with it.
pub const OPEN: u8 = 128;

/// Words and phrases by their hashes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lexicon {
    /// Classes of words.
    pub classes: Map<Class>,
    /// What lists say of single words, as bits.
    pub words: Map<u8>,
    /// What lists say of phrases, as bits.
    pub phrases: Map<u8>,
}

/// The key of no words, which [`longer`] makes longer.
pub const EMPTY: u32 = 0x9A5E;

/// The key of a phrase that goes on with the word with this key.
pub fn longer(phrase: u32, word: u32) -> u32 {
    hash::finish(hash::mix(phrase, word))
}

impl Lexicon {
    pub(super) fn class(&self, word: u32) -> Class {
        self.classes.get(word).unwrap_or_default()
    }

    pub(super) fn lists(&self, word: u32) -> u32 {
        self.words.get(word).map_or(0, u32::from)
    }
}

/// A map from hashes, read only.
#[derive(Clone, Debug, PartialEq)]
pub struct Map<T> {
    /// Places by the first bits of a key, a free one after the last of each run.
    places: Vec<(u32, T)>,
    free: Vec<bool>,
    shift: u32,
}

impl<T: Copy + Default> Default for Map<T> {
    fn default() -> Self {
        Self::new(&[])
    }
}

impl<T: Copy + Default> Map<T> {
    /// A map of these keys and values; of several values of one key the first counts.
    pub fn new(entries: &[(u32, T)]) -> Self {
        let bits = (2 * entries.len() + 2).next_power_of_two().trailing_zeros();
        let mut map = Self {
            places: vec![(0, T::default()); 1 << bits],
            free: vec![true; 1 << bits],
            shift: 32 - bits,
        };
        for &(key, value) in entries {
            let place = map.place(key);
            if map.free[place] {
                map.places[place] = (key, value);
                map.free[place] = false;
            }
        }
        map
    }

    /// The value of a key.
    pub fn get(&self, key: u32) -> Option<T> {
        let place = self.place(key);
        (!self.free[place]).then(|| self.places[place].1)
    }

    /// All keys with their values, the smallest key first.
    pub fn entries(&self) -> Vec<(u32, T)> {
        let taken = self.places.iter().zip(&self.free).filter(|(_, free)| !**free);
        let mut entries: Vec<(u32, T)> = taken.map(|(entry, _)| *entry).collect();
        entries.sort_unstable_by_key(|e| e.0);
        entries
    }

    /// Where the key stands or would stand. There are twice as many places as keys, so one is always free.
    fn place(&self, key: u32) -> usize {
        let mut place = (key >> self.shift) as usize;
        while !self.free[place] && self.places[place].0 != key {
            place = (place + 1) % self.places.len();
        }
        place
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn maps_find_what_they_hold() {
        let entries: Vec<(u32, u8)> = (0..1000u32).map(|i| (hash::finish(i), (i % 251) as u8)).collect();
        let map = Map::new(&entries);
        assert!(entries.iter().all(|&(k, v)| map.get(k) == Some(v)));
        assert_eq!(map.get(hash::finish(5000)), None);
        assert_eq!(Map::new(&map.entries()).get(entries[7].0), Some(7));
        assert_eq!(Map::<u8>::default().get(3), None);
    }
}
