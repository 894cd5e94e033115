//! Bytes to reports: encodings, formats, zones and languages.
//!
//! What always holds here:
//!
//! - Pure: no clock, network, environment or file; the caller brings the bytes.
//! - The text is never altered. Bytes are decoded once, before there is a text; after that, zones point into it.
//! - Reading never fails. Any bytes give a [`Report`](saydo_text::Report) with its problems in it; an [`Error`] is for a
//!   record that holds no report, or for an input that stops giving bytes, and it names the line.
//! - Zones lie in order, on character borders, and do not overlap. In plain text and JSONL they hold every character
//!   that is not white space; in Markdown they leave out front matter, code, images and markers.
//! - Time and memory grow with the length of the input and no faster, whatever is in it.

mod dateline;
mod encoding;
mod error;
mod format;
mod jsonl;
mod language;
mod line;
mod mark;
mod markdown;
mod matter;
mod plain;
mod report;
mod role;
mod shape;
mod tongue;
mod wrap;
mod zone;

pub use dateline::dateline;
pub use encoding::{Decoded, decode};
pub use error::Error;
pub use format::Format;
pub use jsonl::{Jsonl, jsonl, record};
pub use language::language;
pub use markdown::markdown;
pub use plain::plain;
pub use report::finish;
pub use zone::zones;
