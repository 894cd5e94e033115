//! What stops a patrol.

use std::io;
use std::path::PathBuf;

/// Why a patrol cannot go on. A source that fails is no error: it is told, and asked again later.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The ledger failed.
    #[error(transparent)]
    Ledger(#[from] saydo_ledger::Error),
    /// The raw bytes of a page could not be kept.
    #[error("cannot keep the raw pages: {0}")]
    Vault(#[from] saydo_vault::Error),
    /// A file that the watch names cannot be used.
    #[error("{}: {what}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What is wrong and what to do.
        what: String,
    },
    /// The webhook's secret is none.
    #[error(transparent)]
    Secret(#[from] saydo_alerts::Error),
    /// A network of the watch's `allow` is none.
    #[error("[fetch] allow: \"{0}\" is neither an address nor a network; write one such as \"10.0.0.0/8\"")]
    Network(String),
    /// The alerts could not be written.
    #[error("cannot write the alerts into {}: {source}; check the folder and its permissions", path.display())]
    Alerts {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A worker ended without an answer, so requests would be waited for in vain.
    #[error("a worker of the patrol broke down; this is a fault of the program, please report it")]
    Worker,
}
