//! ICEWS's events: 20 columns under a heading, between tabs, without quotes (`.tab`) or with (`.tsv`).

use crate::cell::Cells;
use crate::code::{self, Scale};
use crate::country::Way;
use crate::day::Style;
use crate::sector::Sectors;
use crate::sheet::{Key, Sheet, all, in_order};
use crate::take::{Note, Take};
use crate::{Coded, Form, Kind, Origin, Precision, Side, Spot, System};

const COLUMNS: [&str; 20] = [
    "Event ID",
    "Event Date",
    "Source Name",
    "Source Sectors",
    "Source Country",
    "Event Text",
    "CAMEO Code",
    "Intensity",
    "Target Name",
    "Target Sectors",
    "Target Country",
    "Story ID",
    "Sentence Number",
    "Publisher",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
];

const ACTOR: [usize; 2] = [2, 8];
const LABEL: usize = 5;
const CODE: usize = 6;
const SCALE: usize = 7;
const SENTENCE: usize = 12;
const PLACE: usize = 14;

pub(crate) static SHEET: Sheet = Sheet {
    form: Form::Icews,
    system: System::Icews,
    columns: &COLUMNS,
    named: true,
    layout: |cells| in_order(cells, 20),
    needed: &[0, 1, CODE],
    aliases: &[],
    nothing: &["NULL", "NA", "null"],
    styles: &[Style::Iso],
    key: Key::Day,
    decode,
    encode,
    columns_of: all,
};

/// The columns of the wider files of officials, under the names that they have had.
const TITLE: [&str; 3] = ["Headline", "Story Headline", "Title"];
const TEXT: [&str; 4] = ["Event Sentence", "Sentence", "Sentence Text", "Story Sentence"];

fn decode(row: &mut Take<'_>) -> Result<Coded, Note> {
    let id = row.needed(0)?.to_owned();
    let day = row.day(1)?;
    let [actor, recipient] = ACTOR.map(|at| side(row, at));
    let first = |names: &[&str]| names.iter().find_map(|name| row.extra(name)).map(str::to_owned);
    let (title, text) = (first(&TITLE), first(&TEXT));
    Ok(Coded {
        system: System::Icews,
        id,
        day,
        actor,
        recipient,
        kind: Kind { cameo: row.cameo(CODE, None), scale: row.real(SCALE), ..Kind::default() },
        place: place(row),
        source: Origin {
            publisher: row.text(SENTENCE + 1),
            sentence: row.number(SENTENCE),
            title,
            ..Origin::default()
        },
        text,
        ..Coded::default()
    })
}

fn side(row: &mut Take<'_>, at: usize) -> Side {
    let mut sectors: Vec<String> = Vec::new();
    for name in row.cell(at + 1).into_iter().flat_map(|names| names.trim_matches('"').split(',')) {
        let sector = Sectors::Icews.read(name.trim());
        let new = sector.filter(|sector| !sectors.iter().any(|known| known == sector));
        sectors.extend(new.map(str::to_owned));
    }
    Side { name: row.text(at), country: row.country(at + 2, Way::Name), sectors, code: None }
}

/// The place of an event in four columns from town to country, and two of coordinates.
pub(crate) fn place(row: &mut Take<'_>) -> Option<Spot> {
    let (lat, lon) = row.coordinates(PLACE + 4, PLACE + 5);
    let [name, admin2, admin1] = [PLACE, PLACE + 1, PLACE + 2].map(|column| row.text(column));
    let country = row.country(PLACE + 3, Way::Name);
    let precision = precision([&name, &admin2, &admin1, &country].map(Option::is_some));
    let spot = Spot { name, admin1, admin2, country, lat, lon, geonames: None, precision };
    (spot != Spot::default()).then_some(spot)
}

/// How exact a place is of which the town, the second and first level and the country are known or not.
pub(crate) fn precision(known: [bool; 4]) -> Precision {
    match known {
        [true, ..] => Precision::Place,
        [_, true, ..] => Precision::Admin2,
        [_, _, true, _] => Precision::Admin1,
        [.., true] => Precision::Country,
        _ => Precision::Unknown,
    }
}

fn encode<'c>(event: &'c Coded, cells: &mut Cells<'c>) {
    cells.put(0, &event.id);
    cells.put(1, event.day);
    encode_side(&event.actor, ACTOR[0], cells);
    encode_side(&event.recipient, ACTOR[1], cells);
    let cameo = code::cameo_of(&event.kind);
    cells.put(LABEL, cameo.and_then(saydo_codebook::cameo).map(|code| code.label));
    cells.put(CODE, cameo);
    let own = event.kind.scale.filter(|_| event.system == System::Icews);
    let scored = || cameo.filter(|_| event.system != System::Icews);
    cells.put(SCALE, own.or_else(|| code::goldstein(scored()?, Scale::Icews)));
    cells.put(SENTENCE, event.source.sentence);
    cells.put(SENTENCE + 1, event.source.publisher.as_ref());
    if let Some(spot) = &event.place {
        encode_place(spot, cells);
    }
}

fn encode_side<'c>(side: &'c Side, at: usize, cells: &mut Cells<'c>) {
    cells.put(at, side.name.as_deref().map(std::borrow::Cow::Borrowed).or_else(|| side.coded()));
    let sectors = side.sectors.iter().filter_map(|sector| Sectors::Icews.write(sector));
    cells.put(at + 1, sectors.collect::<Vec<_>>().join(","));
    cells.put(at + 2, side.iso3().and_then(|country| Way::Name.write(country)));
}

fn encode_place<'c>(spot: &'c Spot, cells: &mut Cells<'c>) {
    let names = [&spot.name, &spot.admin2, &spot.admin1];
    for (at, name) in names.into_iter().enumerate() {
        cells.put(PLACE + at, name.as_ref());
    }
    cells.put(PLACE + 3, spot.country.as_deref().and_then(|country| Way::Name.write(country)));
    cells.put(PLACE + 4, spot.lat);
    cells.put(PLACE + 5, spot.lon);
}
