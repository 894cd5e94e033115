//! The columns as Markdown, for `docs/arrow.md`.

use std::fmt::Write;

use arrow_schema::{DataType, Field, FieldRef, Schema};

use crate::flat::Flat;
use crate::{Shape, Table};

/// The columns of a shape as a table of Markdown. Those of the flat form say what they hold; those of the nested form are
/// the fields of the JSON record, with the fields of structs and lists below the column that holds them.
///
/// ```
/// let told = saydo_arrow::document(saydo_arrow::Shape::Nested);
/// assert!(told.contains("| `events[].trigger.start` | `int64` | no |"));
/// ```
pub fn document(shape: Shape) -> String {
    columns(&shape.schema(), if shape == Shape::Flat { Flat::WORDS } else { &[] })
}

/// The columns of a schema as a table of Markdown, with what they hold where that is told.
pub fn columns(schema: &Schema, words: &[&str]) -> String {
    let heads = if words.is_empty() { &HEADS[..3] } else { &HEADS };
    let mut out = format!("| {} |\n|{}\n", heads.join(" | "), " --- |".repeat(heads.len()));
    for (at, field) in schema.fields().iter().enumerate() {
        line("", field, words.get(at), &mut out);
    }
    out
}

const HEADS: [&str; 4] = ["column", "type", "may be null", "what it holds"];

fn line(within: &str, field: &Field, words: Option<&&str>, out: &mut String) {
    let (path, optional) =
        (format!("{within}{}", field.name()), if field.is_nullable() { "yes" } else { "no" });
    let words = words.map_or(String::new(), |words| format!(" {words} |"));
    // Writing to a string does not fail.
    let _ = writeln!(out, "| `{path}` | `{}` | {optional} |{words}", name(field.data_type()));
    let (below, fields) = inner(field.data_type());
    for field in fields {
        line(&format!("{path}{below}."), field, None, out);
    }
}

/// The fields inside a type, and what stands between its name and theirs.
fn inner(data_type: &DataType) -> (&'static str, &[FieldRef]) {
    match data_type {
        DataType::Struct(fields) => ("", fields),
        DataType::List(item) => ("[]", inner(item.data_type()).1),
        _ => ("", &[]),
    }
}

fn name(data_type: &DataType) -> String {
    match data_type {
        DataType::Struct(_) => "struct".to_owned(),
        DataType::List(item) => format!("list<{}>", name(item.data_type())),
        other => other.to_string().to_lowercase(),
    }
}
