//! Named sets of lemmas that patterns share.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// How deep sets may stand in sets.
const DEPTH: usize = 8;

/// All sets of the lexicon.
#[derive(Clone, Debug, Default)]
pub(super) struct Sets {
    rows: HashMap<String, String>,
    made: HashMap<String, Arc<HashSet<String>>>,
}

impl Sets {
    /// Takes a set's row in; the error says what is wrong with it.
    pub(super) fn add(&mut self, name: &str, words: &str) -> Result<(), String> {
        match self.rows.insert(name.to_owned(), words.to_owned()) {
            Some(_) => Err(format!("the set &{name} is there twice")),
            None => Ok(()),
        }
    }

    /// Works out what every set holds.
    pub(super) fn finish(&mut self) -> Result<(), String> {
        for name in self.rows.keys() {
            let mut words = HashSet::new();
            self.fill(name, &mut words, 0)?;
            self.made.insert(name.clone(), Arc::new(words));
        }
        Ok(())
    }

    fn fill(&self, name: &str, words: &mut HashSet<String>, depth: usize) -> Result<(), String> {
        let row = self.rows.get(name).ok_or_else(|| format!("no set &{name}"))?;
        if depth > DEPTH {
            return Err(format!("the set &{name} holds itself"));
        }
        for word in row.split('|') {
            match word.strip_prefix('&') {
                Some(inner) => self.fill(inner, words, depth + 1)?,
                None => _ = words.insert(word.replace('_', " ")),
            }
        }
        Ok(())
    }

    /// A set by its name.
    pub(super) fn get(&self, name: &str) -> Option<Arc<HashSet<String>>> {
        self.made.get(name).cloned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_hold_sets_but_not_themselves() {
        let mut sets = Sets::default();
        assert!(sets.add("a", "x|&b").is_ok() && sets.add("b", "y").is_ok() && sets.finish().is_ok());
        assert!(sets.get("a").is_some_and(|s| s.contains("x") && s.contains("y")));
        let mut loops = Sets::default();
        assert!(loops.add("a", "&a").is_ok());
        assert_eq!(loops.finish(), Err("the set &a holds itself".to_owned()));
    }
}
