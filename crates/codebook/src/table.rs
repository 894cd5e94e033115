//! The tables of cues, read once and looked up by lemma.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::{Act, Cue, Frames, Part, TableError};

/// The tables that ship.
const TABLES: [(&str, &str); 3] = [
    ("data/cues/verbs.tsv", include_str!("../../../data/cues/verbs.tsv")),
    ("data/cues/nouns.tsv", include_str!("../../../data/cues/nouns.tsv")),
    ("data/cues/adjectives.tsv", include_str!("../../../data/cues/adjectives.tsv")),
];

/// All cues, by the first word of their lemma.
#[derive(Clone, Debug, Default)]
pub struct Cues {
    entries: Vec<Cue>,
    by_first: HashMap<String, Vec<usize>>,
}

impl Cues {
    /// The lexicon that ships.
    ///
    /// # Panics
    /// Never in a program that passed its tests: they read the same tables.
    pub fn shipped() -> &'static Self {
        static SHIPPED: OnceLock<Cues> = OnceLock::new();
        SHIPPED.get_or_init(|| Self::parse(&TABLES).expect("the tables that ship are well-formed"))
    }

    /// Reads tables, each with its name: tab-separated columns lemma, part of speech, act, frames, a sentence that
    /// fires and one that must not; lines that start with `#` are comments.
    pub fn parse(tables: &[(&str, &str)]) -> Result<Self, TableError> {
        let mut cues = Self::default();
        for (file, text) in tables {
            for (i, line) in text.lines().enumerate().filter(|(_, l)| !l.is_empty() && !l.starts_with('#')) {
                let error = |what| TableError { file: (*file).to_owned(), line: i + 1, what };
                cues.add(row(line).map_err(error)?);
            }
        }
        for list in cues.by_first.values_mut() {
            list.sort_by_key(|&i| std::cmp::Reverse(cues.entries[i].rest().count()));
        }
        Ok(cues)
    }

    fn add(&mut self, cue: Cue) {
        let first = cue.lemma.split(' ').next().unwrap_or_default().to_owned();
        self.by_first.entry(first).or_default().push(self.entries.len());
        self.entries.push(cue);
    }

    /// The cues whose lemma starts with this word, those of most words first.
    pub fn starting_with(&self, lemma: &str) -> impl Iterator<Item = &Cue> {
        self.by_first.get(lemma).into_iter().flatten().map(|&i| &self.entries[i])
    }

    /// All cues.
    pub fn all(&self) -> &[Cue] {
        &self.entries
    }
}

fn row(line: &str) -> Result<Cue, String> {
    let cells: Vec<&str> = line.split('\t').collect();
    let [lemma, part, act, takes, fires, silent] = cells[..] else {
        return Err(format!("{} columns where there should be 6", cells.len()));
    };
    Ok(Cue {
        lemma: lemma.to_owned(),
        part: Part::of(part).ok_or_else(|| format!("{part:?} is none of verb, noun, adj"))?,
        act: Act::of(act).ok_or_else(|| format!("{act:?} is no act"))?,
        frames: Frames::parse(takes).map_err(|name| format!("{name:?} is no frame"))?,
        fires: fires.to_owned(),
        silent: silent.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_row_is_named() {
        let error =
            Cues::parse(&[("x.tsv", "#c\nsay\tverb\tsay\tthat\ta\tb\nsay\tnoun\tshout\tthat\ta\tb\n")]);
        let message = error.map_err(|e| e.to_string()).map(|c| c.entries.len());
        assert_eq!(message, Err("x.tsv, line 3: \"shout\" is no act".to_owned()));
    }

    #[test]
    fn longer_cues_come_first() {
        let rows = "point\tverb\tsay\tprep:to\ta\tb\npoint out\tverb\tsay\tthat\ta\tb";
        let cues = Cues::parse(&[("x.tsv", rows)]).unwrap_or_default();
        let found: Vec<&str> = cues.starting_with("point").map(|c| c.lemma.as_str()).collect();
        assert_eq!(found, ["point out", "point"]);
    }
}
