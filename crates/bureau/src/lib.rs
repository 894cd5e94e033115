//! All work on a ledger: reports are read and taken in, made again of their raw bytes and read again after an upgrade,
//! the picture is drawn with the sentences under its findings, and events are handed out as rows or set beside those that
//! others coded.
//!
//! Reading runs on all cores; storing runs beside it on one. Reports go in batches, one transaction each, in the order in
//! which they came, so the same reports in the same order give the same ledger on any number of threads.

mod archive;
mod beside;
mod coded;
mod copy;
mod draw;
mod extract;
mod family;
mod intake;
mod prepare;
mod rebuild;
mod replay;
mod store;

pub use archive::Archive;
pub use beside::{Beside, Shown, beside, beside_facts};
pub use coded::coded;
pub use draw::{Drawn, cite, draw};
pub use extract::{Extracted, Kept, extract_again, raw_folder};
pub use family::Outlets;
pub use intake::{Intake, Sink};
pub use rebuild::rebuild;
pub use replay::{Replayed, replay};
pub use store::Taken;

/// The versions of program, weights and tables that this build reads with; each row of a ledger names them.
///
/// ```
/// assert!(saydo_bureau::READ_BY.starts_with("saydo "));
/// ```
pub const READ_BY: &str = concat!(
    "saydo ",
    env!("CARGO_PKG_VERSION"),
    " code ",
    env!("SAYDO_CODE"),
    " weights ",
    env!("SAYDO_WEIGHTS"),
    " tables ",
    env!("SAYDO_TABLES"),
);

/// The version of what makes reports of pages: the text of a report names it, so that it can be made again of its raw
/// bytes after an upgrade.
///
/// ```
/// assert!(saydo_bureau::EXTRACTED_BY.starts_with("saydo "));
/// ```
pub const EXTRACTED_BY: &str =
    concat!("saydo ", env!("CARGO_PKG_VERSION"), " extract ", env!("SAYDO_EXTRACT"));
