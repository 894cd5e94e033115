//! Hostile news: whatever a report holds comes out as the text that went in, by every way out.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[allow(dead_code, reason = "each test uses a part of it")]
mod guard_common;
#[path = "hostile/strings.rs"]
mod strings;

use std::collections::{BTreeSet, HashMap};
use std::fmt::Write as _;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::sync::LazyLock;
use std::time::Duration;

use bytes::Bytes;
use guard_common::{Site, body, status};
use jiff::civil::date;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::{Field, Row};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use quick_xml::events::Event;
use saydo_bureau::Intake;
use saydo_ledger::Ledger;
use saydo_text::Report;
use serde_json::{Value, json};

const VIEWS: [&str; 12] = [
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

const ANSWERS: [&str; 10] = [
    "about",
    "picture?since=2022-02-10",
    "words?limit=500",
    "series",
    "map",
    "facets",
    "events?limit=500",
    "statements?limit=500",
    "sources",
    "explain/headline",
];

/// A server over a ledger that holds every string in every place of a report, and what went in.
struct Hostile {
    site: Site,
    reports: Vec<Report>,
}

static HOSTILE: LazyLock<Hostile> = LazyLock::new(|| {
    let lines: String = strings::all().iter().enumerate().map(line).collect();
    let reports: Vec<Report> = saydo_read::jsonl(lines.as_bytes()).map(Result::unwrap).collect();
    let site = Site::with(|setup| add(&setup.ledger, &reports));
    Hostile { site, reports }
});

/// A report that holds a string as id, title, address, publisher, as text of its own and in somebody's mouth.
fn line((n, string): (usize, &String)) -> String {
    let text = format!(
        "{string}\n\nRussian troops are returning to their bases from Crimea, Russian Defence Ministry spokesman Igor \
         Konashenkov said on Tuesday. \u{201c}{string} is why our units leave Belarus,\u{201d} said Russian Foreign Minister \
         Sergei Lavrov."
    );
    let published = format!("2022-02-{:02}", 1 + n % 28);
    let url = if n % 2 == 0 { string.clone() } else { format!("https://wire.example/{n}?{string}") };
    let report = json!({"id": string, "title": string, "text": text, "url": url, "publisher": string, "published": published});
    format!("{report}\n")
}

fn add(ledger: &Path, reports: &[Report]) {
    let mut ledger = Ledger::open(ledger).unwrap();
    let mut sink = |_: &Report, _| {};
    let mut intake = Intake::new(&mut ledger, date(2022, 3, 1), &mut sink);
    for report in reports {
        intake.take(report.clone()).unwrap();
    }
    intake.finish().unwrap();
}

/// The head and the body of an answer, which has to carry the headers that keep a browser from running anything.
fn fetch(path: &str) -> (String, Vec<u8>) {
    let host = HOSTILE.site.address();
    let mut stream = TcpStream::connect(host).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(300))).unwrap();
    write!(stream, "GET {path} HTTP/1.0\r\nHost: {host}\r\n\r\n").unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    let end =
        bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or_else(|| panic!("{path}: no answer"));
    let head = String::from_utf8(bytes[..end].to_vec()).unwrap().to_ascii_lowercase();
    assert!(head.contains("x-content-type-options: nosniff"), "{path}: {head}");
    assert!(
        head.contains("content-security-policy: default-src 'none'; script-src 'self';"),
        "{path}: {head}"
    );
    assert!(!head.contains("content-type: text/html") || path == "/", "{path}: {head}");
    (head, bytes[end + 4..].to_vec())
}

/// The body of an answer that has to be one.
fn good(path: &str) -> Vec<u8> {
    let (head, body) = fetch(&format!("/api/v1/{path}"));
    assert!(
        head.starts_with("http/1.0 200") || head.starts_with("http/1.1 200"),
        "{path}: {head} {}",
        String::from_utf8_lossy(&body)
    );
    body
}

