//! The whole reading of one report.

use saydo_mentions::{Kind, Mentions};
use saydo_statements::{Manner, Statement};
use saydo_syntax::Document;
use saydo_text::{Byte, Problem, Report, Span};

use crate::{Engine, Trees};

/// What Saydo reads in one report.
#[derive(Debug)]
pub struct Reading<'t> {
    /// Its sentences with their trees.
    pub document: Document<'t>,
    /// Who and what is mentioned.
    pub mentions: Mentions,
    /// Who said what, in the order of the text.
    pub statements: Vec<Statement>,
    /// What went wrong while the report was taken in and read.
    pub problems: Vec<Problem>,
}

impl Engine {
    /// Reads a report.
    ///
    /// ```
    /// let report = saydo_engine::read::plain("example", b"Moscow said that its troops were leaving.");
    /// let reading = saydo_engine::Engine::shipped().read(&report);
    /// assert_eq!(reading.document.sentences.len(), 1);
    /// ```
    pub fn read<'t>(&'t self, report: &'t Report) -> Reading<'t> {
        self.read_trees(report, self.batches(report).map(|batch| self.trees(report, batch)))
    }

    /// Reads a report whose trees were made in batches, perhaps on several threads; they come in the order of the text.
    pub fn read_trees<'t>(
        &self,
        report: &'t Report,
        trees: impl IntoIterator<Item = Trees<'t>>,
    ) -> Reading<'t> {
        let (document, found) = Self::join(report, trees);
        let mut mentions = saydo_mentions::find(&document);
        let statements = saydo_statements::find(&document, &mentions);
        name_speakers(&document, &mut mentions, &statements);
        let problems = report.problems.iter().cloned().chain(found).collect();
        Reading { document, mentions, statements, problems }
    }
}

/// Lets "I", "me" and "my" in a quotation mean its speaker. "We" stays open: whom it takes in is not in the text.
fn name_speakers(document: &Document<'_>, mentions: &mut Mentions, statements: &[Statement]) {
    let speakers = speakers(statements);
    for i in 0..mentions.list.len() {
        let mention = &mentions.list[i];
        let singular = mention.kind == Kind::Pronoun && is_singular(&document.text[mention.span.range()]);
        if singular
            && mention.entity.is_none()
            && let Some(speaker) = speaker_of(&speakers, mention.span)
        {
            mentions.resolve(i, speaker);
        }
    }
}

fn is_singular(form: &str) -> bool {
    ["i", "me", "my", "mine", "myself"].contains(&form.to_lowercase().as_str())
}

/// The quoted stretches of the text with their speakers, where these are known, in order.
fn speakers(statements: &[Statement]) -> Vec<(Span<Byte>, usize)> {
    let direct = statements.iter().filter(|s| s.manner == Manner::Direct);
    let mut found: Vec<(Span<Byte>, usize)> = direct
        .filter_map(|s| Some((s, s.source.as_ref()?.entity?)))
        .flat_map(|(s, entity)| s.content.iter().map(move |c| (*c, entity)))
        .collect();
    found.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    found
}

/// The speaker of the stretch that begins last before a mention and holds it.
fn speaker_of(speakers: &[(Span<Byte>, usize)], span: Span<Byte>) -> Option<usize> {
    let before = speakers.partition_point(|(s, _)| s.start <= span.start);
    let near = speakers[..before].iter().rev().take(4);
    near.filter(|(s, _)| s.end >= span.end).map(|(_, entity)| *entity).next()
}
