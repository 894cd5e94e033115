//! What holds for all endpoints: the day of an answer, filters, pages, entity tags, problems.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::site::{demo, list, texts};

/// Every endpoint that takes a day.
const DAYED: [&str; 12] = [
    "/picture?",
    "/words?limit=500&",
    "/series?bucket=day&",
    "/map?",
    "/facets?",
    "/events?limit=500&",
    "/statements?limit=500&",
    "/reports?limit=500&",
    "/sources?",
    "/explain/headline?",
    "/feed.atom?view=events&",
    "/feed.atom?view=reports&",
];

/// The numbers of the reports published after a day.
fn later(day: &str) -> BTreeSet<u64> {
    let all = demo().json("/reports?limit=500&as_of=2022-12-31");
    let later = list(&all["items"]).filter(|report| report["published"].as_str() > Some(day));
    later.map(|report| report["number"].as_u64().unwrap()).collect()
}

/// Everything in an answer that names a report by its number, its event or its statement.
fn named(value: &Value, found: &mut BTreeSet<u64>) {
    match value {
        Value::String(text) => {
            let number = text.trim_start_matches('w').trim_start_matches('r').split('.').next().unwrap();
            if text.contains('.') && text.len() < 16 {
                found.extend(number.parse::<u64>().ok());
            }
        }
        Value::Array(items) => items.iter().for_each(|item| named(item, found)),
        Value::Object(fields) => {
            for (name, field) in fields {
                named(&Value::String(name.clone()), found);
                if name == "report" || name == "number" {
                    found.extend(field.as_u64());
                }
                named(field, found);
            }
        }
        _ => {}
    }
}

#[test]
fn nothing_that_was_published_later_shows_anywhere() {
    let day = "2022-02-14";
    let later = later(day);
    assert!(later.len() > 30);
    for path in DAYED {
        let answer = demo().get(&format!("{path}as_of={day}"));
        assert_eq!(answer.status, 200, "{path}: {}", answer.text());
        assert!(!answer.text().contains("2022-02-15T"), "{path}");
        if let Ok(json) = serde_json::from_slice(&answer.body) {
            let mut found = BTreeSet::new();
            named(&json, &mut found);
            let shown: Vec<_> = found.intersection(&later).collect();
            assert!(shown.is_empty(), "{path} shows reports {shown:?}");
        }
    }
    let number = later.first().unwrap();
    assert_eq!(demo().get(&format!("/reports/{number}?as_of={day}")).status, 404);
    assert_eq!(demo().get(&format!("/explain/r{number}.v1?as_of={day}")).status, 404);
}

#[test]
fn before_the_first_report_and_after_the_last_answers_are_useful() {
    for day in ["1999-01-01", "2099-01-01"] {
        for path in DAYED {
            let answer = demo().get(&format!("{path}as_of={day}"));
            assert!(answer.status == 200, "{path} {day}: {}", answer.text());
        }
    }
    let before = demo().json("/events?as_of=1999-01-01");
    assert_eq!((&before["total"], &before["next"]), (&0.into(), &Value::Null));
}

#[test]
fn filters_leave_what_they_say() {
    let items =
        |query: &str| demo().json(&format!("/events?limit=500&as_of=2022-02-20&{query}"))["items"].clone();
    let all = items("");
    let some = items("track=denials");
    assert!(!texts(&some, "id").is_empty() && texts(&some, "id").len() < texts(&all, "id").len());
    assert!(list(&some).all(|event| event["track"] == "denials" && event["negated"] == true));
    assert!(
        list(&items("type=RETREAT,presence")).all(|e| e["plover"] == "RETREAT" || e["kind"] == "presence")
    );
    assert!(list(&items("standing=announced")).all(|event| event["standing"] == "announced"));
    let day = |event: &Value| event["day"].as_str().unwrap().to_owned();
    assert!(
        list(&items("from=2022-02-15&to=2022-02-16"))
            .all(|e| ["2022-02-15", "2022-02-16"].contains(&&*day(e)))
    );
    let parties = |event: &Value| -> Vec<String> {
        let mut codes: Vec<String> = texts(&event["actors"], "code");
        codes.extend(texts(&event["recipients"], "code"));
        codes.extend(event["speaker"]["code"].as_str().map(str::to_owned));
        codes
    };
    assert!(list(&items("actor=IGO")).all(|event| parties(event).iter().any(|code| code.starts_with("IGO"))));
    let place = list(&all).find_map(|event| event["places"][0]["key"].as_str()).unwrap().to_owned();
    assert!(
        list(&items(&format!("place={place}"))).all(|event| texts(&event["places"], "key").contains(&place))
    );
}

