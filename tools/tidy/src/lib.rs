//! The rules of the house, as functions from the source tree to findings.
//!
//! `tests/house.rs` runs each rule over this repository; beside each rule, a test shows it a bad example, so that no
//! rule can pass because it sees nothing.

mod cards;
mod edges;
mod fresh;
mod heads;
mod length;
mod links;
mod pure;
mod tree;
mod words;

pub use cards::cards;
pub use edges::{edges, lints};
pub use fresh::fresh;
pub use heads::heads;
pub use length::length;
pub use links::{links, readme};
pub use pure::{pure, safe};
pub use tree::{File, Tree};
pub use words::words;

use std::fmt;

/// A place where a rule is broken, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The file, from the root of the repository.
    pub path: String,
    /// The line, counted from 1; 0 where the whole file is meant.
    pub line: usize,
    /// What is wrong and what to do.
    pub advice: String,
}

impl Finding {
    /// A finding at a line of a file.
    pub fn at(file: &File, line: usize, advice: impl Into<String>) -> Self {
        Self { path: file.path.clone(), line, advice: advice.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.path, self.advice),
            line => write!(f, "{}:{line}: {}", self.path, self.advice),
        }
    }
}
