//! The endpoints under `/api/v1`, all but `/health` and `/openapi.json`, which need no ledger.
//!
//! - `shape`: what answers look like; `answer`: from a question to its answer
//! - `ask`, `filter`: parameters that many endpoints take
//! - one module for each view: its rows are made in one place, for pages, downloads and feeds

mod about;
pub(crate) mod answer;
mod ask;
mod beside;
mod counts;
mod events;
mod explain;
mod export;
mod feed;
mod filter;
mod picture;
mod report;
mod reports;
pub(crate) mod shape;
mod snippet;
mod sources;
mod statements;
mod stream;
mod words;
mod write;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

use crate::room::Room;

/// The endpoints, with addresses from `/api/v1` on, such as `/about`.
pub(crate) fn routes() -> Router<Arc<Room>> {
    Router::new()
        .route("/about", get(about::get))
        .route("/picture", get(picture::get))
        .route("/words", get(words::get))
        .route("/explain/{id}", get(explain::get))
        .route("/series", get(counts::series))
        .route("/map", get(counts::map))
        .route("/facets", get(counts::facets))
        .route("/events", get(events::get))
        .route("/beside", get(beside::get))
        .route("/statements", get(statements::get))
        .route("/reports", get(reports::get).post(write::reports))
        .route("/reports/{number}", get(report::get))
        .route("/sources", get(sources::get))
        .route("/feed.atom", get(feed::get))
        .merge(export::routes())
        .route("/corrections", post(write::corrections))
        // The guard has bounded the body before.
        .layer(DefaultBodyLimit::disable())
}