#[test]
fn facets_count_what_their_filters_leave() {
    let facets = demo().json("/facets?as_of=2022-02-20&track=deeds");
    for (facet, parameter) in
        [("types", "type"), ("standings", "standing"), ("actors", "actor"), ("places", "place")]
    {
        let first = &facets[facet][0];
        let key = first["key"].as_str().unwrap();
        let left = demo().json(&format!("/events?as_of=2022-02-20&track=deeds&{parameter}={key}&limit=1"));
        assert_eq!(left["total"], first["count"], "{facet} {key}");
    }
}

#[test]
fn a_search_finds_words_phrases_and_beginnings() {
    let found = |query: &str| {
        demo().json(&format!("/statements?as_of=2022-02-24&q={query}"))["total"].as_u64().unwrap()
    };
    assert!(found("troops") > found("troops%20return*") && found("troops%20return*") > 0);
    assert_eq!(found("nosuchwordanywhere"), 0);
    assert_eq!(found("%22troops%20nosuchword%22"), 0);
    let reports = demo().json("/reports?as_of=2022-02-24&q=NATO");
    assert!(list(&reports["items"]).all(|r| r["snippet"].as_str().unwrap().to_lowercase().contains("nato")));
}

#[test]
fn pages_hold_each_item_once() {
    for path in ["/events?", "/statements?", "/reports?", "/words?"] {
        let pages = demo().pages(&format!("{path}limit=7&as_of=2022-02-12"), |_| {});
        let whole = demo().json(&format!("{path}limit=500&as_of=2022-02-12"));
        let ids = |items: &[Value]| -> Vec<String> {
            items
                .iter()
                .map(|item| if item["number"].is_u64() { &item["number"] } else { &item["id"] }.to_string())
                .collect()
        };
        let once: BTreeSet<String> = ids(&pages).into_iter().collect();
        assert_eq!(once.len(), pages.len(), "{path}");
        assert_eq!(whole["total"].as_u64().unwrap() as usize, pages.len(), "{path}");
        assert_eq!(ids(&pages)[..pages.len().min(500)], ids(whole["items"].as_array().unwrap()), "{path}");
    }
}

#[test]
fn an_answer_that_is_known_is_not_sent_again() {
    for path in
        ["/about", "/picture?as_of=2022-02-16", "/events?limit=3", "/sources", "/feed.atom", "/events.csv"]
    {
        let first = demo().get(path);
        let tag = first.header("etag").unwrap_or_else(|| panic!("{path}: {}", first.text())).to_owned();
        assert!(tag.starts_with('"'), "{path}: {tag}");
        let again = demo().ask("GET", path, &format!("If-None-Match: {tag}\r\n"), b"");
        assert_eq!((again.status, again.body.len()), (304, 0), "{path}");
        assert_eq!(demo().ask("GET", path, "If-None-Match: \"other\"\r\n", b"").status, 200, "{path}");
    }
}

#[test]
fn what_is_not_understood_is_named() {
    for (path, parameter) in [
        ("/events?limit=0", "limit"),
        ("/events?limit=501", "limit"),
        ("/events?as_of=yesterday", "as_of"),
        ("/events?standing=rumoured", "standing"),
        ("/events?track=rumours", "track"),
        ("/events?place=Kyiv", "place"),
        ("/events?cursor=..%2Fetc", "cursor"),
        ("/events?from=2022-02-02&to=2022-02-01", "to"),
        ("/events?colour=red", "colour"),
        ("/statements?act=sing", "act"),
        ("/series?bucket=hour", "bucket"),
        ("/words?state=broken", "state"),
        ("/words?sort=oldest", "sort"),
        ("/picture?since=2022-02-16&as_of=2022-02-16", "since"),
        ("/picture?words=2001", "words"),
        ("/feed.atom?view=words", "view"),
        ("/events.csv?colour=red", "colour"),
    ] {
        let answer = demo().get(path);
        assert_eq!(answer.status, 400, "{path}: {}", answer.text());
        assert_eq!(answer.header("content-type"), Some("application/problem+json"), "{path}");
        assert_eq!(answer.json()["parameter"], parameter, "{path}");
    }
    for path in [
        "/explain/w0.0",
        "/explain/r999999.v1",
        "/reports/999999",
        "/reports/x",
        "/nothing",
        "/words.geojson",
    ] {
        assert_eq!(demo().get(path).status, 404, "{path}");
    }
}
