//! Which later act bears out or breaks which word (`data/words/bears.tsv`).

use std::sync::LazyLock;

use crate::error::TableError;

const TABLE: (&str, &str) = ("data/words/bears.tsv", include_str!("../../../../data/words/bears.tsv"));

/// The table as it ships; a test reads it, so that it cannot be wrong here.
static SHIPPED: LazyLock<Vec<Bearing>> = LazyLock::new(|| read(TABLE.1).unwrap_or_default());

/// One row: an act that speaks to a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Bearing {
    /// The act that the word is about.
    pub(crate) word: &'static str,
    /// Whether the word is that it is not done.
    pub(crate) denies: bool,
    /// The act of the later event.
    pub(crate) evidence: &'static str,
    /// Whether that event is told as done.
    pub(crate) seen: bool,
    /// What it says of the word.
    pub(crate) bears: Bears,
    /// Whether the same from the speaker's own side overtakes the word.
    pub(crate) own: bool,
    /// For how many days it speaks to the word; `None` is for ever.
    pub(crate) days: Option<i32>,
    /// How many days have to pass before it does.
    pub(crate) settle: i32,
    /// In a few words.
    pub(crate) why: &'static str,
}

/// What an event says of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bears {
    For,
    Against,
    /// It stays where it should have left: against a word about all of it or after the day it was due, and a sign that
    /// only people left where it is equipment.
    Remain,
    /// A number that is compared with what was counted before the word.
    Count,
}

/// The rows that speak to words about `act`.
pub(crate) fn on(act: &str, denies: bool) -> impl Iterator<Item = &'static Bearing> {
    SHIPPED.iter().filter(move |b| b.word == act && b.denies == denies)
}

/// Whether any row speaks to words about `act`: whether such a word can be tested at all.
pub(crate) fn testable(act: &str, denies: bool) -> bool {
    on(act, denies).next().is_some()
}

/// Whether events that are this act are counted against a base line.
pub(crate) fn is_counted(act: &str) -> bool {
    SHIPPED.iter().any(|b| b.evidence == act && b.bears == Bears::Count)
}

fn read(table: &'static str) -> Result<Vec<Bearing>, TableError> {
    let lines = table.lines().enumerate().filter(|(_, l)| !l.starts_with('#') && !l.is_empty());
    lines
        .map(|(at, line)| row(line).map_err(|what| TableError { table: TABLE.0, line: at + 1, what }))
        .collect()
}

fn row(line: &'static str) -> Result<Bearing, String> {
    let cells: Vec<&'static str> = line.split('\t').collect();
    let [word, says, evidence, seen, bears, own, days, settle, why] = cells[..] else {
        return Err(format!("{} cells instead of 9", cells.len()));
    };
    Ok(Bearing {
        word,
        denies: one_of(says, [("denies", true), ("does", false)])?,
        evidence,
        seen: one_of(seen, [("yes", true), ("no", false)])?,
        bears: one_of(
            bears,
            [
                ("for", Bears::For),
                ("against", Bears::Against),
                ("remain", Bears::Remain),
                ("count", Bears::Count),
            ],
        )?,
        own: one_of(own, [("yes", true), ("no", false)])?,
        days: (days != "-").then(|| number(days)).transpose()?,
        settle: number(settle)?,
        why,
    })
}

fn one_of<T: Copy, const N: usize>(cell: &str, names: [(&str, T); N]) -> Result<T, String> {
    names.iter().find(|n| n.0 == cell).map(|n| n.1).ok_or_else(|| format!("{cell} is not known"))
}

fn number(cell: &str) -> Result<i32, String> {
    cell.parse().map_err(|_| format!("{cell} is no number of days"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::word::act::Acts;

    /// Names in the table that are made by [`claim`](crate::word::claim) and not by a row of acts.
    const MADE: [&str; 1] = ["exercise end"];

    #[test]
    fn every_row_can_be_read_and_names_known_acts() {
        let rows = read(TABLE.1).expect("the shipped table is sound");
        assert!(rows.len() > 30);
        for row in &rows {
            for act in [row.word, row.evidence] {
                assert!(Acts::shipped().has(act) || MADE.contains(&act), "{act}");
            }
        }
    }

    #[test]
    fn no_row_is_there_twice() {
        let rows = read(TABLE.1).expect("the shipped table is sound");
        for (at, a) in rows.iter().enumerate() {
            let same = |b: &&Bearing| {
                (b.word, b.denies, b.evidence, b.seen) == (a.word, a.denies, a.evidence, a.seen)
            };
            assert_eq!(rows[at + 1..].iter().find(same), None);
        }
    }
}
