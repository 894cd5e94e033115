//! The patterns of marks: `data/publishers/marks.tsv`.

use crate::Error;
use crate::table::{self, rows};

const MARKS: &str = include_str!("../../../data/publishers/marks.tsv");
const COLUMNS: &[&str] = &["pattern", "where", "names", "family", "fires", "must_not", "source"];
/// Where the wire's name stands in a pattern.
const WIRE: &str = "{wire}";

/// Where a mark stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Where {
    /// In front of the first dash.
    Dateline,
    /// A line of its own at the top.
    Byline,
    /// One of the last lines.
    Credit,
}

/// Which names make it a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Names {
    /// Those that no table knows too.
    Any,
    /// Those of the table.
    Known,
    /// Those of the table that speak for nobody, as only part of the text is theirs.
    Part,
}

/// How a mark looks.
#[derive(Clone, Debug)]
pub(crate) struct Pattern {
    /// What stands before the wire's name, in small letters; a star stands for a few words.
    pub(crate) before: Vec<String>,
    /// What stands behind it.
    pub(crate) after: String,
    pub(crate) place: Where,
    pub(crate) names: Names,
    /// The wire, where the pattern alone tells it.
    pub(crate) family: Option<String>,
}

/// All patterns, the most telling first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Marks(pub(crate) Vec<Pattern>);

impl Marks {
    pub(crate) fn shipped() -> Result<Self, Error> {
        rows("marks.tsv", MARKS, COLUMNS).map(|cells| pattern(&cells?)).collect::<Result<_, _>>().map(Self)
    }
}

fn pattern(cells: &table::Row<'_>) -> Result<Pattern, Error> {
    let text = cells.required(0)?.to_lowercase();
    let family = cells.optional(3);
    let (before, after) = match (text.split_once(WIRE), &family) {
        (Some((before, after)), None) => (before.to_owned(), after.to_owned()),
        (None, Some(_)) => (text, String::new()),
        _ => return Err(cells.wrong(0, "write {wire} in the pattern or name a family, not both".to_owned())),
    };
    let place = match cells.required(1)? {
        "dateline" => Where::Dateline,
        "byline" => Where::Byline,
        "credit" => Where::Credit,
        _ => return Err(cells.wrong(1, "write dateline, byline or credit".to_owned())),
    };
    let names = match cells.required(2)? {
        "any" => Names::Any,
        "known" => Names::Known,
        "part" => Names::Part,
        _ => return Err(cells.wrong(2, "write any, known or part".to_owned())),
    };
    for n in 4..COLUMNS.len() {
        cells.required(n)?;
    }
    Ok(Pattern { before: before.split('*').map(str::to_owned).collect(), after, place, names, family })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Families;

    #[test]
    fn every_pattern_fires_on_its_example_and_not_on_the_other() {
        let families = Families::shipped();
        for cells in rows("marks.tsv", MARKS, COLUMNS) {
            let cells = cells.unwrap();
            let text = |n: usize| cells.cell(n).replace("\\n", "\n");
            assert!(families.mark(&text(4)).is_some(), "{} does not fire", cells.cell(4));
            let found = families.mark(&text(5));
            assert!(found.is_none(), "{} fires: {found:?}", cells.cell(5));
        }
    }
}
