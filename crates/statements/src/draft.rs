//! Statements while they are being put together, in words rather than bytes.

use std::ops::Range;

use saydo_codebook::Act;

/// Some words of one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// The sentence.
    pub(crate) sentence: usize,
    /// Its words.
    pub(crate) words: Range<usize>,
}

impl Piece {
    /// Runs of words of one sentence.
    pub(crate) fn all(sentence: usize, runs: Vec<Range<usize>>) -> Vec<Self> {
        runs.into_iter().map(|words| Self { sentence, words }).collect()
    }

    /// Whether it holds this word.
    pub(crate) fn holds(&self, sentence: usize, word: usize) -> bool {
        self.sentence == sentence && self.words.contains(&word)
    }

    /// Whether all of `other` lies in it.
    pub(crate) fn covers(&self, other: &Self) -> bool {
        self.sentence == other.sentence
            && self.words.start <= other.words.start
            && other.words.end <= self.words.end
    }
}

/// Somebody named in a sentence: the words, and the one that governs them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Who {
    /// The sentence.
    pub(crate) sentence: usize,
    /// The words.
    pub(crate) words: Range<usize>,
    /// The word that governs them.
    pub(crate) head: usize,
}

impl Who {
    /// The words of the name; never none, even where rules have cut away all but its head.
    pub(crate) fn named(&self) -> Range<usize> {
        if self.words.is_empty() { self.head..self.head + 1 } else { self.words.clone() }
    }
}

/// The words of a cue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CueWords {
    /// The sentence.
    pub(crate) sentence: usize,
    /// The words.
    pub(crate) words: Range<usize>,
    /// The word that governs them.
    pub(crate) head: usize,
    /// What kind of act they report.
    pub(crate) act: Act,
    /// Whether they are negated.
    pub(crate) negated: bool,
    /// Whether their content is a clause or an infinitive, not a noun phrase.
    pub(crate) clausal: bool,
    /// Whether they can carry a quotation.
    pub(crate) speaks: bool,
}

impl CueWords {
    /// Words that report an act by a clause of their own and can carry a quotation, the plain case.
    pub(crate) fn plain(sentence: usize, words: Range<usize>, head: usize) -> Self {
        Self { sentence, words, head, act: Act::Say, negated: false, clausal: true, speaks: true }
    }
}

/// A statement while it is being put together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Draft {
    /// Who.
    pub(crate) source: Option<Who>,
    /// By which words.
    pub(crate) cue: Option<CueWords>,
    /// What, in the order of the text.
    pub(crate) content: Vec<Piece>,
    /// To whom.
    pub(crate) addressee: Option<Who>,
    /// The rule that found it, and what it rested on.
    pub(crate) because: String,
}

impl Draft {
    /// Where it belongs in the order of the text.
    pub(crate) fn place(&self) -> (usize, usize) {
        let cue = self.cue.as_ref().map(|c| (c.sentence, c.words.start));
        cue.or_else(|| self.content.first().map(|p| (p.sentence, p.words.start))).unwrap_or_default()
    }
}
