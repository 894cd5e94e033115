//! The words behind a finding.

use std::ops::Range;

use jiff::civil::Date;

use crate::EventId;

/// The sentence that tells an event, and where it was published. Offsets count bytes of `sentence`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// Which event.
    pub event: EventId,
    /// The sentence, as it was published.
    pub sentence: String,
    /// The words in it that tell the event.
    pub trigger: Range<usize>,
    /// Who is named as the source, as the text names it; `None` in the publisher's own voice.
    pub speaker: Option<String>,
    /// Where the source's name stands in the sentence, where it does.
    pub speaker_at: Option<Range<usize>>,
    /// The code points of the sentence within the report's text, end exclusive.
    pub at: Range<usize>,
    /// The outlet.
    pub publisher: Option<String>,
    /// The family that it counts as, and why where that is another than the outlet's own.
    pub family: String,
    /// The day of publication.
    pub published: Option<Date>,
    /// The headline.
    pub title: Option<String>,
    /// The address.
    pub url: Option<String>,
    /// The report's id as its input gave it.
    pub report: String,
    /// SHA-256 of the report's text.
    pub sha256: String,
    /// Versions of program, weights and tables that read it.
    pub read_by: String,
}
