//! Which word of today is which of before: a word's id is the event that opened it, and a report that comes in late can
//! open it earlier, join two words or part one.

use std::collections::HashMap;

use saydo_picture::Word;

use crate::seen::{Seen, SeenWord};

/// The words of an earlier look, by what they are found by.
pub(crate) struct Known<'s> {
    by_id: HashMap<&'s str, Vec<&'s SeenWord>>,
    by_day: HashMap<Key<'s>, Vec<&'s SeenWord>>,
}

/// Speaker, act, actor, denial and the day it was said.
type Key<'s> = (&'s str, &'s str, &'s str, bool, jiff::civil::Date);

impl<'s> Known<'s> {
    pub(crate) fn of(seen: &'s Seen) -> Self {
        let mut by_id: HashMap<&str, Vec<&SeenWord>> = HashMap::new();
        let mut by_day: HashMap<Key<'_>, Vec<&SeenWord>> = HashMap::new();
        for word in &seen.words {
            by_id.entry(opener(&word.id)).or_default().push(word);
            let key = (word.speaker.as_str(), word.act.as_str(), word.actor.as_str(), word.denies, word.said);
            by_day.entry(key).or_default().push(word);
        }
        Self { by_id, by_day }
    }

    /// What the word was: the one with its id, else the one that was opened by another of its sayings, else one that was
    /// said by the same about the same on the same day, of several one in the same state.
    pub(crate) fn find(&self, word: &Word) -> Option<&'s SeenWord> {
        let sayings = word.said_in.iter().map(|cite| format!("w{}.{}", cite.event.report, cite.event.nth));
        let mut ids = std::iter::once(word.id.clone()).chain(sayings);
        let opened =
            |id: String| self.by_id.get(opener(&id))?.iter().find(|seen| is_about(seen, word)).copied();
        ids.find_map(opened).or_else(|| self.of_day(word))
    }

    fn of_day(&self, word: &Word) -> Option<&'s SeenWord> {
        let key = (word.speaker.as_str(), word.act.as_str(), word.actor.as_str(), word.denies, word.said);
        let alike = self.by_day.get(&key)?;
        alike.iter().find(|seen| seen.state == word.state.name()).or(alike.first()).copied()
    }
}

/// What the words that one event opens have in common: `w12.3` of `w12.3b`.
fn opener(id: &str) -> &str {
    id.trim_end_matches(|c: char| c.is_ascii_lowercase())
}

/// Whether they are about the same: one event can open several words, and one that is read anew quite another.
fn is_about(seen: &SeenWord, word: &Word) -> bool {
    (&seen.act, &seen.actor, seen.denies) == (&word.act, &word.actor, word.denies)
}
