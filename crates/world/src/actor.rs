//! Who is meant: the code of an actor, and what a name may stand for.

/// The sectors of PLOVER.
pub const SECTORS: &[&str] = &[
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL",
    "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC",
];

/// An actor's code and its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Actor {
    /// The whole code: country and sector as in `RUSGOV`, or an organisation's own as in `IGONAT`.
    pub code: String,
    /// The country, as ISO 3166 alpha-3; Kosovo is `XKX`.
    pub country: Option<String>,
    /// The sector of PLOVER.
    pub sector: Option<String>,
}

impl Actor {
    /// The actor of a country, whole or one sector of it.
    ///
    /// ```
    /// use saydo_world::Actor;
    /// assert_eq!(Actor::of("RUS", Some("MIL")).code, "RUSMIL");
    /// ```
    pub fn of(country: &str, sector: Option<&str>) -> Self {
        Self {
            code: format!("{country}{}", sector.unwrap_or_default()),
            country: Some(country.to_owned()),
            sector: sector.map(str::to_owned),
        }
    }
}

/// What kind of name an [`Entry`] answers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EntryKind {
    /// A country or territory.
    Country,
    /// An area inside a country that acts or is named in the news, as Transnistria or Gaza.
    Area,
    /// A country's capital, which stands for its government or for the place.
    Capital,
    /// A building, street or body that stands for a government or part of it, as the Kremlin.
    Seat,
    /// An adjective of a country, or its inhabitants.
    Demonym,
    /// An organisation, armed group, party, outlet, service or army.
    Organisation,
    /// A person who held an office.
    Person,
}

/// One thing that a name may stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The canonical name: the country's for its demonyms, else the thing's own.
    pub name: String,
    /// What kind of name it is.
    pub kind: EntryKind,
    /// Who is meant. A person's is that of the last office; see [`crate::World::person`] for the day's.
    pub actor: Actor,
    /// An organisation's kind, one of [`crate::KINDS`].
    pub class: Option<String>,
}

impl Entry {
    pub(crate) fn new(name: &str, kind: EntryKind, actor: Actor) -> Self {
        Self { name: name.to_owned(), kind, actor, class: None }
    }
}
