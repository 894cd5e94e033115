//! Runs of words with capitals, which names mostly are.

use super::word::{Case, Facts, key};

/// The run that a word stands in, or no words for a word that stands in none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Run {
    /// Its first word.
    pub(super) start: usize,
    /// The word after its last.
    pub(super) end: usize,
    /// The word after the last of all the runs that only small words such as "of" part from this one.
    pub(super) wide: usize,
}

/// For every word the run that it stands in.
pub(super) fn runs(words: &[Facts]) -> Vec<Run> {
    let mut runs = vec![Run::default(); words.len()];
    let joints = ["of", "for", "and", "the", "&", "'s", "de", "to", "on", "in"].map(key);
    let mut wide = 0;
    let mut end = words.len();
    while end > 0 {
        if !words[end - 1].is_capital() {
            end -= 1;
            continue;
        }
        let start = words[..end].iter().rposition(|w| !w.is_capital()).map_or(0, |i| i + 1);
        // `wide` is still that of the next run to the right.
        wide = if joined(words, end, &joints) { wide } else { end };
        runs[start..end].fill(Run { start, end, wide });
        end = start;
    }
    runs
}

/// Whether one or two small words and then another capital come after a run.
fn joined(words: &[Facts], end: usize, joints: &[u32]) -> bool {
    let small = words[end..].iter().take(2).take_while(|w| joints.contains(&w.lower)).count();
    small > 0 && words.get(end + small).is_some_and(|w| w.case != Case::None && w.is_capital())
}
