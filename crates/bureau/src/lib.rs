//! All work on a ledger: reports are read and taken in, read again after an upgrade, and the picture is drawn with the
//! sentences under its findings.
//!
//! Reading runs on all cores; storing runs beside it on one. Reports go in batches, one transaction each, in the order in
//! which they came, so the same reports in the same order give the same ledger on any number of threads.

mod copy;
mod draw;
mod family;
mod intake;
mod prepare;
mod rebuild;

pub use draw::{Drawn, cite, draw};
pub use family::Outlets;
pub use intake::{Intake, Sink, Taken};
pub use rebuild::rebuild;

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
