//! What the stage finds, and the order of its steps.

use std::ops::Range;

use saydo_gazetteer::{Gazetteer, Kind};
use saydo_mentions::Mentions;
use saydo_syntax::Document;
use saydo_text::{Byte, Span};

use crate::context::Context;
use crate::spot::Spot;
use crate::{scan, shape};

/// A place as the public record gives it.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Its main name.
    pub name: String,
    /// Its country's ISO 3166 alpha-3 code; a sea or a continent has none.
    pub country: Option<String>,
    /// Its first-level division's name.
    pub admin1: Option<String>,
    /// Degrees north of the equator.
    pub lat: f64,
    /// Degrees east of Greenwich.
    pub lon: f64,
    /// Its number in `GeoNames`, where it has one.
    pub geonameid: Option<u32>,
    /// "point", "city", "district", "region", "country" or "larger".
    pub resolution: &'static str,
}

/// A stretch of the text that names a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Its sentence.
    pub sentence: usize,
    /// Its words in the sentence.
    pub words: Range<usize>,
    /// Where it stands in the report.
    pub span: Span<Byte>,
    /// The mention with the same span, as an index of the report's mentions; none where the place is a new mention.
    pub mention: Option<usize>,
    /// The place.
    pub place: Place,
    /// How the text keeps it vague: "near", `in_and_around`, `north_of`, `part_of` and so on.
    pub shape: Option<&'static str>,
}

/// Finds the places that a report names, in the order of its text and without overlaps.
pub fn find(document: &Document<'_>, mentions: &Mentions) -> Vec<Found> {
    let spots = scan::spots(document, mentions);
    let meant = Context::new(document, &spots).resolve();
    let pairs = spots.into_iter().zip(meant);
    pairs.filter_map(|(spot, place)| Some(found(document, spot, place?))).collect()
}

fn found(document: &Document<'_>, spot: Spot, place: usize) -> Found {
    let sentence = &document.sentences[spot.sentence];
    Found {
        sentence: spot.sentence,
        span: sentence.span(spot.words.clone()),
        shape: shape::shape(sentence, &spot.words),
        words: spot.words,
        mention: spot.mention,
        place: Place::of(place),
    }
}

impl Place {
    /// A place of the gazetteer by its number.
    fn of(index: usize) -> Self {
        let gazetteer = Gazetteer::shipped();
        let Some(place) = gazetteer.place(index) else { return Self::nowhere() };
        let region = if place.kind() == Kind::Region { None } else { place.region() };
        Self {
            name: place.name().to_owned(),
            country: place.country().map(str::to_owned),
            admin1: region.map(|r| r.name().to_owned()),
            lat: place.lat(),
            lon: place.lon(),
            geonameid: place.geonameid(),
            resolution: place.kind().name(),
        }
    }

    fn nowhere() -> Self {
        let (name, country, admin1) = (String::new(), None, None);
        Self { name, country, admin1, lat: 0.0, lon: 0.0, geonameid: None, resolution: "larger" }
    }
}
