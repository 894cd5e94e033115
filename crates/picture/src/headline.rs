//! The headline, as the picture shows it.

use jiff::civil::Date;

use crate::Cite;

/// The one-sentence answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Headline {
    /// Always `headline`.
    pub id: String,
    /// The answer.
    pub verdict: Verdict,
    /// The three facts that carry it, or fewer where there are not three.
    pub facts: Vec<Fact>,
    /// The rule.
    pub rule: &'static str,
}

/// Whether the crisis eases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Forces come in or are used, and nothing speaks for easing.
    BuildingUp,
    /// The subject says that it eases; nobody else sees it.
    SaidNotSeen,
    /// Seen to ease by so many independent voices.
    Easing {
        /// How many.
        voices: usize,
    },
    /// No change since a day.
    Unchanged {
        /// Since when.
        since: Date,
    },
    /// Some of it eases, some of it does not.
    Mixed,
    /// Too little was read.
    TooLittle,
}

impl Verdict {
    /// The sentence, without a full stop: "said to be easing, not seen".
    pub fn sentence(self) -> String {
        match self {
            Self::BuildingUp => "building up".to_owned(),
            Self::SaidNotSeen => "said to be easing, not seen".to_owned(),
            Self::Easing { voices: 1 } => "easing, seen by 1 independent family".to_owned(),
            Self::Easing { voices } => format!("easing, seen by {voices} independent families"),
            Self::Unchanged { since } => format!("unchanged since {since}"),
            Self::Mixed => "mixed".to_owned(),
            Self::TooLittle => "too little coverage to say".to_owned(),
        }
    }
}

/// A fact that carries the headline.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// The finding that it comes from: `w12.3`, `p:RUS:Belarus:troops`, `warning`.
    pub finding: String,
    /// In one line, in our words.
    pub text: String,
    /// The events.
    pub cites: Vec<Cite>,
}
