//! Words that hide two tokens without a sign between them: where they may be cut. The model decides whether.

use std::sync::LazyLock;

use crate::run::{Run, shape};

/// The closed class of English contractions that are written as plain letters, with their seams.
const SEAMS: &str = "can|not gon|na wan|na got|ta gim|me lem|me kind|a sort|a out|ta ought|a haf|ta du|n|no \
    do|nt does|nt did|nt ca|nt wo|nt is|nt are|nt was|nt were|nt would|nt could|nt should|nt have|nt has|nt had|nt ai|nt \
    it|s i|m i|ve you|re you|ve you|ll they|re they|ve they|ll we|ve let|s that|s what|s there|s here|s who|s he|s she|s";

/// The longest of them.
const LONGEST: usize = 8;

static SORTED: LazyLock<Vec<(u32, Vec<usize>)>> = LazyLock::new(|| {
    let mut words: Vec<_> = SEAMS.split_whitespace().map(entry).collect();
    words.sort_unstable();
    words
});

fn entry(seams: &str) -> (u32, Vec<usize>) {
    let cuts = seams.match_indices('|').enumerate().map(|(i, (at, _))| at - i).collect();
    (Run::of(&seams.replace('|', ""), 0).key, cuts)
}

/// Where, in bytes from its start, a run of letters may be cut.
pub(crate) fn cuts(run: &Run) -> &'static [usize] {
    if run.end - run.start > LONGEST || !shape::is_word(run.shape) {
        return &[];
    }
    let words = &*SORTED;
    words.binary_search_by_key(&run.key, |w| w.0).map_or(&[], |i| &words[i].1)
}
