//! Lists of words that the rules around cues ask for: verbs that lend a noun their subject, days, occasions.

use std::collections::HashSet;
use std::sync::OnceLock;

use crate::TableError;

/// The table that ships.
const TABLE: (&str, &str) = ("data/cues/words.tsv", include_str!("../../../data/cues/words.tsv"));

/// What the words of a list have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum List {
    /// Verbs that lend a noun their subject: who issues a statement states.
    Light,
    /// Nouns for something written or said, whose speaker is their owner: "issued a statement saying".
    Carrier,
    /// Nouns that speak in a phrase by themselves: "in a CBS poll".
    Poll,
    /// Nouns that speak in a phrase where they have an owner: "in its report".
    Document,
    /// Nouns whose owner speaks in a phrase: "in Kyiv's view".
    View,
    /// Days, months and stretches of time: they tell when something was said.
    Time,
    /// Occasions and places where something is said.
    Occasion,
    /// Prepositions whose phrase can belong to the noun before it.
    Linking,
    /// Nouns for what observers watch and count: violations, troops, tents.
    Seen,
    /// Nouns for what shows by itself what somebody else took or keeps: images, footage, a count.
    Image,
    /// Adverbs that report without saying who does: "reportedly".
    Hearsay,
}

impl List {
    const ALL: [(Self, &'static str); 11] = [
        (Self::Light, "light"),
        (Self::Carrier, "carrier"),
        (Self::Poll, "poll"),
        (Self::Document, "document"),
        (Self::View, "view"),
        (Self::Time, "time"),
        (Self::Occasion, "occasion"),
        (Self::Linking, "linking"),
        (Self::Hearsay, "hearsay"),
        (Self::Seen, "seen"),
        (Self::Image, "image"),
    ];

    /// The list with this name in the table.
    fn of(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, n)| *n == name).map(|(list, _)| *list)
    }
}

/// The lists, as sets of lemmas in lower case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    sets: [HashSet<String>; List::ALL.len()],
}

impl Words {
    /// The lists that ship.
    ///
    /// ```
    /// use saydo_codebook::{List, Words};
    /// assert!(Words::shipped().has(List::Hearsay, "reportedly"));
    /// ```
    ///
    /// # Panics
    /// Never in a program that passed its tests: they read the same table.
    pub fn shipped() -> &'static Self {
        static SHIPPED: OnceLock<Words> = OnceLock::new();
        SHIPPED.get_or_init(|| Self::parse(TABLE.0, TABLE.1).expect("the table that ships is well-formed"))
    }

    /// Reads a table with its name: tab-separated columns word, list and a comment; lines that start with `#` are
    /// comments.
    pub fn parse(file: &str, text: &str) -> Result<Self, TableError> {
        let mut words = Self::default();
        for (i, line) in text.lines().enumerate().filter(|(_, l)| !l.is_empty() && !l.starts_with('#')) {
            let error = |what| TableError { file: file.to_owned(), line: i + 1, what };
            let (word, list) = row(line).map_err(error)?;
            words.sets[list as usize].insert(word.to_owned());
        }
        Ok(words)
    }

    /// Whether a list has this lemma.
    pub fn has(&self, list: List, lemma: &str) -> bool {
        self.sets[list as usize].contains(lemma)
    }
}

fn row(line: &str) -> Result<(&str, List), String> {
    let cells: Vec<&str> = line.split('\t').collect();
    let [word, list, _comment] = cells[..] else {
        return Err(format!("{} columns where there should be 3", cells.len()));
    };
    Ok((word, List::of(list).ok_or_else(|| format!("{list:?} is no list"))?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_fills_its_lists() {
        let words =
            Words::parse("x.tsv", "#word\tlist\tcomment\nmarch\ttime\tThe month.\n").unwrap_or_default();
        assert!(words.has(List::Time, "march") && !words.has(List::Light, "march"));
    }

    #[test]
    fn a_bad_row_is_named() {
        let message = |text| Words::parse("x.tsv", text).map_err(|e| e.to_string());
        assert_eq!(message("march\tmonths\t"), Err("x.tsv, line 1: \"months\" is no list".to_owned()));
        assert_eq!(message("\nmarch"), Err("x.tsv, line 2: 1 columns where there should be 3".to_owned()));
    }

    #[test]
    fn every_list_that_ships_has_words_in_lower_case() {
        for set in &Words::shipped().sets {
            assert!(!set.is_empty() && set.iter().all(|w| *w == w.to_lowercase()));
        }
    }
}
