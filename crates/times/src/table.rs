//! The tables in `data/times`, read once and looked up by word.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::Kind;
use crate::class::Class;
use crate::error::TableError;
use crate::holiday::Rule;

/// The tables that ship.
const WORDS: (&str, &str) = ("data/times/words.tsv", include_str!("../../../data/times/words.tsv"));
const PHRASES: (&str, &str) = ("data/times/phrases.tsv", include_str!("../../../data/times/phrases.tsv"));
const HOLIDAYS: (&str, &str) = ("data/times/holidays.tsv", include_str!("../../../data/times/holidays.tsv"));

/// The longest word that is looked up.
const LONGEST: usize = 24;

/// What a fixed expression stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fixed {
    /// A value that needs no calendar; `true` where it only counts before a noun.
    Value(Kind, &'static str, bool),
    /// A holiday.
    Holiday(Rule),
}

/// An expression of one or more words, cut as [`crate::piece`] cuts them.
#[derive(Clone, Debug)]
pub(crate) struct Phrase {
    pub(crate) words: Vec<&'static str>,
    pub(crate) fixed: Fixed,
}

/// What the tables say of a word.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entry {
    /// What it can be.
    pub(crate) classes: Vec<Class>,
    /// The fixed expressions that start with it, the longest first.
    pub(crate) phrases: Vec<Phrase>,
}

/// All tables, by word.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tables {
    words: HashMap<&'static str, Entry>,
}

impl Tables {
    /// The tables that ship.
    ///
    /// # Panics
    /// Never in a program that passed its tests: they read the same tables.
    pub(crate) fn shipped() -> &'static Self {
        static SHIPPED: OnceLock<Tables> = OnceLock::new();
        SHIPPED.get_or_init(|| Self::read().expect("the tables that ship are well-formed"))
    }

    fn read() -> Result<Self, TableError> {
        let mut tables = Self::default();
        each_row(WORDS, |cells| tables.add_words(cells))?;
        each_row(PHRASES, |cells| tables.add_phrases(cells))?;
        each_row(HOLIDAYS, |cells| tables.add_holidays(cells))?;
        for entry in tables.words.values_mut() {
            entry.phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
        }
        Ok(tables)
    }

    fn add_words(&mut self, cells: &[&'static str]) -> Result<(), String> {
        let [words, class, value] = cells else { return Err("not three columns".to_owned()) };
        let class = Class::of(class, value).ok_or_else(|| format!("{class:?} with {value:?} is no class"))?;
        for word in words.split("; ") {
            self.words.entry(word).or_default().classes.push(class);
        }
        Ok(())
    }

    fn add_phrases(&mut self, cells: &[&'static str]) -> Result<(), String> {
        let [phrases, kind, value, place] = cells else { return Err("not four columns".to_owned()) };
        let kind = match *kind {
            "date" => Kind::Date,
            "set" => Kind::Set,
            _ => return Err(format!("{kind:?} is none of date, set")),
        };
        let before_noun = match *place {
            "any" => false,
            "noun" => true,
            _ => return Err(format!("{place:?} is none of any, noun")),
        };
        self.add_fixed(phrases, Fixed::Value(kind, value, before_noun));
        Ok(())
    }

    fn add_holidays(&mut self, cells: &[&'static str]) -> Result<(), String> {
        let [names, day] = cells else { return Err("not two columns".to_owned()) };
        let rule = Rule::of(day).ok_or_else(|| format!("{day:?} is no day"))?;
        self.add_fixed(names, Fixed::Holiday(rule));
        Ok(())
    }

    fn add_fixed(&mut self, phrases: &'static str, fixed: Fixed) {
        for phrase in phrases.split("; ") {
            let words: Vec<&str> = crate::piece::cut(phrase).map(|(_, piece)| piece).collect();
            if let Some(first) = words.first() {
                self.words.entry(first).or_default().phrases.push(Phrase { words, fixed });
            }
        }
    }

    /// What a word in lower case can be.
    pub(crate) fn classes(&self, word: &str) -> &[Class] {
        self.words.get(word).map_or(&[], |entry| &entry.classes)
    }

    /// What they say of a word in whatever case.
    pub(crate) fn entry(&self, form: &str) -> Option<&Entry> {
        if form.len() > LONGEST {
            None
        } else if form.chars().any(char::is_uppercase) {
            self.words.get(form.to_lowercase().as_str())
        } else {
            self.words.get(form)
        }
    }
}

fn each_row(
    (file, text): (&str, &'static str),
    mut take: impl FnMut(&[&'static str]) -> Result<(), String>,
) -> Result<(), TableError> {
    for (i, line) in text.lines().enumerate().filter(|(_, l)| !l.is_empty() && !l.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        take(&cells).map_err(|what| TableError { file: file.to_owned(), line: i + 1, what })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_that_ship_can_be_read() {
        let tables = Tables::read().map_err(|e| e.to_string());
        assert!(tables.is_ok_and(|t| t.words.len() > 300 && t.words.values().any(|e| e.phrases.len() > 5)));
    }

    #[test]
    fn a_bad_row_is_named() {
        let error = each_row(("x.tsv", "#c\nmarch\tmonth\n"), |cells| Tables::default().add_words(cells));
        assert_eq!(error.map_err(|e| e.to_string()), Err("x.tsv, line 2: not three columns".to_owned()));
    }
}
