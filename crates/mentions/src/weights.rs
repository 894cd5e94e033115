//! The weights of resolution: what each feature of a candidate, and of nobody, counts for each group of pronouns.

use std::fmt::Write;
use std::sync::LazyLock;

use crate::weigh::{FEATURES, NONE};

/// The table that ships; its card is beside it.
const TABLE: &str = include_str!("../../../data/coreference/weights.tsv");

/// What a row counts for "he", "it" and "they", in hundredths.
pub type Row = [i32; 3];

#[rustfmt::skip]
const CANDIDATE: [&str; FEATURES] = [
    "this sentence", "the sentence before", "two sentences before", "three sentences before", "subject",
    "object", "owner", "inside a phrase", "subject of a main clause", "same relation as the pronoun",
    "speaker, for a speaker", "speaker, for another part", "outside the pronoun's quotation",
    "in a quotation, pronoun outside", "others in between", "agent above the pronoun",
    "nearest agent above the pronoun", "after the pronoun", "this sentence, for an owner",
    "nearest agent, for an owner", "nearest that fits", "a name", "a pronoun", "gender known",
    "mentions so far", "named body, for an owner", "a body", "several people", "a place", "no actor",
    "several together", "not known which", "actor, for an owner", "actor, for a speaker",
    "actor, for a doer", "plural",
];
#[rustfmt::skip]
const NOBODY: [&str; NONE] = [
    "always", "for an owner", "for a doer", "for a speaker", "quoted", "said of it what it is",
    "nothing near",
];

/// Everything that resolution weighs candidates with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weights {
    /// By how much the best must be better than the next.
    pub margin: Row,
    /// What the body that a speaker speaks for has on top.
    pub speakers_body: Row,
    /// What the features of a candidate count.
    pub candidate: [Row; FEATURES],
    /// What counts for nobody and nothing that was mentioned.
    pub nobody: [Row; NONE],
}

impl Default for Weights {
    fn default() -> Self {
        Self { margin: [0; 3], speakers_body: [0; 3], candidate: [[0; 3]; FEATURES], nobody: [[0; 3]; NONE] }
    }
}

impl Weights {
    /// The weights that ship, read once for the whole program.
    pub(crate) fn shipped() -> &'static Self {
        static SHIPPED: LazyLock<Weights> = LazyLock::new(|| Weights::parse(TABLE).unwrap_or_default());
        &SHIPPED
    }

    /// The weights of a table, or the first row that is not as it should be.
    pub fn parse(table: &str) -> Result<Self, String> {
        let mut weights = Self::default();
        let mut lines = table.lines().filter(|line| !line.starts_with('#'));
        for (part, name, row) in weights.rows() {
            let line = lines.next().unwrap_or_default();
            let told = line.strip_prefix(&format!("{part}\t{name}\t")).and_then(read);
            *row = told.ok_or_else(|| format!("no row for {part}, {name}: {line:?}"))?;
        }
        lines.next().map_or(Ok(weights), |line| Err(format!("one row too many: {line:?}")))
    }

    /// The table of these weights, without its card.
    pub fn to_table(&self) -> String {
        let mut table = "#part\tfeature\the\tit\tthey\n".to_owned();
        for (part, name, [he, it, they]) in self.clone().rows() {
            let _ = writeln!(table, "{part}\t{name}\t{he}\t{it}\t{they}");
        }
        table
    }

    fn rows(&mut self) -> impl Iterator<Item = (&'static str, &'static str, &mut Row)> {
        let rules =
            [("rule", "margin", &mut self.margin), ("rule", "speaker's body", &mut self.speakers_body)];
        let candidate =
            CANDIDATE.iter().zip(&mut self.candidate).map(|(name, row)| ("candidate", *name, row));
        let nobody = NOBODY.iter().zip(&mut self.nobody).map(|(name, row)| ("nobody", *name, row));
        rules.into_iter().chain(candidate).chain(nobody)
    }
}

fn read(cells: &str) -> Option<Row> {
    let cells: Option<Vec<i32>> = cells.split('\t').map(|cell| cell.parse().ok()).collect();
    cells?.try_into().ok()
}

/// The sum of features, each times its weight for a group of pronouns.
pub(crate) fn sum(values: &[i32], weights: &[Row], group: usize) -> i32 {
    values.iter().zip(weights).map(|(value, row)| value * row[group]).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_that_ships_reads_and_writes_the_same() {
        let weights = Weights::parse(TABLE).unwrap();
        assert_eq!(&weights, Weights::shipped());
        assert_eq!(Weights::parse(&weights.to_table()), Ok(weights));
    }

    #[test]
    fn a_wrong_row_is_named() {
        let wrong = TABLE.replace("nobody\talways", "nobody\tnever");
        assert!(Weights::parse(&wrong).unwrap_err().starts_with("no row for nobody, always"));
        assert!(Weights::parse(&format!("{TABLE}more\n")).is_err());
    }
}
