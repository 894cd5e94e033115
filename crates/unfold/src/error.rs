//! What can stop a body from being unfolded.

/// A body that could not be unfolded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The body unfolds to more than is taken.
    #[error(
        "unfolds to more than {limit} bytes, which is more than is taken; raise the limit if this is meant to be so big"
    )]
    TooLarge {
        /// How many bytes are taken.
        limit: usize,
    },
    /// The bytes are not what the coding says, are damaged, or end too early.
    #[error("is not whole or not {coding} as said ({detail}); fetch it again")]
    Broken {
        /// The coding that was being undone.
        coding: &'static str,
        /// What its reader found.
        detail: String,
    },
    /// A coding that is not read here.
    #[error("is in the coding {coding:?}, which is not read; ask for gzip, deflate, br or none")]
    Unknown {
        /// The coding as given, cut to a readable length.
        coding: String,
    },
    /// More codings on top of each other than anybody needs.
    #[error("is said to be in more than {limit} codings on top of each other; fetch it without any")]
    TooMany {
        /// How many are undone.
        limit: usize,
    },
}
