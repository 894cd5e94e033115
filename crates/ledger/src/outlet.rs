//! Under whose name a report counts: its publisher's or address, a wire's, or that of what it copies.

use rusqlite::{Connection, OptionalExtension, params};

use crate::voice;
use crate::{Families, Family};

/// The names by which a report's family is found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Outlet {
    /// Its publisher, else its address.
    own: Option<String>,
    /// The wire that it names; else the wire, publisher or address of what it copies.
    copied: Option<String>,
    /// The report that it copies in the end.
    pub(crate) root: Option<u32>,
}

impl Outlet {
    /// The names of a report.
    pub(crate) fn of(db: &Connection, number: u32) -> rusqlite::Result<Self> {
        let root = Some(voice::root(db, number)?).filter(|&root| root != number);
        let (own, wire) = names(db, number)?;
        let copied = match (wire, root) {
            (None, Some(root)) => {
                let (publisher, wire) = names(db, root)?;
                wire.or(publisher)
            }
            (wire, _) => wire,
        };
        Ok(Self { own, copied, root })
    }

    pub(crate) fn family(&self, families: &Families<'_>) -> Family {
        families(self.own.as_deref(), self.copied.as_deref())
    }
}

/// Publisher, or address where there is none, and wire of a report.
fn names(db: &Connection, number: u32) -> rusqlite::Result<(Option<String>, Option<String>)> {
    let mut select = db.prepare_cached(
        "SELECT coalesce(p.name, r.url), w.name FROM report r LEFT JOIN publisher p ON p.id = r.publisher \
         LEFT JOIN publisher w ON w.id = r.wire WHERE r.number = ?1",
    )?;
    let found = select.query_row([number], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    Ok(found.unwrap_or_default())
}

/// The publishers, or addresses where there are none, of a report and of the valid reports that copy it, until a day of
/// publication or all; of a text that is copied without end the first thousand.
pub(crate) fn carriers(
    db: &Connection,
    number: u32,
    until: Option<u32>,
) -> rusqlite::Result<Vec<Option<String>>> {
    let mut select = db.prepare_cached(
        "WITH RECURSIVE carrier (number) AS (SELECT ?1 UNION SELECT c.report FROM carrier JOIN copy c \
         ON c.of = carrier.number LIMIT 1000) SELECT DISTINCT coalesce(p.name, r.url) FROM carrier \
         JOIN report r ON r.number = carrier.number LEFT JOIN publisher p ON p.id = r.publisher \
         WHERE r.number = ?1 OR (r.superseded IS NULL AND (?2 IS NULL OR r.day <= ?2))",
    )?;
    select.query_map(params![number, until], |row| row.get(0))?.collect()
}
