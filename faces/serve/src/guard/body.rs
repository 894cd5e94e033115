//! What is sent in: only where it may be, from our own page or from no page, as JSON, of a bounded size, in time.

use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use tokio::sync::Semaphore;
use tokio::time::timeout;

use super::{Problem, host};

/// Where reports are sent in.
const REPORTS: &str = "/api/v1/reports";

/// The largest body of reports, in bytes.
const LARGE: usize = 16 << 20;

/// The largest other body, in bytes.
const SMALL: usize = 64 << 10;

/// How many bodies of reports are read at once, so that their memory is bounded; small ones never wait.
const AT_ONCE: usize = 8;

/// How long a body may take however short it is, and the fewest bytes a second beyond.
const PATIENCE: Duration = Duration::from_secs(10);
const RATE: usize = 64 << 10;

/// How long a body that is too large is read on and dropped: who still writes would not hear the answer.
const DRAIN: Duration = Duration::from_secs(2);

/// Media types of JSON and of JSON Lines.
const TYPES: [&str; 5] = [
    "application/json",
    "application/jsonl",
    "application/jsonlines",
    "application/x-ndjson",
    "application/x-jsonlines",
];

/// Reads what is sent in.
pub(super) struct Reader {
    write: bool,
    turns: Semaphore,
}

impl Reader {
    /// A reader that takes bodies for endpoints only where `write` is set.
    pub(super) fn new(write: bool) -> Self {
        Self { write, turns: Semaphore::new(AT_ONCE) }
    }

    /// Checks that an endpoint may be written to, and by whom.
    pub(super) fn check(&self, parts: &Parts) -> Result<(), Problem> {
        if !self.write {
            return Err(Problem::forbidden(
                "this server only reads; start it with --write to send reports and corrections in",
            ));
        }
        is_our_page(&parts.headers)?;
        is_json(&parts.headers)
    }

    /// The body of a request, whole.
    pub(super) async fn read(&self, parts: &Parts, body: Body) -> Result<Bytes, Response> {
        let limit = if parts.uri.path() == REPORTS { LARGE } else { SMALL };
        let told = body.size_hint().lower();
        if told > limit as u64 {
            let _ = timeout(DRAIN, drain(body)).await;
            return Err(Problem::too_large(limit).into_response());
        }
        let _turn = if told > SMALL as u64 { self.turns.acquire().await.ok() } else { None };
        let time = PATIENCE + Duration::from_secs(told / RATE as u64);
        match timeout(time, Limited::new(body, limit).collect()).await {
            Ok(Ok(body)) => Ok(body.to_bytes()),
            Ok(Err(error)) if error.is::<LengthLimitError>() => {
                Err(Problem::too_large(limit).into_response())
            }
            Ok(Err(_)) => {
                Err(Problem::bad_request("the body ends before its Content-Length").into_response())
            }
            Err(_) => Err(too_slow()),
        }
    }
}

/// The rest of a body, thrown away.
async fn drain(mut body: Body) {
    while let Some(Ok(_)) = body.frame().await {}
}

fn too_slow() -> Response {
    let detail = "the body came too slowly; send it again, in smaller pieces";
    let mut response = Problem::new(StatusCode::REQUEST_TIMEOUT, detail).into_response();
    response.headers_mut().insert(header::CONNECTION, header::HeaderValue::from_static("close"));
    response
}

/// A page of somebody else's cannot send anything in by the hand of one who looks at it.
fn is_our_page(headers: &HeaderMap) -> Result<(), Problem> {
    let host = host::host(headers)?;
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    let from = text("origin").map(|origin| origin.split_once("://").map_or("", |(_, from)| from));
    let ours = from.is_none_or(|from| from.eq_ignore_ascii_case(host.as_str()));
    let site = text("sec-fetch-site").is_none_or(|site| matches!(site, "same-origin" | "none"));
    if ours && site {
        return Ok(());
    }
    Err(Problem::forbidden(
        "this was sent by a page of another server; only the page of this one may send anything in",
    ))
}

fn is_json(headers: &HeaderMap) -> Result<(), Problem> {
    let named = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let named = named.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if TYPES.contains(&named.as_str()) {
        return Ok(());
    }
    let detail = "send JSON or JSON Lines, with Content-Type: application/json or application/jsonl";
    Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, detail))
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn from(pairs: &[(&'static str, &'static str)]) -> bool {
        let mut headers = HeaderMap::from_iter([(header::HOST, HeaderValue::from_static("localhost:8750"))]);
        for (name, value) in pairs {
            headers.insert(*name, HeaderValue::from_static(value));
        }
        is_our_page(&headers).is_ok()
    }

    #[test]
    fn only_our_page_or_no_page_sends_anything_in() {
        assert!(from(&[]));
        assert!(from(&[("origin", "http://localhost:8750"), ("sec-fetch-site", "same-origin")]));
        assert!(!from(&[("origin", "http://localhost:8751")]));
        assert!(!from(&[("origin", "null")]));
        assert!(!from(&[("origin", "http://evil.example")]));
        assert!(!from(&[("sec-fetch-site", "cross-site")]));
    }

    #[test]
    fn only_json_is_taken() {
        let taken = |named: &'static str| {
            is_json(&HeaderMap::from_iter([(header::CONTENT_TYPE, HeaderValue::from_static(named))])).is_ok()
        };
        assert!(taken("application/json; charset=utf-8") && taken("Application/X-NDJSON"));
        assert!(!taken("text/plain") && !taken("application/x-www-form-urlencoded") && !taken(""));
    }
}
