//! Countries, territories and the areas inside them, with all that stands for them in the news.

use crate::actor::SECTORS;
use crate::names::Names;
use crate::table::{Row, rows};
use crate::tables::TableText;
use crate::{Actor, Entry, EntryKind, Error};

const COUNTRY: &[&str] = &["iso3", "iso2", "name", "aliases", "demonyms", "capital", "seats", "source"];
const AREA: &[&str] = &["name", "aliases", "demonyms", "seats", "country", "sector", "source"];

/// A country or territory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166 alpha-3; Kosovo is `XKX`.
    pub iso3: String,
    /// ISO 3166 alpha-2; Kosovo is `XK`.
    pub iso2: String,
    /// The short English name.
    pub name: String,
    /// Other names, also historic ones that the news still uses.
    pub aliases: Vec<String>,
    /// The adjective first, then other adjectives and the inhabitants.
    pub demonyms: Vec<String>,
    /// The capital's spellings, then further capitals.
    pub capital: Vec<String>,
    /// What stands for its government.
    pub seats: Vec<Seat>,
    /// What the row can be checked against.
    pub source: Vec<String>,
}

/// A place or body that stands for a government, for one branch of it, or for an organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// The name, as in `Kremlin`.
    pub name: String,
    /// Whom it stands for.
    pub actor: Actor,
}

/// An area that acts or is named in the news, and the country it is coded under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// The usual English name.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// Adjectives and inhabitants.
    pub demonyms: Vec<String>,
    /// Towns or bodies that stand for its authorities.
    pub seats: Vec<String>,
    /// The country, with a sector where the area acts as one: `REB` for breakaway authorities.
    pub actor: Actor,
}

pub(crate) fn countries(table: TableText<'_>) -> Result<Vec<Country>, Error> {
    rows(table, COUNTRY)?.iter().map(country).collect()
}

fn country(row: &Row<'_>) -> Result<Country, Error> {
    let iso3 = row.country(0)?.ok_or_else(|| row.wrong(0, "the cell is empty".to_owned()))?;
    let seats = row.list(6).into_iter().map(|seat| self::seat(row, &iso3, &seat));
    Ok(Country {
        seats: seats.collect::<Result<_, _>>()?,
        iso2: row.required(1)?,
        name: row.required(2)?,
        aliases: row.list(3),
        demonyms: row.list(4),
        capital: row.list(5),
        source: row.list(7),
        iso3,
    })
}

/// `Kremlin`, `Pentagon=MIL` or `Brussels=IGOEUN`.
fn seat(row: &Row<'_>, iso3: &str, cell: &str) -> Result<Seat, Error> {
    let (name, code) = cell.split_once('=').unwrap_or((cell, "GOV"));
    let actor = if SECTORS.contains(&code) {
        Actor::of(iso3, Some(code))
    } else if code.len() >= 6 && code.bytes().all(|b| b.is_ascii_uppercase()) {
        Actor { code: code.to_owned(), ..Actor::default() }
    } else {
        return Err(row.wrong(6, format!("`{code}` is neither a sector nor a code")));
    };
    Ok(Seat { name: name.to_owned(), actor })
}

pub(crate) fn areas(table: TableText<'_>) -> Result<Vec<Area>, Error> {
    rows(table, AREA)?.iter().map(area).collect()
}

fn area(row: &Row<'_>) -> Result<Area, Error> {
    Ok(Area {
        name: row.required(0)?,
        aliases: row.list(1),
        demonyms: row.list(2),
        seats: row.list(3),
        actor: Actor::of(&row.required(4).and(row.code(4))?, row.sector(5)?.as_deref()),
    })
}

impl Country {
    /// Adds every name to the index. A capital of the country's own name stays the country's.
    pub(crate) fn index(&self, names: &mut Names) {
        let whole = Actor::of(&self.iso3, None);
        let government = Actor::of(&self.iso3, Some("GOV"));
        let mut add = |kind, canonical: &str, actor: &Actor, list: &[String]| {
            let entry = Entry::new(canonical, kind, actor.clone());
            for name in list {
                names.add(name, &entry);
            }
        };
        add(EntryKind::Country, &self.name, &whole, std::slice::from_ref(&self.name));
        add(EntryKind::Country, &self.name, &whole, &self.aliases);
        add(EntryKind::Demonym, &self.name, &whole, &self.demonyms);
        let own = |name: &String| *name != self.name && !self.aliases.contains(name);
        let capitals: Vec<String> = self.capital.iter().filter(|c| own(c)).cloned().collect();
        if let Some(capital) = capitals.first() {
            add(EntryKind::Capital, capital, &government, &capitals);
        }
        for seat in &self.seats {
            add(EntryKind::Seat, &seat.name, &seat.actor, std::slice::from_ref(&seat.name));
        }
    }
}

impl Area {
    pub(crate) fn index(&self, names: &mut Names) {
        let mut add = |kind, list: &[String]| {
            let entry = Entry::new(&self.name, kind, self.actor.clone());
            for name in list {
                names.add(name, &entry);
            }
        };
        add(EntryKind::Area, std::slice::from_ref(&self.name));
        add(EntryKind::Area, &self.aliases);
        add(EntryKind::Demonym, &self.demonyms);
        add(EntryKind::Seat, &self.seats);
    }
}
