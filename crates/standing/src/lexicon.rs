//! The tables of words that change how what hangs on them stands.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::TableError;
use crate::frame::Frame;
use crate::state::Mood;

/// The tables that ship.
const TABLES: [(&str, &str); 4] = [
    ("data/standing/verbs.tsv", include_str!("../../../data/standing/verbs.tsv")),
    ("data/standing/nouns.tsv", include_str!("../../../data/standing/nouns.tsv")),
    ("data/standing/adjectives.tsv", include_str!("../../../data/standing/adjectives.tsv")),
    ("data/standing/adverbs.tsv", include_str!("../../../data/standing/adverbs.tsv")),
];

/// What a cue makes of what it embeds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Base {
    /// It stands as the cue does.
    Fact,
    /// It is taken for granted, however the cue stands.
    True,
    /// It stands as the cue does where the cue is in the past, and may be so where it is not: "allow".
    Outcome,
    /// It stands as the cue does, in the words of the cue's subject.
    Said,
    /// It stands as the cue does, but others say so.
    Claim,
    /// It is not real, or not yet.
    Mood(Mood),
}

/// What a cue makes of what it embeds, and whether of its opposite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effect {
    pub(crate) base: Base,
    pub(crate) not: bool,
}

impl Effect {
    const ALL: [(&'static str, Base, bool); 18] = [
        ("fact", Base::Fact, false),
        ("not", Base::Fact, true),
        ("true", Base::True, false),
        ("true-not", Base::True, true),
        ("outcome", Base::Outcome, false),
        ("said", Base::Said, false),
        ("said-not", Base::Said, true),
        ("claim", Base::Claim, false),
        ("claim-not", Base::Claim, true),
        ("intended", Base::Mood(Mood::Intended), false),
        ("intended-not", Base::Mood(Mood::Intended), true),
        ("demanded", Base::Mood(Mood::Demanded), false),
        ("demanded-not", Base::Mood(Mood::Demanded), true),
        ("possible", Base::Mood(Mood::Possible), false),
        ("possible-not", Base::Mood(Mood::Possible), true),
        ("future", Base::Mood(Mood::Future), false),
        ("future-not", Base::Mood(Mood::Future), true),
        ("duty", Base::Mood(Mood::Duty), false),
    ];

    /// The effect with this name in the tables.
    pub fn of(name: &str) -> Option<Self> {
        let found = Self::ALL.iter().find(|(n, ..)| *n == name);
        found.map(|&(_, base, not)| Self { base, not })
    }

    /// Whether it puts what is embedded into the mouth of the cue's subject.
    pub(crate) fn is_said(self) -> bool {
        self.base == Base::Said
    }

    /// The name in the tables.
    pub fn name(self) -> &'static str {
        let found = Self::ALL.iter().find(|&&(_, base, not)| base == self.base && not == self.not);
        found.map_or("fact", |(name, ..)| name)
    }
}

/// One entry: a word, the frames in which it embeds, and what it makes of what it embeds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its lemma, in lower case.
    pub lemma: String,
    /// Its part of speech: "verb", "noun", "adj" or "adv".
    pub part: String,
    /// The frames in which it embeds, as the tables name them.
    pub frames: Vec<String>,
    /// What it makes of what it embeds.
    pub positive: Effect,
    /// The same where it is negated itself.
    pub negative: Effect,
    /// A sentence in which it fires; the word it works on stands in square brackets.
    pub fires: String,
    /// How that word stands: a standing, with "not" behind where it is negated.
    pub expected: String,
    /// A sentence in which the word in square brackets stands as if the entry's word were not there: it is reported.
    pub silent: String,
}

/// All entries, by lemma.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    entries: Vec<Entry>,
    by_lemma: HashMap<String, Vec<usize>>,
}

impl Lexicon {
    /// The lexicon that ships.
    pub fn shipped() -> &'static Self {
        static SHIPPED: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::parse(&TABLES).unwrap_or_default());
        &SHIPPED
    }

    /// Reads tables, each with its name: tab-separated columns lemma, part of speech, frames, effect, effect where
    /// negated, a sentence that fires, the standing it shows, and a sentence that must not fire; lines that start with
    /// `#` are comments.
    pub fn parse(tables: &[(&str, &str)]) -> Result<Self, TableError> {
        let mut lexicon = Self::default();
        for (file, text) in tables {
            for (i, line) in text.lines().enumerate().filter(|(_, l)| !l.is_empty() && !l.starts_with('#')) {
                let error = |what| TableError { file: (*file).to_owned(), line: i + 1, what };
                lexicon.add(row(line).map_err(error)?);
            }
        }
        Ok(lexicon)
    }

    fn add(&mut self, entry: Entry) {
        self.by_lemma.entry(entry.lemma.clone()).or_default().push(self.entries.len());
        self.entries.push(entry);
    }

    /// All entries.
    pub fn all(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry of a lemma that takes the first of these frames that any of its entries takes.
    pub(crate) fn find(&self, lemma: &str, part: &str, frames: &[Frame<'_>]) -> Option<&Entry> {
        let own = self.by_lemma.get(lemma)?;
        let takes = |frame: &Frame<'_>| {
            let mut entries = own.iter().map(|&i| &self.entries[i]).filter(|e| e.part == part);
            entries.find(|e| e.frames.iter().any(|f| frame.is(f)))
        };
        frames.iter().find_map(takes)
    }
}

fn row(line: &str) -> Result<Entry, String> {
    let cells: Vec<&str> = line.split('\t').collect();
    let [lemma, part, frames, positive, negative, fires, expected, silent] = cells[..] else {
        return Err(format!("{} columns where there should be 8", cells.len()));
    };
    if !["verb", "noun", "adj", "adv"].contains(&part) {
        return Err(format!("{part:?} is none of verb, noun, adj, adv"));
    }
    let effect = |name: &str| Effect::of(name).ok_or_else(|| format!("{name:?} is no effect"));
    Ok(Entry {
        lemma: lemma.to_owned(),
        part: part.to_owned(),
        frames: frames.split(' ').map(str::to_owned).collect(),
        positive: effect(positive)?,
        negative: effect(negative)?,
        fires: fires.to_owned(),
        expected: expected.to_owned(),
        silent: silent.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_that_ship_are_well_formed() {
        assert_eq!(Lexicon::parse(&TABLES).map(|l| l.all().len()).ok(), Some(Lexicon::shipped().all().len()));
        assert!(!Lexicon::shipped().all().is_empty());
    }

    #[test]
    fn a_bad_row_is_named() {
        let found = Lexicon::parse(&[("x.tsv", "#c\nplan\tverb\tto\thoped\tfact\ta\tb\tc\n")]);
        let message = found.map_err(|e| e.to_string()).map(|l| l.all().len());
        assert_eq!(message, Err("x.tsv, line 2: \"hoped\" is no effect".to_owned()));
    }
}