fn json_of(path: &str) -> Value {
    serde_json::from_slice(&good(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// All reports that the server lists, by id.
fn listed() -> HashMap<String, Value> {
    let page = json_of("reports?limit=500");
    assert_eq!(page["next"], Value::Null);
    let items = page["items"].as_array().unwrap().iter().cloned();
    items.map(|item| (item["id"].as_str().unwrap().to_owned(), item)).collect()
}

#[test]
fn there_are_two_hundred_of_them() {
    let all: BTreeSet<String> = strings::all().into_iter().collect();
    assert_eq!(all.len(), 200);
}

#[test]
fn what_goes_in_comes_out() {
    let listed = listed();
    assert_eq!(listed.len(), HOSTILE.reports.len());
    for (string, report) in strings::all().iter().zip(&HOSTILE.reports) {
        let item = &listed[&report.id];
        assert_eq!(item["title"], json!(report.title), "{string:?}");
        assert_eq!(item["url"], json!(report.url), "{string:?}");
        assert_eq!(item["publisher"], json!(report.publisher), "{string:?}");
        let whole = json_of(&format!("reports/{}", item["number"]));
        assert_eq!(whole["text"], json!(report.text), "{string:?}");
        assert!(report.text.contains("returning to their bases"), "{string:?}");
    }
}

#[test]
fn every_answer_is_whole_json() {
    for path in ANSWERS {
        json_of(path);
    }
    let events = json_of("events?limit=500");
    assert!(events["total"].as_u64().unwrap() >= 200, "{}", events["total"]);
    assert!(json_of("statements")["total"].as_u64().unwrap() >= 200);
}

#[test]
fn cells_of_csv_run_nothing() {
    for view in VIEWS {
        let bytes = good(&format!("{view}.csv"));
        let mut rows =
            csv::ReaderBuilder::new().has_headers(false).flexible(false).from_reader(bytes.as_slice());
        for row in rows.records() {
            let row = row.unwrap_or_else(|error| panic!("{view}: {error}"));
            row.iter().for_each(|cell| {
                assert!(is_harmless(cell), "{view}: {:?}", cell.chars().take(80).collect::<String>());
            });
        }
    }
    let rows = csv::Reader::from_reader(good("reports.csv").as_slice()).into_records().count();
    assert_eq!(rows, HOSTILE.reports.len());
}

/// Whether a spreadsheet shows a cell and does not run it.
fn is_harmless(cell: &str) -> bool {
    let begins = |c: char| "=+-@\t\r\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}".contains(c);
    let runs = cell.starts_with(begins) && cell.parse::<f64>().is_err();
    let hides = |c: char| (c < ' ' && !"\t\n\r".contains(c)) || c == '\u{0}';
    !runs && !cell.contains(hides)
}

#[test]
fn lines_of_json_are_whole() {
    for view in VIEWS {
        let text = String::from_utf8(good(&format!("{view}.jsonl"))).unwrap();
        for line in text.split('\n').filter(|line| !line.is_empty()) {
            serde_json::from_str::<Value>(line).unwrap_or_else(|error| panic!("{view}: {error}: {line}"));
        }
    }
    let text = String::from_utf8(good("reports.jsonl")).unwrap();
    let titles: BTreeSet<Option<String>> = text
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["title"].as_str().map(str::to_owned))
        .collect();
    assert_eq!(titles, HOSTILE.reports.iter().map(|report| report.title.clone()).collect());
}

/// The rows of a view as Parquet.
fn rows_of_parquet(view: &str) -> Vec<Row> {
    let reader = SerializedFileReader::new(Bytes::from(good(&format!("{view}.parquet"))));
    let reader = reader.unwrap_or_else(|error| panic!("{view}: {error}"));
    reader.get_row_iter(None).unwrap().map(Result::unwrap).collect()
}

#[test]
fn parquet_holds_what_the_lines_of_json_hold() {
    for view in VIEWS {
        let lines = String::from_utf8(good(&format!("{view}.jsonl"))).unwrap();
        assert_eq!(rows_of_parquet(view).len(), lines.lines().count(), "{view}");
    }
    let title = |row: &Row| match row.get_column_iter().find(|(name, _)| *name == "title") {
        Some((_, Field::Str(title))) => Some(title.clone()),
        Some((_, Field::Null)) => None,
        other => panic!("{other:?}"),
    };
    let titles: BTreeSet<Option<String>> = rows_of_parquet("reports").iter().map(title).collect();
    assert_eq!(titles, HOSTILE.reports.iter().map(|report| report.title.clone()).collect());
    assert_eq!(json_of("map.geojson")["type"], "FeatureCollection");
}

#[test]
fn feeds_are_well_formed() {
    for view in ["events", "statements", "reports"] {
        let text = String::from_utf8(good(&format!("feed.atom?view={view}"))).unwrap();
        let legal = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
        assert!(text.chars().all(legal), "{view}: characters that XML 1.0 does not have");
        assert_eq!(elements(&text).iter().filter(|(name, _)| name == "entry").count(), 100, "{view}");
    }
}

/// Element names of an XML document and where their links lead; it has to be well-formed, with Atom's elements only.
fn elements(text: &str) -> Vec<(String, Option<String>)> {
    const ATOM: [&str; 14] = [
        "feed",
        "entry",
        "id",
        "title",
        "updated",
        "published",
        "author",
        "name",
        "link",
        "content",
        "summary",
        "generator",
        "subtitle",
        "category",
    ];
    let mut reader = quick_xml::Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let mut found = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) | Event::Empty(tag) => {
                let name = tag.name().as_ref().to_owned();
                let link = tag.try_get_attribute("href").unwrap();
                let link = link.map(|link| link.value.into_owned());
                let is_web = link.as_ref().is_none_or(|link| {
                    link.starts_with("http://") || link.starts_with("https://") || link.starts_with('/')
                });
                assert!(ATOM.contains(&name.as_str()) && is_web, "{name} {link:?}");
                found.push((name, link));
            }
            Event::DocType(_) | Event::PI(_) | Event::CData(_) => panic!("no feed needs these"),
            Event::Eof => return found,
            _ => {}
        }
    }
}

