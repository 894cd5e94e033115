//! From what splitter and parser say to the trees that the later stages read.

use saydo_parse::Analysis;
use saydo_syntax::{Document, Rel, Sentence, Upos, Word};
use saydo_text::{Problem, Report};

use crate::{Batch, Engine, Parsed};

/// The trees of some sentences of a report, one after another.
#[derive(Debug)]
pub struct Trees<'t> {
    /// The sentences.
    pub sentences: Vec<Sentence<'t>>,
    /// What was given up on the way.
    pub problems: Vec<Problem>,
}

impl Engine {
    /// The trees of a report, and what was given up on the way.
    pub fn document<'t>(&'t self, report: &'t Report) -> (Document<'t>, Vec<Problem>) {
        Self::join(report, self.batches(report).map(|batch| self.trees(report, batch)))
    }

    /// The trees of one batch of `report`'s sentences, which may be made on any thread.
    pub fn trees<'t>(&'t self, report: &'t Report, batch: Batch) -> Trees<'t> {
        let mut trees = Trees { sentences: Vec::with_capacity(batch.sentences.len()), problems: Vec::new() };
        for parsed in self.parse_batch(report, batch) {
            trees.problems.extend(parsed.problems(&report.text));
            let at = parsed.sentence.span.start;
            let mut tree = self.tree(&report.text, parsed);
            tree.paragraph = report.zones.partition_point(|z| z.span.start <= at);
            trees.sentences.push(tree);
        }
        trees
    }

    /// The document of trees that were made in batches, in the order of the text.
    pub(crate) fn join<'t>(
        report: &'t Report,
        trees: impl IntoIterator<Item = Trees<'t>>,
    ) -> (Document<'t>, Vec<Problem>) {
        let mut document = Document {
            text: &report.text,
            published: report.published.as_deref(),
            publisher: report.publisher.as_deref(),
            sentences: Vec::new(),
        };
        let mut problems = Vec::new();
        for part in trees {
            document.sentences.extend(part.sentences);
            problems.extend(part.problems);
        }
        (document, problems)
    }

    fn tree<'t>(&'t self, text: &'t str, parsed: Parsed) -> Sentence<'t> {
        let tokens = parsed.sentence.tokens.iter();
        let words = tokens.zip(parsed.words).map(|(token, word)| self.word(text, token, word)).collect();
        Sentence::new(text, words, parsed.sentence.zone)
    }

    fn word<'t>(&'t self, text: &'t str, token: &saydo_split::Token, analysis: Analysis) -> Word<'t> {
        let (tag, upos) = self.tag(analysis.tag);
        Word {
            form: token.span.of(text).unwrap_or_default(),
            lemma: analysis.lemma,
            upos,
            xpos: &tag.xpos,
            feats: &tag.feats,
            head: analysis.head.checked_sub(1),
            rel: self.labels.relations[usize::from(analysis.relation)],
            span: token.span,
        }
    }

    fn tag(&self, i: u16) -> (&saydo_parse::Tag, Upos) {
        (self.parser.tag(i), self.labels.parts[usize::from(i)])
    }
}

/// The parser's labels as values, by their indices.
#[derive(Debug)]
pub(crate) struct Labels {
    parts: Vec<Upos>,
    relations: Vec<Rel>,
}

impl Labels {
    /// The labels of a parser.
    pub(crate) fn new(parser: &saydo_parse::Parser<'_>) -> Self {
        Self {
            parts: parser.tags().iter().map(|t| Upos::of(&t.upos)).collect(),
            relations: parser.relations().iter().map(|r| Rel::of(r)).collect(),
        }
    }
}
