//! What a request has to look like: its address, its method, its length.

use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use percent_encoding::percent_decode_str;

use super::Problem;

/// The longest address, in bytes.
const ADDRESS: usize = 8 << 10;

/// Checks method, address and how the body's length is told.
pub(super) fn check(parts: &Parts) -> Result<(), Problem> {
    method(&parts.method)?;
    address(&parts.uri)?;
    length(&parts.method, &parts.headers)
}

fn method(method: &Method) -> Result<(), Problem> {
    if [Method::GET, Method::HEAD, Method::OPTIONS, Method::POST].contains(method) {
        return Ok(());
    }
    let detail = "only GET, HEAD, OPTIONS and, for sending in, POST are understood here";
    Err(Problem::new(StatusCode::METHOD_NOT_ALLOWED, detail))
}

fn address(uri: &Uri) -> Result<(), Problem> {
    let query = uri.query().map_or(0, |query| query.len() + 1);
    if uri.path().len() + query > ADDRESS {
        let detail = format!("the address is longer than {ADDRESS} bytes; ask for less at once");
        return Err(Problem::new(StatusCode::URI_TOO_LONG, detail));
    }
    if is_plain(uri.path()) {
        return Ok(());
    }
    Err(Problem::bad_request(
        "the path holds bytes that are not UTF-8, control characters, a backslash, or . or .. as a part",
    ))
}

/// Whether a path says what it means.
fn is_plain(path: &str) -> bool {
    let escapes = path.split('%').skip(1);
    let whole = escapes
        .into_iter()
        .all(|rest| rest.len() >= 2 && rest.bytes().take(2).all(|b| b.is_ascii_hexdigit()));
    let Ok(path) = percent_decode_str(path).decode_utf8() else { return false };
    let dots = path.split('/').any(|part| part == "." || part == "..");
    whole && !dots && !path.contains(|c: char| c == '\\' || c.is_control())
}

/// A length that two readers could understand in two ways is refused: requests cannot hide in each other (RFC 9112, 11.2).
fn length(method: &Method, headers: &HeaderMap) -> Result<(), Problem> {
    if headers.contains_key(header::TRANSFER_ENCODING) {
        let detail = "send the body with its Content-Length; Transfer-Encoding is not taken";
        return Err(Problem::new(StatusCode::LENGTH_REQUIRED, detail));
    }
    let has_body = headers.get(header::CONTENT_LENGTH).is_some_and(|length| length != "0");
    if has_body && *method != Method::POST {
        return Err(Problem::bad_request(format!("a {method} request takes no body; send none")));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_says_what_it_means() {
        for path in
            ["/", "/api/v1/explain/p:RUS:Belarus:troops", "/api/v1/explain/w12%2E3", "/a%2Fb", "/caf%C3%A9"]
        {
            assert!(is_plain(path), "{path}");
        }
        for path in [
            "/../etc/passwd",
            "/a/%2e%2E/b",
            "/..%2f..%2fb",
            "/a%00",
            "/a%5c..",
            "/%ff",
            "/%",
            "/%4",
            "/%zz",
            "/./a",
            "/a%0d%0aX:1",
        ] {
            assert!(!is_plain(path), "{path}");
        }
    }
}
