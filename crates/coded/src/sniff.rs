//! Which format a file has, told by its first bytes.

use std::collections::HashSet;

use serde_json::{Map, Value};

use crate::Form;
use crate::form::sheet;
use crate::row::clean;
use crate::sheet::plain;

/// The format of a file that starts so.
pub(crate) fn sniff(name: &str, first: &[u8]) -> Option<Form> {
    let first = first.strip_prefix("\u{feff}".as_bytes()).unwrap_or(first);
    if first.starts_with(b"PAR1") {
        return Some(Form::Parquet);
    }
    let (text, _) = clean(first);
    let start = text.trim_start();
    if start.starts_with(['{', '[']) {
        return of_json(start);
    }
    let line = start.lines().next()?;
    let between = if line.contains('\t') {
        '\t'
    } else if line.contains(';') && !line.contains(',') {
        ';'
    } else {
        ','
    };
    let cells: Vec<&str> = line.split(between).map(|cell| cell.trim().trim_matches('"')).collect();
    of_heading(&cells).or_else(|| of_width(name, &cells))
}

/// The tabular format most of whose needed columns a heading has: all of them.
fn of_heading(cells: &[&str]) -> Option<Form> {
    let names: HashSet<String> = cells.iter().map(|cell| plain(cell)).collect();
    let fits = |form: &Form| {
        let sheet = sheet(*form)?;
        let known = sheet.by_name();
        let found: HashSet<usize> = names.iter().filter_map(|name| known.get(name).copied()).collect();
        let all = sheet.needed.iter().all(|column| found.contains(column)) && found.len() > 3;
        all.then_some((found.len() * 100 / sheet.columns.len(), *form))
    };
    let headed = Form::ALL.iter().filter(|form| **form != Form::Jsonl);
    headed.filter_map(fits).max().map(|(_, form)| form)
}

/// A format without a heading, by the number of its columns and what stands in the ones that tell.
fn of_width(name: &str, cells: &[&str]) -> Option<Form> {
    let number = |at: usize| {
        cells.get(at).is_some_and(|cell| cell.bytes().all(|b| b.is_ascii_digit()) && !cell.is_empty())
    };
    let day = |at: usize| cells.get(at).is_some_and(|cell| crate::day::read(cell).is_some());
    match cells.len() {
        57 | 58 | 61 if number(0) && day(1) => Some(Form::GdeltEvents),
        16 if number(0) && day(1) && day(2) => Some(Form::GdeltMentions),
        26 if day(1) && number(2) => Some(Form::Phoenix),
        7..=13 if day(0) && cells[3].len() < 5 => Some(Form::Petrarch),
        20 if name.contains("icews") => Some(Form::Icews),
        40 if name.contains("polecat") => Some(Form::Polecat),
        _ => None,
    }
}

/// A format of objects, by the members of the first one.
fn of_json(text: &str) -> Option<Form> {
    let text = text.trim_start_matches('[').trim_start();
    let mut objects = serde_json::Deserializer::from_str(text).into_iter::<Map<String, Value>>();
    let whole = objects.next().and_then(Result::ok);
    let has = |name: &str| match &whole {
        Some(object) => object.contains_key(name),
        None => text.contains(&format!("\"{name}\"")),
    };
    if has("type") && has("features") {
        return Some(Form::GeoJson);
    }
    if has("system") && has("standing") {
        return Some(Form::Jsonl);
    }
    if has("type_of_violence") {
        return Some(Form::UcdpGed);
    }
    (has("event") && has("date") || has("has_event")).then_some(Form::Plover)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_told_by_its_first_line() {
        let tabs = |cells: &[&str], more: usize| format!("{}{}", cells.join("\t"), "\t".repeat(more));
        for (form, text) in [
            (Form::GdeltEvents, tabs(&["1", "20220215"], 59)),
            (Form::GdeltEvents, tabs(&["1", "20130215"], 56)),
            (Form::GdeltMentions, tabs(&["1", "20220215000000", "20220215000000"], 13)),
            (Form::Phoenix, tabs(&["1_v0.1", "20220215", "2022"], 23)),
            (Form::Petrarch, tabs(&["20220215", "RUS", "UKR", "040"], 4)),
            (Form::Icews, tabs(&["Event ID", "Event Date", "CAMEO Code", "Source Name", "Intensity"], 0)),
            (Form::Polecat, tabs(&["Event ID", "Event Date", "Event Type", "Event Mode", "Quad Code"], 0)),
            (Form::Plover, "{\"id\": \"1\", \"date\": \"2022-02-15\", \"event\": [\"AID\"]}".to_owned()),
            (Form::UcdpGed, "{\"id\": 1, \"type_of_violence\": 1}".to_owned()),
            (Form::Acled, "event_id_cnty,event_date,event_type,actor1,year".to_owned()),
            (Form::Viina, "event_id,date,longitude,latitude,url".to_owned()),
            (Form::Csv, "system,id,day,until,standing".to_owned()),
            (Form::GeoJson, "{\"type\":\"FeatureCollection\",\"about\":{},\"features\":[".to_owned()),
            (Form::Parquet, "PAR1".to_owned()),
        ] {
            assert_eq!(sniff("x", text.as_bytes()), Some(form), "{text}");
        }
        for text in ["", "\n", "a,b,c", "{}", "[", "{\"label\": 1}", "\u{0}"] {
            assert_eq!(sniff("x", text.as_bytes()), None, "{text:?}");
        }
    }
}
