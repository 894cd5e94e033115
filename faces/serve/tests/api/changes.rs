//! What comes in while the server runs: reports of other programs, revisions, reports and corrections that are sent in.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::site::{Site, add, demo, list};

const TYPE: &str = "Content-Type: application/x-ndjson\r\n";

/// A report in which a spokesman of Russia announces something.
fn report(id: &str, day: &str, text: &str) -> String {
    let url = format!("https://wire.example/{id}");
    json!({"id": id, "title": "Moscow on its troops", "text": text, "url": url, "publisher": "Example Wire",
        "published": day})
    .to_string()
}

const RETURN: &str = "Russia's Defence Ministry said on Tuesday that its troops were returning to their bases from \
                      the border with Ukraine.\n\nThe ministry gave no numbers.";

#[test]
fn a_report_that_another_program_adds_is_seen_without_a_restart() {
    let site =
        Site::with(&report("first", "2022-02-14", "Talks went on in Geneva on Monday, the ministry said."));
    let before = site.json("/about");
    assert_eq!(before["as_of"], "2022-02-14");
    add(&site.ledger, &report("second", "2022-02-15", RETURN));
    let after = site.wait("/about", |about| about["ledger"]["reports"] == 2);
    assert_eq!(after["as_of"], "2022-02-15");
    assert_ne!(after["generation"], before["generation"]);
    let found = site.json("/statements?q=bases");
    assert_eq!((&found["total"], &found["generation"]), (&1.into(), &after["generation"]));
    assert_eq!(site.json("/statements?q=bases&as_of=2022-02-14")["total"], 0);
}

#[test]
fn a_picture_is_drawn_again_when_its_day_was_touched() {
    let site =
        Site::with(&report("first", "2022-02-14", "Talks went on in Geneva on Monday, the ministry said."));
    let words = |picture: &Value| list(&picture["picture"]["words"]).count();
    assert_eq!(words(&site.json("/picture?as_of=2022-02-15")), 0);
    assert_eq!(words(&site.json("/picture?as_of=2022-02-14")), 0);
    add(&site.ledger, &report("second", "2022-02-15", RETURN));
    let after = site.wait("/picture?as_of=2022-02-15", |picture| words(picture) > 0);
    assert_eq!(after["generation"], site.json("/about")["generation"]);
    assert_eq!(words(&site.json("/picture?as_of=2022-02-14")), 0);
}

#[test]
fn pages_hold_each_item_once_while_reports_come_in() {
    let site = Site::copy();
    let before = site.json("/reports?limit=500&as_of=2022-12-31");
    let pages = site.pages("/reports?limit=40&as_of=2022-12-31", |page| {
        add(&site.ledger, &report(&format!("late{page}"), "2022-02-20", RETURN));
        let came = before["total"].as_u64().unwrap() + page as u64 + 1;
        site.wait("/reports?limit=1&as_of=2022-12-31", |answer| answer["total"].as_u64() == Some(came));
    });
    let numbers: Vec<u64> = pages.iter().map(|item| item["number"].as_u64().unwrap()).collect();
    let once: BTreeSet<u64> = numbers.iter().copied().collect();
    assert_eq!(once.len(), numbers.len());
    assert!(list(&before["items"]).all(|item| once.contains(&item["number"].as_u64().unwrap())));
}

#[test]
fn a_changed_text_is_a_revision_and_the_old_one_can_be_seen() {
    let site = Site::with(&report("first", "2022-02-15", RETURN));
    assert_eq!(site.json("/reports/1")["revisions"].as_array().unwrap().len(), 1);
    let changed = RETURN.replace("no numbers", "no numbers and no dates");
    add(&site.ledger, &report("first", "2022-02-15", &changed));
    let updated = site.wait("/reports?updated_since=2022-03-01", |page| page["total"] == 2);
    let old = list(&updated["items"]).find(|item| item["number"] == 1).unwrap();
    assert_eq!(old["superseded"], "2022-03-01");
    let new = site.json("/reports/2");
    assert_eq!(new["report"]["revision_of"], 1);
    assert_eq!(new["revisions"].as_array().unwrap().len(), 2);
    assert!(new["text"].as_str().unwrap().contains("no dates"));
    // On the day it was published the first text was the valid one.
    let then = site.json("/reports?as_of=2022-02-20");
    assert_eq!((&then["total"], &then["items"][0]["number"]), (&1.into(), &1.into()));
    let now = site.json("/reports?as_of=2022-03-02");
    assert_eq!((&now["total"], &now["items"][0]["number"]), (&1.into(), &2.into()));
}

#[test]
fn reports_that_are_sent_in_are_read() {
    let site = Site::with(&report("first", "2022-02-14", RETURN));
    let lines = format!(
        "{}\nno report\n{}\n{}\n",
        report("first", "2022-02-14", RETURN),
        report(
            "second",
            "2022-02-15",
            "NATO's chief said on Wednesday that he had not seen any withdrawal of Russian troops."
        ),
        report("first", "2022-02-14", &RETURN.replace("Tuesday", "Monday")),
    );
    let answer = site.ask("POST", "/reports", TYPE, lines.as_bytes());
    assert_eq!(answer.status, 200, "{}", answer.text());
    let took = answer.json();
    assert_eq!((&took["new"], &took["known"], &took["revised"]), (&1.into(), &1.into(), &1.into()));
    assert_eq!(took["problems"][0]["line"], 2);
    site.wait("/about", |about| about["ledger"]["reports"] == 2 && about["ledger"]["revisions"] == 1);
}

#[test]
fn a_correction_is_kept_as_one_line() {
    let site = Site::with(&report("first", "2022-02-14", RETURN));
    let send = |body: Value| {
        site.ask("POST", "/corrections", "Content-Type: application/json\r\n", body.to_string().as_bytes())
    };
    for note in ["line one\nline two", "\u{202e}<script>"] {
        let answer = send(json!({"id": "r1.v1", "what": "actor", "note": note}));
        assert_eq!(answer.status, 201, "{}", answer.text());
    }
    let kept = std::fs::read_to_string(site.ledger.with_file_name("corrections.jsonl")).unwrap();
    let lines: Vec<Value> = kept.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!((&lines[0]["id"], &lines[0]["note"]), (&"r1.v1".into(), &"line one\nline two".into()));
    for bad in [
        json!({"id": "", "what": "x"}),
        json!({"id": "r1.v1"}),
        json!([1]),
        json!({"id": "r1.v1", "what": "x", "more": 1}),
    ] {
        assert_eq!(send(bad.clone()).status, 400, "{bad}");
    }
}

#[test]
fn a_server_that_only_shows_takes_nothing_in() {
    for path in ["/reports", "/corrections"] {
        assert_eq!(demo().ask("POST", path, TYPE, b"{}").status, 403, "{path}");
    }
}

#[test]
fn an_empty_ledger_is_no_error() {
    let site = Site::with("");
    assert_eq!(site.json("/about")["as_of"], "2022-03-01");
    assert_eq!(site.json("/picture")["picture"]["headline"]["verdict"], "too_little");
    for path in ["/words", "/series", "/map", "/facets", "/events", "/statements", "/reports", "/sources"] {
        site.json(path);
    }
    for path in ["/feed.atom", "/events.csv", "/words.jsonl", "/series.parquet", "/map.geojson"] {
        assert_eq!(site.get(path).status, 200, "{path}");
    }
}
