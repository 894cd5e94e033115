//! Objects of JSON as cells with names, and back.

use serde_json::{Map, Value};

/// A text as it stands, any other value as JSON; a whole number without its `.0`.
pub(crate) fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Number(number) => match number.as_f64() {
            Some(whole) if number.is_f64() && whole.fract() == 0.0 && whole.abs() < 1e15 => {
                format!("{whole:.0}")
            }
            _ => number.to_string(),
        },
        other => other.to_string(),
    }
}

/// The members of an object as names and cells.
pub(crate) fn members(text: &str) -> serde_json::Result<Vec<(String, String)>> {
    let object: Map<String, Value> = serde_json::from_str(text)?;
    Ok(object.iter().map(|(name, value)| (name.clone(), cell(value))).collect())
}

/// A value as it goes to the rest of an event: a text as it is, unless it would be taken for another value.
pub(crate) fn keep(value: &Value) -> String {
    match value {
        Value::String(text) if serde_json::from_str::<Value>(text).is_err() => text.clone(),
        other => other.to_string(),
    }
}

/// The value that was kept so.
pub(crate) fn kept(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|_| Value::from(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_that_is_kept_comes_back() {
        for value in ["\"a\"", "\"1\"", "1.5", "null", "[{\"a\":\"b\"}]", "\"\\\"x\"", "\"\"", "true"] {
            let value: Value = serde_json::from_str(value).unwrap();
            assert_eq!(kept(&keep(&value)), value);
        }
    }

    #[test]
    fn whole_numbers_have_no_fraction() {
        assert_eq!(
            members("{\"id\": 3.0, \"x\": 0.5, \"n\": null}").unwrap(),
            [
                ("id".to_owned(), "3".to_owned()),
                ("n".to_owned(), String::new()),
                ("x".to_owned(), "0.5".to_owned()),
            ]
        );
    }
}
