//! What can stop a line from becoming a report.

use std::io;

use saydo_text::{Problem, ProblemKind};

/// A line of JSONL that gave no report. Lines are counted from 1.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The line does not hold a report; reading goes on with the next line.
    #[error("bad-record: line {line}: {found}; {advice}")]
    Record {
        /// The line.
        line: u64,
        /// What is wrong with it.
        found: String,
        /// What to do about it.
        advice: &'static str,
    },
    /// The line is longer than the reader takes; reading goes on with the next line.
    #[error(
        "bad-record: line {line}: longer than {limit} bytes; split the record, or check that the file has one record a line"
    )]
    TooLong {
        /// The line.
        line: u64,
        /// How many bytes a line may have.
        limit: usize,
    },
    /// The input stopped giving bytes; reading ends here.
    #[error("line {line}: the input could not be read: {source}")]
    Input {
        /// The line that was being read.
        line: u64,
        /// What the input said.
        source: io::Error,
    },
}

impl Error {
    /// The line in question, counted from 1.
    pub fn line(&self) -> u64 {
        match self {
            Self::Record { line, .. } | Self::TooLong { line, .. } | Self::Input { line, .. } => *line,
        }
    }

    /// The same as a problem to show beside the results; `None` where it was the world that failed.
    pub fn problem(&self) -> Option<Problem> {
        let ours = !matches!(self, Self::Input { .. });
        ours.then(|| Problem::new(ProblemKind::BadRecord, self.to_string()))
    }
}
