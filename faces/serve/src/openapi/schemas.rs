//! What is answered, as JSON Schema: our shapes by what they are in Rust, the picture by `docs/picture.schema.json`.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use crate::api::shape;

const PICTURE: &str = include_str!("../../../../docs/picture.schema.json");

/// Where schemas lie in the document.
pub(super) const AT: &str = "#/components/schemas/";

/// A type whose schema is one that is written down elsewhere.
macro_rules! written {
    ($(#[$about:meta] $name:ident = $schema:expr;)*) => {$(
        #[$about]
        pub(crate) struct $name;

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    )*};
}

written! {
    /// A day.
    DayText = json_schema!({"$ref": "#/components/schemas/picture.day"});
    /// A sentence with where it was published.
    Sentence = json_schema!({"$ref": "#/components/schemas/picture.sentence"});
    /// The picture.
    Picture = json_schema!({"$ref": "#/components/schemas/Picture"});
    /// A word under test.
    Word = json_schema!({"$ref": "#/components/schemas/picture.word"});
    /// The public record.
    Record = json_schema!({"type": "object", "description": "The record `saydo/1`: docs/record.md."});
}

/// All shapes of answers, by name.
pub(super) fn schemas() -> Map<String, Value> {
    let mut all = shapes();
    all.extend(picture());
    all.insert("Problem".to_owned(), problem());
    all.insert("Words".to_owned(), words(&all["PageOfWord"]));
    all.remove("PageOfWord");
    all
}

fn shapes() -> Map<String, Value> {
    let settings = SchemaSettings::draft2020_12()
        .for_serialize()
        .with(|s| s.definitions_path = "/components/schemas".into());
    let mut generator = settings.into_generator();
    generator.subschema_for::<shape::About>();
    generator.subschema_for::<shape::Drawing>();
    generator.subschema_for::<shape::Beside>();
    generator.subschema_for::<shape::Explained>();
    generator.subschema_for::<shape::Series>();
    generator.subschema_for::<shape::Places>();
    generator.subschema_for::<shape::Facets>();
    generator.subschema_for::<shape::Sources>();
    generator.subschema_for::<shape::Whole>();
    generator.subschema_for::<shape::Took>();
    generator.subschema_for::<shape::Page<shape::Told>>();
    generator.subschema_for::<shape::Page<shape::Said>>();
    generator.subschema_for::<shape::Page<shape::Listed>>();
    generator.subschema_for::<shape::Page<Word>>();
    generator.take_definitions(true)
}

/// The picture's schema, its parts named `picture.word` and so on.
fn picture() -> Map<String, Value> {
    let text = PICTURE.replace("#/$defs/", &format!("{AT}picture."));
    let Ok(Value::Object(mut whole)) = serde_json::from_str(&text) else {
        panic!("the picture's schema is JSON")
    };
    whole.remove("$schema");
    let Some(Value::Object(parts)) = whole.remove("$defs") else { panic!("the picture's schema has parts") };
    let parts = parts.into_iter().map(|(name, part)| (format!("picture.{name}"), part));
    parts.chain([("Picture".to_owned(), Value::Object(whole))]).collect()
}

fn problem() -> Value {
    json!({
        "type": "object",
        "description": "What is wrong with a request (RFC 9457).",
        "required": ["type", "title", "status", "detail"],
        "properties": {
            "type": {"const": "about:blank"},
            "title": {"type": "string", "description": "The status in words."},
            "status": {"type": "integer", "description": "The HTTP status.", "minimum": 400},
            "detail": {"type": "string", "description": "What is wrong, and what to do."},
            "parameter": {"type": "string", "description": "The parameter that is wrong."}
        },
        "examples": [{"type": "about:blank", "title": "Bad Request", "status": 400,
            "detail": "\"yesterday\" is no as_of: a day is written as 2022-02-16", "parameter": "as_of"}]
    })
}

/// A page of words has the sentences under them too.
fn words(page: &Value) -> Value {
    let mut words = page.clone();
    words["description"] = "Words under test, and the sentences that they rest on.".into();
    words["properties"]["citations"] = json!({
        "type": "object",
        "description": "The sentences, by the id of their event.",
        "additionalProperties": {"$ref": format!("{AT}picture.sentence")}
    });
    if let Some(required) = words["required"].as_array_mut() {
        required.push("citations".into());
    }
    words
}
