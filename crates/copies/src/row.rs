//! A publisher of the table: `data/publishers/families.tsv`.

use saydo_facts::Actor;

use crate::Error;
use crate::table::{self, rows};

const COLUMNS: &[&str] =
    &["outlet", "hosts", "aliases", "family", "owner", "country", "kind", "speaks_for", "source"];

/// What a publisher can be. A `platform` carries the words of its accounts, an `aggregator` those of other outlets.
const KINDS: &[&str] = &[
    "wire",
    "newspaper",
    "broadcaster",
    "online",
    "state media",
    "official",
    "monitor",
    "platform",
    "aggregator",
];

/// A publisher.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// Its usual English name.
    pub(crate) outlet: String,
    /// Its addresses on the web, and those under them.
    pub(crate) hosts: Vec<String>,
    pub(crate) aliases: Vec<String>,
    /// The family, where it is another than the outlet itself.
    pub(crate) family: Option<String>,
    pub(crate) owner: Option<String>,
    pub(crate) kind: String,
    /// Whose voice it is.
    pub(crate) speaks_for: Option<Actor>,
}

pub(crate) fn read(file: &'static str, text: &str) -> Result<Vec<Row>, Error> {
    rows(file, text, COLUMNS).map(|cells| row(&cells?)).collect()
}

fn row(cells: &table::Row<'_>) -> Result<Row, Error> {
    let owned = |n: usize| cells.list(n).into_iter().map(str::to_owned).collect();
    let kind = cells.required(6)?;
    if !KINDS.contains(&kind) {
        return Err(
            cells.wrong(6, format!("`{kind}` is no kind of publisher; write one of {}", KINDS.join(", ")))
        );
    }
    if !is_code(cells.cell(5), 3..=3) {
        return Err(cells.wrong(5, "write the country as in ISO 3166 alpha-3, or leave it empty".to_owned()));
    }
    if !is_code(cells.cell(7), 3..=18) {
        return Err(cells.wrong(7, "write an actor code such as RUSGOV, or leave it empty".to_owned()));
    }
    cells.required(8)?;
    Ok(Row {
        outlet: cells.required(0)?.to_owned(),
        hosts: cells.list(1).into_iter().map(str::to_ascii_lowercase).collect(),
        aliases: owned(2),
        family: cells.optional(3),
        owner: cells.optional(4),
        kind: kind.to_owned(),
        speaks_for: cells.optional(7).map(|code| Actor::of(&code)),
    })
}

/// Whether a cell is empty or a code of such a length.
fn is_code(cell: &str, length: std::ops::RangeInclusive<usize>) -> bool {
    cell.is_empty() || (length.contains(&cell.len()) && cell.bytes().all(|b| b.is_ascii_uppercase()))
}

impl Row {
    /// The name of the family.
    pub(crate) fn family(&self) -> &str {
        self.family.as_deref().unwrap_or(&self.outlet)
    }

    /// Whether its own name says nothing of whose words it carries.
    pub(crate) fn is_carrier(&self) -> bool {
        matches!(self.kind.as_str(), "platform" | "aggregator")
    }

    /// Whether texts of its own are passed on by others. Names of offices stand in datelines as places do ("WHITE HOUSE
    /// —"), so these are none.
    pub(crate) fn is_wire(&self) -> bool {
        !self.is_carrier() && !matches!(self.kind.as_str(), "official" | "monitor")
    }
}
