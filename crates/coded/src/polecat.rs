//! POLECAT's events: 40 columns under a heading, between tabs.

use crate::cell::Cells;
use crate::code::{self, Category};
use crate::country::{Way, of_iso};
use crate::day::Style;
use crate::icews::precision;
use crate::sheet::{Key, Sheet, all, in_order};
use crate::take::{Note, Take, short};
use crate::{Coded, Form, Kind, Oddity, Origin, Side, Spot, System};

const COLUMNS: [&str; 40] = [
    "Event ID",
    "Event Date",
    "Event Type",
    "Event Mode",
    "Intensity",
    "Quad Code",
    "Contexts",
    "Actor Name",
    "Actor Country",
    "Actor COW",
    "Primary Actor Sector",
    "Actor Sectors",
    "Actor Title",
    "Actor Name Raw",
    "Wikipedia Actor ID",
    "Recipient Name",
    "Recipient Country",
    "Recipient COW",
    "Primary Recipient Sector",
    "Recipient Sectors",
    "Recipient Title",
    "Recipient Name Raw",
    "Wikipedia Recipient ID",
    "Placename",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
    "GeoNames ID",
    "Raw Placename",
    "Feature Type",
    "Source",
    "Publication Date",
    "Story People",
    "Story Organizations",
    "Story Locations",
    "Language",
    "Version",
];

const ACTOR: [usize; 2] = [7, 15];
const PLACE: usize = 23;
const SOURCE: usize = 33;
const QUADS: [&str; 4] =
    ["VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT"];

pub(crate) static SHEET: Sheet = Sheet {
    form: Form::Polecat,
    system: System::Polecat,
    columns: &COLUMNS,
    named: true,
    layout: |cells| in_order(cells, 40),
    needed: &[0, 1, 2],
    aliases: &[("Event Intensity", 4)],
    nothing: &["None", "NULL", "NA"],
    styles: &[Style::Iso],
    key: Key::Id,
    decode,
    encode,
    columns_of: all,
};

fn decode(row: &mut Take<'_>) -> Result<Coded, Note> {
    let id = row.needed(0)?.to_owned();
    let day = row.day(1)?;
    let kind = kind(row)?;
    let [actor, recipient] = ACTOR.map(|at| side(row, at));
    Ok(Coded {
        system: System::Polecat,
        id,
        day,
        actor,
        recipient,
        kind,
        place: place(row),
        source: Origin {
            publisher: row.text(SOURCE),
            published: row.some_day(SOURCE + 1),
            language: row.text(SOURCE + 5),
            title: row.extra("Headline").map(str::to_owned),
            ..Origin::default()
        },
        text: row.extra("Event Text").map(str::to_owned),
        ..Coded::default()
    })
}

fn kind(row: &mut Take<'_>) -> Result<Kind, Note> {
    let name = row.needed(2)?;
    if saydo_codebook::Plover::of(name).is_none() {
        row.note(2, Oddity::Code, format!("`{}` is no category of PLOVER", short(name)));
    }
    let quad = row.cell(5).and_then(|name| QUADS.iter().position(|quad| *quad == name.to_uppercase()));
    Ok(Kind {
        plover: Some(name.to_owned()),
        mode: row.text(3),
        contexts: list(row, 6),
        scale: row.real(4),
        quad: quad.map(|quad| quad as u8 + 1),
        ..Kind::default()
    })
}

fn list(row: &Take<'_>, column: usize) -> Vec<String> {
    let values = row.cell(column).into_iter().flat_map(|list| list.split(';')).map(str::trim);
    values.filter(|value| !value.is_empty()).map(str::to_owned).collect()
}

fn side(row: &mut Take<'_>, at: usize) -> Side {
    // Several countries may stand in a cell; the first is the side's.
    let country = row.cell(at + 1).and_then(|countries| countries.split(';').next()).map(str::trim);
    let by_code = country.and_then(|country| of_iso(country).or(Way::Name.read(country).ok().flatten()));
    let number = || row.cell(at + 2)?.split(';').next().map(str::trim);
    let country = by_code.or_else(|| Way::Cow.read(number()?).ok().flatten());
    let mut sectors: Vec<String> = row.text(at + 3).into_iter().collect();
    for sector in list(row, at + 4) {
        if !sectors.contains(&sector) {
            sectors.push(sector);
        }
    }
    Side { name: row.text(at), country: country.map(str::to_owned), sectors, code: None }
}

fn place(row: &mut Take<'_>) -> Option<Spot> {
    let (lat, lon) = row.coordinates(PLACE + 5, PLACE + 6);
    let [placename, city, admin2, admin1] = [0, 1, 2, 3].map(|at| row.text(PLACE + at));
    let country = row.cell(PLACE + 4);
    let country = country.and_then(|name| of_iso(name).or(Way::Name.read(name).ok().flatten()));
    let name = city.or(placename);
    let precision = precision([name.is_some(), admin2.is_some(), admin1.is_some(), country.is_some()]);
    let country = country.map(str::to_owned);
    let spot = Spot { name, admin1, admin2, country, lat, lon, geonames: row.number(PLACE + 7), precision };
    (spot != Spot::default()).then_some(spot)
}

fn encode<'c>(event: &'c Coded, cells: &mut Cells<'c>) {
    cells.put(0, &event.id);
    cells.put(1, event.day);
    if let Some(category) = code::plover_of(&event.kind) {
        encode_kind(event, category, cells);
    }
    cells.put(6, code::contexts_of(&event.kind).join("; "));
    encode_side(&event.actor, ACTOR[0], cells);
    encode_side(&event.recipient, ACTOR[1], cells);
    if let Some(spot) = &event.place {
        encode_place(spot, cells);
    }
    cells.put(SOURCE, event.source.publisher.as_ref());
    cells.put(SOURCE + 1, event.source.published);
    cells.put(SOURCE + 5, event.source.language.as_ref());
}

fn encode_kind<'c>(event: &'c Coded, category: Category<'c>, cells: &mut Cells<'c>) {
    let own = event.system == System::Polecat;
    cells.put(2, category.name);
    cells.put(3, category.mode);
    let scale = if own { event.kind.scale } else { code::plover_scale(category) };
    cells.put(4, scale);
    let quad = if own { event.kind.quad } else { code::plover_quad(category.name) };
    cells.put(5, quad.and_then(|quad| QUADS.get(usize::from(quad).checked_sub(1)?).copied()));
}

fn encode_side<'c>(side: &'c Side, at: usize, cells: &mut Cells<'c>) {
    cells.put(at, side.name.as_deref().map(std::borrow::Cow::Borrowed).or_else(|| side.coded()));
    let country = side.iso3();
    cells.put(at + 1, country);
    cells.put(at + 2, country.and_then(|country| Way::Cow.write(country)));
    cells.put(at + 3, side.sectors.first());
    cells.put(at + 4, side.sectors.join("; "));
}

fn encode_place<'c>(spot: &'c Spot, cells: &mut Cells<'c>) {
    let names = [&spot.name, &spot.name, &spot.admin2, &spot.admin1, &spot.country];
    for (at, name) in names.into_iter().enumerate() {
        cells.put(PLACE + at, name.as_ref());
    }
    cells.put(PLACE + 5, spot.lat);
    cells.put(PLACE + 6, spot.lon);
    cells.put(PLACE + 7, spot.geonames);
}
