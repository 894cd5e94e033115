//! Words as numbers, and phrases of dictionaries made of them.

use std::collections::HashMap;

/// The number of a word that no dictionary knows.
pub(crate) const UNKNOWN: u32 = u32::MAX;

/// All words that the dictionaries hold, in capitals.
#[derive(Debug, Default)]
pub(crate) struct Words {
    numbers: HashMap<Box<str>, u32>,
}

impl Words {
    /// The number of a word, which is added where it is new.
    pub(crate) fn add(&mut self, word: &str) -> u32 {
        if let Some(&number) = self.numbers.get(word) {
            return number;
        }
        let number = self.numbers.len() as u32;
        self.numbers.insert(word.into(), number);
        number
    }

    /// The number of a word in capitals, or [`UNKNOWN`].
    pub(crate) fn number(&self, word: &str) -> u32 {
        self.numbers.get(word).copied().unwrap_or(UNKNOWN)
    }
}

/// Words that must follow each other, some at once and some with others between.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Phrase {
    /// Each word, and whether the next one must follow at once.
    parts: Box<[(u32, bool)]>,
}

impl Phrase {
    /// The phrase that a dictionary writes: `_` between words that follow at once, a blank where others may stand
    /// between.
    pub(crate) fn read(words: &mut Words, text: &str) -> Option<Self> {
        let mut parts: Vec<(u32, bool)> = Vec::new();
        for piece in text.split_whitespace() {
            for word in piece.split('_').filter_map(bare) {
                parts.push((words.add(&word), true));
            }
            if let Some(last) = parts.last_mut() {
                last.1 = false;
            }
        }
        (!parts.is_empty()).then(|| Self { parts: parts.into() })
    }

    /// The number of its first word.
    pub(crate) fn first(&self) -> u32 {
        self.parts.first().map_or(UNKNOWN, |p| p.0)
    }

    /// How many words it has.
    pub(crate) fn len(&self) -> usize {
        self.parts.len()
    }

    /// How many words of `text` it takes, where it begins with the first of them.
    pub(crate) fn taken(&self, text: &[u32]) -> Option<usize> {
        let (mut at, mut adjacent) = (0, true);
        for &(word, next) in &self.parts {
            let found = text.get(at..)?.iter().position(|&w| w == word)?;
            if adjacent && found > 0 {
                return None;
            }
            (at, adjacent) = (at + found + 1, next);
        }
        Some(at)
    }
}

/// A word in capitals without the genitive's ending, which texts have as a word of its own.
fn bare(word: &str) -> Option<String> {
    let word = word.to_uppercase();
    let stem = word.strip_suffix("'S").or_else(|| word.strip_suffix('\'')).unwrap_or(&word);
    (!stem.is_empty()).then(|| stem.to_owned())
}

/// Phrases with what they stand for, found by their first word, the longest first.
#[derive(Debug)]
pub(crate) struct Phrases<T> {
    by_first: HashMap<u32, Vec<(Phrase, T)>>,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { by_first: HashMap::new() }
    }
}

impl<T> Phrases<T> {
    /// Adds a phrase.
    pub(crate) fn add(&mut self, phrase: Phrase, value: T) {
        self.by_first.entry(phrase.first()).or_default().push((phrase, value));
    }

    /// Sorts what was added, so that the longest phrase is tried first and, of equally long ones, the earlier.
    pub(crate) fn sort(&mut self) {
        for list in self.by_first.values_mut() {
            list.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.len()));
        }
    }

    /// The first phrase that begins with the first word of `text`, and how many words it takes.
    pub(crate) fn at(&self, text: &[u32]) -> Option<(&T, usize)> {
        let list = self.by_first.get(text.first()?)?;
        list.iter().find_map(|(phrase, value)| Some((value, phrase.taken(text)?)))
    }

    /// How many words the longest phrase takes that begins `text` without others between its words.
    pub(crate) fn whole(&self, text: &[u32]) -> Option<usize> {
        let list = self.by_first.get(text.first()?)?;
        list.iter().map(|(phrase, _)| phrase).find(|p| p.taken(text) == Some(p.len())).map(Phrase::len)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_found_with_and_without_gaps() {
        let mut words = Words::default();
        let phrase = Phrase::read(&mut words, "KING_OF RIVERS_").unwrap();
        let text = |s: &str| s.split(' ').map(|w| words.number(w)).collect::<Vec<_>>();
        assert_eq!(phrase.taken(&text("KING OF ALL RIVERS HERE")), Some(4));
        assert_eq!(phrase.taken(&text("KING AND OF RIVERS")), None);
        assert_eq!(phrase.taken(&text("KING")), None);
        assert_eq!(Phrase::read(&mut Words::default(), " _ "), None);
    }

    #[test]
    fn the_longest_phrase_comes_first() {
        let mut words = Words::default();
        let mut phrases = Phrases::default();
        for (text, code) in [("LAKE", 1), ("LAKE_TOWN'S", 2)] {
            phrases.add(Phrase::read(&mut words, text).unwrap(), code);
        }
        phrases.sort();
        let text = ["LAKE", "TOWN"].map(|w| words.number(w));
        assert_eq!(phrases.at(&text), Some((&2, 2)));
        assert_eq!(phrases.at(&text[..1]), Some((&1, 1)));
    }
}
