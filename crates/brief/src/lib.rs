//! The picture, laid out to be read: on a terminal, as Markdown, as one HTML file, as JSON.
//!
//! Pure: a picture and the sentences that it cites go in, text comes out. No clock, no files, no printing. Whatever comes
//! from outside is cleaned for a terminal and escaped for Markdown and HTML; JSON keeps it as it is.
//!
//! - `tell`: the findings in plain English, as all forms tell them; `names`, `day`, `sign`, `quote`: their parts
//! - `terminal`, `markdown`, `html`, `json`: the forms
//! - `explain`: what a finding rests on

pub mod clean;
pub mod document;

mod cited;
mod day;
mod explain;
mod html;
mod look;
mod markdown;
mod names;
mod page;
mod quote;
mod rich;
mod sign;
mod spark;
mod tell;
mod terminal;
mod url;

pub use cited::{cited, shown};
pub use day::long;
pub use document::{SCHEMA, json};
pub use explain::{Explained, explain};
pub use html::html;
pub use look::Look;
pub use markdown::markdown;
pub use names::party;
pub use tell::{capital, heading, title, verdict};
pub use terminal::terminal;
pub use url::{Address, address};
