//! Lists of words that the rules ask for, from `data/forces/words.tsv`.

use std::collections::HashMap;

/// What the words of a list have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum List {
    /// Nouns that say what a force does or how it comes: a force beside them is what moves or is held.
    Holder,
    /// Nouns whose phrases name other things than a force that moves: "the commander of the troops".
    Closed,
    /// What follows "of" where a noun names no force: "a tank of water".
    Stuff,
    /// Prepositions whose phrase names what a force is made of.
    Preposition,
    /// Verbs whose phrase does so: "a column comprising tanks".
    Made,
    /// Nouns without a plural that may stand before another force where a comma is missing.
    Mass,
    /// Words that show that a sentence is about armed forces.
    Arms,
    /// Months: a number beside them is a day or a year.
    Month,
    /// Words before a year.
    Time,
}

impl List {
    const ALL: [(Self, &'static str); 9] = [
        (Self::Holder, "holder"),
        (Self::Closed, "closed"),
        (Self::Stuff, "stuff"),
        (Self::Preposition, "preposition"),
        (Self::Made, "made"),
        (Self::Mass, "mass"),
        (Self::Arms, "arms"),
        (Self::Month, "month"),
        (Self::Time, "time"),
    ];
}

/// The lists, as sets of lemmas in lower case.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lists {
    words: HashMap<String, u16>,
}

impl Lists {
    /// Takes in a word; the error says that there is no such list.
    pub(crate) fn add(&mut self, word: &str, list: &str) -> Result<(), String> {
        let known = List::ALL.iter().find(|(_, name)| *name == list);
        let (list, _) = known.ok_or_else(|| format!("{list:?} is no list"))?;
        *self.words.entry(word.to_owned()).or_default() |= 1 << *list as u16;
        Ok(())
    }

    /// Whether a list has this word, in whatever case.
    pub(crate) fn has(&self, list: List, word: &str) -> bool {
        let found = match self.words.get(word) {
            None if word.contains(char::is_uppercase) => self.words.get(&word.to_lowercase()),
            found => found,
        };
        found.is_some_and(|lists| lists & (1 << list as u16) != 0)
    }
}
