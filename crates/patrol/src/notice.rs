//! What the driver tells the face while it works.

use saydo_alerts::Alert;
use saydo_bureau::Taken;

/// Something that a user may want to hear of.
#[derive(Clone, Debug)]
pub enum Notice {
    /// Reports were put into the ledger.
    Took(Taken),
    /// A source or a file could not be read.
    Trouble {
        /// Its address or path.
        source: String,
        /// What is wrong.
        what: String,
    },
    /// The picture changed.
    Alert(Box<Alert>),
}
