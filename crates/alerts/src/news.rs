//! What is news and what is noise: the rules of `docs/alerts.md`.

use jiff::civil::Date;
use saydo_picture::{Indicator, IndicatorState, State, Word};

use crate::seen::{SeenIndicator, SeenWord};

/// A word that falls back to unverified is told of once it has been so for as many days: evidence that comes and goes
/// with each repetition of a word moves nothing.
const HELD: i32 = 7;

/// A word that is new in the picture is told of only if it was said at most so many days before the last look, and an
/// indicator only if somebody told of it since then: what a late report tells of the past is no news.
const NEW: i32 = 14;

/// An indicator that nobody told of for more than so many days is told of again, as an element of a posture is unseen
/// after as many.
const QUIET: i32 = 60;

/// Whether the state of a word that was seen before is news.
pub(crate) fn of_word(was: &SeenWord, word: &Word, as_of: Date) -> bool {
    if was.told == word.state.name() {
        return false;
    }
    match word.state {
        State::Unverified => was.state == word.state.name() && days(was.held, as_of) >= HELD,
        // Both say that it was broken.
        State::Contradicted => was.told != State::Overtaken.name(),
        _ => true,
    }
}

/// Whether a word that was not seen before, at a look at the picture of `before`, is news.
pub(crate) fn of_new_word(word: &Word, before: Date) -> bool {
    let open = matches!(word.state, State::Unverified | State::Lapsed);
    !open && days(word.said, before) <= NEW
}

/// What an indicator was and is, where that is news after a look at the picture of `before`.
pub(crate) fn of_indicator(
    was: Option<&SeenIndicator>,
    indicator: &Indicator,
    before: Date,
) -> Option<(String, String)> {
    let newest = indicator.cites.iter().map(|cite| cite.published).max();
    if newest.is_some_and(|newest| days(newest, before) > NEW) {
        return None;
    }
    let (then, is) =
        (was.map_or(IndicatorState::NotSeen.name(), |was| was.state.as_str()), indicator.state.name());
    if then != is {
        return Some((then.to_owned(), is.to_owned()));
    }
    let last = silence(was?, indicator).filter(|_| indicator.state == IndicatorState::Corroborated)?;
    Some((format!("last told of on {}", saydo_brief::long(last)), format!("{is}, told of again")))
}

/// The day on which an indicator was told of last before it was told of again after a long silence.
fn silence(was: &SeenIndicator, indicator: &Indicator) -> Option<Date> {
    let last = was.last?;
    let mut told: Vec<Date> = indicator.cites.iter().map(|c| c.published).filter(|&d| d > last).collect();
    told.push(last);
    told.sort_unstable();
    told.windows(2).rev().find(|pair| days(pair[0], pair[1]) > QUIET).map(|pair| pair[0])
}

/// Days from one day to another; negative where the second lies before the first.
fn days(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}
