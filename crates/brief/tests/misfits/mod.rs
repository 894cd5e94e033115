//! Whether a value fits a JSON Schema: the parts of draft 2020-12 that the schemas of this project use.

use serde_json::Value;

/// Where a value does not fit a schema, as far as ours go: types, keys, lists, alternatives, days. Keys that the schema
/// does not describe do not fit either, unless the schema describes none at all.
pub(crate) fn misfits(root: &Value, schema: &Value, value: &Value, at: &str) -> Vec<String> {
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
        let is_open = schema.get("properties").is_none() && schema.get("additionalProperties").is_none();
        for (key, value) in object.iter().filter(|_| !is_open) {
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
        "integer" => value.is_i64() || value.is_u64(),
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
