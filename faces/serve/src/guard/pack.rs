//! Answers that are packed (gzip, RFC 9110 8.4) and answers that need not be sent again.

use axum::body::Body;
use axum::extract::Request;
use axum::http::{Extensions, HeaderMap, HeaderValue, Method, StatusCode, Version, header};
use axum::middleware::Next;
use axum::response::Response;
use tower_http::compression::predicate::{Predicate, SizeAbove};

use super::tag;

/// Whether packing an answer saves anything: text of some length, and not packed already.
pub(super) fn is_worth_it() -> impl Predicate {
    SizeAbove::new(LEAST).and(is_text)
}

/// What is shorter is sent as it is.
const LEAST: u64 = 1 << 10;

fn is_text(_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    kind.starts_with("text/") || ["json", "xml"].iter().any(|part| kind.contains(part))
}

/// Answers 304 where the request has the answer already; gives a packed answer a tag of its own.
pub(super) async fn unchanged(request: Request, next: Next) -> Response {
    let reads = [Method::GET, Method::HEAD].contains(request.method());
    let asked = request.headers().clone();
    let mut response = next.run(request).await;
    let Some(tag) = response.headers().get(header::ETAG).and_then(|tag| tag.to_str().ok().map(str::to_owned))
    else {
        return response;
    };
    if reads && response.status() == StatusCode::OK && tag::is_known(&asked, &tag) {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        *response.body_mut() = Body::empty();
        for name in [
            header::CONTENT_LENGTH,
            header::CONTENT_TYPE,
            header::CONTENT_DISPOSITION,
            header::CONTENT_ENCODING,
        ] {
            response.headers_mut().remove(name);
        }
    } else if response.headers().contains_key(header::CONTENT_ENCODING)
        && let Ok(packed) = HeaderValue::try_from(format!("{}{}\"", tag.trim_end_matches('"'), tag::PACKED))
    {
        response.headers_mut().insert(header::ETAG, packed);
    }
    response
}
