//! The document as a whole, and the tests that hold it to the program.

use std::collections::BTreeSet;
use std::path::Path;
use std::{env, fs};

use serde_json::{Map, Value, json};

use super::endpoints::{Answer, Endpoint, endpoints};
use super::parameters::{FILTER, parameters};
use super::schemas::{AT, schemas};
use crate::api;

/// What is refused, by status.
const REFUSALS: [(&str, &str); 11] = [
    ("400", "A parameter is unknown, malformed or given twice; `parameter` names it."),
    ("401", "The token is missing or wrong."),
    ("403", "The server does not answer for this Host, or was not started with --write."),
    ("404", "There is no such thing."),
    ("408", "The body came too slowly."),
    ("411", "The body has no Content-Length."),
    ("413", "The body is too large."),
    ("414", "The address is longer than 8 KB."),
    ("415", "The body is neither JSON nor JSON Lines."),
    ("429", "Too many wrong tokens are being tried."),
    ("503", "Not now; try again."),
];

/// What any GET may be refused with.
const OF_GET: [&str; 6] = ["400", "401", "403", "414", "429", "503"];

fn document() -> Value {
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Saydo",
            "version": env!("CARGO_PKG_VERSION"),
            "summary": "What is said, what is done.",
            "description": "The picture of a crisis, and the events, statements and reports that it rests on, from one ledger.\n\n\
                Lists come in pages: ask again with `cursor` set to `next` until that is null.\n\
                Every answer has an `ETag`; send it as `If-None-Match` and an answer that has not changed is not sent again (304).\n\
                `Saydo-Stale: 1` marks an answer that rests on the state of the ledger before the newest one, which is still being read.",
            "license": {"name": "MIT OR Apache-2.0"}
        },
        "servers": [{"url": "/api/v1"}],
        "security": [{}, {"bearer": []}, {"cookie": []}],
        "paths": paths(),
        "components": {
            "parameters": parameters(),
            "responses": refusals(),
            "schemas": schemas(),
            "securitySchemes": {
                "bearer": {"type": "http", "scheme": "bearer", "description": "The token that the server was started with; needed from other machines."},
                "cookie": {"type": "apiKey", "in": "cookie", "name": "saydo_8750", "description": "Set by POST /login or by ?token= once in the address of a page; the name ends with the server's port."}
            }
        }
    })
}

fn paths() -> Map<String, Value> {
    let mut paths: Map<String, Value> =
        endpoints().iter().map(|e| (e.path.clone(), json!({"get": get(e)}))).collect();
    paths["/reports"]["post"] = post_reports();
    paths.insert("/corrections".to_owned(), json!({"post": post_corrections()}));
    paths
}

fn get(endpoint: &Endpoint) -> Value {
    let names = endpoint.parameters.split(' ').filter(|name| !name.is_empty());
    let names = names.flat_map(|name| if name == "FILTER" { FILTER.to_vec() } else { vec![name] });
    let parameters: Vec<Value> = names.map(|name| refer("parameters", name)).collect();
    let missing = endpoint.path.contains('{').then_some("404");
    let mut responses: Map<String, Value> = OF_GET.into_iter().chain(missing).map(refused).collect();
    responses.insert("200".to_owned(), answered(endpoint.answer));
    responses
        .insert("304".to_owned(), json!({"description": "Nothing changed since the answer with this ETag."}));
    let id = endpoint.path.trim_start_matches('/').replace(['/', '.', '{', '}'], "_");
    let mut get = json!({"operationId": format!("get_{id}"), "summary": endpoint.about, "parameters": parameters, "responses": responses});
    if endpoint.path == "/health" {
        get["security"] = json!([{}]);
    }
    get
}

fn answered(answer: Answer) -> Value {
    let headers = json!({
        "ETag": {"description": "Changes when the answer does.", "schema": {"type": "string"}},
        "Saydo-Stale": {"description": "1 where a newer state of the ledger is still being read, or the words under test of a list are still being worked out; ask again soon.", "schema": {"const": "1"}}
    });
    let content = match answer {
        Answer::Json(name) => json!({"application/json": {"schema": {"$ref": format!("{AT}{name}")}}}),
        Answer::Object(about) => {
            json!({"application/json": {"schema": {"type": "object", "description": about}}})
        }
        Answer::File(kind) => json!({kind: {}}),
    };
    json!({"description": "The answer.", "headers": headers, "content": content})
}

