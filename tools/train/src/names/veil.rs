//! Hides rare words from the learner, so that it learns what to make of words that it will never have met.

use std::collections::HashMap;

use super::learn::Random;

/// A word that is met more often than this is never hidden.
const RARE: u32 = 30;

/// How many of a hundred rare words are hidden.
const PERCENT: u64 = 50;
/// What the choice of words starts from.
const SEED: u64 = 7;

/// What stands for a hidden word.
pub(crate) struct Hidden {
    /// A made-up word that looks like it.
    pub(crate) form: String,
    /// A number of its own.
    pub(crate) number: u32,
}

/// Decides which words are hidden.
pub(crate) struct Veil {
    counts: HashMap<String, u32>,
    random: Random,
    number: u32,
}

impl Veil {
    /// Hides words that are rare in these texts.
    pub(crate) fn new<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let mut counts = HashMap::new();
        for word in texts.flat_map(|text| text.split(|c: char| !c.is_alphanumeric())) {
            *counts.entry(word.to_lowercase()).or_default() += 1;
        }
        Self { counts, random: Random(SEED), number: 0 }
    }

    /// What stands for a word, if it is hidden this time.
    pub(crate) fn hide(&mut self, form: &str) -> Option<Hidden> {
        let count = self.counts.get(&form.to_lowercase()).copied().unwrap_or_default();
        if count > RARE || self.random.below(100) >= PERCENT || !form.contains(char::is_alphabetic) {
            return None;
        }
        self.number += 1;
        Some(Hidden { form: self.other(form), number: self.number })
    }

    /// The word with other letters of the same kind, but for the first and the last.
    fn other(&mut self, form: &str) -> String {
        let last = form.chars().count() - 1;
        form.chars().enumerate().map(|(i, c)| if i == 0 || i == last { c } else { self.letter(c) }).collect()
    }

    fn letter(&mut self, c: char) -> char {
        let small = c.to_ascii_lowercase();
        let kind: &[u8] = if b"aeiouy".contains(&(small as u8)) { b"aeiou" } else { b"bdfgklmnprstvz" };
        let other = char::from(kind[self.random.below(kind.len() as u64) as usize]);
        match c {
            'A'..='Z' => other.to_ascii_uppercase(),
            'a'..='z' => other,
            _ => c,
        }
    }
}
