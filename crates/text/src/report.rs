//! A report: one news item as it came in.

use crate::{Byte, Problem, Span};

/// One news item: its text, what is known about it, and the problems met while taking it in.
///
/// The text is never altered after this. `zones` lie in order and do not overlap. They hold every character of the text
/// that is not white space, except what a format does not mean to be read: markup, code and front matter in Markdown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// A name that is stable for the same input: the record's own id, or the file's stem.
    pub id: String,
    /// The headline, where the input gives it apart from the text.
    pub title: Option<String>,
    /// Where the report was published.
    pub url: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When it was published, as the input says it (ISO 8601 where possible); never set to "now".
    pub published: Option<String>,
    /// The language, as ISO 639-1 where there is one, else ISO 639-3; `None` where the text is too short to tell.
    pub language: Option<String>,
    /// The text that all spans point into.
    pub text: String,
    /// What each part of the text is.
    pub zones: Vec<ZoneSpan>,
    /// What went wrong so far.
    pub problems: Vec<Problem>,
}

impl Report {
    /// Whether the later stages should analyse the text: it is not known to be in a language other than English.
    pub fn is_readable(&self) -> bool {
        self.language.as_deref().is_none_or(|l| l == "en")
    }
}

/// A stretch of the text with one role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ZoneSpan {
    /// Where.
    pub span: Span<Byte>,
    /// Its role.
    pub zone: Zone,
}

/// What a part of a report is; later stages trust them differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Zone {
    /// The title of the report.
    Headline,
    /// Place, day and wire before the first sentence: "KYIV, March 3 (Reuters) —".
    Dateline,
    /// A paragraph of the report.
    Body,
    /// A title inside the report.
    Subheading,
    /// A caption or credit: "Image: AP".
    Caption,
}

impl Zone {
    /// The zone's name in the public record.
    pub fn name(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Dateline => "dateline",
            Self::Body => "body",
            Self::Subheading => "subheading",
            Self::Caption => "caption",
        }
    }
}
