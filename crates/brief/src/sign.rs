//! A sign and a style for each finding, so that colour is never the only mark.

use anstyle::Style;
use saydo_picture::{IndicatorState, State, Trend};

use crate::look::{BAD, DOUBT, GOOD, Look, QUIET};

/// A sign, with its ASCII stand-in and its style.
#[derive(Clone, Copy)]
pub(crate) struct Sign {
    /// The sign.
    pub(crate) fine: &'static str,
    /// Its stand-in.
    pub(crate) ascii: &'static str,
    /// Its style on a terminal.
    pub(crate) style: Style,
    /// The class that gives it its colour in HTML.
    pub(crate) class: &'static str,
}

impl Sign {
    const fn new(fine: &'static str, ascii: &'static str, style: Style, class: &'static str) -> Self {
        Self { fine, ascii, style, class }
    }

    /// The sign as this look shows it.
    pub(crate) fn on(self, look: Look) -> &'static str {
        look.sign(self.fine, self.ascii)
    }
}

/// The sign of a word's state.
pub(crate) fn state(state: State) -> Sign {
    match state {
        State::Unverified => Sign::new("?", "?", DOUBT, "open"),
        State::Contradicted => Sign::new("✗", "x", BAD, "bad"),
        State::Disputed => Sign::new("±", "/", DOUBT, "doubt"),
        State::PartlyKept => Sign::new("◐", "~", DOUBT, "part"),
        State::Kept => Sign::new("✓", "+", GOOD, "good"),
        State::Overtaken => Sign::new("↺", "<", BAD, "turned"),
        State::Lapsed => Sign::new("–", "-", QUIET, "open"),
    }
}

/// The sign of a trend on the posture board.
pub(crate) fn trend(trend: Trend) -> Sign {
    match trend {
        Trend::Building => Sign::new("▲", "^", BAD, "bad"),
        Trend::Holding => Sign::new("■", "=", DOUBT, "doubt"),
        Trend::DrawingDown => Sign::new("▼", "v", GOOD, "good"),
        Trend::Rotating => Sign::new("↻", "o", DOUBT, "turned"),
        Trend::Unknown => Sign::new("?", "?", QUIET, "open"),
    }
}

/// The sign of an indicator.
pub(crate) fn indicator(state: IndicatorState) -> Sign {
    match state {
        IndicatorState::NotSeen => Sign::new("○", "-", QUIET, "open"),
        IndicatorState::Reported => Sign::new("◐", "~", DOUBT, "doubt"),
        IndicatorState::Corroborated => Sign::new("●", "+", BAD, "bad"),
    }
}

/// The sign of a part of the enabling set.
pub(crate) fn part(in_place: bool) -> Sign {
    if in_place { Sign::new("●", "+", BAD, "bad") } else { Sign::new("○", "-", GOOD, "good") }
}
