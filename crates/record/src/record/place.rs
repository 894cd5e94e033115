//! Places in the public record, and the mentions that only they bring.

use std::cmp::Reverse;

use saydo_engine::Reading;
use saydo_engine::mentions::Kind;
use saydo_engine::places::Found;
use serde::{Deserialize, Serialize};

use super::Mention;
use super::make::{Maker, id};

/// Where a mention is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Its main name.
    pub name: String,
    /// ISO 3166 alpha-3; a sea or a continent has none.
    pub country: Option<String>,
    /// The name of its first-level division.
    pub admin1: Option<String>,
    /// Degrees north of the equator.
    pub lat: f64,
    /// Degrees east of Greenwich.
    pub lon: f64,
    /// Its number in GeoNames, where it has one.
    pub geonameid: Option<u32>,
    /// `point`, `city`, `district`, `region`, `country` or `larger`.
    pub resolution: String,
    /// How the text keeps it vague: `near`, `in_and_around`, `north_of`, …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shape: Option<String>,
}

impl Place {
    fn of(found: &Found) -> Self {
        let place = &found.place;
        Self {
            name: place.name.clone(),
            country: place.country.clone(),
            admin1: place.admin1.clone(),
            lat: place.lat,
            lon: place.lon,
            geonameid: place.geonameid,
            resolution: place.resolution.to_owned(),
            shape: found.shape.map(str::to_owned),
        }
    }
}

/// The order of the record's mentions: those of the reading, and places that are no mention there.
pub(super) struct Order {
    /// For each mention of the record the reading's mention or its new place, as an index of the places.
    items: Vec<Item>,
    /// For each mention of the reading its number in the record.
    numbers: Vec<usize>,
    /// For each mention of the reading its place, as an index of the places.
    placed: Vec<Option<usize>>,
}

#[derive(Clone, Copy)]
enum Item {
    Known(usize),
    New(usize),
}

impl Order {
    /// The order of a reading's mentions.
    pub(super) fn of(reading: &Reading<'_>) -> Self {
        let (placed, new) = place_mentions(reading);
        let known = (0..reading.mentions.list.len()).map(Item::Known);
        let mut items: Vec<Item> = known.chain(new.into_iter().map(Item::New)).collect();
        let span = |item: &Item| match *item {
            Item::Known(m) => reading.mentions.list[m].span,
            Item::New(p) => reading.places[p].span,
        };
        if items.len() > reading.mentions.list.len() {
            items.sort_by_key(|item| (span(item).start, Reverse(span(item).end)));
        }
        let mut numbers = vec![0; reading.mentions.list.len()];
        for (n, item) in items.iter().enumerate() {
            if let Item::Known(m) = item {
                numbers[*m] = n;
            }
        }
        Self { items, numbers, placed }
    }

    /// The id of a mention of the reading.
    pub(super) fn id(&self, mention: usize) -> String {
        id('m', self.numbers.get(mention).copied().unwrap_or(mention))
    }
}

/// The place of each mention, and the places that need a mention of their own. A place named inside the name of
/// another place or of a body is that one's: "Tampa" in "Tampa Bay", "Georgia" in "Georgia Tech".
fn place_mentions(reading: &Reading<'_>) -> (Vec<Option<usize>>, Vec<usize>) {
    let mut placed = vec![None; reading.mentions.list.len()];
    let mut left = Vec::new();
    for (p, found) in reading.places.iter().enumerate() {
        match found.mention.and_then(|m| placed.get_mut(m)) {
            Some(place) => *place = Some(p),
            None => left.push(p),
        }
    }
    left.retain(|&p| match name_around(reading, p, &placed) {
        Some(m) => {
            placed[m] = Some(p);
            false
        }
        None => true,
    });
    (placed, left)
}

/// The name of a place or a body, without a place yet, in which a place is named.
fn name_around(reading: &Reading<'_>, place: usize, placed: &[Option<usize>]) -> Option<usize> {
    let found = &reading.places[place];
    let word = found.words.start;
    let names = |m: &saydo_engine::mentions::Mention| matches!(m.kind, Kind::Place | Kind::Organisation);
    let inside = |m: &saydo_engine::mentions::Mention| {
        m.span.start <= found.span.start && found.span.end <= m.span.end
    };
    let m = reading.mentions.at(found.sentence, word)?;
    let mention = &reading.mentions.list[m];
    (names(mention) && inside(mention) && placed[m].is_none()).then_some(m)
}

impl Maker<'_> {
    /// All mentions, with their places.
    pub(super) fn mentions(&self, reading: &Reading<'_>, order: &Order) -> Vec<Mention> {
        let place = |m: usize| order.placed[m].map(|p| Place::of(&reading.places[p]));
        let each = order.items.iter().enumerate().map(|(n, item)| match *item {
            Item::Known(m) => Mention { place: place(m), ..self.mention(n, &reading.mentions.list[m]) },
            Item::New(p) => self.new_place(n, &reading.places[p]),
        });
        each.collect()
    }

    fn new_place(&self, n: usize, found: &Found) -> Mention {
        let words = self.words(found.span);
        Mention {
            id: id('m', n),
            start: words.start,
            end: words.end,
            text: words.text,
            kind: "place".to_owned(),
            entity: None,
            unresolved: Some("a place that does not act here".to_owned()),
            place: Some(Place::of(found)),
        }
    }
}
