//! What the threads beside the loop are given, and what comes back from them.

use jiff::Timestamp;
use saydo_fetch::Failure;
use saydo_ledger::KeptAlert;
use saydo_rounds::Job;
use saydo_text::Report;

use crate::work::Got;

/// What a worker is to do.
#[derive(Debug)]
pub(crate) enum Task {
    /// Ask a source.
    Job(Box<Job>),
    /// Send an alert to the webhook.
    Hook(Box<KeptAlert>),
}

/// What came back.
#[derive(Debug)]
pub(crate) enum Done {
    /// A source answered, or did not.
    Job { job: Box<Job>, got: Box<Got>, at: Timestamp },
    /// The webhook answered with a status, or did not.
    Hook { letter: Box<KeptAlert>, answer: Result<u16, Failure>, at: Timestamp },
    /// A report was read in a file, or came by standard input.
    Report { source: String, report: Box<Report> },
    /// Something in a file could not be read.
    Trouble { source: String, what: String },
    /// A file was read to its end, or standard input ended; `item` is what the file is known by.
    End { source: String, item: String },
}
