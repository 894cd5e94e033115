//! A place of the table.

use crate::Gazetteer;
use crate::layout::{CAPITAL, DEGREE, NO_COUNTRY, NO_REGION, STEPS, number};

/// What a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A country or a territory with a code of its own.
    Country,
    /// A first-level division, or a stretch of land or water of that size.
    Region,
    /// A second-level division.
    District,
    /// A town or a village.
    City,
    /// A continent, a sea, a region of several countries.
    Larger,
    /// A base, a crossing, a strait, a site.
    Point,
}

impl Kind {
    /// All kinds, by their numbers in the table.
    pub(crate) const ALL: [Self; 6] =
        [Self::Country, Self::Region, Self::District, Self::City, Self::Larger, Self::Point];

    /// The kind's name in the public record, which is also that of the makers' rows.
    pub fn name(self) -> &'static str {
        ["country", "region", "district", "city", "larger", "point"][self as usize]
    }
}

/// A place of the table, by its number.
#[derive(Clone, Copy)]
pub struct Place<'g> {
    pub(crate) table: &'g Gazetteer<'g>,
    pub(crate) index: usize,
}

impl<'g> Place<'g> {
    /// Its number in the table, the same for every look-up.
    pub fn index(&self) -> usize {
        self.index
    }

    /// Its main name.
    pub fn name(&self) -> &'g str {
        self.table.name(self.index)
    }

    /// What it is.
    pub fn kind(&self) -> Kind {
        let kind = usize::from(self.byte(7) & !CAPITAL);
        *Kind::ALL.get(kind).unwrap_or(&Kind::Point)
    }

    /// Whether it is the capital of its country.
    pub fn is_capital(&self) -> bool {
        self.byte(7) & CAPITAL != 0
    }

    /// Its country's ISO 3166 alpha-3 code.
    pub fn country(&self) -> Option<&'g str> {
        Some(self.byte(6)).filter(|c| *c != NO_COUNTRY).and_then(|c| self.table.code(c.into()))
    }

    /// Its first-level division.
    pub fn region(&self) -> Option<Place<'g>> {
        let region = self.number(8, 10) as u16;
        (region != NO_REGION).then(|| self.table.place(region.into())).flatten()
    }

    /// Degrees north of the equator.
    pub fn lat(&self) -> f64 {
        degrees(self.number(0, 3), 90.0)
    }

    /// Degrees east of Greenwich.
    pub fn lon(&self) -> f64 {
        degrees(self.number(3, 6), 180.0)
    }

    /// About how many people live there, exact to one in twenty; for what nobody lives in, how well it is known.
    pub fn population(&self) -> u32 {
        ((f64::from(self.byte(10)) / STEPS).exp() - 1.0).round() as u32
    }

    /// The natural logarithm of one more than [`Place::population`].
    pub fn weight(&self) -> f64 {
        f64::from(self.byte(10)) / STEPS
    }

    /// Its number in `GeoNames`, where it has one.
    pub fn geonameid(&self) -> Option<u32> {
        Some(self.number(11, 14)).filter(|n| *n != 0)
    }

    fn byte(&self, at: usize) -> u8 {
        self.table.row(self.index).get(at).copied().unwrap_or(0xff)
    }

    fn number(&self, start: usize, end: usize) -> u32 {
        number(self.table.row(self.index).get(start..end).unwrap_or_default())
    }
}

impl std::fmt::Debug for Place<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (name, kind, country) = (self.name(), self.kind().name(), self.country().unwrap_or("-"));
        write!(f, "{name} ({kind}, {country}, {:.2} {:.2})", self.lat(), self.lon())
    }
}

/// Back from the steps of the table, rounded to what they can tell.
fn degrees(steps: u32, half: f64) -> f64 {
    let exact = f64::from(steps) / DEGREE - half;
    ((exact * 1e4).round() / 1e4).clamp(-half, half)
}
