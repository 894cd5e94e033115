//! What can be wrong with a table or a signature, and where.

/// A table or signature that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// A row of a table.
    #[error("{file}, line {line}, column {column}: {reason}")]
    Row {
        /// Which table.
        file: &'static str,
        /// The line, counted from 1.
        line: usize,
        /// The column, counted from 1.
        column: usize,
        /// What is wrong, and what to do.
        reason: String,
    },
    /// Bytes that are no signature.
    #[error("these bytes are no signature of a text: {0}; sign the text again")]
    Signature(&'static str),
}
