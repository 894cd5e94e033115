//! GDELT's events: 61 columns between tabs, no heading; 57 or 58 in version 1.

use crate::cell::{Cell, Cells};
use crate::code::{self, Scale};
use crate::country::{Way, of_actor};
use crate::day::Style;
use crate::sector::Sectors;
use crate::sheet::{Key, Sheet, all};
use crate::take::{Note, Take};
use crate::{Coded, Form, Kind, Origin, Precision, Side, Spot, System, Weight};

const COLUMNS: [&str; 61] = [
    "GlobalEventID",
    "Day",
    "MonthYear",
    "Year",
    "FractionDate",
    "Actor1Code",
    "Actor1Name",
    "Actor1CountryCode",
    "Actor1KnownGroupCode",
    "Actor1EthnicCode",
    "Actor1Religion1Code",
    "Actor1Religion2Code",
    "Actor1Type1Code",
    "Actor1Type2Code",
    "Actor1Type3Code",
    "Actor2Code",
    "Actor2Name",
    "Actor2CountryCode",
    "Actor2KnownGroupCode",
    "Actor2EthnicCode",
    "Actor2Religion1Code",
    "Actor2Religion2Code",
    "Actor2Type1Code",
    "Actor2Type2Code",
    "Actor2Type3Code",
    "IsRootEvent",
    "EventCode",
    "EventBaseCode",
    "EventRootCode",
    "QuadClass",
    "GoldsteinScale",
    "NumMentions",
    "NumSources",
    "NumArticles",
    "AvgTone",
    "Actor1Geo_Type",
    "Actor1Geo_FullName",
    "Actor1Geo_CountryCode",
    "Actor1Geo_ADM1Code",
    "Actor1Geo_ADM2Code",
    "Actor1Geo_Lat",
    "Actor1Geo_Long",
    "Actor1Geo_FeatureID",
    "Actor2Geo_Type",
    "Actor2Geo_FullName",
    "Actor2Geo_CountryCode",
    "Actor2Geo_ADM1Code",
    "Actor2Geo_ADM2Code",
    "Actor2Geo_Lat",
    "Actor2Geo_Long",
    "Actor2Geo_FeatureID",
    "ActionGeo_Type",
    "ActionGeo_FullName",
    "ActionGeo_CountryCode",
    "ActionGeo_ADM1Code",
    "ActionGeo_ADM2Code",
    "ActionGeo_Lat",
    "ActionGeo_Long",
    "ActionGeo_FeatureID",
    "DATEADDED",
    "SOURCEURL",
];

const ACTOR: [usize; 2] = [5, 15];
const ROOT_EVENT: usize = 25;
const CODE: usize = 26;
const QUAD: usize = 29;
const SCALE: usize = 30;
const WEIGHT: usize = 31;
const PLACE: usize = 51;
const ADDED: usize = 59;
const URL: usize = 60;

pub(crate) static SHEET: Sheet = Sheet {
    form: Form::GdeltEvents,
    system: System::Gdelt,
    columns: &COLUMNS,
    named: false,
    layout,
    needed: &[0, 1, CODE],
    aliases: &[("SQLDATE", 1)],
    nothing: &[],
    styles: &[Style::Digits],
    key: Key::Id,
    decode,
    encode,
    columns_of: all,
};

/// The first version has no second level of administration, and until April 2013 no address.
fn layout(cells: &[&str]) -> Option<Vec<usize>> {
    let first = || (0..60).filter(|column| !matches!(column, 39 | 47 | 55));
    match cells.len() {
        61 => Some((0..61).collect()),
        58 => Some(first().chain([URL]).collect()),
        57 => Some(first().collect()),
        _ => None,
    }
}

fn decode(row: &mut Take<'_>) -> Result<Coded, Note> {
    let id = row.needed(0)?.to_owned();
    let day = row.day(1)?;
    let [actor, recipient] = ACTOR.map(|at| side(row, at));
    Ok(Coded {
        system: System::Gdelt,
        id,
        day,
        actor,
        recipient,
        kind: Kind {
            cameo: row.cameo(CODE, Some(CODE + 2)),
            quad: row.number(QUAD),
            scale: row.real(SCALE),
            ..Kind::default()
        },
        place: place(row),
        source: Origin { url: row.text(URL), published: row.some_day(ADDED), ..Origin::default() },
        weight: Weight {
            mentions: row.number(WEIGHT),
            sources: row.number(WEIGHT + 1),
            articles: row.number(WEIGHT + 2),
            tone: row.real(WEIGHT + 3),
        },
        ..Coded::default()
    })
}

fn side(row: &mut Take<'_>, at: usize) -> Side {
    let roles = (at + 7..at + 10).filter_map(|column| Sectors::Cameo.read(row.cell(column)?));
    let sectors = roles.map(str::to_owned).collect();
    // Codes of regions stand here too; they stay in the code and are no oddity.
    let country = row.cell(at + 2).and_then(|code| Way::Cameo.read(code).ok().flatten());
    Side { code: row.text(at), name: row.text(at + 1), country: country.map(str::to_owned), sectors }
}

