//! What the stage finds: who is reported to have said, written, asked, denied or thought what.

use saydo_codebook::Act;
use saydo_text::{Byte, Span};

/// How the content is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Manner {
    /// In quotation marks.
    Direct,
    /// In the reporter's words.
    Indirect,
    /// In the reporter's words with quoted ones among them.
    Mixed,
}

/// The speaker of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Where the speaker is named.
    pub span: Span<Byte>,
    /// Whom it means, as an index of the report's entities.
    pub entity: Option<usize>,
    /// Why it has no entity; empty where it has one.
    pub unresolved: &'static str,
}

/// The words that report a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// Where they stand.
    pub span: Span<Byte>,
    /// What kind of act they report.
    pub act: Act,
    /// Whether they are negated: "did not say", "declined to comment".
    pub negated: bool,
}

/// Somebody is reported to have said, written, asked, denied or thought something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// How the content is given.
    pub manner: Manner,
    /// Who; `None` where the text hides it ("it was announced").
    pub source: Option<Source>,
    /// By which words; `None` for a quotation that carries its speaker over from before.
    pub cue: Option<Cue>,
    /// What, in one or more pieces, in order.
    pub content: Vec<Span<Byte>>,
    /// To whom.
    pub addressee: Option<Source>,
    /// The statement inside whose content this one stands, as an index.
    pub within: Option<usize>,
    /// The rule that found it and what it rested on, for `--explain`.
    pub because: String,
}
