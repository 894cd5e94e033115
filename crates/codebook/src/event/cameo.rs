//! The codes of CAMEO, with their labels and scores.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::TableError;

const TABLE: (&str, &str) = ("data/cameo/codes.tsv", include_str!("../../../../data/cameo/codes.tsv"));

/// What is known about a code.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cameo {
    /// The code, two to four digits.
    pub code: &'static str,
    /// What it stands for.
    pub label: &'static str,
    /// Its score on Goldstein's scale, from -10 to 10, as ICEWS lists it.
    pub goldstein: f32,
    /// The quad class of its root.
    pub quad: u8,
}

/// A code of CAMEO by its digits.
///
/// ```
/// assert_eq!(saydo_codebook::cameo("0874").unwrap().label, "Retreat or surrender militarily");
/// ```
///
/// # Panics
/// Never in a program that passed its tests: they read the same table.
pub fn cameo(code: &str) -> Option<&'static Cameo> {
    static CODES: OnceLock<HashMap<&'static str, Cameo>> = OnceLock::new();
    CODES.get_or_init(|| parse().expect("the table that ships is well-formed")).get(code)
}

fn parse() -> Result<HashMap<&'static str, Cameo>, TableError> {
    let rows = TABLE.1.lines().enumerate().filter(|(_, l)| !l.is_empty() && !l.starts_with('#'));
    let error = |i: usize| TableError {
        file: TABLE.0.to_owned(),
        line: i + 1,
        what: "expected code, label, score, quad class".to_owned(),
    };
    rows.map(|(i, line)| row(line).map(|c| (c.code, c)).ok_or_else(|| error(i))).collect()
}

fn row(line: &'static str) -> Option<Cameo> {
    let cells: Vec<&str> = line.split('\t').collect();
    let [code, label, goldstein, quad] = cells[..] else { return None };
    Some(Cameo { code, label, goldstein: goldstein.parse().ok()?, quad: quad.parse().ok()? })
}
