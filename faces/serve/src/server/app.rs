//! All addresses: the API, its description, the page.

use std::sync::Arc;

use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Value, json};

use crate::guard::Problem;
use crate::room::Room;
use crate::{api, assets, openapi};

/// Where the API is.
pub(crate) const API: &str = "/api/v1";

/// Everything that is answered, without the guard.
pub(super) fn app(room: Arc<Room>) -> Router {
    let api = Router::new()
        .route("/health", get(health))
        .route("/openapi.json", get(openapi::answer))
        .merge(api::routes().with_state(room));
    let routes = Router::new().nest(API, api).merge(assets::routes());
    routes.method_not_allowed_fallback(other_method).fallback(nothing)
}

async fn health() -> Json<Value> {
    Json(json!({"status": "ok", "version": env!("CARGO_PKG_VERSION")}))
}

async fn other_method() -> Response {
    let detail = "this address is only asked for with the methods that Allow names";
    Problem::new(StatusCode::METHOD_NOT_ALLOWED, detail).into_response()
}

async fn nothing(uri: Uri) -> Problem {
    let path: String = uri.path().chars().take(200).collect();
    Problem::not_found(format!("there is nothing at {path}; {API}/openapi.json lists what there is"))
}
