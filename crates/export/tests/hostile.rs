//! Hostile text in every cell: no format breaks, and spreadsheets see no formula.

#![allow(clippy::unwrap_used, reason = "a test may fail there")]

mod common;

use common::{hostile, nothing, row, written};
use proptest::prelude::*;
use saydo_export::{Format, Row, safe};
use serde_json::Value;

fn read_csv(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn rows(texts: &[String]) -> Vec<Row> {
    texts.iter().map(|text| row(text)).collect()
}

fn json_lines(texts: &[String]) {
    let bytes = written(Format::JsonLines, &rows(texts));
    let lines: Vec<&[u8]> = bytes.split_inclusive(|b| *b == b'\n').collect();
    assert_eq!(lines.len(), texts.len());
    for (line, text) in lines.iter().zip(texts) {
        let row: Value = serde_json::from_slice(line).unwrap();
        assert_eq!(
            (row["text"].as_str(), row["actors"][1].as_str()),
            (Some(text.as_str()), Some(text.as_str()))
        );
    }
}

fn geojson(texts: &[String]) {
    let all: Value = serde_json::from_slice(&written(Format::GeoJson, &rows(texts))).unwrap();
    let features = all["features"].as_array().unwrap();
    assert_eq!(features.len(), texts.len());
    let same = |(feature, text): (&Value, &String)| feature["properties"]["text"] == text.as_str();
    assert!(features.iter().zip(texts).all(same));
}

fn comma(texts: &[String]) {
    let records = read_csv(&written(Format::Csv, &rows(texts)));
    assert_eq!(records.len(), texts.len() + 1);
    for (record, text) in records[1..].iter().zip(texts) {
        assert_eq!(record[0], safe(text));
        assert_eq!(record[6], safe(&format!("A; {text}")));
        assert_eq!(&record[1..6], ["-7", "50.45", "-30.5", "true", "2022-02-15"]);
    }
}

#[test]
fn json_lines_keep_hostile_text_as_it_is() {
    json_lines(&hostile());
}

#[test]
fn geojson_keeps_hostile_text_as_it_is() {
    geojson(&hostile());
}

#[test]
fn csv_keeps_hostile_text_in_its_cell_and_makes_it_safe() {
    comma(&hostile());
}

#[test]
fn no_cell_of_csv_begins_like_a_formula_but_numbers() {
    let bytes = written(Format::Csv, &rows(&hostile()));
    assert!(!bytes.contains(&0));
    for record in &read_csv(&bytes)[1..] {
        let texts = [&record[0], &record[6]];
        let starts = |text: &str| {
            text.trim_start_matches(['\u{feff}', ' ']).starts_with(['=', '+', '-', '@', '\t', '\r'])
        };
        assert!(texts.iter().all(|text| !starts(text)), "{:?}", record[0].get(..20));
    }
}

#[test]
fn csv_lines_end_in_cr_lf_and_quotes_are_doubled() {
    let bytes = written(Format::Csv, &[row("a\"b"), nothing()]);
    let text = String::from_utf8(bytes).unwrap();
    let expected = "text,count,lat,lon,negated,day,actors\r\n\
                    \"a\"\"b\",-7,50.45,-30.5,true,2022-02-15,\"A; a\"\"b\"\r\n\
                    ,,,,,,\r\n";
    assert_eq!(text, expected);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_comes_back(texts in prop::collection::vec(any::<String>(), 0..5)) {
        json_lines(&texts);
        geojson(&texts);
        comma(&texts);
    }

    #[test]
    fn safe_text_is_safe_and_made_so_once(text in any::<String>()) {
        let once = safe(&text).into_owned();
        prop_assert!(!once.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']));
        prop_assert!(!once.contains(|c: char| c < ' ' && c != '\t' && c != '\n'));
        prop_assert_eq!(safe(&once).into_owned(), once);
    }
}
