//! An export of ACLED that its user made: CSV under a heading.

use crate::cell::Cells;
use crate::country::{Way, iso3};
use crate::day::Style;
use crate::sheet::{Key, Sheet, all};
use crate::take::{Note, Take};
use crate::types::OwnType;
use crate::{Coded, Dead, Form, Kind, Origin, Precision, Side, Spot, System};

const COLUMNS: [&str; 31] = [
    "event_id_cnty",
    "event_date",
    "year",
    "time_precision",
    "disorder_type",
    "event_type",
    "sub_event_type",
    "actor1",
    "assoc_actor_1",
    "inter1",
    "actor2",
    "assoc_actor_2",
    "inter2",
    "interaction",
    "civilian_targeting",
    "iso",
    "region",
    "country",
    "admin1",
    "admin2",
    "admin3",
    "location",
    "latitude",
    "longitude",
    "geo_precision",
    "source",
    "source_scale",
    "notes",
    "fatalities",
    "tags",
    "timestamp",
];

const TYPE: usize = 5;
const ACTORS: [usize; 2] = [7, 10];
const COUNTRY: usize = 17;
const PLACE: usize = 21;
const SOURCE: usize = 25;

pub(crate) static SHEET: Sheet = Sheet {
    form: Form::Acled,
    system: System::Acled,
    columns: &COLUMNS,
    named: true,
    layout: |_| None,
    needed: &[0, 1, TYPE, ACTORS[0]],
    aliases: &[("data_id", 0)],
    nothing: &[],
    styles: &[Style::Iso, Style::Words],
    key: Key::Id,
    decode,
    encode,
    columns_of: all,
};

fn decode(row: &mut Take<'_>) -> Result<Coded, Note> {
    let id = row.needed(0)?.to_owned();
    let day = row.day(1)?;
    let [actor, recipient] = ACTORS.map(|at| side(row, at));
    let deaths = row.number(SOURCE + 3);
    Ok(Coded {
        system: System::Acled,
        id,
        day,
        actor,
        recipient,
        kind: kind(row),
        place: Some(place(row)),
        dead: deaths.map(|deaths| Dead { least: deaths, most: None }),
        source: Origin { publisher: row.text(SOURCE), ..Origin::default() },
        text: row.text(SOURCE + 2),
        ..Coded::default()
    })
}

/// The type is told with the finer one: `Battles: Armed clash`.
fn kind(row: &Take<'_>) -> Kind {
    let (event, finer) = (row.cell(TYPE).unwrap_or_default(), row.cell(TYPE + 1));
    let own = finer.and_then(|finer| OwnType::of(System::Acled, finer));
    let label = finer.map_or_else(|| event.to_owned(), |finer| format!("{event}: {finer}"));
    Kind { label: Some(label), ..own.map(OwnType::kind).unwrap_or_default() }
}

/// An actor of a state carries its name: `Military Forces of Ukraine (2019-)`, `Protesters (Ukraine)`.
fn side(row: &mut Take<'_>, at: usize) -> Side {
    let Some(name) = row.cell(at) else { return Side::default() };
    let bracket = name.rsplit_once('(').and_then(|(_, rest)| rest.split_once(')')).map(|(inside, _)| inside);
    let of = name.split_once(" Forces of ").map(|(_, rest)| rest.split(" (").next().unwrap_or(rest));
    let country = [of, bracket].into_iter().flatten().find_map(|name| Way::Name.read(name).ok().flatten());
    let sector = match name.split(' ').next() {
        Some("Military") => Some("MIL"),
        Some("Police") => Some("COP"),
        Some("Government") => Some("GOV"),
        Some("Civilians") => Some("CVL"),
        Some("Protesters" | "Rioters") => Some("OPP"),
        Some("Unidentified") => Some("UAF"),
        _ => None,
    };
    let sectors = sector.map(str::to_owned).into_iter().collect();
    Side { name: Some(name.to_owned()), country: country.map(str::to_owned), sectors, code: None }
}

fn place(row: &mut Take<'_>) -> Spot {
    let precision = match row.number::<u8>(PLACE + 3) {
        Some(1) => Precision::Place,
        Some(2) => Precision::Near,
        Some(3) => Precision::Admin1,
        _ => Precision::Unknown,
    };
    let (lat, lon) = row.coordinates(PLACE + 1, PLACE + 2);
    let country = row.country(COUNTRY, Way::Name);
    let [name, admin1, admin2] = [PLACE, COUNTRY + 1, COUNTRY + 2].map(|column| row.text(column));
    Spot { name, admin1, admin2, country, lat, lon, geonames: None, precision }
}

/// What the fields hold of a row; the format is only read, so that nothing but this is asked of it.
fn encode<'c>(event: &'c Coded, cells: &mut Cells<'c>) {
    cells.put(0, &event.id);
    cells.put(1, event.day);
    for (side, at) in [&event.actor, &event.recipient].into_iter().zip(ACTORS) {
        cells.put(at, side.name.as_ref());
    }
    let label = event.kind.label.as_deref().unwrap_or_default();
    let (kind, finer) = label.split_once(": ").unwrap_or((label, ""));
    cells.put(TYPE, kind);
    cells.put(TYPE + 1, finer);
    cells.put(SOURCE, event.source.publisher.as_ref());
    cells.put(SOURCE + 2, event.text.as_ref());
    cells.put(SOURCE + 3, event.dead.map(|dead| dead.least));
    let Some(spot) = &event.place else { return };
    for (column, name) in [(PLACE, &spot.name), (COUNTRY + 1, &spot.admin1), (COUNTRY + 2, &spot.admin2)] {
        cells.put(column, name.as_ref());
    }
    cells.put(PLACE + 1, spot.lat);
    cells.put(PLACE + 2, spot.lon);
    let steps = [Precision::Place, Precision::Near, Precision::Admin1];
    cells.put(PLACE + 3, steps.iter().position(|step| *step == spot.precision).map(|step| step as u64 + 1));
    cells.put(COUNTRY, spot.country.as_deref().and_then(iso3).and_then(|country| Way::Name.write(country)));
}
