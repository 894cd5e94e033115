//! A stretch of words that may name a place.

use std::ops::Range;

/// Why a stretch of words may name a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    /// The tagger of names calls it a place.
    Tagged,
    /// It stands inside the name of an organisation.
    Inside,
    /// Nobody calls it anything, but the table has it.
    Untagged,
    /// It is an adjective or the name of a people.
    Demonym,
    /// It is a shortened or whole name of a first-level division after the place that lies in it.
    Within,
}

/// A stretch of words that may name a place.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Spot {
    /// Its sentence.
    pub(crate) sentence: usize,
    /// Its words in the sentence.
    pub(crate) words: Range<usize>,
    /// The mention with the same words.
    pub(crate) mention: Option<usize>,
    /// Its folded name, for a demonym that of the place.
    pub(crate) key: String,
    /// Why it may name a place.
    pub(crate) why: Why,
    /// The spot right after it that says where it lies, as an index of all spots.
    pub(crate) within: Option<usize>,
}
