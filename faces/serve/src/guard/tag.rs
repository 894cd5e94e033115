//! Entity tags: an answer that has not changed is not sent again (RFC 9110, 8.8.3 and 13.1.2).

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

/// The strong entity tag of an answer: of the state that it rests on, and of what was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tag(String);

impl Tag {
    /// The tag of what `key` (path and query, or anything that tells answers apart) gives in `generation`.
    pub(crate) fn of(generation: &str, key: &str) -> Self {
        Self::of_hash(Sha256::new().chain_update(generation).chain_update([0]).chain_update(key))
    }

    /// The tag of a file.
    pub(crate) fn of_bytes(bytes: &[u8]) -> Self {
        Self::of_hash(Sha256::new().chain_update(bytes))
    }

    fn of_hash(hash: Sha256) -> Self {
        let hash = hash.finalize();
        Self(format!("\"{}\"", URL_SAFE_NO_PAD.encode(&hash[..12])))
    }

    /// Whether the request says that it has this answer already; then [`Tag::unchanged`] is enough.
    pub(crate) fn is_known(&self, headers: &HeaderMap) -> bool {
        is_known(headers, &self.0)
    }

    /// 304, with the tag.
    pub(crate) fn unchanged(&self) -> Response {
        let mut response = self.on(Response::new(Body::empty()));
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        response
    }

    /// The answer with the tag on it; caches have to ask before they use it.
    pub(crate) fn on(&self, mut response: Response) -> Response {
        if let Ok(tag) = HeaderValue::from_str(&self.0) {
            response.headers_mut().insert(header::ETAG, tag);
        }
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        response
    }
}

/// Whether `If-None-Match` names this tag. Compared weakly, as the RFC has it; what packing adds to a tag is left out.
pub(super) fn is_known(headers: &HeaderMap, tag: &str) -> bool {
    let asked = headers.get_all(header::IF_NONE_MATCH).into_iter().filter_map(|value| value.to_str().ok());
    let mut names = asked.flat_map(|value| value.split(',')).map(str::trim);
    names.any(|name| name == "*" || bare(name) == bare(tag))
}

fn bare(tag: &str) -> &str {
    let inner = tag.trim_start_matches("W/").trim_matches('"');
    inner.strip_suffix(PACKED).unwrap_or(inner)
}

/// What the tag of a packed answer ends with: other bytes need another strong tag.
pub(super) const PACKED: &str = "-gzip";

#[cfg(test)]
mod tests {
    use super::*;

    fn asks(value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(header::IF_NONE_MATCH, HeaderValue::from_static(value))])
    }

    #[test]
    fn another_state_or_question_is_another_tag() {
        assert_eq!(Tag::of("1", "a"), Tag::of("1", "a"));
        assert_ne!(Tag::of("1", "a"), Tag::of("2", "a"));
        assert_ne!(Tag::of("1", "a"), Tag::of("1", "b"));
        assert_ne!(Tag::of("1", "1a"), Tag::of("11", "a"));
    }

    #[test]
    fn a_tag_is_known_alone_in_a_list_weak_or_packed() {
        for value in ["\"ab\"", "\"x\", \"ab\"", "W/\"ab\"", "\"ab-gzip\"", "*"] {
            assert!(is_known(&asks(value), "\"ab\""), "{value}");
        }
        for value in ["\"abc\"", "", "\"x\",\"y\""] {
            assert!(!is_known(&asks(value), "\"ab\""), "{value}");
        }
    }
}
