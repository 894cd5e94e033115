//! The headline: whether the crisis eases, in one sentence, with the facts that carry it.
//!
//! Everything looks at the 14 days up to the day of the picture (*the window*) and at the subject's side.
//!
//! - *said*: an announcement or pledge of its own that forces leave, disarm or cease to fight, or that an exercise ends,
//!   made or repeated in the window, due to be tested, and neither kept, partly kept nor overtaken.
//! - *seen*: such a word was kept, and told so in the window; or a row of the posture board draws down, last seen in the
//!   window. A kept word counts until the subject gives another one, or the same one and it is contradicted. Its voices
//!   are the independent ones: press, images, observers, third parties. The other side's word alone is no easing seen.
//! - *used*: attacks by its forces in the last week, told by two voices outside its side, at twice the rate per report
//!   of the 28 days before, or with none then.
//! - *building*: a row of the board is building, last seen in the window; or an indicator is corroborated since a day in
//!   the window.
//!
//! | rule, the first that fits | verdict |
//! | --- | --- |
//! | `headline-too-little`: fewer than three reports in the window, all of one family; or no finding at all | too little coverage to say |
//! | `headline-used`: used, and easing not seen | building up |
//! | `headline-coverage-fell`: coverage fell, and nothing is seen for or against easing | too little coverage to say |
//! | `headline-mixed`: easing seen, and forces used, or building, or another word of easing contradicted or disputed | mixed |
//! | `headline-eased`: easing seen | easing, seen by N independent families |
//! | `headline-said`: said | said to be easing, not seen |
//! | `headline-partly`: a word of easing partly kept, or seen kept by the other side alone | mixed |
//! | `headline-building`: building | building up |
//! | `headline-unchanged`: nothing of it | unchanged since the last day on which a finding changed |

mod fact;
mod sign;
mod since;
mod used;

use jiff::civil::Date;

use crate::measure::Cover;
use crate::{Cite, Diplomacy, Indicator, IndicatorState, Measures, Post, Scene, State, Warning, Word};
use sign::Signs;

/// So many days are the window.
const WINDOW: i32 = 14;

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
    /// The finding that it comes from: `w12.3`, `p:RUS:Belarus:troops`, `warning`, `coverage`.
    pub finding: String,
    /// In one line, in our words.
    pub text: String,
    /// The events; none where the finding is how much was read.
    pub cites: Vec<Cite>,
}

/// The findings that a headline is made of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Findings<'p> {
    pub(crate) words: &'p [Word],
    pub(crate) posture: &'p [Post],
    pub(crate) warning: &'p Warning,
    pub(crate) diplomacy: &'p Diplomacy,
    pub(crate) indicators: &'p [Indicator],
    pub(crate) measures: &'p Measures,
    pub(crate) cover: &'p Cover,
}

/// The headline of a scene with these findings.
pub(crate) fn headline(scene: &Scene<'_>, findings: Findings<'_>) -> Headline {
    let signs = Signs::of(scene, findings);
    let (verdict, rule) = verdict(scene, findings, &signs);
    let facts = fact::facts(scene, findings, &signs, verdict);
    Headline { id: "headline".to_owned(), verdict, facts, rule }
}

fn verdict(scene: &Scene<'_>, findings: Findings<'_>, signs: &Signs<'_, '_>) -> (Verdict, &'static str) {
    let (seen, used) = (!signs.voices.is_empty(), signs.used.is_some());
    let building = !signs.building.is_empty() || !signs.indicators.is_empty();
    let unborne = |word: &&&Word| matches!(word.state, State::Contradicted | State::Disputed);
    let denied = signs.said.iter().find(unborne).is_some();
    let unseen = findings.indicators.iter().all(|i| i.state == IndicatorState::NotSeen);
    let nothing = findings.words.is_empty() && findings.posture.is_empty() && unseen;
    match () {
        () if nothing || is_thin(findings.cover) => (Verdict::TooLittle, "headline-too-little"),
        () if used && !seen => (Verdict::BuildingUp, "headline-used"),
        () if findings.measures.coverage_fell && !(used || building || denied) => {
            (Verdict::TooLittle, "headline-coverage-fell")
        }
        () if seen && (used || building || denied) => (Verdict::Mixed, "headline-mixed"),
        () if seen => (Verdict::Easing { voices: signs.voices.len() }, "headline-eased"),
        () if !signs.said.is_empty() => (Verdict::SaidNotSeen, "headline-said"),
        () if !signs.partly.is_empty() || signs.is_seen_at_all() => (Verdict::Mixed, "headline-partly"),
        () if building => (Verdict::BuildingUp, "headline-building"),
        () => (Verdict::Unchanged { since: since::since(scene, findings) }, "headline-unchanged"),
    }
}

/// Fewer than three reports in the window, all of one family.
fn is_thin(cover: &Cover) -> bool {
    cover.last(WINDOW) < 3 && cover.families(WINDOW) < 2
}
