//! From PLOVER's members to the fields of an event.

use std::borrow::Cow;

use jiff::civil::Date;
use serde_json::Value;

use super::{Object, STANDING};
use crate::country::{Way, of_iso};
use crate::take::{Note, short};
use crate::{Coded, Dead, Kind, Oddity, Origin, Precision, Side, Spot, Standing, System, day};

/// The event of an object.
pub(super) fn event(object: &Object, notes: &mut Vec<Note>) -> Result<Coded, Note> {
    let id = needed(object, "id")?;
    let day = date(object, "date", notes)?;
    let until = object.contains_key("enddate").then(|| date(object, "enddate", notes).ok()).flatten();
    let modes = texts(object.get("mode"));
    let has = |name: &str| modes.contains(&name);
    let standing = standing(object, &modes);
    let cite = inner(object, "cite_info");
    Ok(Coded {
        system: System::Plover,
        id,
        day,
        until,
        actor: side(object.get("actor")),
        recipient: side(object.get("recipient")),
        kind: kind(object, &modes, notes)?,
        standing,
        negated: has("negation"),
        place: place(object).map(|place| spot(place, notes)),
        dead: inner(object, "size").and_then(|size| Some(Dead { least: whole(size, "dead")?, most: None })),
        source: Origin {
            publisher: text(cite, "publication").or_else(|| text(Some(object), "publication")),
            url: text(cite, "url"),
            title: text(cite, "title").or_else(|| text(Some(object), "headline")),
            language: text(cite, "language"),
            sentence: inner(object, "text_info").and_then(|info| whole(info, "sequence")),
            published: None,
        },
        text: text(Some(object), "text"),
        ..Coded::default()
    })
}

fn standing(object: &Object, modes: &[&str]) -> Option<Standing> {
    let comment = object.get("comment").and_then(Value::as_str).and_then(|text| text.strip_prefix(STANDING));
    let of_mode = |mode: &&str| match *mode {
        "future" => Some(Standing::Intended),
        "hypothetical" => Some(Standing::Possible),
        _ => None,
    };
    comment.and_then(Standing::of).or_else(|| modes.iter().find_map(of_mode))
}

fn kind(object: &Object, modes: &[&str], notes: &mut Vec<Note>) -> Result<Kind, Note> {
    let Some(name) = texts(object.get("event")).first().copied() else { return Err(missing("event")) };
    // Before it had categories of its own, the format held codes of CAMEO.
    let cameo = saydo_codebook::cameo(name).map(|code| code.code.to_owned());
    if cameo.is_none() && saydo_codebook::Plover::of(name).is_none() {
        notes.push(note("event", Oddity::Code, format!("`{}` is no category of PLOVER", short(name))));
    }
    let further = ["future", "hypothetical", "negation", "historical"];
    let mode = modes.iter().find(|mode| !further.contains(mode)).map(|mode| (*mode).to_owned());
    Ok(Kind {
        plover: cameo.is_none().then(|| name.to_owned()),
        cameo,
        mode,
        contexts: texts(object.get("context")).into_iter().map(str::to_owned).collect(),
        quad: whole(object, "quad_code").and_then(|quad| u8::try_from(quad).ok()),
        scale: object.get("event_scale").and_then(Value::as_f64),
        ..Kind::default()
    })
}

/// The first of a list of entities; the others stay in the rest.
fn side(list: Option<&Value>) -> Side {
    let first = list.and_then(|list| list.as_array().map_or(Some(list), |entities| entities.first()));
    let Some(entity) = first.and_then(Value::as_object) else { return Side::default() };
    let sectors: Vec<String> = texts(entity.get("sector")).into_iter().map(str::to_owned).collect();
    let code = text(Some(entity), "code");
    let country = code.as_deref().and_then(|code| of_iso(code).or_else(|| crate::country::of_actor(code)));
    let code = code.map(|code| format!("{code}{}", sectors.first().map_or("", String::as_str)));
    Side { code, name: text(Some(entity), "entity_text"), country: country.map(str::to_owned), sectors }
}

