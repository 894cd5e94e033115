//! What went wrong in a report without stopping its reading.

use crate::{Byte, Span};

/// One thing that could not be read as it should, kept beside the result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Which kind of problem.
    pub kind: ProblemKind,
    /// Where in the text, if it has a place.
    pub span: Option<Span<Byte>>,
    /// What was found and what was done about it, as a sentence for the reader.
    pub detail: String,
}

impl Problem {
    /// A problem without a place.
    pub fn new(kind: ProblemKind, detail: impl Into<String>) -> Self {
        Self { kind, span: None, detail: detail.into() }
    }

    /// The same problem, placed at `span`.
    #[must_use]
    pub fn at(mut self, span: Span<Byte>) -> Self {
        self.span = Some(span);
        self
    }
}

/// The kinds of problems; each has a permanent [code](ProblemKind::code) that users can search for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ProblemKind {
    /// The report holds no text.
    Empty,
    /// The bytes were not valid in the encoding they were read as.
    Encoding,
    /// The text is not English and was not analysed.
    Language,
    /// A line of JSONL is not an object with a `text`.
    BadRecord,
    /// A line of CoNLL-U breaks the format.
    BadConllu,
    /// A sentence was longer than the reader takes at once and was read in pieces.
    LongSentence,
    /// A token was longer than the reader takes and was cut into pieces.
    LongToken,
    /// A sentence gave more events than a sentence usually tells.
    ManyEvents,
    /// A date that no calendar has.
    ImpossibleDate,
    /// A feed, or an item of one, that breaks its format.
    BadFeed,
    /// A record of a web archive that breaks the format.
    BadArchive,
    /// A page gives only a part of its article: a paywall, a wall of consent, nothing at all.
    Incomplete,
    /// The parts of a page disagree about the day of publication by more than three days.
    DateConflict,
}

impl ProblemKind {
    /// The permanent, searchable name of this kind.
    ///
    /// ```
    /// assert_eq!(saydo_text::ProblemKind::LongSentence.code(), "long-sentence");
    /// ```
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Encoding => "encoding",
            Self::Language => "language",
            Self::BadRecord => "bad-record",
            Self::BadConllu => "bad-conllu",
            Self::LongSentence => "long-sentence",
            Self::LongToken => "long-token",
            Self::ManyEvents => "many-events",
            Self::ImpossibleDate => "impossible-date",
            Self::BadFeed => "bad-feed",
            Self::BadArchive => "bad-archive",
            Self::Incomplete => "incomplete",
            Self::DateConflict => "date-conflict",
        }
    }
}