fn place(row: &mut Take<'_>) -> Option<Spot> {
    let precision = match row.number::<u8>(PLACE) {
        Some(1) => Precision::Country,
        Some(2 | 5) => Precision::Admin1,
        Some(3 | 4) => Precision::Place,
        _ => Precision::Unknown,
    };
    let (lat, lon) = row.coordinates(PLACE + 5, PLACE + 6);
    let country = row.country(PLACE + 2, Way::Fips);
    let parts: Vec<&str> = row.cell(PLACE + 1).map(|name| name.split(", ").collect()).unwrap_or_default();
    let (name, admin1) = match (precision, parts.as_slice()) {
        (_, []) | (Precision::Country, _) => (None, None),
        (Precision::Admin1, [state, ..]) => (None, Some(*state)),
        (_, [name, middle @ .., _country]) => (Some(*name), middle.first().copied()),
        (_, [name]) => (Some(*name), None),
    };
    let [name, admin1] = [name, admin1].map(|text| text.map(str::to_owned));
    let spot = Spot { name, admin1, country, lat, lon, precision, ..Spot::default() };
    (spot != Spot::default()).then_some(spot)
}

fn encode<'c>(event: &'c Coded, cells: &mut Cells<'c>) {
    let own = event.system == System::Gdelt;
    cells.put(0, &event.id);
    days(event, cells);
    encode_side(&event.actor, ACTOR[0], cells);
    encode_side(&event.recipient, ACTOR[1], cells);
    let cameo = code::cameo_of(&event.kind);
    cells.put(CODE, cameo);
    cells.put(CODE + 1, cameo.map(|code| code.get(..3).unwrap_or(code)));
    cells.put(CODE + 2, cameo.and_then(|code| code.get(..2)));
    if own {
        cells.put(QUAD, event.kind.quad);
        cells.put(SCALE, event.kind.scale);
    } else {
        cells.put(ROOT_EVENT, event.source.sentence.map(|sentence| u8::from(sentence == 1)));
        cells.put(QUAD, cameo.and_then(code::quad));
        cells.put(SCALE, cameo.and_then(|code| code::goldstein(code, Scale::Gdelt)));
    }
    let weight = &event.weight;
    for (at, count) in [weight.mentions, weight.sources, weight.articles].into_iter().enumerate() {
        cells.put(WEIGHT + at, count);
    }
    cells.put(WEIGHT + 3, weight.tone);
    if let Some(spot) = &event.place {
        encode_place(spot, cells);
    }
    cells.put(ADDED, event.source.published.map(Cell::Moment));
    cells.put(URL, event.source.url.as_ref());
}

/// The day in GDELT's four ways.
fn days<'c>(event: &'c Coded, cells: &mut Cells<'c>) {
    let (year, month, day) = (event.day.year(), event.day.month(), event.day.day());
    cells.put(1, event.day);
    cells.put(2, year as u64 * 100 + month as u64);
    cells.put(3, year as u64);
    let fraction = f64::from(i32::from(month) * 30 + i32::from(day)) / 365.0;
    cells.put(4, f64::from(year) + (fraction * 10_000.0).round().min(9999.0) / 10_000.0);
}

fn encode_side<'c>(side: &'c Side, at: usize, cells: &mut Cells<'c>) {
    cells.put(at, side.coded());
    cells.put(at + 1, side.name.as_ref());
    let of_code = || side.code.as_deref().and_then(of_actor);
    let country = side.country.as_deref().or_else(of_code);
    cells.put(at + 2, country.and_then(|country| Way::Cameo.write(country)));
    let roles = side.sectors.iter().map(|sector| Sectors::Cameo.write(sector).unwrap_or(sector));
    for (column, role) in (at + 7..at + 10).zip(roles) {
        cells.put(column, role);
    }
}

fn encode_place<'c>(spot: &'c Spot, cells: &mut Cells<'c>) {
    let usa = spot.country.as_deref() == Some("USA");
    let kind = match (&spot.name, &spot.admin1, &spot.country) {
        (Some(_), ..) => Some(if usa { 3u8 } else { 4 }),
        (None, Some(_), _) => Some(if usa { 2 } else { 5 }),
        (None, None, Some(_)) => Some(1),
        (None, None, None) => None,
    };
    cells.put(PLACE, kind);
    let country = spot.country.as_deref();
    let parts = [spot.name.as_deref(), spot.admin1.as_deref(), country.and_then(english)];
    cells.put(PLACE + 1, parts.into_iter().flatten().collect::<Vec<_>>().join(", "));
    cells.put(PLACE + 2, country.and_then(|country| Way::Fips.write(country)));
    cells.put(PLACE + 5, spot.lat);
    cells.put(PLACE + 6, spot.lon);
}

fn english(country: &str) -> Option<&'static str> {
    saydo_world::World::shipped().country(country).map(|country| country.name.as_str())
}
