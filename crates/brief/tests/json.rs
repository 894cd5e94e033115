//! The picture as JSON, and its schema.

mod sample;

use saydo_brief::document::Document;
use saydo_brief::json;
use serde_json::Value;

const SCHEMA: &str = include_str!("../../../docs/picture.schema.json");

fn samples() -> [sample::Sample; 3] {
    [sample::rich(), sample::empty(), sample::hostile()]
}

#[test]
fn every_picture_fits_the_schema() {
    let schema: Value = serde_json::from_str(SCHEMA).expect("JSON");
    for sample in samples() {
        let value: Value = serde_json::from_str(&json(&sample.picture, &sample.citations)).expect("JSON");
        let wrong = misfits(&schema, &schema, &value, "picture");
        assert!(wrong.is_empty(), "{:#?}", &wrong[..wrong.len().min(20)]);
    }
}

#[test]
fn the_schema_finds_what_does_not_fit() {
    let schema: Value = serde_json::from_str(SCHEMA).expect("JSON");
    let sample = sample::rich();
    let good: Value = serde_json::from_str(&json(&sample.picture, &sample.citations)).expect("JSON");
    let changes: [(&str, Value, &str); 6] = [
        ("/as_of", "yesterday".into(), "picture.as_of: not like"),
        ("/headline/verdict", "calm".into(), "picture.headline.verdict: none of"),
        ("/schema", "saydo-picture/2".into(), "picture.schema: not"),
        ("/words/0/denies", 1.into(), "picture.words[0].denies: not a"),
        ("/words/0/due", serde_json::json!({"first": "2022-02-16"}), "picture.words[0].due: fits none"),
        ("/apart", serde_json::json!({"extra": 1}), "picture.apart: lacks undated"),
    ];
    for (path, value, expected) in changes {
        let mut bad = good.clone();
        *bad.pointer_mut(path).expect("it is there") = value;
        let wrong = misfits(&schema, &schema, &bad, "picture");
        assert!(wrong.iter().any(|w| w.starts_with(expected)), "{path}: {wrong:?}");
    }
}

/// Where a value does not fit a schema, as far as ours go: types, keys, lists, alternatives, days. Keys that the schema
/// does not describe do not fit either.
fn misfits(root: &Value, schema: &Value, value: &Value, at: &str) -> Vec<String> {
    if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
        let target =
            root.pointer(name.trim_start_matches('#')).unwrap_or_else(|| panic!("{name} is missing"));
        return misfits(root, target, value, at);
    }
    if let Some(any) = schema.get("anyOf").and_then(Value::as_array) {
        let all: Vec<_> = any.iter().map(|one| misfits(root, one, value, at)).collect();
        return if all.iter().any(Vec::is_empty) {
            Vec::new()
        } else {
            vec![format!("{at}: fits none of {all:?}")]
        };
    }
    let mut wrong = simple(schema, value, at);
    if let Some(object) = value.as_object() {
        for key in
            schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
        {
            if !object.contains_key(key) {
                wrong.push(format!("{at}: lacks {key}"));
            }
        }
        for (key, value) in object {
            let known = schema
                .get("properties")
                .and_then(|p| p.get(key))
                .or_else(|| schema.get("additionalProperties"));
            match known {
                Some(known) => wrong.extend(misfits(root, known, value, &format!("{at}.{key}"))),
                None => wrong.push(format!("{at}: {key} is not described")),
            }
        }
    }
    if let (Some(items), Some(list)) = (schema.get("items"), value.as_array()) {
        let each = list.iter().enumerate().flat_map(|(n, v)| misfits(root, items, v, &format!("{at}[{n}]")));
        wrong.extend(each);
    }
    wrong
}

fn simple(schema: &Value, value: &Value, at: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    let is = |name: &str| match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        "integer" => value.is_u64(),
        "number" => value.is_number(),
        other => panic!("{other} is no type"),
    };
    match schema.get("type") {
        Some(Value::String(name)) if !is(name) => wrong.push(format!("{at}: not a {name}: {value}")),
        Some(Value::Array(names)) if !names.iter().filter_map(Value::as_str).any(is) => {
            wrong.push(format!("{at}: not one of {names:?}: {value}"));
        }
        _ => {}
    }
    if schema.get("const").is_some_and(|only| only != value) {
        wrong.push(format!("{at}: not {}", schema["const"]));
    }
    if schema.get("enum").and_then(Value::as_array).is_some_and(|all| !all.contains(value)) {
        wrong.push(format!("{at}: none of {}: {value}", schema["enum"]));
    }
    if let (Some(pattern), Some(text)) = (schema.get("pattern").and_then(Value::as_str), value.as_str()) {
        let fits = if pattern.starts_with("^r") {
            text.parse::<saydo_facts::EventId>().is_ok()
        } else {
            text.parse::<jiff::civil::Date>().is_ok()
        };
        if !fits {
            wrong.push(format!("{at}: not like {pattern}: {text}"));
        }
    }
    wrong
}

#[test]
fn what_is_written_can_be_read_again() {
    for sample in samples() {
        let line = json(&sample.picture, &sample.citations);
        assert_eq!(line.matches('\n').count(), 1, "one line");
        let read: Document = serde_json::from_str(&line).expect("a document");
        assert!(read == Document::of(&sample.picture, &sample.citations), "{}", sample.picture.watch);
    }
}

#[test]
fn nothing_is_left_out_and_no_text_is_altered() {
    let sample = sample::hostile();
    let document = Document::of(&sample.picture, &sample.citations);
    assert_eq!(document.words.len(), 10_000);
    assert_eq!(document.watch, sample.picture.watch);
    for (event, citation) in &sample.citations {
        assert_eq!(document.citations[&event.to_string()].sentence, citation.sentence);
    }
}

#[test]
fn triggers_are_counted_in_code_points() {
    let mut sample = sample::rich();
    let event = sample.picture.words[0].said_in[0].event;
    let citation = sample.citations.get_mut(&event).expect("it is there");
    (citation.sentence, citation.trigger) = ("Zürich: they left.".to_owned(), 14..18);
    let document = Document::of(&sample.picture, &sample.citations);
    let trigger = document.citations[&event.to_string()].trigger.expect("it is marked");
    assert_eq!((trigger.start, trigger.end), (13, 17));
}
