//! What the stage finds: standing, negation and factuality of a word that tells of something.

use saydo_text::{Byte, Span};

/// How an event stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// The publisher says in its own voice that it happened or holds.
    Reported,
    /// The acting side itself says so.
    Announced,
    /// Somebody else says so.
    Claimed,
    /// The actor plans, promises, offers or threatens it.
    Intended,
    /// Somebody else asks for it, urges or orders it.
    Demanded,
    /// It may, could or would be, if.
    Possible,
}

impl Standing {
    const ALL: [(Self, &'static str); 6] = [
        (Self::Reported, "reported"),
        (Self::Announced, "announced"),
        (Self::Claimed, "claimed"),
        (Self::Intended, "intended"),
        (Self::Demanded, "demanded"),
        (Self::Possible, "possible"),
    ];

    /// The name in the public record.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(standing, _)| *standing == self).map_or("reported", |(_, n)| n)
    }

    /// The standing with this name in the public record.
    ///
    /// ```
    /// use saydo_standing::Standing;
    /// assert_eq!(Standing::of("claimed"), Some(Standing::Claimed));
    /// ```
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, n)| *n == name).map(|(standing, _)| *standing)
    }
}

/// How one word stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// Its standing.
    pub standing: Standing,
    /// Whether the text says that it is not so.
    pub negated: bool,
    /// Whether it is only a possibility: it may be so, could, or would if. What somebody foretells or plans outright is not hedged.
    pub hedged: bool,
    /// The innermost statement whose content holds the word, as an index.
    pub statement: Option<usize>,
    /// The cues that were found, from the outermost inwards, for `--explain`.
    pub because: String,
}

/// A clause's head with its judgement.
#[derive(Clone, Debug, PartialEq)]
pub struct Predicate {
    /// Its sentence.
    pub sentence: usize,
    /// Its word in the sentence.
    pub word: usize,
    /// Where it stands in the report.
    pub span: Span<Byte>,
    /// How it stands.
    pub judgement: Judgement,
    /// How sure the text makes us that it is so, from -3 (it is not) to 3 (it is).
    pub factuality: f32,
}
