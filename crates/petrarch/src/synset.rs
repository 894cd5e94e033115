//! Sets of words and phrases that may stand for each other in patterns.

use std::collections::{HashMap, HashSet};

use crate::form::plural;
use crate::word::Words;

/// The number of a set.
pub(crate) type Set = u32;

/// What a dictionary says a set holds.
#[derive(Debug, Default)]
struct Told {
    phrases: Vec<Vec<u32>>,
    sets: Vec<Set>,
}

/// A set made ready: its phrases by their first word and by their last.
#[derive(Debug, Default)]
struct Ready {
    by_first: HashMap<u32, Vec<Box<[u32]>>>,
    by_last: HashMap<u32, Vec<Box<[u32]>>>,
}

/// All sets.
#[derive(Debug, Default)]
pub(crate) struct Synsets {
    names: HashMap<String, Set>,
    told: Vec<Told>,
    ready: Vec<Ready>,
}

/// No more phrases than these come into sets through other sets, so that sets of sets cannot fill the memory.
const MOST_INNER: usize = 1 << 18;

impl Synsets {
    /// The set with a name, which is made where it is new.
    pub(crate) fn named(&mut self, name: &str) -> Set {
        let name = name.trim_matches(['&', '_', ' ', '\t']).to_uppercase();
        let next = self.told.len() as Set;
        let set = *self.names.entry(name).or_insert(next);
        if set == next {
            self.told.push(Told::default());
        }
        set
    }

    /// The set that the beginning of `text` names, where `text` is parts joined by `_`, and how many of them it takes.
    pub(crate) fn known(&self, parts: &[&str]) -> Option<(Set, usize)> {
        let longest = parts.len().min(8);
        (1..=longest).rev().find_map(|n| Some((*self.names.get(&parts[..n].join("_").to_uppercase())?, n)))
    }

    /// Adds a line of a set: a word, a phrase or, with `&`, another set. `plurals` is whether its plural belongs too.
    pub(crate) fn add(
        &mut self,
        set: Set,
        text: &str,
        plurals: bool,
        words: &mut Words,
    ) -> Result<(), &'static str> {
        let text = text.trim();
        if let Some(name) = text.strip_prefix('&') {
            let inner = self.named(name);
            self.told[set as usize].sets.push(inner);
            return Ok(());
        }
        let plurals = plurals && !text.ends_with('_');
        let mut parts: Vec<String> = parts(text);
        let last = parts.last().cloned().ok_or("a set's line without a word")?;
        if parts.iter().any(|p| p.starts_with('&')) {
            return Err("a set inside a phrase of a set");
        }
        let told = &mut self.told[set as usize].phrases;
        told.push(parts.iter().map(|p| words.add(p)).collect());
        if plurals && let Some(end) = parts.last_mut() {
            *end = plural(&last);
            told.push(parts.iter().map(|p| words.add(p)).collect());
        }
        Ok(())
    }

    /// Makes ready what was read: puts the phrases of inner sets into outer ones.
    pub(crate) fn settle(&mut self) {
        let mut left = MOST_INNER;
        self.ready = (0..self.told.len()).map(|set| self.gather(set, &mut left)).collect();
    }

    fn gather(&self, set: usize, left: &mut usize) -> Ready {
        let (mut ready, mut seen, mut open) = (Ready::default(), HashSet::from([set]), vec![set]);
        while let Some(at) = open.pop() {
            let told = &self.told[at];
            let most = if at == set { usize::MAX } else { *left };
            let phrases = told.phrases.iter().take(most);
            phrases.for_each(|p| ready.add(p));
            if at != set {
                *left = left.saturating_sub(told.phrases.len() + 1);
            }
            if *left > 0 {
                open.extend(told.sets.iter().map(|&s| s as usize).filter(|&s| seen.insert(s)));
            }
        }
        ready
    }

    /// How many words from the start of `text` a phrase of the set takes, for every one that does; `text` runs
    /// backwards where `back` is set.
    pub(crate) fn taken(&self, set: Set, text: &[u32], back: bool) -> impl Iterator<Item = usize> {
        let ready = self.ready.get(set as usize);
        let list = ready.map(|r| if back { &r.by_last } else { &r.by_first });
        let list = text.first().and_then(|word| list?.get(word)).map_or(&[][..], Vec::as_slice);
        list.iter().filter(move |phrase| begins(text, phrase, back)).map(|phrase| phrase.len())
    }
}

impl Ready {
    fn add(&mut self, phrase: &[u32]) {
        if let (Some(&first), Some(&last)) = (phrase.first(), phrase.last()) {
            self.by_first.entry(first).or_default().push(phrase.into());
            self.by_last.entry(last).or_default().push(phrase.into());
        }
    }
}

fn begins(text: &[u32], phrase: &[u32], back: bool) -> bool {
    if back {
        text.len() >= phrase.len() && phrase.iter().rev().eq(&text[..phrase.len()])
    } else {
        text.starts_with(phrase)
    }
}

/// The words of a set's line: blanks, `_` and the brackets of groups part them.
fn parts(text: &str) -> Vec<String> {
    let parts = text.split([' ', '\t', '_', '{', '}', '(', ')']);
    parts.filter(|p| !p.is_empty()).map(str::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(sets: &Synsets, words: &Words, name: &str, text: &str) -> Vec<usize> {
        let text: Vec<u32> = text.split(' ').map(|w| words.number(w)).collect();
        let (set, _) = sets.known(&[name]).unwrap();
        sets.taken(set, &text, false).collect()
    }

    #[test]
    fn sets_hold_plurals_phrases_and_sets() {
        let (mut sets, mut words) = (Synsets::default(), Words::default());
        let (outer, inner) = (sets.named("&FRUIT"), sets.named("&BERRY_"));
        sets.add(inner, "RASPBERRY", true, &mut words).unwrap();
        sets.add(outer, "&BERRY", true, &mut words).unwrap();
        sets.add(outer, "STAR FRUIT_", true, &mut words).unwrap();
        sets.settle();
        assert_eq!(taken(&sets, &words, "FRUIT", "RASPBERRIES"), [1]);
        assert_eq!(taken(&sets, &words, "FRUIT", "STAR FRUIT"), [2]);
        assert!(taken(&sets, &words, "FRUIT", "STAR FRUITS").is_empty());
        let back: Vec<u32> = ["FRUIT", "STAR"].map(|w| words.number(w)).into();
        assert_eq!(sets.taken(outer, &back, true).collect::<Vec<_>>(), [2]);
    }

    #[test]
    fn sets_that_hold_themselves_end() {
        let (mut sets, mut words) = (Synsets::default(), Words::default());
        let (a, b) = (sets.named("A"), sets.named("B"));
        sets.add(a, "&B", true, &mut words).unwrap();
        sets.add(b, "&A", true, &mut words).unwrap();
        sets.add(b, "ONE", false, &mut words).unwrap();
        sets.settle();
        assert_eq!(taken(&sets, &words, "A", "ONE"), [1]);
    }

    #[test]
    fn a_set_is_known_by_its_longest_name() {
        let mut sets = Synsets::default();
        sets.named("BIG");
        let set = sets.named("BIG_FISH");
        assert_eq!(sets.known(&["BIG", "FISH", "POND"]), Some((set, 2)));
        assert_eq!(sets.known(&["SMALL"]), None);
    }
}
