//! UCDP's georeferenced events, as CSV under a heading or as JSON Lines with the same names.

use crate::cell::Cells;
use crate::country::Way;
use crate::day::Style;
use crate::sheet::{Key, Sheet, all};
use crate::take::{Note, Take};
use crate::types::OwnType;
use crate::{Coded, Dead, Form, Origin, Precision, Side, Spot, System};

const COLUMNS: [&str; 49] = [
    "id",
    "relid",
    "year",
    "active_year",
    "code_status",
    "type_of_violence",
    "conflict_dset_id",
    "conflict_new_id",
    "conflict_name",
    "dyad_dset_id",
    "dyad_new_id",
    "dyad_name",
    "side_a_dset_id",
    "side_a_new_id",
    "side_a",
    "side_b_dset_id",
    "side_b_new_id",
    "side_b",
    "number_of_sources",
    "source_article",
    "source_office",
    "source_date",
    "source_headline",
    "source_original",
    "where_prec",
    "where_coordinates",
    "where_description",
    "adm_1",
    "adm_2",
    "latitude",
    "longitude",
    "geom_wkt",
    "priogrid_gid",
    "country",
    "country_id",
    "region",
    "event_clarity",
    "date_prec",
    "date_start",
    "date_end",
    "deaths_a",
    "deaths_b",
    "deaths_civilians",
    "deaths_unknown",
    "best",
    "high",
    "low",
    "gwnoa",
    "gwnob",
];

const TYPE: usize = 5;
const SIDES: [(usize, usize); 2] = [(14, 47), (17, 48)];
const SOURCES: usize = 18;
const SOURCE: usize = 20;
const PLACE: usize = 24;
const COUNTRY: usize = 34;
const START: usize = 38;
const DEATHS: usize = 45;

pub(crate) static SHEET: Sheet = Sheet {
    form: Form::UcdpGed,
    system: System::Ucdp,
    columns: &COLUMNS,
    named: true,
    layout: |_| None,
    needed: &[0, TYPE, START, DEATHS],
    aliases: &[],
    nothing: &["NA", "NULL"],
    styles: &[Style::Iso],
    key: Key::Id,
    decode,
    encode,
    columns_of: all,
};

fn decode(row: &mut Take<'_>) -> Result<Coded, Note> {
    let id = row.needed(0)?.to_owned();
    let day = row.day(START)?;
    let until = row.some_day(START + 1).filter(|until| *until > day);
    let [actor, recipient] = SIDES.map(|(name, country)| Side {
        name: row.text(name),
        country: row.country(country, Way::Gw),
        ..Side::default()
    });
    let first = |column: usize| row.cell(column).and_then(|list| list.split(';').next()).map(str::to_owned);
    let (publisher, title) = (first(SOURCE), first(SOURCE + 2));
    let own = row.cell(TYPE).and_then(|own| OwnType::of(System::Ucdp, own));
    let sources = row.number::<f64>(SOURCES).filter(|count| *count >= 0.0);
    Ok(Coded {
        system: System::Ucdp,
        id,
        day,
        until,
        actor,
        recipient,
        kind: own.map(OwnType::kind).unwrap_or_default(),
        place: Some(place(row)),
        dead: row.number(DEATHS + 1).map(|least| Dead { least, most: row.number(DEATHS) }),
        source: Origin { publisher, title, published: published(row), ..Origin::default() },
        weight: crate::Weight { sources: sources.map(|count| count as u32), ..Default::default() },
        ..Coded::default()
    })
}

/// The day of the first source; the cell holds one for each, or a text.
fn published(row: &Take<'_>) -> Option<jiff::civil::Date> {
    let first = row.cell(SOURCE + 1)?.split(';').next()?;
    crate::day::read(first).map(|(day, _)| day)
}

fn place(row: &mut Take<'_>) -> Spot {
    let precision = match row.number::<u8>(PLACE) {
        Some(1) => Precision::Place,
        Some(2) => Precision::Near,
        Some(3) => Precision::Admin2,
        Some(4) => Precision::Admin1,
        Some(5 | 7) => Precision::Area,
        Some(6) => Precision::Country,
        _ => Precision::Unknown,
    };
    let (lat, lon) = row.coordinates(PLACE + 5, PLACE + 6);
    let named = row.cell(COUNTRY - 1).and_then(|name| Way::Name.read(name).ok().flatten());
    let country = row.country(COUNTRY, Way::Gw).or_else(|| named.map(str::to_owned));
    let [name, admin1, admin2] = [1, 3, 4].map(|at| row.text(PLACE + at));
    Spot { name, admin1, admin2, country, lat, lon, geonames: None, precision }
}

/// What the fields hold of a row; the format is only read, so that nothing but this is asked of it.
fn encode<'c>(event: &'c Coded, cells: &mut Cells<'c>) {
    cells.put(0, &event.id);
    cells.put(START, event.day);
    cells.put(START + 1, event.until.unwrap_or(event.day));
    for (side, (name, country)) in [&event.actor, &event.recipient].into_iter().zip(SIDES) {
        cells.put(name, side.name.as_ref());
        cells.put(country, side.country.as_deref().and_then(|country| Way::Gw.write(country)));
    }
    cells.put(SOURCES, event.weight.sources);
    cells.put(SOURCE, event.source.publisher.as_ref());
    cells.put(SOURCE + 1, event.source.published);
    cells.put(SOURCE + 2, event.source.title.as_ref());
    cells.put(DEATHS + 1, event.dead.map(|dead| dead.least));
    cells.put(DEATHS, event.dead.and_then(|dead| dead.most));
    let Some(spot) = &event.place else { return };
    for (at, name) in [(1, &spot.name), (3, &spot.admin1), (4, &spot.admin2)] {
        cells.put(PLACE + at, name.as_ref());
    }
    cells.put(PLACE + 5, spot.lat);
    cells.put(PLACE + 6, spot.lon);
    cells.put(COUNTRY, spot.country.as_deref().and_then(|country| Way::Gw.write(country)));
}
