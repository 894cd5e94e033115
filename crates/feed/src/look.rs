//! What bytes look like that are no feed.

use crate::{Error, plain};

/// First bytes of forms that are often served by mistake.
const MARKS: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF"),
    (b"\x1F\x8B", "a gzip file"),
    (b"PK\x03\x04", "a ZIP file"),
    (b"\x89PNG", "an image"),
    (b"\xFF\xD8\xFF", "an image"),
    (b"GIF8", "an image"),
];

/// Elements that only HTML pages start with.
const PAGE: &[&str] = &["html", "head", "body", "title", "meta", "script", "div", "h1", "center"];

/// The error for bytes that cannot be text of a feed; `None` where they may be one.
pub(crate) fn other_form(bytes: &[u8]) -> Option<Error> {
    let mark = MARKS.iter().find(|(mark, _)| bytes.starts_with(mark));
    mark.map(|(_, found)| Error::not_a_feed(found))
}

/// The error for a text without a feed's root, whose first tag is `stranger`.
pub(crate) fn not_a_feed(text: &str, stranger: Option<&str>) -> Error {
    if text.trim().is_empty() {
        return Error::not_a_feed("an empty body");
    }
    let start = plain::start(text.trim_start(), 64 << 10).to_ascii_lowercase();
    let name = stranger.map(str::to_ascii_lowercase);
    let is_page = name.as_deref().is_some_and(|name| PAGE.contains(&name))
        || start.starts_with("<!doctype html")
        || start.contains("<html");
    match name.as_deref() {
        _ if is_page => Error::not_a_feed("an HTML page"),
        Some("opml") => Error::not_a_feed("an OPML list of feeds"),
        Some(name) => {
            let name = plain::start(name, 40);
            Error::not_a_feed(&format!("an XML document whose root is <{name}>"))
        }
        None if start.starts_with('<') => {
            Error::broken(text, text.len(), "the text ends inside its first tag")
        }
        None => Error::not_a_feed("plain text"),
    }
}
