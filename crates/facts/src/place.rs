//! Where.

/// A place of the gazetteer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    /// Its main name.
    pub name: String,
    /// ISO 3166 alpha-3; a sea or a continent has none.
    pub country: Option<String>,
    /// Its first-level division.
    pub admin1: Option<String>,
    /// Degrees north of the equator.
    pub lat: f64,
    /// Degrees east of Greenwich.
    pub lon: f64,
    /// Its number in GeoNames.
    pub geonameid: Option<u32>,
    /// How exact it is.
    pub resolution: Resolution,
    /// How the text keeps it vague: `near`, `in_and_around`, `north_of`, …
    pub shape: Option<String>,
}

impl Place {
    /// Whether the text tells of what lies beside the place and not in it: "near Ukraine".
    pub fn is_beside(&self) -> bool {
        self.shape.as_deref().is_some_and(|shape| shape != "in_and_around")
    }
}

/// How exact a place is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Resolution {
    /// A base, a crossing, a building.
    Point,
    /// A town or city.
    City,
    /// A second-level division.
    District,
    /// A first-level division or something as large.
    #[default]
    Region,
    /// A state.
    Country,
    /// A sea, a continent.
    Larger,
}

impl Resolution {
    /// The one with this name in the public record.
    pub fn of(name: &str) -> Option<Self> {
        [Self::Point, Self::City, Self::District, Self::Region, Self::Country, Self::Larger]
            .into_iter()
            .find(|r| r.name() == name)
    }

    /// Its name in the public record.
    pub fn name(self) -> &'static str {
        match self {
            Self::Point => "point",
            Self::City => "city",
            Self::District => "district",
            Self::Region => "region",
            Self::Country => "country",
            Self::Larger => "larger",
        }
    }
}
