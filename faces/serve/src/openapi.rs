//! The document that describes the API (`OpenAPI` 3.1), `docs/openapi.json`; a test makes it and says when it is stale.
//!
//! - `document`: the whole; `endpoints`: the addresses; `parameters`: what can be asked; `schemas`: what is answered
//!
//! All of these are built for tests only: what ships is the document.

#[cfg(test)]
#[allow(clippy::needless_pass_by_value, reason = "a schema is written where it is used")]
mod document;
#[cfg(test)]
mod endpoints;
#[cfg(test)]
#[allow(clippy::needless_pass_by_value, reason = "a schema is written where it is used")]
mod parameters;
#[cfg(test)]
mod schemas;

use std::sync::LazyLock;

use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};

use crate::guard::Tag;

#[cfg(test)]
pub(crate) use schemas::{DayText, Picture, Record, Sentence};

const DOCUMENT: &str = include_str!("../../../docs/openapi.json");

static TAG: LazyLock<Tag> = LazyLock::new(|| Tag::of_bytes(DOCUMENT.as_bytes()));

/// The document.
pub(crate) async fn answer(asked: HeaderMap) -> Response {
    if TAG.is_known(&asked) {
        return TAG.unchanged();
    }
    TAG.on(([(header::CONTENT_TYPE, "application/json")], DOCUMENT).into_response())
}
