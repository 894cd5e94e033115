//! VIINA's events: CSV under a heading; types and actors each in a column of their own.

use crate::cell::Cells;
use crate::day::Style;
use crate::sheet::{Key, Sheet, all};
use crate::take::{Note, Take};
use crate::types::OwnType;
use crate::{Coded, Form, Kind, Origin, Precision, Side, Spot, System};

const COLUMNS: [&str; 15] = [
    "event_id",
    "report_id",
    "location",
    "tempid",
    "source",
    "date",
    "time",
    "url",
    "text",
    "lang",
    "address",
    "longitude",
    "latitude",
    "GEO_PRECISION",
    "GEO_API",
];

const SOURCE: usize = 4;
const DATE: usize = 5;
const PLACE: usize = 10;

pub(crate) static SHEET: Sheet = Sheet {
    form: Form::Viina,
    system: System::Viina,
    columns: &COLUMNS,
    named: true,
    layout: |_| None,
    needed: &[0, DATE, PLACE + 1, PLACE + 2],
    aliases: &[("event_id_1pd", 0)],
    nothing: &["NA"],
    styles: &[Style::Digits, Style::Iso],
    key: Key::Id,
    decode,
    encode,
    columns_of: all,
};

fn decode(row: &mut Take<'_>) -> Result<Coded, Note> {
    let id = row.needed(0)?.to_owned();
    let day = row.day(DATE)?;
    let source = Origin {
        publisher: row.text(SOURCE),
        url: row.text(DATE + 2),
        published: Some(day),
        language: row.text(DATE + 4),
        ..Origin::default()
    };
    Ok(Coded {
        system: System::Viina,
        id,
        day,
        actor: actor(row),
        kind: kind(row),
        place: Some(place(row)),
        source,
        text: row.text(DATE + 3),
        ..Coded::default()
    })
}

/// Whether a yes-or-no column says yes.
fn is(row: &Take<'_>, name: &str) -> bool {
    matches!(row.extra(&format!("{name}_b")), Some("1" | "1.0" | "TRUE" | "true"))
}

/// Who started it.
fn actor(row: &Take<'_>) -> Side {
    let sides = [("a_rus", "RUS", "MIL"), ("a_ukr", "UKR", "MIL"), ("a_civ", "UKR", "CVL")];
    let side = sides.into_iter().find(|(column, ..)| is(row, column));
    let side = side.map(|(_, country, sector)| Side {
        country: Some(country.to_owned()),
        sectors: vec![sector.to_owned()],
        ..Side::default()
    });
    side.unwrap_or_default()
}

/// The most telling of the types that a row has, and the names of all.
fn kind(row: &Take<'_>) -> Kind {
    let types: Vec<OwnType> = OwnType::all(System::Viina).filter(|own| is(row, own.name)).collect();
    let names: Vec<String> = types.iter().filter_map(|own| own.kind().label).collect();
    let first = types.first().map(|own| own.kind()).unwrap_or_default();
    Kind { label: Some(names.join("; ")).filter(|names| !names.is_empty()), ..first }
}

fn place(row: &mut Take<'_>) -> Spot {
    let precision = match row.cell(PLACE + 3) {
        Some("STREET" | "street" | "house" | "ADM3" | "PPL" | "locality") => Precision::Place,
        Some("ADM2") => Precision::Admin2,
        Some("ADM1") => Precision::Admin1,
        Some("ADM0") => Precision::Country,
        _ => Precision::Unknown,
    };
    let (lat, lon) = row.coordinates(PLACE + 2, PLACE + 1);
    let country = Some("UKR".to_owned());
    Spot { name: row.text(PLACE), country, lat, lon, precision, ..Spot::default() }
}

/// What the fields hold of a row; the format is only read, so that nothing but this is asked of it.
fn encode<'c>(event: &'c Coded, cells: &mut Cells<'c>) {
    cells.put(0, &event.id);
    cells.put(SOURCE, event.source.publisher.as_ref());
    cells.put(DATE, event.day);
    cells.put(DATE + 2, event.source.url.as_ref());
    cells.put(DATE + 3, event.text.as_ref());
    cells.put(DATE + 4, event.source.language.as_ref());
    let Some(spot) = &event.place else { return };
    cells.put(PLACE, spot.name.as_ref());
    cells.put(PLACE + 1, spot.lon);
    cells.put(PLACE + 2, spot.lat);
}
