//! What is wrong with a watch, and where.

/// Something that is wrong with the file of a watch: the line, the key, what was found and what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, {key}: {message}")]
pub struct WatchError {
    /// The line, counted from 1.
    pub line: usize,
    /// The key, or "file" where the text is no TOML.
    pub key: String,
    /// What is wrong, and what to do.
    pub message: String,
}
