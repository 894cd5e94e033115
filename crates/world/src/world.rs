//! All tables together, and the questions they answer.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::country::{areas, countries};
use crate::names::Names;
use crate::office::{holders, leaders};
use crate::organisation::{members, organisations};
use crate::people::People;
use crate::role::Roles;
use crate::tables::TableText;
use crate::{Actor, Area, Country, Entry, EntryKind, Error, Held, Holding, Organisation, Role, Tables};

static SHIPPED: LazyLock<World> =
    LazyLock::new(|| World::from_tables(&Tables::shipped()).expect("a test reads every shipped row"));

/// Countries, organisations, people and roles, by name.
#[derive(Debug)]
pub struct World {
    names: Names,
    countries: Vec<Country>,
    by_iso3: HashMap<String, usize>,
    areas: Vec<Area>,
    organisations: Vec<Organisation>,
    members: Vec<(String, Vec<String>)>,
    people: People,
    roles: Roles,
}

impl World {
    /// The tables that ship, read on first use.
    pub fn shipped() -> &'static World {
        &SHIPPED
    }

    /// A world of one's own tables.
    pub fn from_tables(tables: &Tables) -> Result<Self, Error> {
        let countries = countries(table("countries.tsv", &tables.countries))?;
        let areas = areas(table("areas.tsv", &tables.areas))?;
        let organisations = organisations(table("organisations.tsv", &tables.organisations))?;
        let members = members(table("members.tsv", &tables.members))?;
        let bodies = Bodies::new(&organisations, &areas);
        let holdings = read_holdings(tables, &bodies)?;
        let mut names =
            Names::with_capacity(4 * (countries.len() + organisations.len()) + 2 * holdings.len());
        for country in &countries {
            country.index(&mut names);
        }
        for area in &areas {
            area.index(&mut names);
        }
        for organisation in &organisations {
            organisation.index(&mut names);
        }
        for holding in &holdings {
            index_person(holding, &mut names);
        }
        let by_iso3 = countries.iter().enumerate().map(|(n, c)| (c.iso3.clone(), n)).collect();
        let people = People::new(holdings, |body| bodies.name(body));
        let roles = Roles::read(table("roles.tsv", &tables.roles))?;
        Ok(Self { names, countries, by_iso3, areas, organisations, members, people, roles })
    }

    /// What a name may stand for, countries first. Case matters for names of up to three letters only; dots, accents,
    /// hyphens, the kind of apostrophe and a leading "the" never do. A bare surname is not a name here: see
    /// [`World::person`].
    ///
    /// ```
    /// use saydo_world::World;
    /// let world = World::shipped();
    /// assert_eq!(world.lookup("U.S.")[0].actor.code, "USA");
    /// assert!(world.lookup("us").is_empty());
    /// assert_eq!(world.lookup("Cote d’Ivoire")[0].actor.code, "CIV");
    /// ```
    pub fn lookup(&self, name: &str) -> &[Entry] {
        self.names.lookup(name)
    }

    /// The longest name that `words` start with, how many of them it takes, and what it may stand for. As this is
    /// for running text, a name must start with a capital letter unless it is spelt with a small one; an article is
    /// never part of a name. Acronyms of four letters need all of them in capitals unless the table says otherwise: PACE
    /// is a body and "pace" a word, but Nato is NATO.
    ///
    /// ```
    /// use saydo_world::World;
    /// let words = ["United", "Nations", "Security", "Council", "members", "met"];
    /// let (taken, entries) = World::shipped().longest(&words).unwrap();
    /// assert_eq!((taken, entries[0].name.as_str()), (4, "UN Security Council"));
    /// ```
    pub fn longest(&self, words: &[&str]) -> Option<(usize, &[Entry])> {
        self.names.longest(words)
    }

    /// The office of a person on a day: the one held on that day, else the last before, else the first after, and
    /// which of these it is. Without a day: the latest. A bare surname is answered only where it is one person's:
    /// the one in office on that day, or the only one of that name.
    ///
    /// ```
    /// use saydo_world::{Tenure, World};
    /// let held = World::shipped().person("Stoltenberg", Some("2022-02-16")).unwrap();
    /// assert_eq!((held.holding.actor.code.as_str(), held.tenure), ("IGONAT", Tenure::Current));
    /// ```
    pub fn person(&self, name: &str, on: Option<&str>) -> Option<Held<'_>> {
        self.people.person(name, on)
    }

    /// Who held an office of a country (by ISO 3166 alpha-3 code) or an organisation (by code or name) on a day.
    ///
    /// ```
    /// use saydo_world::World;
    /// let holding = World::shipped().holder("NATO", "secretary-general", "2022-02-16").unwrap();
    /// assert_eq!(holding.name, "Jens Stoltenberg");
    /// ```
    pub fn holder(&self, body: &str, title: &str, on: &str) -> Option<&Holding> {
        let direct = self.people.holder(body, title, on);
        direct.or_else(|| self.lookup(body).iter().find_map(|e| self.people.holder(&e.name, title, on)))
    }

    /// What a role noun or phrase stands for, given as lemma or plural, in any case.
    ///
    /// ```
    /// use saydo_world::{RoleKind, World};
    /// let role = World::shipped().role("foreign minister").unwrap();
    /// assert_eq!((role.sector.as_deref(), role.kind), (Some("GOV"), RoleKind::Person));
    /// ```
    pub fn role(&self, phrase: &str) -> Option<&Role> {
        self.roles.get(phrase)
    }

    /// The longest role phrase that `words` start with, and how many of them it takes.
    ///
    /// ```
    /// use saydo_world::World;
    /// let (taken, role) = World::shipped().longest_role(&["defence", "minister", "said"]).unwrap();
    /// assert_eq!((taken, role.phrase.as_str()), (2, "defence minister"));
    /// ```
    pub fn longest_role(&self, words: &[&str]) -> Option<(usize, &Role)> {
        self.roles.longest(words)
    }

    /// A country by its ISO 3166 alpha-3 code.
    ///
    /// ```
    /// use saydo_world::World;
    /// assert_eq!(World::shipped().country("UKR").unwrap().capital[0], "Kyiv");
    /// ```
    pub fn country(&self, iso3: &str) -> Option<&Country> {
        self.by_iso3.get(iso3).map(|n| &self.countries[*n])
    }

    /// Every country and territory, by code.
    pub fn countries(&self) -> &[Country] {
        &self.countries
    }

    /// Every area inside a country.
    pub fn areas(&self) -> &[Area] {
        &self.areas
    }

    /// Every organisation.
    pub fn organisations(&self) -> &[Organisation] {
        &self.organisations
    }

    /// The countries whose forces are an alliance's, by its code; none for a body without forces of its members.
    ///
    /// ```
    /// use saydo_world::World;
    /// assert!(World::shipped().members("IGOCST").any(|country| country == "KAZ"));
    /// ```
    pub fn members(&self, alliance: &str) -> impl Iterator<Item = &str> {
        let own = self.members.iter().filter(move |(code, _)| code == alliance);
        own.flat_map(|(_, countries)| countries.iter().map(String::as_str))
    }

    /// Everyone's time in every office, the latest first.
    pub fn holdings(&self) -> &[Holding] {
        &self.people.holdings
    }

    /// How many role phrases there are.
    pub fn role_count(&self) -> usize {
        self.roles.len()
    }
}

