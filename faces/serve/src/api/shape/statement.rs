//! A statement in a list.

use serde::Serialize;

use super::Day;

#[expect(clippy::struct_field_names, reason = "the field has its name in the API")]
/// A statement: somebody is reported to have said, written, asked, denied or thought something.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "Statement"))]
pub(crate) struct Said {
    /// Its id: `r12.s3`.
    pub id: String,
    /// The number of its report.
    pub report: u32,
    /// `direct`, `indirect` or `mixed`.
    pub kind: String,
    /// What its cue does: `say`, `announce`, `deny`, …
    pub act: Option<String>,
    /// Whether the text says that it was not said.
    pub negated: bool,
    /// Who is named as its source.
    pub source: Option<Who>,
    /// To whom.
    pub addressee: Option<String>,
    /// What is said, in the pieces in which the text has it.
    pub content: Vec<String>,
    /// Whether it is quoted, in whole or in part.
    pub quoted: bool,
    /// When it was said, as far as the text tells.
    pub said: Option<String>,
    /// When it was said, else publication.
    pub day: Day,
    /// The day of publication.
    pub published: Option<Day>,
    /// The statement in which it stands.
    pub within: Option<String>,
    /// The sentence or sentences that hold source, cue and content.
    pub sentence: String,
    /// The outlet.
    pub publisher: Option<String>,
    /// The publisher family.
    pub family: String,
    /// The families that carry it: its own and those of reports that copy its report.
    pub families: Vec<String>,
    /// The headline.
    pub title: Option<String>,
    /// The address.
    pub url: Option<String>,
    /// Words under test that it opened or repeated.
    pub words: Vec<Badge>,
}

/// The source of a statement.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "Speaker"))]
pub(crate) struct Who {
    /// As the report has it, the office included.
    pub text: String,
    /// The actor code.
    pub code: Option<String>,
    /// Who is meant.
    pub name: Option<String>,
    /// `person`, `country`, `organisation`, …
    pub kind: Option<String>,
}

/// A word under test and its state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Badge {
    /// The word's id.
    pub id: String,
    /// Its state.
    pub state: String,
}
