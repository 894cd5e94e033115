//! The tables that ship, read once.

use std::sync::OnceLock;

use crate::count::{Bound, Range};
use crate::lists::Lists;
use crate::phrases::Phrases;
use crate::{Element, Extent, TableError};

const ELEMENTS: (&str, &str) =
    ("data/forces/elements.tsv", include_str!("../../../data/forces/elements.tsv"));
const EXTENTS: (&str, &str) = ("data/forces/extents.tsv", include_str!("../../../data/forces/extents.tsv"));
const NUMBERS: (&str, &str) = ("data/forces/numbers.tsv", include_str!("../../../data/forces/numbers.tsv"));
const WORDS: (&str, &str) = ("data/forces/words.tsv", include_str!("../../../data/forces/words.tsv"));

/// What a phrase needs beside it to name a force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Needs {
    /// Nothing.
    Nothing,
    /// A capital letter.
    Name,
    /// A capital letter, and to be used as the name of a type: "Leopards", "two Leopard tanks".
    Type,
    /// The plural.
    Plural,
    /// Another word about armed forces in the sentence.
    Arms,
    /// To stand before a noun of movement or presence.
    Use,
}

impl Needs {
    fn of(name: &str) -> Option<Self> {
        Some(match name {
            "-" => Self::Nothing,
            "name" => Self::Name,
            "type" => Self::Type,
            "plural" => Self::Plural,
            "arms" => Self::Arms,
            "use" => Self::Use,
            _ => return None,
        })
    }
}

/// A row of the table of elements; without an element the phrase names no force, whatever its last word says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) element: Option<Element>,
    pub(crate) needs: Needs,
}

/// A number word.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Numeral {
    /// "seven", "both".
    Exact(f64),
    /// "hundred", after a number.
    Scale(f64),
    /// "hundreds", "several".
    Vague(Range),
}

/// All tables.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tables {
    pub(crate) elements: Phrases<Row>,
    pub(crate) extents: Phrases<Extent>,
    pub(crate) numbers: Phrases<Numeral>,
    pub(crate) bounds: Phrases<Bound>,
    pub(crate) lists: Lists,
}

impl Tables {
    /// The tables that ship.
    pub(crate) fn shipped() -> &'static Self {
        static SHIPPED: OnceLock<Tables> = OnceLock::new();
        SHIPPED.get_or_init(|| Self::parse().expect("the tables that ship are well-formed"))
    }

    fn parse() -> Result<Self, TableError> {
        let mut tables = Self::default();
        each(ELEMENTS, |cells| tables.element(cells))?;
        each(EXTENTS, |cells| tables.extent(cells))?;
        each(NUMBERS, |cells| tables.number(cells))?;
        each(WORDS, |cells| tables.word(cells))?;
        Ok(tables)
    }

    fn element(&mut self, cells: &[&str]) -> Result<(), String> {
        let [words, element, needs, _fires, _silent] = columns(cells)?;
        let needs = Needs::of(needs).ok_or_else(|| format!("{needs:?} is nothing a phrase can need"))?;
        let known = Element::of(element);
        if known.is_none() && element != "none" {
            return Err(format!("{element:?} is no element"));
        }
        new(words, |word| self.elements.add(word, Row { element: known, needs }))
    }

    fn extent(&mut self, cells: &[&str]) -> Result<(), String> {
        let [words, extent, _fires, _silent] = columns(cells)?;
        let extent = Extent::of(extent).ok_or_else(|| format!("{extent:?} is no extent"))?;
        new(words, |word| self.extents.add(word, extent))
    }

    fn number(&mut self, cells: &[&str]) -> Result<(), String> {
        let [words, kind, low, high, _fires, _gives] = columns(cells)?;
        if let Some(bound) = Bound::of(kind) {
            return new(words, |word| self.bounds.add(word, bound));
        }
        let number = |cell: &str| cell.parse::<u32>().map_err(|_| format!("{cell:?} is no number"));
        let (low, high) = (f64::from(number(low)?), f64::from(number(high)?));
        let numeral = match kind {
            "exact" => Numeral::Exact(low),
            "scale" => Numeral::Scale(low),
            "vague" => Numeral::Vague(Range { low, high, vague: true }),
            _ => return Err(format!("{kind:?} is no kind of number")),
        };
        new(words, |word| self.numbers.add(word, numeral))
    }

    fn word(&mut self, cells: &[&str]) -> Result<(), String> {
        let [words, list, _comment] = columns(cells)?;
        words.split("; ").try_for_each(|word| self.lists.add(word, list))
    }
}

/// Reads the rows of a table: cells between tabs; lines that start with `#` are comments.
fn each(
    (file, text): (&'static str, &str),
    mut row: impl FnMut(&[&str]) -> Result<(), String>,
) -> Result<(), TableError> {
    for (i, line) in text.lines().enumerate().filter(|(_, l)| !l.is_empty() && !l.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        row(&cells).map_err(|what| TableError { file, line: i + 1, what })?;
    }
    Ok(())
}

fn columns<'c, const N: usize>(cells: &[&'c str]) -> Result<[&'c str; N], String> {
    cells.try_into().map_err(|_| format!("{} columns where there should be {N}", cells.len()))
}

/// Takes in the phrases of a cell, which must not be there yet.
fn new(words: &str, mut add: impl FnMut(&str) -> bool) -> Result<(), String> {
    match words.split("; ").find(|word| !add(word)) {
        Some(word) => Err(format!("{word:?} is listed twice")),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_that_ship_are_well_formed() {
        assert_eq!(Tables::parse().map(|_| ()), Ok(()));
    }

    #[test]
    fn a_bad_row_is_named() {
        let mut tables = Tables::default();
        let mut add = |line: &'static str| {
            each(("x.tsv", line), |cells| tables.element(cells)).map_err(|e| e.to_string())
        };
        assert_eq!(add("#c\ntank\tarmour\t-\ta\tb"), Ok(()));
        assert_eq!(add("tank\tarmour\t-\ta\tb"), Err("x.tsv, line 1: \"tank\" is listed twice".to_owned()));
        assert_eq!(add("ox\tcart\t-\ta\tb"), Err("x.tsv, line 1: \"cart\" is no element".to_owned()));
        assert!(add("ox").is_err());
    }
}