fn table<'a>(file: &'a str, text: &'a str) -> TableText<'a> {
    TableText { file, text }
}

/// Everyone's time in every office, the latest first.
fn read_holdings(tables: &Tables, bodies: &Bodies<'_>) -> Result<Vec<Holding>, Error> {
    let mut holdings = leaders(table("leaders.tsv", &tables.leaders), |body| bodies.actor(body))?;
    for (file, text) in &tables.holders {
        holdings.extend(holders(table(file, text))?);
    }
    holdings.sort_by(|a, b| b.from.cmp(&a.from));
    Ok(holdings)
}

/// What can have leaders besides countries, by name and by code; of several with one code, the first.
struct Bodies<'a>(HashMap<&'a str, (&'a str, &'a Actor)>);

impl<'a> Bodies<'a> {
    fn new(organisations: &'a [Organisation], areas: &'a [Area]) -> Self {
        let organisations = organisations.iter().map(|o| (o.name.as_str(), &o.actor));
        let areas = areas.iter().map(|a| (a.name.as_str(), &a.actor));
        let mut found: HashMap<_, _> =
            organisations.clone().chain(areas).map(|body| (body.0, body)).collect();
        for body in organisations {
            found.entry(&body.1.code).or_insert(body);
        }
        Self(found)
    }

    fn actor(&self, body: &str) -> Option<Actor> {
        self.0.get(body).map(|(_, actor)| (*actor).clone())
    }

    /// The name of a body given by name or code.
    fn name(&self, body: &str) -> Option<&'a str> {
        self.0.get(body).map(|(name, _)| *name)
    }
}

fn index_person(holding: &Holding, names: &mut Names) {
    let actor: Actor = holding.actor.clone();
    let entry = Entry::new(&holding.name, EntryKind::Person, actor);
    let full = std::iter::once(&holding.name).chain(&holding.aliases).filter(|n| n.contains(' '));
    for name in full {
        names.add(name, &entry);
    }
}
