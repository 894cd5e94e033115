//! Speed, memory and start-up, measured on a fixed bundle of news text: what the suites and the table share.

pub mod ask;
mod bundle;
mod hostile;
mod measure;
pub mod mix;

pub use bundle::{Bundle, reports, write};
pub use hostile::{HOSTILE, Hostile};
pub use measure::{code, median, middle, parse, tokens};
