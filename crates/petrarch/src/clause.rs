//! Clauses between commas: short ones are left out before a sentence is coded.

use saydo_syntax::{Rel, Sentence};

use crate::options::Options;
use crate::unit::Unit;

/// Leaves out a short clause at the end and short ones inside, but none with the sentence's root, unless that only
/// reports what stands before it.
pub(crate) fn drop_clauses(units: &mut Vec<Unit>, sentence: &Sentence<'_>, options: &Options) {
    let root = sentence.root();
    let commas: Vec<usize> = (0..units.len()).filter(|&i| units[i].comma).collect();
    let (Some(&first), Some(&last)) = (commas.first(), commas.last()) else { return };
    let mut keep = vec![true; units.len()];
    let count = |from: usize, to: usize| units[from..to].iter().filter(|u| u.letter).count();
    let rooted = |from: usize, to: usize| units[from..to].iter().any(|u| u.tokens.contains(&root));
    if options.begin.takes(count(0, first)) && !rooted(0, first) {
        keep[..first].fill(false);
    }
    if options.end.takes(count(last, units.len()))
        && (!rooted(last, units.len()) || reports(sentence, units[last].tokens.start))
    {
        keep[last + 1..].fill(false);
    }
    for pair in commas.windows(2) {
        if options.inner.takes(count(pair[0], pair[1])) && !rooted(pair[0], pair[1]) {
            keep[pair[0]..pair[1]].fill(false);
        }
    }
    let mut kept = keep.into_iter();
    units.retain(|_| kept.next().unwrap_or(true));
}

/// Whether the root is a verb after a comma that reports what stands before it.
fn reports(sentence: &Sentence<'_>, comma: usize) -> bool {
    sentence.children_by(sentence.root(), Rel::Ccomp).any(|c| c < comma)
}
