//! What changed between two days.

use jiff::civil::Date;

/// The picture compared with that of an earlier day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes {
    /// The earlier day.
    pub since: Date,
    /// What changed, the weightiest first; empty means: the picture has not changed, which is a finding.
    pub list: Vec<Change>,
}

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The finding that changed.
    pub finding: String,
    /// What the finding is about, in a few words.
    pub about: String,
    /// What it was; empty where it is new.
    pub was: String,
    /// What it is; empty where it is gone.
    pub is: String,
}
