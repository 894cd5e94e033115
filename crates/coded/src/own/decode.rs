//! From our own columns back to an event.

use saydo_export::safe;

use super::table;
use crate::take::{Note, Take, short};
use crate::{Coded, Dead, Kind, Name, Oddity, Origin, Precision, Side, Spot, Standing, System, Weight};

/// The event of a row.
pub(super) fn event(row: &mut Take<'_>) -> Result<Coded, Note> {
    let system = row.needed(0)?;
    let system = System::of(system).ok_or_else(|| {
        let what = format!("`{}` is no system that is known here", short(system));
        Note { column: Some("system".into()), code: Oddity::Code, what }
    })?;
    let day = row.day(at("day"))?;
    let standing = row.cell(at("standing"));
    if standing.is_some_and(|name| Standing::of(name).is_none()) {
        row.note(at("standing"), Oddity::Code, "this is no standing".to_owned());
    }
    Ok(Coded {
        system,
        id: text(row, "id").unwrap_or_default(),
        day,
        until: row.some_day(at("until")),
        actor: side(row, "actor"),
        recipient: side(row, "recipient"),
        speaker: Some(side(row, "speaker")).filter(|side| !side.is_empty()),
        kind: kind(row),
        standing: standing.and_then(Standing::of),
        negated: row.cell(at("negated")) == Some("true"),
        place: place(row),
        dead: row.number(at("dead_least")).map(|least| Dead { least, most: row.number(at("dead_most")) }),
        source: source(row),
        text: text(row, "text"),
        weight: Weight {
            mentions: row.number(at("mentions")),
            sources: row.number(at("sources")),
            articles: row.number(at("articles")),
            tone: row.real(at("tone")),
        },
        rest: rest(row),
    })
}

fn at(name: &str) -> usize {
    table().at(name).expect("the columns asked for here are those of the table")
}

/// A text without the apostrophe that kept it from being a formula.
fn text(row: &Take<'_>, name: &str) -> Option<String> {
    let cell = row.cell(at(name))?;
    let bare = cell.strip_prefix('\'').filter(|bare| safe(bare).starts_with('\''));
    Some(bare.unwrap_or(cell).to_owned())
}

/// The texts of a list: JSON's, or CSV's between semicolons.
fn list(row: &Take<'_>, name: &str) -> Vec<String> {
    let Some(cell) = text(row, name) else { return Vec::new() };
    let of_json = || serde_json::from_str(&cell).ok();
    of_json().unwrap_or_else(|| cell.split("; ").map(str::to_owned).collect())
}

fn side(row: &Take<'_>, who: &str) -> Side {
    let part = |part: &str| text(row, &format!("{who}_{part}"));
    let sectors = list(row, &format!("{who}_sectors"));
    Side { code: text(row, who), name: part("name"), country: part("country"), sectors }
}

fn kind(row: &mut Take<'_>) -> Kind {
    Kind {
        cameo: text(row, "cameo"),
        plover: text(row, "plover"),
        mode: text(row, "mode"),
        contexts: list(row, "contexts"),
        label: text(row, "label"),
        quad: row.number(at("quad")),
        scale: row.real(at("scale")),
    }
}

fn place(row: &mut Take<'_>) -> Option<Spot> {
    let precision = Precision::of(row.cell(at("precision"))?).unwrap_or_default();
    let (lat, lon) = row.coordinates(at("lat"), at("lon"));
    let [name, admin1, admin2, country] =
        ["place", "admin1", "admin2", "country"].map(|name| text(row, name));
    Some(Spot { name, admin1, admin2, country, lat, lon, geonames: row.number(at("geonames")), precision })
}

fn source(row: &mut Take<'_>) -> Origin {
    Origin {
        publisher: text(row, "publisher"),
        url: text(row, "url"),
        title: text(row, "title"),
        published: row.some_day(at("published")),
        sentence: row.number(at("sentence")),
        language: text(row, "language"),
    }
}

fn rest(row: &Take<'_>) -> Vec<(Name, String)> {
    let pairs: Option<Vec<(String, String)>> =
        row.cell(at("rest")).and_then(|pairs| serde_json::from_str(pairs).ok());
    pairs.unwrap_or_default().into_iter().map(|(name, value)| (Name::Owned(name), value)).collect()
}
