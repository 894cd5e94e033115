//! Web pages to reports: headline, lead, byline, dateline, body, captions, times, publisher, live posts.
//!
//! What always holds here:
//!
//! - Pure: no clock, network, environment or file; the caller brings the bytes. Nothing of a page is ever run.
//! - Reading never fails. Any bytes give a [`Page`] with its problems in it.
//! - No rule knows a publisher: what is read is what standards, element names and common words say.
//! - No time is ever made up: a page that names none has none.
//! - Time and memory grow with the length of the input and no faster, whatever is in it; nothing recurses.

mod address;
mod arrange;
mod boiler;
mod byline;
mod calendar;
mod clean;
mod clock;
mod date;
mod decode;
mod ground;
mod grow;
mod headline;
mod insert;
mod json;
mod kind;
mod layout;
mod linked;
mod links;
mod live;
mod mark;
mod meta;
mod page;
mod people;
mod read;
mod report;
mod site;
mod tag;
mod tree;
mod walk;
mod wall;
mod when;
mod words;

pub use decode::is_html;
pub use page::{Block, Hints, Kind, Link, Page, Post};
pub use read::{fragment, read};
pub use report::reports;