#[test]
fn questions_are_text_too() {
    for string in strings::all() {
        let asked: String = string.chars().take(400).collect();
        let asked = utf8_percent_encode(&asked, NON_ALPHANUMERIC).to_string();
        for path in [
            "events?q=",
            "statements?source=",
            "reports?q=",
            "map?place=n:",
            "events?actor=",
            "explain/",
            "events?",
        ] {
            let (head, body) = fetch(&format!("/api/v1/{path}{asked}"));
            let code: u16 = head[9..12].parse().unwrap();
            assert!(matches!(code, 200 | 400 | 404), "{path}{string:?}: {head}");
            serde_json::from_slice::<Value>(&body)
                .unwrap_or_else(|error| panic!("{path}{string:?}: {error}"));
        }
    }
}

#[test]
fn the_page_holds_nothing_of_the_news() {
    let (_, page) = fetch("/");
    let page = String::from_utf8(page).unwrap();
    assert!(!page.contains("alert(1)") && !page.contains("evil.example"));
}

#[test]
fn half_characters_and_broken_lines_are_told() {
    let site = Site::with(|setup| setup.write = true);
    let mut lines = String::from("{\"id\":\"good\",\"text\":\"Talks went on.\"}\n");
    for half in ["\\ud800", "\\udfff", "\\ud800\\ud800", "\\udc00\\ud800"] {
        writeln!(lines, "{{\"id\":\"{half}\",\"title\":\"{half}\",\"text\":\"Talks {half} went on.\"}}")
            .unwrap();
    }
    lines.push_str("{\"text\":\n[]\nnull\n{\"text\":7}\n");
    let answer = site.ask("POST", "/api/v1/reports", "Content-Type: application/jsonl\r\n", lines.as_bytes());
    assert_eq!(status(&answer), 200, "{answer}");
    let took: Value = serde_json::from_str(body(&answer)).unwrap();
    let (new, problems) = (took["new"].as_u64().unwrap(), took["problems"].as_array().unwrap().len());
    assert!(new >= 1 && new + problems as u64 == 9, "{took}");
}
