//! Phoenix's events: 26 columns between tabs, no heading.

use crate::cell::Cells;
use crate::code::{self, Scale};
use crate::country::of_iso;
use crate::day::Style;
use crate::icews::precision;
use crate::sheet::{Key, Sheet, all, in_order};
use crate::take::{Note, Take};
use crate::{Coded, Form, Kind, Origin, Side, Spot, System};

const COLUMNS: [&str; 26] = [
    "EventID",
    "Date",
    "Year",
    "Month",
    "Day",
    "SourceActorFull",
    "SourceActorEntity",
    "SourceActorRole",
    "SourceActorAttribute",
    "TargetActorFull",
    "TargetActorEntity",
    "TargetActorRole",
    "TargetActorAttribute",
    "EventCode",
    "EventRootCode",
    "PentaClass",
    "GoldsteinScore",
    "Issues",
    "Lat",
    "Lon",
    "LocationName",
    "StateName",
    "CountryCode",
    "SentenceID",
    "URLs",
    "NewsSources",
];

const ACTOR: [usize; 2] = [5, 9];
const CODE: usize = 13;
const PLACE: usize = 18;
const SOURCE: usize = 23;
/// The roles that stand in a column of their own.
const ROLES: [&str; 13] =
    ["GOV", "MIL", "REB", "OPP", "PTY", "COP", "JUD", "SPY", "MED", "EDU", "BUS", "CRM", "CVL"];
/// What stands for a country in actors that have none.
const ACROSS: [&str; 4] = ["IGO", "NGO", "IMG", "MNC"];

pub(crate) static SHEET: Sheet = Sheet {
    form: Form::Phoenix,
    system: System::Phoenix,
    columns: &COLUMNS,
    named: false,
    layout: |cells| in_order(cells, 26),
    needed: &[0, 1, CODE],
    aliases: &[],
    nothing: &[],
    styles: &[Style::Digits],
    key: Key::Id,
    decode,
    encode,
    columns_of: all,
};

fn decode(row: &mut Take<'_>) -> Result<Coded, Note> {
    let id = row.needed(0)?.to_owned();
    let day = row.day(1)?;
    let [actor, recipient] = ACTOR.map(|at| row.cell(at).map(Side::of_code).unwrap_or_default());
    let first = |column: usize| row.cell(column).and_then(|list| list.split(';').next()).map(str::to_owned);
    let sentence = first(SOURCE).and_then(|id| id.rsplit('_').next()?.parse().ok());
    let source =
        Origin { url: first(SOURCE + 1), publisher: first(SOURCE + 2), sentence, ..Origin::default() };
    Ok(Coded {
        system: System::Phoenix,
        id,
        day,
        actor,
        recipient,
        kind: Kind { cameo: row.cameo(CODE, Some(CODE + 1)), scale: row.real(CODE + 3), ..Kind::default() },
        place: place(row),
        source,
        ..Coded::default()
    })
}

fn place(row: &mut Take<'_>) -> Option<Spot> {
    let (lat, lon) = row.coordinates(PLACE, PLACE + 1);
    let (name, admin1) = (row.text(PLACE + 2), row.text(PLACE + 3));
    let country = row.cell(PLACE + 4).and_then(of_iso).map(str::to_owned);
    let precision = precision([name.is_some(), false, admin1.is_some(), country.is_some()]);
    let spot = Spot { name, admin1, country, lat, lon, precision, ..Spot::default() };
    (spot != Spot::default()).then_some(spot)
}

fn encode<'c>(event: &'c Coded, cells: &mut Cells<'c>) {
    cells.put(0, &event.id);
    cells.put(1, event.day);
    cells.put(2, event.day.year() as u64);
    cells.put(3, format!("{:02}", event.day.month()));
    cells.put(4, format!("{:02}", event.day.day()));
    encode_side(&event.actor, ACTOR[0], cells);
    encode_side(&event.recipient, ACTOR[1], cells);
    let cameo = code::cameo_of(&event.kind);
    cells.put(CODE, cameo);
    cells.put(CODE + 1, cameo.and_then(|code| code.get(..2)));
    cells.put(CODE + 2, cameo.and_then(code::penta));
    // The tables that Phoenix shipped number CAMEO's codes in an older way; ICEWS's are for those of today.
    let own = event.kind.scale.filter(|_| event.system == System::Phoenix);
    let scored = || cameo.filter(|_| event.system != System::Phoenix);
    cells.put(CODE + 3, own.or_else(|| code::goldstein(scored()?, Scale::Icews)));
    if let Some(spot) = &event.place {
        encode_place(spot, cells);
    }
    let sentence = event.source.sentence.map(|sentence| format!("{}_{sentence}", event.id));
    cells.put(SOURCE, sentence);
    cells.put(SOURCE + 1, event.source.url.as_ref());
    cells.put(SOURCE + 2, event.source.publisher.as_ref());
}

/// An actor's code whole, and its parts: country, role, the rest between semicolons.
fn encode_side<'c>(side: &'c Side, at: usize, cells: &mut Cells<'c>) {
    let Some(code) = side.coded() else { return };
    let parts: Vec<&str> = (0..).step_by(3).map_while(|at| code.get(at..at + 3)).collect();
    let entity = parts.first().filter(|part| ACROSS.contains(part) || side.country.is_some());
    let role = parts.get(1).filter(|part| ROLES.contains(part));
    let rest = parts.get(if role.is_some() { 2 } else { 1 }..).unwrap_or_default().join(";");
    cells.put(at + 1, entity.map(|part| (*part).to_owned()));
    cells.put(at + 2, role.map(|part| (*part).to_owned()));
    cells.put(at + 3, rest);
    cells.put(at, code);
}

fn encode_place<'c>(spot: &'c Spot, cells: &mut Cells<'c>) {
    cells.put(PLACE, spot.lat);
    cells.put(PLACE + 1, spot.lon);
    cells.put(PLACE + 2, spot.name.as_ref());
    cells.put(PLACE + 3, spot.admin1.as_ref());
    cells.put(PLACE + 4, spot.country.as_ref());
}
