//! The facts of a ledger: its packed events, with their words looked up as they come.

mod extend;

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
use rusqlite::Connection;
use saydo_facts::{Actor, Facts, FamilyId, PublisherId, Report, ReportId};

use crate::day;
use crate::error::{Inner, Result};
use crate::lookup::Lookup;
use crate::outlet::Outlet;
use crate::pack::{self, Line};
use crate::{Ledger, write};

/// Which facts are wanted; by default all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Reports published on this day or later, and those without a day.
    pub since: Option<Date>,
    /// Reports published on this day or earlier, and those without a day, in the revision that was valid then.
    pub until: Option<Date>,
    /// Reports of these publishers; empty for all.
    pub publishers: Vec<String>,
    /// Reports in which an actor whose code begins so acts, is acted upon or is the source; empty for all. Such a report
    /// comes whole.
    pub actors: Vec<String>,
    /// All revisions, each with the days on which it is valid, so that [`Facts::as_of`] gives those of any day; `until`
    /// then asks for the day of publication alone. Else the valid revision, as though there had never been another.
    pub revisions: bool,
}

/// As whose voice a report counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Family {
    /// The publisher family's name.
    pub name: String,
    /// Whom it speaks for; `None` for the press.
    pub speaks_for: Option<Actor>,
}

/// Says as whose voice a report counts, given its publisher, or its address where it names no publisher, and the wire that
/// a mark in it names, or the wire, publisher or address of what it copies. It is asked when facts are loaded, so that the
/// ledger holds no family and a changed table changes the next picture.
pub type Families<'a> = dyn Fn(Option<&str>, Option<&str>) -> Family + 'a;

/// Families without a table: a copy counts as the publisher that it copies, anything else as its own.
pub fn plain_family(publisher: Option<&str>, copied: Option<&str>) -> Family {
    Family { name: copied.or(publisher).unwrap_or_default().to_owned(), speaks_for: None }
}

impl Ledger {
    /// The facts of all reports that are valid, by their numbers, so that the same ledger gives the same facts.
    pub fn facts(&self, query: &Query, families: &Families<'_>) -> Result<Facts> {
        self.ask(|db| {
            let publishers = publishers(db, &query.publishers)?;
            let wanted = naming(db, &query.actors)?;
            let mut loader = Loader::of(db, families, Facts::default())?;
            loader.revisions = query.revisions;
            loader.load(&condition(query, publishers.as_deref()), wanted.as_ref())?;
            Ok(loader.facts)
        })
    }
}

/// The numbers of publishers with these names; `None` for all.
fn publishers(db: &Connection, names: &[String]) -> rusqlite::Result<Option<Vec<u32>>> {
    let mut select = db.prepare_cached("SELECT id FROM publisher WHERE name = ?1")?;
    let mut found = Vec::new();
    for name in names {
        found.extend(select.query_map([name], |row| row.get(0))?.collect::<rusqlite::Result<Vec<u32>>>()?);
    }
    Ok((!names.is_empty()).then_some(found))
}

/// The reports that name an actor whose code begins with one of these; `None` for all.
fn naming(db: &Connection, prefixes: &[String]) -> rusqlite::Result<Option<HashSet<u32>>> {
    let mut select = db.prepare_cached(
        "SELECT e.event FROM actor a JOIN event_actor e ON e.actor = a.id WHERE substr(a.code, 1, length(?1)) = ?1",
    )?;
    let mut found = HashSet::new();
    for prefix in prefixes {
        let mut rows = select.query([prefix])?;
        while let Some(row) = rows.next()? {
            found.insert(write::report_of(row.get(0)?));
        }
    }
    Ok((!prefixes.is_empty()).then_some(found))
}

/// What SQL asks of a report. A revision is valid from the day it came in to the day it was replaced, the first one also
/// before; the `+` keeps SQLite to the order of the numbers, which a scan has for nothing.
fn condition(query: &Query, publishers: Option<&[u32]>) -> String {
    let number = |day: Date| day::number(day).unwrap_or_default();
    let mut all = vec![match query.until.map(number) {
        None if query.revisions => "true".to_owned(),
        None => "r.superseded IS NULL".to_owned(),
        Some(until) if query.revisions => format!("(+r.day IS NULL OR +r.day <= {until})"),
        Some(until) => format!(
            "(+r.day IS NULL OR +r.day <= {until}) AND (r.superseded IS NULL OR r.superseded > {until}) \
             AND (r.revision_of IS NULL OR r.added <= {until})"
        ),
    }];
    all.extend(query.since.map(|since| format!("(+r.day IS NULL OR +r.day >= {})", number(since))));
    all.extend(publishers.map(|ids| {
        let ids: Vec<String> = ids.iter().map(u32::to_string).collect();
        format!("+r.publisher IN ({})", ids.join(", "))
    }));
    all.join(" AND ")
}

