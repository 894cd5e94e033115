//! Which family a publisher belongs to.

use std::collections::HashMap;
use std::sync::LazyLock;

use saydo_facts::Actor;

use crate::marks::Marks;
use crate::row::{Row, read};
use crate::{Error, host, name};

const FAMILIES: &str = include_str!("../../../data/publishers/families.tsv");

static SHIPPED: LazyLock<Families> =
    LazyLock::new(|| Families::read().expect("the tables that ship are read by a test"));

/// The family of a report whose publisher nobody knows.
const UNKNOWN: &str = "unknown publisher";

/// How many letters a short name has at most.
const SHORT: usize = 3;

/// The voice that a publisher is part of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Family {
    /// What it is called.
    pub name: String,
    /// Why the report belongs to it, in words.
    pub why: String,
    /// Whose word its own words are: a government's for its site and its news agency. `None` for the press.
    pub speaks_for: Option<Actor>,
}

/// The table of publishers and the marks of wires.
#[derive(Clone, Debug, Default)]
pub struct Families {
    rows: Vec<Row>,
    names: HashMap<String, usize>,
    /// A publisher of each family that has a name of its own.
    groups: HashMap<String, usize>,
    hosts: HashMap<String, usize>,
    pub(crate) marks: Marks,
}

impl Families {
    /// The tables that ship, read on first use.
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    fn read() -> Result<Self, Error> {
        let marks = Marks::shipped()?;
        let mut families = Self { rows: Vec::new(), marks, ..Self::default() };
        families.add(read("families.tsv", FAMILIES)?);
        Ok(families)
    }

    /// These tables and the rows of another text of the form of `data/publishers/families.tsv`, which win.
    ///
    /// ```
    /// use saydo_copies::Families;
    /// let row = "Valley Post\tvalleypost.example\tThe Post\tHill Group\t\tUSA\tnewspaper\t\town knowledge\n";
    /// let families = Families::shipped().with(row)?;
    /// assert_eq!(families.family(None, Some("https://www.valleypost.example/a")).name, "Hill Group");
    /// # Ok::<(), saydo_copies::Error>(())
    /// ```
    pub fn with(&self, rows: &str) -> Result<Self, Error> {
        let mut families = self.clone();
        families.add(read("your table of publishers", rows)?);
        Ok(families)
    }

    fn add(&mut self, rows: Vec<Row>) {
        for row in rows {
            let at = self.rows.len();
            self.hosts.extend(row.hosts.iter().map(|host| (host.clone(), at)));
            let names = row.aliases.iter().chain([&row.outlet]);
            self.names.extend(names.map(|n| (name::key(n), at)));
            self.groups.extend(row.family.iter().map(|family| (name::key(family), at)));
            self.rows.push(row);
        }
    }

    /// The family of a report by its publisher's name and its address, as its input gives them.
    ///
    /// A name that the table knows decides, then an address that it knows. Any other name is a family of its own, and
    /// so is any other host where there is no name. The name of a family is that family's.
    pub fn family(&self, publisher: Option<&str>, url: Option<&str>) -> Family {
        let publisher = publisher.map(str::trim).filter(|p| !p.is_empty());
        let by_name = publisher.and_then(|p| self.named(p)).filter(|row| !row.is_carrier());
        if let (Some(row), Some(publisher)) = (by_name, publisher) {
            return row.as_family(&format!("the publisher's name, \"{publisher}\""));
        }
        if let Some(family) = publisher.and_then(|p| self.group(p)) {
            return family;
        }
        // A name may itself be an address: "bbc.co.uk".
        let addresses = [url, publisher.filter(|p| !p.contains(' '))];
        let at_host =
            addresses.into_iter().flatten().find_map(|address| self.at(address, publisher.is_some()));
        at_host.unwrap_or_else(|| publisher.map_or_else(|| unlisted_host(url), unlisted))
    }

    /// The family of this name.
    fn group(&self, name: &str) -> Option<Family> {
        if name == UNKNOWN {
            return Some(unlisted_host(None));
        }
        let row = &self.rows[*self.groups.get(&name::key(name))?];
        let why = format!("by the family's name, \"{name}\"");
        Some(Family { name: row.family().to_owned(), why, speaks_for: row.speaker() })
    }

    /// The publisher of this name, whatever stands beside it.
    fn named(&self, name: &str) -> Option<&Row> {
        name::forms(name).iter().find_map(|form| self.names.get(form)).map(|&at| &self.rows[at])
    }

    /// The wire of this name; a short one must be written as the table writes it, so that "Pa." is no wire.
    pub(crate) fn wire(&self, name: &str) -> Option<&Row> {
        let found =
            name::writings(name).iter().find_map(|form| self.names.get(form)).map(|&at| &self.rows[at]);
        let as_listed = |row: &&Row| row.aliases.iter().chain([&row.outlet]).any(|listed| listed == name);
        found.filter(|row| row.is_wire()).filter(|row| name.len() > SHORT || as_listed(row))
    }

    /// The family at an address that the table knows; what others wrote on a platform is the account's.
    fn at(&self, address: &str, is_named: bool) -> Option<Family> {
        let host = host::host(address)?;
        let (at, listed) = host::parents(&host).find_map(|h| Some((*self.hosts.get(h)?, h)))?;
        let row = &self.rows[at];
        match row.kind.as_str() {
            "aggregator" if is_named => None,
            "platform" => {
                let account = host::account(address, &host, listed)?;
                let why = format!("the account {account} on {}, which counts for itself", row.outlet);
                Some(Family { name: format!("{listed}/{account}"), why, speaks_for: None })
            }
            _ => Some(row.as_family(&format!("the address {host}"))),
        }
    }

    /// The family that a mark names.
    pub(crate) fn of_wire(&self, wire: &str, words: &str) -> Family {
        let why = format!("the mark \"{words}\"");
        match self.named(wire).filter(|row| !row.is_carrier()) {
            Some(row) => row.as_family(&why),
            None => Family { name: name::shown(wire), why: format!("by {why}"), speaks_for: None },
        }
    }
}

impl Row {
    fn as_family(&self, evidence: &str) -> Family {
        let name = self.family().to_owned();
        let owner = self.owner.as_deref().filter(|owner| **owner != name);
        let belongs = match (name == self.outlet, owner) {
            (true, _) => String::new(),
            (false, None) => format!("; {} belongs to {name}", self.outlet),
            (false, Some(owner)) => format!("; {} belongs to {name}, owned by {owner}", self.outlet),
        };
        Family { why: format!("by {evidence}{belongs}"), name, speaks_for: self.speaker() }
    }

    /// Whom it speaks for. An organisation and an observer go by name too, as those who share a code do in a watch.
    fn speaker(&self) -> Option<Actor> {
        let mut actor = self.speaks_for.clone()?;
        if actor.country.is_none() || self.kind == "monitor" {
            actor.name.clone_from(&self.outlet);
        }
        Some(actor)
    }
}

/// A publisher that no table knows.
fn unlisted(publisher: &str) -> Family {
    let name = match host::host(publisher).filter(|_| !publisher.contains(' ')) {
        Some(host) => host::registered(&host).to_owned(),
        None => name::shown(publisher),
    };
    Family { why: format!("{name} is in no table and counts for itself"), name, speaks_for: None }
}

/// A report of which only the address is known, or nothing.
fn unlisted_host(url: Option<&str>) -> Family {
    match url.and_then(host::host) {
        Some(host) => unlisted(host::registered(&host)),
        None => Family {
            name: UNKNOWN.to_owned(),
            why: "neither a publisher nor an address is given".to_owned(),
            speaks_for: None,
        },
    }
}
