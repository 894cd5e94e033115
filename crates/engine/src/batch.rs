//! Sentences in batches: large enough for the parser to be fast, small enough for memory to stay bounded.

use saydo_parse::Analysis;
use saydo_split::Sentence;

/// A batch ends with the sentence that reaches this many tokens.
const TOKENS: usize = 320;

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
