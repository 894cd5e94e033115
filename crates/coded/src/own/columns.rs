//! The columns and what stands in them.

use saydo_export::{Cell, Column, Kind, Row};

use crate::{Coded, Side, Spot};

macro_rules! columns {
    ($($name:literal $kind:ident $about:literal,)*) => {
        /// The columns, in order.
        pub(super) const COLUMNS: &[Column] = &[$(Column { name: $name, kind: Kind::$kind, about: $about }),*];
        /// Their names.
        pub(super) const NAMES: [&str; COLUMNS.len()] = [$($name),*];
    };
}

columns![
    "system" Text "Who coded it: saydo, gdelt, icews, polecat, plover, phoenix, petrarch, ucdp, viina, acled",
    "id" Text "Its id in that system",
    "day" Day "The day, or the first of a span",
    "until" Day "The last day of a span",
    "actor" Text "The code of who did it, in CAMEO's way",
    "actor_name" Text "Its name",
    "actor_country" Text "Its country, ISO 3166 alpha-3",
    "actor_sectors" List "Its sectors, as PLOVER's codes",
    "recipient" Text "The code of to whom or with whom",
    "recipient_name" Text "Its name",
    "recipient_country" Text "Its country",
    "recipient_sectors" List "Its sectors",
    "speaker" Text "The code of whose words tell it, where they are not the publisher's",
    "speaker_name" Text "Its name",
    "speaker_country" Text "Its country",
    "speaker_sectors" List "Its sectors",
    "cameo" Text "CAMEO's code",
    "plover" Text "PLOVER's category",
    "mode" Text "PLOVER's mode",
    "contexts" List "PLOVER's contexts",
    "label" Text "The system's own type, where it is neither",
    "quad" Integer "The quad class, 1 to 4, as the system counts it",
    "scale" Real "The score, -10 to 10, as the system gives it",
    "standing" Text "reported, announced, claimed, intended, demanded or possible; nothing where the system cannot tell",
    "negated" Truth "Whether it is said not to have happened",
    "place" Text "The town or spot",
    "admin1" Text "The first level below the country",
    "admin2" Text "The second level below the country",
    "country" Text "The country, ISO 3166 alpha-3",
    "lat" Real "Degrees north",
    "lon" Real "Degrees east",
    "geonames" Integer "The id at GeoNames",
    "precision" Text "How exact the place is: place, near, admin2, admin1, area, country or unknown",
    "dead_least" Integer "How many died at least",
    "dead_most" Integer "How many died at most",
    "publisher" Text "Who published the report",
    "url" Text "Its address or citation",
    "title" Text "Its title",
    "published" Day "The day it was published",
    "sentence" Integer "Which sentence tells it, from 1",
    "language" Text "Its language",
    "text" Text "The words that tell it",
    "mentions" Integer "How many times it is mentioned",
    "sources" Integer "In how many sources",
    "articles" Integer "In how many articles",
    "tone" Real "The tone of the reports, -100 to 100",
    "rest" Text "What its own file held besides, as a list of names and values in JSON",
];

/// An event as a row of [`crate::table`].
pub fn row(event: &Coded) -> Row {
    let mut row: Row = Vec::with_capacity(COLUMNS.len());
    row.extend([event.system.name().into(), event.id.as_str().into(), event.day.into(), event.until.into()]);
    side(&event.actor, &mut row);
    side(&event.recipient, &mut row);
    side(event.speaker.as_ref().unwrap_or(&Side::default()), &mut row);
    let kind = &event.kind;
    row.extend([
        text(kind.cameo.as_ref()),
        text(kind.plover.as_ref()),
        text(kind.mode.as_ref()),
        list(&kind.contexts),
        text(kind.label.as_ref()),
    ]);
    row.extend([kind.quad.map(u32::from).into(), kind.scale.into()]);
    row.extend([event.standing.map(crate::Standing::name).into(), event.negated.into()]);
    place(event.place.as_ref(), &mut row);
    let dead = event.dead;
    row.extend([dead.map(|dead| dead.least).into(), dead.and_then(|dead| dead.most).into()]);
    let source = &event.source;
    row.extend([
        text(source.publisher.as_ref()),
        text(source.url.as_ref()),
        text(source.title.as_ref()),
        source.published.into(),
    ]);
    row.extend([source.sentence.into(), text(source.language.as_ref()), text(event.text.as_ref())]);
    let weight = &event.weight;
    row.extend([weight.mentions.into(), weight.sources.into(), weight.articles.into(), weight.tone.into()]);
    row.push(rest(event));
    row
}

fn text(one: Option<&String>) -> Cell {
    one.map(String::as_str).into()
}

fn list(many: &[String]) -> Cell {
    if many.is_empty() { Cell::Nothing } else { Cell::List(many.to_vec()) }
}

fn side(side: &Side, row: &mut Row) {
    row.extend([
        text(side.code.as_ref()),
        text(side.name.as_ref()),
        text(side.country.as_ref()),
        list(&side.sectors),
    ]);
}

fn place(spot: Option<&Spot>, row: &mut Row) {
    let Some(spot) = spot else {
        row.resize(row.len() + 8, Cell::Nothing);
        return;
    };
    row.extend([
        text(spot.name.as_ref()),
        text(spot.admin1.as_ref()),
        text(spot.admin2.as_ref()),
        text(spot.country.as_ref()),
    ]);
    row.extend([spot.lat.into(), spot.lon.into(), spot.geonames.into(), spot.precision.name().into()]);
}

fn rest(event: &Coded) -> Cell {
    if event.rest.is_empty() {
        return Cell::Nothing;
    }
    let pairs = event.rest.iter().map(|(name, value)| vec![name.as_ref(), value.as_str()]);
    Cell::Text(pairs.collect::<serde_json::Value>().to_string())
}
