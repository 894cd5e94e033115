//! What can be wrong with a file of weights.

use std::fmt;

/// Why a file of weights cannot be used. All of these mean that the file does not belong to this program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WeightsError {
    /// The file does not start as one of this version.
    Magic,
    /// The file ends inside a section.
    Truncated,
    /// A section is not there.
    Missing(String),
    /// A section's size or content does not fit the others.
    Shape(String),
}

impl fmt::Display for WeightsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Magic => f.write_str("not a file of parser weights of this version"),
            Self::Truncated => f.write_str("the weights end in the middle of a section"),
            Self::Missing(name) => write!(f, "the weights lack the section {name:?}"),
            Self::Shape(name) => write!(f, "the section {name:?} of the weights has the wrong size"),
        }
    }
}

impl std::error::Error for WeightsError {}
