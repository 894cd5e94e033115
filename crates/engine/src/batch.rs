//! Sentences in batches: large enough for the parser to be fast, small enough for memory to stay bounded.

use saydo_parse::{Analysis, LONGEST_PIECE};
use saydo_split::{MAX_TOKEN_BYTES, Sentence};
use saydo_text::{Byte, Problem, ProblemKind, Span};

/// A batch ends with the sentence that reaches this many tokens: few enough that what the parser computes for them
/// stays in the processor's caches.
const TOKENS: usize = 64;

/// Some sentences of a report, one after another.
#[derive(Debug)]
pub struct Batch {
    /// The sentences.
    pub sentences: Vec<Sentence>,
}

impl Batch {
    /// The byte of the report's text at which it starts.
    pub fn start(&self) -> usize {
        self.sentences.first().map_or(0, |s| s.span.start)
    }
}

/// A sentence with what the parser says of each of its tokens.
#[derive(Debug)]
pub struct Parsed {
    /// Where the sentence and its tokens are.
    pub sentence: Sentence,
    /// One analysis for each token.
    pub words: Vec<Analysis>,
}

impl Parsed {
    /// What was given up because something was too long.
    pub fn problems(&self, text: &str) -> Vec<Problem> {
        let mut problems = Vec::new();
        let n = self.words.len();
        let sentence = |detail| Problem::new(ProblemKind::LongSentence, detail).at(self.sentence.span);
        if self.sentence.cut {
            problems.push(sentence(format!(
                "A sentence was cut after {n} tokens; the rest is read as the next."
            )));
        }
        if n > LONGEST_PIECE {
            problems
                .push(sentence(format!("A sentence of {n} tokens was parsed in pieces of {LONGEST_PIECE}.")));
        }
        for token in self.sentence.tokens.iter().filter(|t| is_cut(text, t.span)) {
            let detail =
                format!("A token was cut after {} bytes; the rest is read as the next.", token.span.len());
            problems.push(Problem::new(ProblemKind::LongToken, detail).at(token.span));
        }
        problems
    }
}

/// Whether a token ends at the limit, within one character, and the text goes on.
fn is_cut(text: &str, span: Span<Byte>) -> bool {
    let goes_on = || text[span.end..].starts_with(|c: char| !c.is_whitespace());
    span.len() + 4 > MAX_TOKEN_BYTES && goes_on()
}

/// The batches of a report; see [`crate::Engine::batches`].
pub struct Batches<'a> {
    sentences: Box<dyn Iterator<Item = Sentence> + 'a>,
}

impl<'a> Batches<'a> {
    pub(crate) fn new(sentences: Box<dyn Iterator<Item = Sentence> + 'a>) -> Self {
        Self { sentences }
    }
}

impl Iterator for Batches<'_> {
    type Item = Batch;

    fn next(&mut self) -> Option<Batch> {
        let mut sentences = Vec::new();
        let mut tokens = 0;
        while tokens < TOKENS {
            let Some(sentence) = self.sentences.next() else { break };
            tokens += sentence.tokens.len();
            sentences.push(sentence);
        }
        (!sentences.is_empty()).then_some(Batch { sentences })
    }
}

impl std::fmt::Debug for Batches<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Batches")
    }
}

/// The words of a sentence.
pub(crate) fn words<'t>(text: &'t str, sentence: &Sentence) -> Vec<&'t str> {
    sentence.tokens.iter().map(|t| t.span.of(text).unwrap_or_default()).collect()
}
