//! What can go wrong when events are written.

use thiserror::Error;

use crate::Form;

/// Why events could not be written.
#[derive(Debug, Error)]
pub enum Error {
    /// The way out is closed or full.
    #[error("the events could not be written: {0}")]
    Write(#[from] std::io::Error),
    /// A table could not be written.
    #[error(transparent)]
    Table(#[from] saydo_export::Error),
    /// The format is one that is only read.
    #[error("{} is read here, not written", .0.name())]
    ReadOnly(Form),
    /// The format is one that is only written.
    #[error("{} is written here, not read", .0.name())]
    WriteOnly(Form),
}

/// A result whose error is of this crate.
pub type Result<T> = std::result::Result<T, Error>;
