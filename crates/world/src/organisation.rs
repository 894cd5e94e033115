//! Organisations of every kind: alliances, agencies, missions, armed groups, parties, outlets, armies, services.

use crate::names::Names;
use crate::table::{Row, rows};
use crate::tables::TableText;
use crate::{Actor, Entry, EntryKind, Error};

const COLUMNS: &[&str] = &["code", "name", "aliases", "kind", "country", "sector", "source"];

/// What an organisation can be: between governments, non-governmental, a company across borders, an armed group
/// across borders, a government body, armed forces, rebels, a party, an outlet, a court, a police force, an
/// intelligence service, a company, a mission in the field, a parliament, a church or movement, a union.
pub const KINDS: &[&str] = &[
    "IGO", "NGO", "MNC", "IMG", "GOV", "MIL", "REB", "PAR", "MED", "JUD", "COP", "SPY", "BUS", "MIS", "LEG",
    "REL", "LAB", "CRM", "SOC", "PRM",
];

/// An organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// The usual English name.
    pub name: String,
    /// Acronyms and short forms.
    pub aliases: Vec<String>,
    /// One of [`KINDS`].
    pub kind: String,
    /// Whom its acts are coded as. Bodies of a country may share a code, as `RUSMIL`.
    pub actor: Actor,
    /// What the row can be checked against.
    pub source: Vec<String>,
}

pub(crate) fn organisations(table: TableText<'_>) -> Result<Vec<Organisation>, Error> {
    rows(table, COLUMNS)?.iter().map(organisation).collect()
}

fn organisation(row: &Row<'_>) -> Result<Organisation, Error> {
    let kind = row.required(3)?;
    if !KINDS.contains(&kind.as_str()) {
        return Err(row.wrong(3, format!("`{kind}` is no kind of organisation")));
    }
    Ok(Organisation {
        actor: Actor { code: row.code(0)?, country: row.country(4)?, sector: row.sector(5)? },
        name: row.required(1)?,
        aliases: row.list(2),
        kind,
        source: row.list(6),
    })
}

/// The codes of alliances with those of their members.
pub(crate) fn members(table: TableText<'_>) -> Result<Vec<(String, Vec<String>)>, Error> {
    let row = |row: &Row<'_>| Ok((row.code(0)?, row.list(1)));
    rows(table, &["code", "members", "source"])?.iter().map(row).collect()
}

impl Organisation {
    pub(crate) fn index(&self, names: &mut Names) {
        let mut entry = Entry::new(&self.name, EntryKind::Organisation, self.actor.clone());
        entry.class = Some(self.kind.clone());
        names.add(&self.name, &entry);
        for name in &self.aliases {
            names.add(name, &entry);
        }
    }
}
