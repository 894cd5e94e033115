//! One event as somebody coded it.

use std::borrow::Cow;

use jiff::civil::Date;

use crate::{Standing, System};

/// The name of a column.
pub type Name = Cow<'static, str>;

/// One event as some system coded it: one row of its file.
///
/// What a system has no room for is `None` or empty; what its file holds and no field does is in [`Coded::rest`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Coded {
    /// Whose coding it is.
    pub system: System,
    /// Its id in that system.
    pub id: String,
    /// The day, or the first day of a span.
    pub day: Date,
    /// The last day, where it is a span.
    pub until: Option<Date>,
    /// Who did it.
    pub actor: Side,
    /// To whom, or with whom.
    pub recipient: Side,
    /// Whose words tell it, where they are not the publisher's own.
    pub speaker: Option<Side>,
    /// What happened, in codes.
    pub kind: Kind,
    /// How it stands: done, announced, planned…; `None` where the system cannot tell.
    pub standing: Option<Standing>,
    /// Whether it is said not to have happened.
    pub negated: bool,
    /// Where.
    pub place: Option<Spot>,
    /// How many died.
    pub dead: Option<Dead>,
    /// Where it is told.
    pub source: Origin,
    /// The words that tell it, where the format has room for them.
    pub text: Option<String>,
    /// How much it was told, and in what tone.
    pub weight: Weight,
    /// What the file holds and no field does, by column name, in the order of the columns.
    pub rest: Vec<(Name, String)>,
}

/// A party to an event.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Side {
    /// Its code in CAMEO's way: a country and a role, or an organisation's own, as `RUSMIL` or `IGONAT`.
    pub code: Option<String>,
    /// Its name as the system has it.
    pub name: Option<String>,
    /// Its country, as ISO 3166 alpha-3; Kosovo is `XKX`.
    pub country: Option<String>,
    /// Its sectors, as PLOVER's codes: `GOV`, `MIL`…
    pub sectors: Vec<String>,
}

/// What happened, in the codes that the system has.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kind {
    /// CAMEO's code, two to four digits with all its zeros.
    pub cameo: Option<String>,
    /// PLOVER's category, in capitals.
    pub plover: Option<String>,
    /// PLOVER's mode.
    pub mode: Option<String>,
    /// PLOVER's contexts.
    pub contexts: Vec<String>,
    /// The system's own type, where it is neither: UCDP's type of violence, ACLED's event and sub-event.
    pub label: Option<String>,
    /// The quad class as the system counts it, 1 to 4.
    pub quad: Option<u8>,
    /// The score as the system gives it: Goldstein's for CAMEO, PLOVER's own for PLOVER; -10 to 10.
    pub scale: Option<f64>,
}

/// A place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spot {
    /// The name of the town or spot.
    pub name: Option<String>,
    /// The first level below the country.
    pub admin1: Option<String>,
    /// The second level below the country.
    pub admin2: Option<String>,
    /// The country, as ISO 3166 alpha-3.
    pub country: Option<String>,
    /// Degrees north.
    pub lat: Option<f64>,
    /// Degrees east.
    pub lon: Option<f64>,
    /// The id at GeoNames.
    pub geonames: Option<u32>,
    /// How exact the place is known.
    pub precision: Precision,
}

/// How exact a place is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Precision {
    /// The system does not say.
    #[default]
    Unknown,
    /// Somewhere in the country.
    Country,
    /// Somewhere in an area that is no unit of administration: a front, a river, a sea.
    Area,
    /// In the first level below the country.
    Admin1,
    /// In the second level below the country.
    Admin2,
    /// Near the place named.
    Near,
    /// At the place named.
    Place,
}

/// How many died: at least, and at most where that is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Dead {
    /// The least.
    pub least: u32,
    /// The most.
    pub most: Option<u32>,
}

/// Where an event is told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Origin {
    /// The publisher: a domain or a name.
    pub publisher: Option<String>,
    /// The address of the report, or its citation.
    pub url: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// The day it was published, or added to the system.
    pub published: Option<Date>,
    /// Which sentence of the report tells it, counted from 1.
    pub sentence: Option<u32>,
    /// The language of the report, as ISO 639.
    pub language: Option<String>,
}

/// How much an event was told, and in what tone.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Weight {
    /// How many times it is mentioned.
    pub mentions: Option<u32>,
    /// In how many sources.
    pub sources: Option<u32>,
    /// In how many articles.
    pub articles: Option<u32>,
    /// The tone of the reports, -100 to 100.
    pub tone: Option<f64>,
}

impl Coded {
    /// Whether it is a deed as far as its system can tell: reported in the publisher's own voice and not negated.
    pub fn is_deed(&self) -> bool {
        !self.negated && self.standing.is_none_or(|standing| standing == Standing::Reported)
    }

    /// What the file had in a column that is no field.
    pub fn kept(&self, column: &str) -> Option<&str> {
        self.rest.iter().find(|(name, _)| name == column).map(|(_, value)| value.as_str())
    }
}

impl Side {
    /// Whether nothing at all is known of it.
    pub fn is_empty(&self) -> bool {
        self.code.is_none() && self.name.is_none() && self.country.is_none() && self.sectors.is_empty()
    }
}

impl Precision {
    /// Every one, the least exact first.
    pub const ALL: [Self; 7] =
        [Self::Unknown, Self::Country, Self::Area, Self::Admin1, Self::Admin2, Self::Near, Self::Place];

    /// Its name in tables.
    pub fn name(self) -> &'static str {
        ["unknown", "country", "area", "admin1", "admin2", "near", "place"][self as usize]
    }

    /// The one with this name.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|precision| precision.name() == name)
    }
}
