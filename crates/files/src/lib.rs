//! From a path to the reports behind it: text, Markdown, JSONL, web pages, archives, folders.
//!
//! What always holds here:
//!
//! - Files are only read, and only those that were named or lie in a folder that was named.
//! - Whether a file is packed with gzip is told by its bytes; what it is, by its name, and by its first bytes where the name
//!   does not tell.
//! - JSONL, CoNLL-U and archives are read piece by piece, packed or not, so that a long file need not fit into memory.
//! - What cannot be read is told, and the rest is read. A page without an article is no trouble: an archive has thousands.
//!   Such pages are counted, see [`Meter::passed`].

mod archive;
mod error;
mod kind;
mod list;
mod meter;
mod open;
mod page;
mod start;

use saydo_record::conllu;
use saydo_text::Report;

pub use error::Error;
pub use kind::Input;
pub use list::{STANDARD_INPUT, is_ours, list};
pub use meter::Meter;
pub use open::{open, open_metered};

/// One thing to read.
#[derive(Debug)]
pub enum Item {
    /// A report.
    Report(Box<Report>),
    /// A sentence whose words are given.
    Sentence(Box<conllu::Sentence>),
    /// Something that could not be read, as a message without the file's name.
    Bad(String),
}

/// What is in one file, one after another.
pub type Items = Box<dyn Iterator<Item = Item>>;