/// The place, or the first of several in files of old.
fn place(object: &Object) -> Option<&Object> {
    let one = object.get("event_loc").or_else(|| object.get("location")?.as_array()?.first());
    one.and_then(Value::as_object)
}

/// Degrees under the first of these names, as a number or as text.
fn degrees(place: &Object, names: &[&str]) -> Option<f64> {
    let value = names.iter().find_map(|name| place.get(*name))?;
    value.as_f64().or_else(|| value.as_str()?.parse().ok()).filter(|degrees| degrees.is_finite())
}

fn spot(place: &Object, notes: &mut Vec<Note>) -> Spot {
    let named = || Way::Name.read(place.get("country")?.as_str()?).ok().flatten();
    let code = place.get("country_code").and_then(Value::as_str).and_then(of_iso);
    let (mut lat, mut lon) = (degrees(place, &["lat"]), degrees(place, &["lon", "long"]));
    if lat.is_some_and(|lat| lat.abs() > 90.0) || lon.is_some_and(|lon| lon.abs() > 180.0) {
        let what = format!("{}, {} is nowhere on Earth", lat.unwrap_or_default(), lon.unwrap_or_default());
        notes.push(note("event_loc", Oddity::Coordinates, what));
        (lat, lon) = (None, None);
    }
    let one = |names: [&str; 3]| names.into_iter().find_map(|name| text(Some(place), name));
    Spot {
        name: one(["city", "resolved_place", "extracted_place"]),
        admin1: text(Some(place), "province"),
        admin2: text(Some(place), "district"),
        country: code.or_else(named).map(str::to_owned),
        lat,
        lon,
        geonames: whole(place, "geonameid"),
        precision: whole(place, "resolution").and_then(precision).unwrap_or_default(),
    }
}

/// PLOVER's steps from the spot to the country.
fn precision(step: u32) -> Option<Precision> {
    let steps = [Precision::Place, Precision::Near, Precision::Admin2, Precision::Admin1, Precision::Country];
    steps.get((step as usize).checked_sub(1)?).copied()
}

fn note(column: &'static str, code: Oddity, what: String) -> Note {
    Note { column: Some(Cow::Borrowed(column)), code, what }
}

fn missing(name: &'static str) -> Note {
    note(name, Oddity::Missing, "the member is not there and must be".to_owned())
}

fn needed(object: &Object, name: &'static str) -> Result<String, Note> {
    let value = object.get(name).map(crate::json::cell).filter(|value| !value.is_empty());
    value.ok_or_else(|| missing(name))
}

fn date(object: &Object, name: &'static str, notes: &mut Vec<Note>) -> Result<Date, Note> {
    let cell = needed(object, name)?;
    let Some((date, style)) = day::read(&cell) else {
        return Err(note(name, Oddity::Day, format!("`{}` is no day", short(&cell))));
    };
    if style != day::Style::Iso {
        let what = format!("`{}` is written as {}, read as {date}", short(&cell), style.name());
        notes.push(note(name, Oddity::Style, what));
    }
    Ok(date)
}

fn inner<'o>(object: &'o Object, name: &str) -> Option<&'o Object> {
    object.get(name).and_then(Value::as_object)
}

fn text(object: Option<&Object>, name: &str) -> Option<String> {
    object?.get(name)?.as_str().filter(|text| !matches!(*text, "" | "NULL")).map(str::to_owned)
}

/// The texts of a list, or of one text that stands for a list of one.
fn texts(value: Option<&Value>) -> Vec<&str> {
    match value {
        Some(Value::Array(list)) => list.iter().filter_map(Value::as_str).collect(),
        Some(Value::String(text)) if !text.is_empty() => vec![text],
        _ => Vec::new(),
    }
}

fn whole(object: &Object, name: &str) -> Option<u32> {
    object.get(name)?.as_u64().and_then(|number| u32::try_from(number).ok())
}
