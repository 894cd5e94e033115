//! What can be asked: each parameter once, with an example.

use serde_json::{Map, Value, json};

/// The parameters by which every view can be filtered.
pub(super) const FILTER: [&str; 10] =
    ["as_of", "from", "to", "actor", "place", "standing", "track", "type", "source", "q"];

/// The parameters, by name.
pub(super) fn parameters() -> Map<String, Value> {
    let all = [
        day(
            "as_of",
            "Only reports published on this day or before count, in the revision valid then. The day of the newest report unless given.",
        ),
        day("from", "The first day of what happened or was said."),
        day("to", "The last day of what happened or was said."),
        day("since", "Tell what changed since the end of this earlier day."),
        day(
            "updated_since",
            "Reports that came in or were replaced on this day or later; the replaced ones have `superseded` set.",
        ),
        list(
            "actor",
            "The beginning of an actor code: who acts, who is acted upon, or who speaks.",
            text(),
            "RUS",
        ),
        list(
            "place",
            "A place: `g524901` (GeoNames), `c:UKR` (a country as a whole) or `n:Name`.",
            text(),
            "c:UKR",
        ),
        list(
            "standing",
            "How it stands in the text.",
            one_of(&["reported", "announced", "claimed", "intended", "demanded", "possible"]),
            "claimed",
        ),
        list(
            "track",
            "Deeds are reported or claimed and not negated, denials are reported or claimed and negated, words are all others.",
            one_of(&["words", "deeds", "denials"]),
            "deeds",
        ),
        list("type", "PLOVER's category, or the kind where there is none.", text(), "RETREAT"),
        list("source", "The name of a publisher family.", text(), "Example Wire"),
        list(
            "act",
            "What the statement's cue does.",
            one_of(&["say", "announce", "claim", "deny", "demand", "promise", "warn", "ask", "think", "see"]),
            "deny",
        ),
        list(
            "state",
            "The state of the word.",
            one_of(&["unverified", "contradicted", "disputed", "partly kept", "kept", "overtaken", "lapsed"]),
            "contradicted",
        ),
        list("speaker", "The beginning of the speaker's actor code.", text(), "RUS"),
        list(
            "kind",
            "What kind of word it is.",
            one_of(&["announcement", "pledge", "assurance", "allegation", "assessment", "forecast"]),
            "announcement",
        ),
        one(
            "q",
            "Text search over statements and reports: all words must occur; \"quoted phrase\"; prefix*.",
            text(),
            json!("\"pull back\" troops*"),
        ),
        one(
            "bucket",
            "How many days a point stands for.",
            one_of(&["auto", "day", "week", "month"]),
            json!("week"),
        ),
        list(
            "system",
            "A system whose events were imported.",
            one_of(&saydo_coded::System::ALL.map(saydo_coded::System::name)),
            "gdelt",
        ),
        list(
            "list",
            "Their deeds that our reports tell only in words; events of theirs that we lack; of ours that they lack; what both have; what tells that again. All unless given.",
            one_of(&["only-said", "we-lack", "they-lack", "have", "again"]),
            "only-said",
        ),
        one("sort", "The order.", one_of(&["newest", "due", "broken"]), json!("broken")),
        one("words", "How many words under test the picture lists, the newest.", number(0, None), json!(100)),
        one("limit", "How many items a page has; 50 unless given.", number(1, Some(500)), json!(100)),
        one("cursor", "Where the page begins: `next` of the page before.", text(), Value::Null),
        one("view", "What the feed tells.", one_of(&["events", "statements", "reports"]), json!("events")),
        in_path("id", "The id of a finding, or of an event such as `r12.v3`.", text(), json!("headline")),
        in_path("number", "The ledger's number of a report.", number(1, None), json!(12)),
    ];
    all.into_iter().collect()
}

fn text() -> Value {
    json!({"type": "string"})
}

fn one_of(values: &[&str]) -> Value {
    json!({"type": "string", "enum": values})
}

fn number(least: u32, most: Option<u32>) -> Value {
    match most {
        Some(most) => json!({"type": "integer", "minimum": least, "maximum": most}),
        None => json!({"type": "integer", "minimum": least}),
    }
}

fn day(name: &str, about: &str) -> (String, Value) {
    one(name, about, json!({"type": "string", "format": "date"}), json!("2022-02-16"))
}

fn one(name: &str, about: &str, schema: Value, example: Value) -> (String, Value) {
    let mut parameter = json!({"name": name, "in": "query", "description": about, "schema": schema});
    if !example.is_null() {
        parameter["example"] = example;
    }
    (name.to_owned(), parameter)
}

fn list(name: &str, about: &str, item: Value, example: &str) -> (String, Value) {
    let about = format!("{about} Several: repeat the parameter, or put commas between the values.");
    one(name, &about, json!({"type": "array", "items": item}), json!([example]))
}

fn in_path(name: &str, about: &str, schema: Value, example: Value) -> (String, Value) {
    let parameter = json!({"name": name, "in": "path", "required": true, "description": about, "schema": schema, "example": example});
    (name.to_owned(), parameter)
}
