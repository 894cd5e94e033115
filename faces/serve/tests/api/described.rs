//! What is answered is what `docs/openapi.json` says.

use std::sync::LazyLock;

use serde_json::Value;

use crate::misfits::misfits;
use crate::site::{Site, demo};

static DOCUMENT: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../../../docs/openapi.json")).unwrap());

/// What the document says of an answer: where its schema lies.
fn schema(path: &str, status: &str, media: &str) -> &'static Value {
    let mut response = &DOCUMENT["paths"][path]["get"]["responses"][status];
    if let Some(name) = response["$ref"].as_str() {
        response = DOCUMENT.pointer(name.trim_start_matches('#')).unwrap();
    }
    &response["content"][media]["schema"]
}

fn fits(site: &Site, path: &str, query: &str, described: &str) {
    let at = format!("{path}{query}");
    let wrong = misfits(&DOCUMENT, schema(described, "200", "application/json"), &site.json(&at), &at);
    assert!(wrong.is_empty(), "{:#?}", &wrong[..wrong.len().min(20)]);
}

#[test]
fn answers_fit_their_description() {
    let asked = [
        ("/about", "", "/about"),
        ("/picture", "?as_of=2022-02-16", "/picture"),
        ("/picture", "?as_of=2022-02-16&since=2022-02-10&words=3", "/picture"),
        ("/words", "?as_of=2022-02-16", "/words"),
        ("/events", "?as_of=2022-02-16&limit=200", "/events"),
        ("/events", "?as_of=2022-02-16&q=troops", "/events"),
        ("/beside", "", "/beside"),
        ("/statements", "?as_of=2022-02-16&limit=200", "/statements"),
        ("/reports", "?as_of=2022-02-16&limit=200", "/reports"),
        ("/reports/1", "", "/reports/{number}"),
        ("/series", "?as_of=2022-02-16", "/series"),
        ("/map", "?as_of=2022-02-16", "/map"),
        ("/facets", "?as_of=2022-02-16", "/facets"),
        ("/sources", "?as_of=2022-02-16", "/sources"),
        ("/explain/w92.2", "?as_of=2022-02-16", "/explain/{id}"),
        ("/explain/warning", "?as_of=2022-02-16", "/explain/{id}"),
    ];
    for (path, query, described) in asked {
        fits(demo(), path, query, described);
    }
}

#[test]
fn an_empty_ledger_fits_the_same_description() {
    let empty = Site::with("");
    for path in
        ["/about", "/picture", "/words", "/events", "/beside", "/statements", "/reports", "/series", "/map"]
    {
        fits(&empty, path, "", path);
    }
}

#[test]
fn refusals_fit_theirs() {
    for (path, described, status) in [
        ("/events?as_of=yesterday", "/events", "400"),
        ("/reports/999999999", "/reports/{number}", "404"),
        ("/explain/w0.0?as_of=2022-02-16", "/explain/{id}", "404"),
    ] {
        let answer = demo().get(path);
        assert_eq!(answer.status.to_string(), status, "{path}");
        let body = serde_json::from_slice(&answer.body).unwrap();
        let schema = schema(described, status, "application/problem+json");
        assert_eq!(misfits(&DOCUMENT, schema, &body, path), Vec::<String>::new());
    }
}
