//! The index of names: what a name may stand for, and the longest name at the start of a list of words.

use std::collections::HashMap;

use crate::key::{MAX_WORDS, folded, is_acronym, is_short, key, lower, push, starts_as_name};
use crate::{Entry, EntryKind};

/// Names and what they stand for.
#[derive(Debug, Default)]
pub(crate) struct Names {
    /// Short names, by exact spelling.
    exact: HashMap<String, Vec<Entry>>,
    /// All others, in lower case.
    folded: HashMap<String, Slot>,
    /// The first word of every name, and how many words the longest of them has.
    first: HashMap<String, usize>,
}

#[derive(Debug)]
struct Slot {
    entries: Vec<Entry>,
    /// Whether the table itself spells the name with a small letter first.
    small: bool,
    /// Whether the table spells every such name in capitals only, as it does short acronyms.
    capitals: bool,
}

impl Names {
    /// An index with room for `count` names.
    pub(crate) fn with_capacity(count: usize) -> Self {
        let (exact, first) = (HashMap::with_capacity(count / 8), HashMap::with_capacity(count / 2));
        Self { exact, folded: HashMap::with_capacity(count), first }
    }

    /// Adds a name for `entry`; the same thing under the same name is added once.
    pub(crate) fn add(&mut self, name: &str, entry: &Entry) {
        let key = key(name);
        let (small, acronym) = (!starts_as_name(&key), is_acronym(&key));
        let exact = is_short(&key).then(|| key.clone());
        let low = lower(key);
        self.count_words(&low, &low);
        // A tokenizer may part "People" and "'s".
        if let Some((start, _)) = name.split_once(['\'', '’']) {
            self.count_words(&folded(start), &low);
        }
        let entries = if let Some(key) = exact {
            self.exact.entry(key).or_insert_with(|| Vec::with_capacity(1))
        } else {
            self.folded.entry(low).or_insert_with(Slot::new).spelt(small, acronym)
        };
        if !entries.iter().any(|e| is_same(e, entry)) {
            entries.push(entry.clone());
        }
    }

    /// Takes note that `key` may start as `start` does.
    fn count_words(&mut self, start: &str, key: &str) {
        let words = key.split(' ').count();
        match self.first.get_mut(first_word(start)) {
            Some(longest) => *longest = words.max(*longest),
            None => drop(self.first.insert(first_word(start).to_owned(), words)),
        }
    }

    /// What `name` may stand for.
    pub(crate) fn lookup(&self, name: &str) -> &[Entry] {
        let key = key(name);
        if is_short(&key) {
            return self.exact.get(&key).map_or(&[], Vec::as_slice);
        }
        self.folded.get(&lower(key)).map_or(&[], |slot| slot.entries.as_slice())
    }

    /// The longest name that `words` start with, and how many of them it takes.
    pub(crate) fn longest(&self, words: &[&str]) -> Option<(usize, &[Entry])> {
        // A hyphen or a possessive may be a word of its own.
        let most = 2 * self.most_words(words.first()?)?;
        let words = &words[..words.len().min(most).min(MAX_WORDS)];
        let mut text = String::with_capacity(64);
        let mut ends = [0; MAX_WORDS];
        for (word, end) in words.iter().zip(&mut ends) {
            push(&mut text, word);
            *end = text.len();
        }
        let taken = (1..=words.len()).rev();
        let mut whole = taken.filter(|n| words[n - 1].chars().any(char::is_alphanumeric));
        whole.find_map(|n| Some((n, self.running(text.get(..ends[n - 1])?)?)))
    }

    /// How many words a name that starts with `word` may have.
    fn most_words(&self, word: &str) -> Option<usize> {
        self.first.get(first_word(&folded(word))).copied()
    }

    /// What a key stands for in running text, where a name starts with a capital letter unless its table says not.
    fn running(&self, key: &str) -> Option<&[Entry]> {
        if is_short(key) {
            return self.exact.get(key).map(Vec::as_slice);
        }
        let slot = self.folded.get(&lower(key.to_owned()))?;
        slot.allows(key).then_some(slot.entries.as_slice())
    }
}

/// Whether two entries are one thing; a person is, whatever the office.
fn is_same(one: &Entry, other: &Entry) -> bool {
    let person = one.kind == EntryKind::Person && other.kind == EntryKind::Person;
    one.name == other.name && (person || one.actor == other.actor)
}

impl Slot {
    fn new() -> Self {
        Self { entries: Vec::with_capacity(1), small: false, capitals: true }
    }

    /// Takes note of one more spelling.
    fn spelt(&mut self, small: bool, acronym: bool) -> &mut Vec<Entry> {
        self.small |= small;
        self.capitals &= acronym;
        &mut self.entries
    }

    /// Whether a spelling in running text may be the name.
    fn allows(&self, key: &str) -> bool {
        if self.capitals { is_acronym(key) } else { self.small || starts_as_name(key) }
    }
}

fn first_word(key: &str) -> &str {
    key.split(' ').next().unwrap_or(key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Actor;

    fn names(list: &[(&str, &str)]) -> Names {
        let mut names = Names::default();
        for (name, code) in list {
            let entry = Entry::new(name, EntryKind::Country, Actor::of(code, None));
            names.add(name, &entry);
        }
        names
    }

    #[test]
    fn the_longest_name_wins() {
        let names = names(&[("Congo", "COG"), ("Congo-Kinshasa", "COD"), ("US", "USA"), ("PACE", "FRA")]);
        let longest = |words: &[&str]| names.longest(words).map(|(n, e)| (n, e[0].actor.code.clone()));
        assert_eq!(longest(&["Congo", "-", "Kinshasa", "fell"]), Some((3, "COD".into())));
        assert_eq!(longest(&["Congo", ",", "he"]), Some((1, "COG".into())));
        assert_eq!(longest(&["congo"]), None);
        assert_eq!(longest(&["us"]), None);
        assert_eq!(longest(&["Pace"]), None);
        assert_eq!(longest(&["PACE"]), Some((1, "FRA".into())));
        assert_eq!(longest(&["U.S."]), Some((1, "USA".into())));
        assert_eq!(longest(&[]), None);
    }

    #[test]
    fn one_name_may_stand_for_two() {
        let names = names(&[("Congo", "COD"), ("Congo", "COG"), ("Congo", "COD")]);
        assert_eq!(names.lookup("congo").len(), 2);
    }
}
