//! Abbreviations that are written with a full stop, by what tends to follow them; only features are made of these.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::run::Run;

/// The table; see its own head for the origin.
const TABLE: &str = include_str!("../data/abbreviations.txt");

static KINDS: LazyLock<HashMap<u32, u32>> = LazyLock::new(|| {
    let mut kinds = HashMap::new();
    for (kind, line) in TABLE.lines().filter(|l| !l.starts_with('#')).enumerate() {
        let words = line.split_once(':').map_or("", |(_, words)| words);
        kinds.extend(words.split_whitespace().map(|word| (Run::of(word, 0).key, kind as u32 + 1)));
    }
    kinds
});

/// The kind of abbreviation that a run of letters is, its line in the table; 0 for none.
pub(crate) fn kind(key: u32) -> u32 {
    KINDS.get(&key).copied().unwrap_or(0)
}
