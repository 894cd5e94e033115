//! The tables of events, read once and looked up by the word that governs the trigger.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::{Part, TableError};

use super::pattern::Pattern;
use super::sets::Sets;

macro_rules! tables {
    ($($name:literal),* $(,)?) => {
        [$((concat!("data/events/", $name, ".tsv"), include_str!(concat!("../../../../data/events/", $name, ".tsv")))),*]
    };
}

/// The tables that ship.
const TABLES: [(&str, &str); 19] = tables![
    "sets",
    "agree",
    "consult",
    "support",
    "concede",
    "cooperate",
    "aid",
    "retreat",
    "request",
    "accuse",
    "reject",
    "threaten",
    "protest",
    "sanction",
    "mobilize",
    "coerce",
    "assault",
    "statement",
    "other",
];

/// All patterns of events.
#[derive(Clone, Debug, Default)]
pub struct Events {
    patterns: Vec<Pattern>,
    by_head: HashMap<String, Vec<usize>>,
}

impl Events {
    /// The lexicon that ships.
    ///
    /// ```
    /// use saydo_codebook::{Events, Part, Plover};
    /// let rows = Events::shipped().at("withdrawal", Part::Noun);
    /// assert!(rows.into_iter().any(|row| row.code.plover == Some(Plover::Retreat)));
    /// ```
    ///
    /// # Panics
    /// Never in a program that passed its tests: they read the same tables.
    pub fn shipped() -> &'static Self {
        static SHIPPED: OnceLock<Events> = OnceLock::new();
        SHIPPED.get_or_init(|| Self::parse(&TABLES).unwrap_or_else(|e| panic!("the tables that ship: {e}")))
    }

    /// Reads tables, each with its name: rows of eleven columns, or two for a set of words; lines that start with `#`
    /// are comments.
    pub fn parse(tables: &[(&'static str, &str)]) -> Result<Self, TableError> {
        let mut sets = Sets::default();
        for (file, i, line) in rows(tables).filter(|row| row.2.starts_with('&')) {
            let error = |what| TableError { file: file.to_owned(), line: i + 1, what };
            let (name, words) =
                line[1..].split_once('\t').ok_or_else(|| error("a set needs words".to_owned()))?;
            sets.add(name, words).map_err(error)?;
        }
        let error = |what| TableError { file: "data/events".to_owned(), line: 0, what };
        sets.finish().map_err(error)?;
        let mut events = Self::default();
        for (file, i, line) in rows(tables).filter(|row| !row.2.starts_with('&')) {
            let error = |what| TableError { file: file.to_owned(), line: i + 1, what };
            events.add(Pattern::parse(line, (file, i + 1), &sets).map_err(error)?);
        }
        events.rank();
        Ok(events)
    }

    fn add(&mut self, pattern: Pattern) {
        self.by_head.entry(pattern.head().to_owned()).or_default().push(self.patterns.len());
        self.patterns.push(pattern);
    }

    /// Puts the most telling patterns of each word first; those that tell as much stay in the order of the tables.
    fn rank(&mut self) {
        let weights: Vec<u32> = self.patterns.iter().map(Pattern::weight).collect();
        for list in self.by_head.values_mut() {
            list.sort_by_key(|&i| std::cmp::Reverse(weights[i]));
        }
    }

    /// The patterns whose trigger is governed by this lemma, the most telling first.
    pub fn at(&self, lemma: &str, part: Part) -> impl Iterator<Item = &Pattern> {
        let rows = self.by_head.get(lemma).into_iter().flatten().map(|&i| &self.patterns[i]);
        rows.filter(move |p| p.part == part)
    }

    /// All patterns.
    pub fn all(&self) -> &[Pattern] {
        &self.patterns
    }
}

fn rows<'t>(tables: &'t [(&'static str, &'t str)]) -> impl Iterator<Item = (&'static str, usize, &'t str)> {
    tables.iter().flat_map(|(file, text)| {
        let lines = text.lines().enumerate().filter(|(_, l)| !l.trim().is_empty() && !l.starts_with('#'));
        lines.map(move |(i, line)| (*file, i, line))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROW: &str = "pull out\tverb\tobj:&troops !to\tRETREAT\twithdraw\tmilitary\t0874\t-\tmove=out\ta\tb";

    #[test]
    fn a_row_is_read_with_its_sets() {
        let text = format!("#c\n&troops\ttroop|soldier\n{ROW}\n");
        let events = Events::parse(&[("x.tsv", &text)]).unwrap_or_default();
        let row = events.at("pull", Part::Verb).next();
        assert!(row.is_some_and(|r| r.rest() == ["out"] && r.needs.len() == 2 && r.movement == Some("out")));
    }

    #[test]
    fn a_bad_row_is_named() {
        let message = |text: &str| Events::parse(&[("x.tsv", text)]).map(|_| ()).map_err(|e| e.to_string());
        assert_eq!(message(ROW), Err("x.tsv, line 1: no set &troops".to_owned()));
        let wrong = ROW.replace("withdraw", "visit").replace("&troops", "man");
        assert_eq!(message(&wrong), Err("x.tsv, line 1: \"visit\" is no mode of RETREAT".to_owned()));
    }
}