fn post_reports() -> Value {
    let example = "{\"id\":\"a1\",\"publisher\":\"Example Wire\",\"published\":\"2022-02-15\",\"url\":\"https://wire.example/a1\",\"title\":\"Troops return\",\"text\":\"Troops are returning to base, the ministry said.\"}\n";
    let content = json!({
        "application/jsonl": {"schema": {"type": "string", "description": "One JSON object a line; only `text` is required."}, "example": example},
        "application/json": {"schema": {"type": "object", "required": ["text"]}}
    });
    let taken = json!({"200": {"description": "What became of them.", "content": {"application/json": {"schema": {"$ref": format!("{AT}Took")}}}}});
    post(
        "post_reports",
        "Sends reports in, at most 16 MB at once; only where the server was started with --write.",
        content,
        taken,
    )
}

fn post_corrections() -> Value {
    let schema = json!({
        "type": "object",
        "required": ["id", "what"],
        "properties": {
            "id": {"type": "string", "description": "The id of what is wrong: a finding, an event, a statement."},
            "what": {"type": "string", "description": "What is wrong about it."},
            "note": {"type": ["string", "null"], "description": "Anything else."}
        }
    });
    let content = json!({"application/json": {"schema": schema, "example": {"id": "r12.v3", "what": "actor", "note": "this is about 2021"}}});
    let kept = json!({"201": {"description": "Kept in corrections.jsonl beside the ledger."}});
    post(
        "post_corrections",
        "Notes that something is wrong; only where the server was started with --write.",
        content,
        kept,
    )
}

fn post(id: &str, summary: &str, content: Value, taken: Value) -> Value {
    let refusals = ["400", "401", "403", "408", "411", "413", "415", "503"];
    let mut responses: Map<String, Value> = refusals.into_iter().map(refused).collect();
    responses.extend(taken.as_object().cloned().unwrap_or_default());
    json!({"operationId": id, "summary": summary, "requestBody": {"required": true, "content": content}, "responses": responses})
}

fn refused(status: &str) -> (String, Value) {
    (status.to_owned(), refer("responses", status))
}

fn refer(kind: &str, name: &str) -> Value {
    json!({"$ref": format!("#/components/{kind}/{name}")})
}

fn refusals() -> Map<String, Value> {
    let content = json!({"application/problem+json": {"schema": {"$ref": format!("{AT}Problem")}}});
    let one = |(status, about): (&str, &str)| {
        (status.to_owned(), json!({"description": about, "content": content}))
    };
    REFUSALS.into_iter().map(one).collect()
}

fn kept() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/openapi.json")
}

#[test]
fn the_document_is_fresh() {
    let made = document();
    if env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(kept(), format!("{made:#}\n")).expect("docs/openapi.json can be written");
    }
    let kept = fs::read_to_string(kept()).unwrap_or_default();
    let is_fresh = serde_json::from_str::<Value>(&kept).is_ok_and(|kept| kept == made);
    assert!(
        is_fresh,
        "docs/openapi.json is stale: UPDATE_EXPECT=1 cargo test -p saydo-serve openapi writes it"
    );
}

/// The addresses that a router answers, as it tells them itself.
fn routed() -> BTreeSet<String> {
    let told = format!("{:?}", api::routes());
    let quoted = told
        .split('"')
        .skip(1)
        .step_by(2)
        .filter(|text| text.len() > 1 && text.starts_with('/') && !text.contains('*'));
    quoted.map(str::to_owned).chain(["/health".to_owned(), "/openapi.json".to_owned()]).collect()
}

#[test]
fn every_address_is_described_and_nothing_else() {
    let described: BTreeSet<String> = paths().into_iter().map(|(path, _)| path).collect();
    let routed = routed();
    let undescribed: Vec<_> = routed.difference(&described).collect();
    let missing: Vec<_> = described.difference(&routed).collect();
    assert!(
        undescribed.is_empty() && missing.is_empty(),
        "not described: {undescribed:?}; not there: {missing:?}"
    );
}

#[test]
fn every_reference_leads_somewhere() {
    let document = document();
    let text = document.to_string();
    let targets = text.split("\"$ref\":\"#").skip(1).filter_map(|rest| rest.split('"').next());
    let targets: BTreeSet<&str> = targets.collect();
    assert!(targets.len() > 60, "{}", targets.len());
    for target in targets {
        assert!(document.pointer(target).is_some(), "{target}");
    }
    for (kind, part) in document["components"].as_object().expect("there are components") {
        for name in part
            .as_object()
            .expect("by name")
            .keys()
            .filter(|_| kind != "securitySchemes" && kind != "schemas")
        {
            assert!(text.contains(&format!("#/components/{kind}/{name}\"")), "{kind} {name} is not used");
        }
    }
}
