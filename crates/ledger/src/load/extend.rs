//! Facts that stay in memory are extended by what came in since they were loaded.

use rusqlite::Connection;
use saydo_facts::Facts;

use super::{Families, Loader};
use crate::error::Result;
use crate::{Ledger, day};

impl Ledger {
    /// A copy of facts that were loaded in all revisions of all reports, with the reports that came in since, as a whole
    /// load would give them. It holds where reports were only added since ([`growth`](Self::growth)).
    pub fn extended(&self, facts: &Facts, families: &Families<'_>) -> Result<Facts> {
        self.ask(|db| {
            let mut facts = facts.clone();
            supersede(db, &mut facts)?;
            let last = facts.reports().last().map_or(0, |report| report.number);
            let mut loader = Loader::of(db, families, facts)?;
            loader.revisions = true;
            loader.load(&format!("r.number > {last}"), None)?;
            Ok(loader.facts)
        })
    }
}

/// Notes which reports were replaced.
fn supersede(db: &Connection, facts: &mut Facts) -> rusqlite::Result<()> {
    let sql = "SELECT number, superseded FROM report WHERE superseded IS NOT NULL";
    let mut select = db.prepare(sql)?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let (number, on): (u32, u32) = (row.get(0)?, row.get(1)?);
        if let Ok(at) = facts.reports().binary_search_by_key(&number, |report| report.number) {
            facts.supersede(at, day::of_number(on));
        }
    }
    Ok(())
}
