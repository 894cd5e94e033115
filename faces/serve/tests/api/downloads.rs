//! Downloads hold what the pages hold, in every form.

use serde_json::{Value, json};

use crate::site::{Answer, Site, demo, list, texts};

const VIEWS: [&str; 13] = [
    "beside",
    "events",
    "statements",
    "reports",
    "words",
    "posture",
    "indicators",
    "diplomacy",
    "measures",
    "series",
    "map",
    "sources",
    "changes",
];

const DAY: &str = "as_of=2022-02-16";

fn lines(path: &str) -> Vec<Value> {
    let answer = demo().get(path);
    assert_eq!(answer.status, 200, "{path}: {}", answer.text());
    answer.text().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn lines_are_the_items_of_the_pages() {
    for view in ["events", "statements", "reports"] {
        let pages = demo().pages(&format!("/{view}?{DAY}&limit=200"), |_| {});
        let rows = lines(&format!("/{view}.jsonl?{DAY}"));
        assert_eq!(rows.len(), pages.len(), "{view}");
        for (row, item) in rows.iter().zip(&pages) {
            for (name, value) in
                row.as_object().unwrap().iter().filter(|(_, value)| !value.is_array() && !value.is_null())
            {
                if let Some(told) = item.get(name).filter(|told| !told.is_object()) {
                    assert_eq!(value, told, "{view}: {name} of {row}");
                }
            }
        }
    }
}

#[test]
fn a_download_is_filtered_as_its_page() {
    let query = format!("{DAY}&track=denials&actor=IGONAT");
    let page = demo().json(&format!("/events?{query}&limit=500"));
    let ids: Vec<String> = lines(&format!("/events.jsonl?{query}"))
        .iter()
        .map(|row| row["id"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(ids, texts(&page["items"], "id"));
    let words = demo().json(&format!("/words?{DAY}&state=contradicted&sort=due&limit=500"));
    let ids: Vec<String> = lines(&format!("/words.jsonl?{DAY}&state=contradicted&sort=due"))
        .iter()
        .map(|row| row["id"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(ids, texts(&words["items"], "id"));
}

#[test]
fn findings_are_downloaded_whole() {
    let picture = demo().json(&format!("/picture?{DAY}&since=2022-02-14"))["picture"].clone();
    for (view, told) in [
        ("posture", &picture["posture"]),
        ("indicators", &picture["indicators"]),
        ("changes", &picture["changes"]["list"]),
    ] {
        let rows = lines(&format!("/{view}.jsonl?{DAY}&since=2022-02-14"));
        let id = if view == "changes" { "finding" } else { "id" };
        assert_eq!(
            rows.iter().map(|row| row[id].as_str().unwrap().to_owned()).collect::<Vec<_>>(),
            texts(told, id),
            "{view}"
        );
        assert!(!rows.is_empty(), "{view}");
    }
    let told = &picture["diplomacy"];
    let matters: usize = ["proposals", "talks", "readiness", "refusals", "demands"]
        .map(|sort| list(&told[sort]).count())
        .iter()
        .sum();
    assert_eq!(lines(&format!("/diplomacy.jsonl?{DAY}")).len(), matters);
    let days: usize = list(&picture["measures"]["pairs"])
        .map(|pair| list(&pair["deeds"]["days"]).count() + list(&pair["words"]["days"]).count())
        .sum();
    assert_eq!(
        lines(&format!("/measures.jsonl?{DAY}")).iter().filter(|row| row["span"] == "day").count(),
        days
    );
}

#[test]
fn every_view_comes_in_every_form_under_a_plain_name() {
    for view in VIEWS {
        for (form, kind) in [
            ("csv", "text/csv"),
            ("jsonl", "application/jsonl"),
            ("parquet", "application/vnd.apache.parquet"),
        ] {
            let answer = demo().get(&format!("/{view}.{form}?{DAY}"));
            assert_eq!(answer.status, 200, "{view}.{form}: {}", answer.text());
            assert!(answer.header("content-type").unwrap().starts_with(kind), "{view}.{form}");
            let name = format!("attachment; filename=\"{view}-2022-02-16.{form}\"");
            assert_eq!(answer.header("content-disposition"), Some(&*name));
            if form == "parquet" {
                assert!(answer.body.starts_with(b"PAR1") && answer.body.ends_with(b"PAR1"), "{view}");
            }
        }
    }
}

/// The rows of a CSV, its header first.
fn rows(answer: &Answer) -> Vec<csv::StringRecord> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(answer.body.as_slice());
    reader.records().map(Result::unwrap).collect()
}

#[test]
fn a_spreadsheet_has_the_same_rows() {
    for view in ["events", "series", "map", "sources", "measures"] {
        let lines = lines(&format!("/{view}.jsonl?{DAY}"));
        let rows = rows(&demo().get(&format!("/{view}.csv?{DAY}")));
        assert_eq!(rows.len(), lines.len() + 1, "{view}");
        let names: Vec<&str> = lines[0].as_object().unwrap().keys().map(String::as_str).collect();
        let mut columns: Vec<&str> = rows[0].iter().collect();
        columns.sort_unstable();
        assert_eq!(columns, names, "{view}");
    }
}

#[test]
fn a_map_is_a_collection_of_points() {
    let map = demo().get(&format!("/map.geojson?{DAY}")).json();
    assert_eq!(map["type"], "FeatureCollection");
    assert_eq!(list(&map["features"]).count(), list(&demo().json(&format!("/map?{DAY}"))["places"]).count());
    assert!(list(&map["features"]).all(|feature| feature["geometry"]["type"] == "Point"));
}

#[test]
fn what_a_spreadsheet_would_run_is_text() {
    let line = json!({"id": "=1+1", "title": "=HYPERLINK(\"https://evil.example\")", "publisher": "@SUM(A1)", "published": "2022-02-15",
        "text": "Russia's Defence Ministry said on Tuesday that its troops were returning to their bases.", "url": "https://wire.example/x"});
    let site = Site::with(&line.to_string());
    let rows = rows(&site.get("/reports.csv"));
    assert_eq!(rows.len(), 2);
    assert!(rows[1].iter().all(|cell| !cell.starts_with(['=', '+', '-', '@'])), "{:?}", rows[1]);
    let row: Value = serde_json::from_str(site.get("/reports.jsonl").text().trim()).unwrap();
    assert_eq!(row["title"], line["title"]);
}
