//! The page, compiled in: its files come out of this program and from nowhere else.

use std::io::Write;
use std::sync::LazyLock;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::guard::Tag;

/// A file of the page.
struct Asset {
    path: &'static str,
    kind: &'static str,
    bytes: &'static [u8],
}

/// A file with what is made of it once.
struct Ready {
    asset: &'static Asset,
    tag: Tag,
    packed: Vec<u8>,
}

const ASSETS: [Asset; 5] = [
    Asset { path: "/", kind: "text/html; charset=utf-8", bytes: include_bytes!("../assets/index.html") },
    Asset {
        path: "/app.js",
        kind: "text/javascript; charset=utf-8",
        bytes: include_bytes!("../assets/app.js"),
    },
    Asset { path: "/app.css", kind: "text/css; charset=utf-8", bytes: include_bytes!("../assets/app.css") },
    Asset { path: "/world.json", kind: "application/json", bytes: include_bytes!("../assets/world.json") },
    Asset { path: "/icon.svg", kind: "image/svg+xml", bytes: include_bytes!("../assets/icon.svg") },
];

static READY: LazyLock<Vec<Ready>> = LazyLock::new(|| ASSETS.iter().map(Ready::of).collect());

/// The addresses of the page's files.
pub(crate) fn routes() -> Router {
    READY.iter().fold(Router::new(), |router, ready| {
        router.route(ready.asset.path, get(async move |headers: HeaderMap| ready.answer(&headers)))
    })
}

impl Ready {
    fn of(asset: &'static Asset) -> Self {
        let tag = Tag::of_bytes(asset.bytes);
        Self { asset, tag, packed: packed(asset.bytes).unwrap_or_default() }
    }

    fn answer(&'static self, asked: &HeaderMap) -> Response {
        if self.tag.is_known(asked) {
            return self.tag.unchanged();
        }
        let mut headers = HeaderMap::from_iter([
            (header::CONTENT_TYPE, HeaderValue::from_static(self.asset.kind)),
            (header::VARY, HeaderValue::from_static("accept-encoding")),
        ]);
        let body = if takes_gzip(asked) && self.packed.len() < self.asset.bytes.len() {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
            Bytes::from_static(&self.packed)
        } else {
            Bytes::from_static(self.asset.bytes)
        };
        self.tag.on((headers, Body::from(body)).into_response())
    }
}

fn packed(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(bytes)?;
    packer.finish()
}

/// Whether a request takes gzip (RFC 9110, 12.5.3).
fn takes_gzip(headers: &HeaderMap) -> bool {
    let asked = headers.get_all(header::ACCEPT_ENCODING).into_iter().filter_map(|value| value.to_str().ok());
    asked.flat_map(|value| value.split(',')).any(|coding| {
        let (name, quality) = coding.split_once(';').unwrap_or((coding, ""));
        let refused = quality.trim().strip_prefix("q=").and_then(|q| q.parse::<f32>().ok()) == Some(0.0);
        name.trim().eq_ignore_ascii_case("gzip") && !refused
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn takes(value: &'static str) -> bool {
        takes_gzip(&HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(value))]))
    }

    #[test]
    fn gzip_goes_to_those_who_take_it() {
        assert!(takes("gzip, deflate, br") && takes("br;q=1, GZIP;q=0.5"));
        assert!(!takes("identity") && !takes("gzip;q=0") && !takes(""));
    }

    #[test]
    fn the_page_needs_nothing_from_elsewhere() {
        let page = String::from_utf8_lossy(ASSETS[0].bytes);
        for part in [
            "src=\"http",
            "href=\"http",
            "src=\"//",
            "href=\"//",
            "<style",
            "style=\"",
            "javascript:",
            "onclick",
        ] {
            assert!(!page.contains(part), "{part}");
        }
        assert!(page.contains("app.js") && page.contains("app.css"));
    }
}
