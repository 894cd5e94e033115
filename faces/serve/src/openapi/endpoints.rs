//! The addresses of the API: what each answers, and what can be asked of it.

/// What an endpoint answers with status 200.
#[derive(Clone, Copy, Debug)]
pub(super) enum Answer {
    /// JSON of this schema.
    Json(&'static str),
    /// JSON without a schema of its own.
    Object(&'static str),
    /// A download of this media type.
    File(&'static str),
}

/// An address that is asked with GET.
pub(super) struct Endpoint {
    /// From `/api/v1` on.
    pub(super) path: String,
    /// In one line.
    pub(super) about: String,
    /// Names of parameters; FILTER stands for those of every view.
    pub(super) parameters: &'static str,
    pub(super) answer: Answer,
}

/// Addresses that answer JSON.
const ANSWERS: [(&str, &str, &str, Answer); 15] = [
    ("/health", "Whether the server is up; needs no token.", "", Answer::Object("status and version")),
    ("/openapi.json", "This document.", "", Answer::Object("OpenAPI 3.1")),
    ("/about", "What is served: the watch, the ledger, the rules of the picture.", "", Answer::Json("About")),
    ("/picture", "The picture as of a day.", "as_of since words", Answer::Json("Drawing")),
    (
        "/words",
        "Words under test, with the sentences that they rest on.",
        "as_of state speaker kind sort cursor limit",
        Answer::Json("Words"),
    ),
    (
        "/explain/{id}",
        "Why a finding says what it says: its rule and its sentences; or the sentence of an event.",
        "id as_of",
        Answer::Json("Explained"),
    ),
    (
        "/series",
        "Words, deeds and denials over time, and the coverage under them.",
        "FILTER bucket",
        Answer::Json("Series"),
    ),
    ("/map", "Events by place.", "FILTER", Answer::Json("Places")),
    (
        "/facets",
        "What can be filtered for, each counted with its own filter left out.",
        "FILTER",
        Answer::Json("Facets"),
    ),
    ("/events", "Events, the newest day first.", "FILTER cursor limit", Answer::Json("PageOfEvent")),
    (
        "/beside",
        "Events that others coded beside our own, the newest day first: which we have, which we lack, which they lack, which our reports tell only in words.",
        "as_of from to system list cursor limit",
        Answer::Json("Beside"),
    ),
    (
        "/statements",
        "Statements, the newest day first.",
        "FILTER act cursor limit",
        Answer::Json("PageOfStatement"),
    ),
    (
        "/reports",
        "Reports, the newest first.",
        "as_of from to source q updated_since cursor limit",
        Answer::Json("PageOfListed"),
    ),
    (
        "/reports/{number}",
        "A report: its text, and what was read in it with every span.",
        "number as_of",
        Answer::Json("Report"),
    ),
    (
        "/sources",
        "Where the reports come from, and how the sources fare that are followed.",
        "as_of",
        Answer::Json("Sources"),
    ),
];

/// Views that can be had whole, and what can be asked of them.
const VIEWS: [(&str, &str); 13] = [
    ("events", "FILTER"),
    ("beside", "as_of from to system list"),
    ("statements", "FILTER act"),
    ("reports", "as_of from to source q updated_since"),
    ("words", "as_of state speaker kind sort"),
    ("posture", "as_of"),
    ("indicators", "as_of"),
    ("diplomacy", "as_of"),
    ("measures", "as_of"),
    ("series", "FILTER bucket"),
    ("map", "FILTER"),
    ("sources", "as_of"),
    ("changes", "as_of since"),
];

/// Forms in which a view can be had whole.
const FORMS: [(&str, &str, &str); 3] = [
    ("csv", "CSV (RFC 4180)", "text/csv"),
    ("jsonl", "JSON Lines", "application/jsonl"),
    ("parquet", "Parquet", "application/vnd.apache.parquet"),
];

/// All addresses that are asked with GET.
pub(super) fn endpoints() -> Vec<Endpoint> {
    let answers = ANSWERS.map(|(path, about, parameters, answer)| Endpoint {
        path: path.to_owned(),
        about: about.to_owned(),
        parameters,
        answer,
    });
    let files = VIEWS.iter().flat_map(|view| FORMS.map(|form| file(view, form)));
    let rest = [
        Endpoint {
            path: "/map.geojson".to_owned(),
            about: "Events by place, as GeoJSON (RFC 7946).".to_owned(),
            parameters: "FILTER",
            answer: Answer::File("application/geo+json"),
        },
        Endpoint {
            path: "/feed.atom".to_owned(),
            about: "The newest hundred, as an Atom feed (RFC 4287).".to_owned(),
            parameters: "view FILTER act",
            answer: Answer::File("application/atom+xml"),
        },
    ];
    answers.into_iter().chain(files).chain(rest).collect()
}

fn file(
    (view, parameters): &(&str, &'static str),
    (ending, name, kind): (&str, &str, &'static str),
) -> Endpoint {
    Endpoint {
        path: format!("/{view}.{ending}"),
        about: format!("The whole view {view} as {name}, to keep."),
        parameters,
        answer: Answer::File(kind),
    }
}
