//! The page that asks a person for the token, and what becomes of the answer. It needs no script.

use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{Html, IntoResponse, Response};

use super::token::Keeper;
use super::{Pairs, Parameters, Problem};

/// Where the form is sent.
pub(super) const PATH: &str = "/login";

/// What the form holds: the token, and where to go then.
struct Form {
    token: Option<String>,
    next: Option<String>,
}

impl Parameters for Form {
    fn take(pairs: &mut Pairs) -> Result<Self, Problem> {
        Ok(Self { token: pairs.text("token")?, next: pairs.text("next")? })
    }
}

/// Whether a page to look at is asked for, and not data.
pub(super) fn is_person(parts: &Parts) -> bool {
    let accept = parts.headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    accept.contains("text/html") && !parts.uri.path().starts_with("/api/")
}

/// The answer to one who shows no token, or a wrong one: data to a program, a form to a person.
pub(super) fn ask(parts: &Parts, problem: Problem) -> Response {
    let mut response =
        if is_person(parts) { form(&problem, &next(&parts.uri)) } else { problem.into_response() };
    response
        .headers_mut()
        .insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"saydo\""));
    response
}

/// Reads the form: the right token gets the cookie.
pub(super) async fn enter(keeper: &Keeper, parts: &Parts, body: &[u8]) -> Result<Response, Response> {
    let text = std::str::from_utf8(body)
        .map_err(|_| Problem::bad_request("the form is not UTF-8").into_response())?;
    let form: Form = Pairs::parse(text).and_then(Pairs::read).map_err(IntoResponse::into_response)?;
    if !form.token.is_some_and(|token| keeper.is(token.trim())) {
        return Err(ask(parts, keeper.refuse().await));
    }
    let next = form.next.filter(|next| is_local(next)).unwrap_or_else(|| "/".to_owned());
    Ok(see(keeper, &next))
}

/// The token once in the address of a page: the cookie, and the address without it.
pub(super) fn in_address(parts: &Parts) -> Option<(String, String)> {
    if parts.method != Method::GET {
        return None;
    }
    let query = parts.uri.query()?;
    let is_token = |piece: &&str| piece.starts_with("token=");
    let token = query.split('&').find(is_token)?;
    let token = Pairs::parse(token).ok()?.text("token").ok()??;
    let left: Vec<&str> = query.split('&').filter(|piece| !is_token(piece)).collect();
    let mark = if left.is_empty() { "" } else { "?" };
    Some((token, format!("{}{mark}{}", parts.uri.path(), left.join("&"))))
}

/// 303 to `next`, with the cookie.
pub(super) fn see(keeper: &Keeper, next: &str) -> Response {
    let next = if is_local(next) { next } else { "/" };
    let location = HeaderValue::try_from(next).unwrap_or(HeaderValue::from_static("/"));
    let mut headers = HeaderMap::from_iter([
        (header::LOCATION, location),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ]);
    if let Some(cookie) = keeper.cookie() {
        headers.insert(header::SET_COOKIE, cookie);
    }
    (StatusCode::SEE_OTHER, headers).into_response()
}

/// An address on this server, and no other.
fn is_local(address: &str) -> bool {
    let other =
        address.starts_with("//") || address.contains(|c: char| c == '\\' || c.is_control() || !c.is_ascii());
    address.starts_with('/') && !other
}

/// Where one is who has to show the token first, without a wrong one.
fn next(uri: &Uri) -> String {
    if uri.path() == PATH {
        return "/".to_owned();
    }
    let query: Vec<&str> = uri
        .query()
        .unwrap_or_default()
        .split('&')
        .filter(|p| !p.is_empty() && !p.starts_with("token="))
        .collect();
    let mark = if query.is_empty() { "" } else { "?" };
    format!("{}{mark}{}", uri.path(), query.join("&"))
}

fn form(problem: &Problem, next: &str) -> Response {
    let detail = escaped(problem.detail());
    let next = escaped(next);
    let page = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
         content=\"width=device-width\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<title>Saydo</title>\n</head>\n\
         <body>\n<main>\n<h1>Saydo</h1>\n<p role=\"status\">{detail}</p>\n<form method=\"post\" action=\"{PATH}\">\n\
         <input type=\"hidden\" name=\"next\" value=\"{next}\">\n<p><label for=\"token\">Token</label>\n\
         <input id=\"token\" name=\"token\" type=\"password\" autocomplete=\"current-password\" required autofocus>\n\
         <button>Open</button></p>\n</form>\n</main>\n</body>\n</html>\n"
    );
    let no_store = [(header::CACHE_CONTROL, "no-store")];
    (problem.status(), no_store, Html(page)).into_response()
}

/// A text as HTML has it.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_sent_to_another_server() {
        assert!(is_local("/?as_of=2022-02-16&sel=w1.1"));
        for address in
            ["", "a", "//evil.example", "/\\evil.example", "https://evil.example", "/a\r\nSet-Cookie: x"]
        {
            assert!(!is_local(address), "{address:?}");
        }
    }

    #[test]
    fn the_address_is_kept_without_the_token() {
        assert_eq!(
            next(&Uri::from_static("/?as_of=2022-02-16&token=x&sel=a%22b")),
            "/?as_of=2022-02-16&sel=a%22b"
        );
        assert_eq!(next(&Uri::from_static("/login")), "/");
    }

    #[test]
    fn the_form_shows_text_as_text() {
        assert_eq!(escaped("<a href=\"x\">&"), "&lt;a href=&quot;x&quot;&gt;&amp;");
    }
}