struct Loader<'a> {
    db: &'a Connection,
    families: &'a Families<'a>,
    facts: Facts,
    words: Lookup<'a>,
    known: HashMap<(Option<u32>, Option<u32>), FamilyId>,
    publishers: HashMap<u32, PublisherId>,
    /// Whether the days are wanted on which each revision is valid.
    revisions: bool,
}

impl<'a> Loader<'a> {
    fn of(db: &'a Connection, families: &'a Families<'a>, facts: Facts) -> rusqlite::Result<Self> {
        let words = Lookup::of(db)?;
        Ok(Self {
            db,
            families,
            facts,
            words,
            known: HashMap::new(),
            publishers: HashMap::new(),
            revisions: false,
        })
    }

    fn load(&mut self, condition: &str, wanted: Option<&HashSet<u32>>) -> Inner<()> {
        let db = self.db;
        if wanted.is_none() {
            self.reserve(condition)?;
        }
        let mut select = db.prepare(&format!(
            "SELECT r.number, r.publisher, r.day, r.added, c.of, r.wire, r.revision_of IS NOT NULL, r.superseded, \
             g.events FROM report r CROSS JOIN reading g ON g.report = r.number \
             LEFT JOIN copy c ON c.report = r.number WHERE {condition} ORDER BY r.number"
        ))?;
        let mut rows = select.query([])?;
        let mut line = Line::default();
        while let Some(row) = rows.next()? {
            let number: u32 = row.get(0)?;
            if wanted.is_some_and(|wanted| !wanted.contains(&number)) {
                continue;
            }
            let report = self.report(number, row)?;
            let report = self.facts.report(report);
            let bytes = row.get_ref(8)?.as_blob().map_err(rusqlite::Error::from)?;
            self.events(number, report, bytes, &mut line)?;
        }
        Ok(())
    }

    fn report(&mut self, number: u32, row: &rusqlite::Row<'_>) -> rusqlite::Result<Report> {
        let date = |column| -> rusqlite::Result<Option<Date>> {
            Ok(row.get::<_, Option<u32>>(column)?.and_then(day::of_number))
        };
        let (publisher, copy) = (row.get(1)?, row.get::<_, Option<u32>>(4)?.is_some());
        let (added, superseded) = (date(3)?, date(7)?);
        let is_revision: bool = row.get(6)?;
        Ok(Report {
            number,
            family: self.family(number, publisher, row.get(5)?, copy)?,
            publisher: publisher.map(|publisher| self.publisher(publisher)).transpose()?,
            published: date(2)?,
            added,
            copy,
            valid_from: added.filter(|_| self.revisions && is_revision),
            superseded: superseded.filter(|_| self.revisions),
        })
    }

    /// The publisher with this number of the ledger.
    fn publisher(&mut self, id: u32) -> rusqlite::Result<PublisherId> {
        if let Some(&known) = self.publishers.get(&id) {
            return Ok(known);
        }
        let mut select = self.db.prepare_cached("SELECT name FROM publisher WHERE id = ?1")?;
        let name: String = select.query_row([id], |row| row.get(0))?;
        let publisher = self.facts.publisher(&name);
        self.publishers.insert(id, publisher);
        Ok(publisher)
    }

    /// Makes room for what will come, so that no list has to grow and be copied.
    fn reserve(&mut self, condition: &str) -> rusqlite::Result<()> {
        let sql = format!("SELECT count(*), coalesce(sum(r.events), 0) FROM report r WHERE {condition}");
        let counts = |row: &rusqlite::Row<'_>| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?));
        let (reports, events) = self.db.query_row(&sql, [], counts)?;
        self.facts.reserve(reports as usize, events as usize);
        Ok(())
    }

    /// Takes in the packed events of a report.
    fn events(&mut self, number: u32, report: ReportId, bytes: &[u8], line: &mut Line) -> Inner<()> {
        let (facts, words) = (&mut self.facts, &mut self.words);
        let mut failed = None;
        let whole = pack::each(bytes, line, |nth, line| {
            if failed.is_none() {
                failed = words.tell(facts, report, nth, line).err();
            }
        });
        whole.map_err(|_| write::damaged(number))?;
        failed.map_or(Ok(()), |error| Err(error.into()))
    }

    /// The family of a report, remembered for each publisher and wire; a copy, and a report that is known by its address
    /// alone, are asked for by themselves.
    fn family(
        &mut self,
        number: u32,
        publisher: Option<u32>,
        wire: Option<u32>,
        copy: bool,
    ) -> rusqlite::Result<FamilyId> {
        let by_names = publisher.is_some() && !(copy && wire.is_none());
        if let Some(&family) = self.known.get(&(publisher, wire)).filter(|_| by_names) {
            return Ok(family);
        }
        let found = Outlet::of(self.db, number)?.family(self.families);
        let family = self.facts.family(&found.name);
        if let Some(actor) = found.speaks_for {
            self.facts.official(family, actor);
        }
        if by_names {
            self.known.insert((publisher, wire), family);
        }
        Ok(family)
    }
}
