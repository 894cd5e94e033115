//! Times in the public record.

use saydo_engine::times as found;
use serde::{Deserialize, Serialize};

use super::make::{Maker, id};

/// A date, a time of day, a duration or a set.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Time {
    /// `t1`, `t2`, …
    pub id: String,
    /// Its first code point.
    pub start: usize,
    /// The first one after it.
    pub end: usize,
    /// What stands there.
    pub text: String,
    /// `date`, `time`, `duration` or `set`.
    pub kind: String,
    /// Its value as in TIMEX3; none where the text does not settle it.
    pub value: Option<String>,
    /// Why it has no value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unresolved: Option<String>,
    /// What is wrong with a date that cannot be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<String>,
}

impl Maker<'_> {
    pub(super) fn time(&self, i: usize, time: &found::Time) -> Time {
        let words = self.words(time.span);
        Time {
            id: id('t', i),
            start: words.start,
            end: words.end,
            text: words.text,
            kind: time.kind.name().to_owned(),
            value: time.value.clone(),
            unresolved: time.value.is_none().then(|| time.unresolved.to_owned()),
            problem: time.problem.clone(),
        }
    }
}
