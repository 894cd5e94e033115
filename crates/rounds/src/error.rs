//! Why a kept state cannot be used.

/// Why a kept state cannot be used; the source then starts afresh, and its health says so.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    #[error("the kept state cannot be read ({0}); the source starts afresh, items in the ledger stay known")]
    Broken(#[from] serde_json::Error),
    #[error("the kept state is of version {0}, known is {known}; the source starts afresh, items in the ledger stay known", known = crate::state::VERSION)]
    Version(u32),
}
