//! The whole reading of one report.

use saydo_events::Event;
use saydo_mentions::{Kind, Mentions};
use saydo_petrarch::Triple;
use saydo_places::Found;
use saydo_standing::Judge;
use saydo_statements::{Manner, Statement};
use saydo_syntax::Document;
use saydo_text::{Byte, Problem, ProblemKind, Report, Span};
use saydo_times::{Time, When};

use crate::{Engine, Trees, when};

/// What Saydo reads in one report.
#[derive(Debug)]
pub struct Reading<'t> {
    /// Its sentences with their trees.
    pub document: Document<'t>,
    /// Who and what is mentioned.
    pub mentions: Mentions,
    /// Who said what, in the order of the text.
    pub statements: Vec<Statement>,
    /// Who did what to whom, the report's main event first.
    pub events: Vec<Event>,
    /// Dates, times, durations and sets, in the order of the text.
    pub times: Vec<Time>,
    /// When each event happens and until when it is due, as indices of `times`.
    pub when: Vec<When>,
    /// When each statement was made, as an index of `times`.
    pub said: Vec<Option<usize>>,
    /// The places that are named, in the order of the text.
    pub places: Vec<Found>,
    /// What PETRARCH's dictionaries make of it, with the numbers of the sentences; see [`Reading::code_with`].
    pub triples: Option<Vec<(usize, Triple)>>,
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
        let events = saydo_events::find(&document, &mentions, &statements);
        let times = saydo_times::find(&document);
        let when = when::of_events(&document, &times, &events);
        let said = when::of_statements(&document, &times, &statements);
        let places = saydo_places::find(&document, &mentions);
        let many = crowds(&document, &events);
        let problems =
            report.problems.iter().cloned().chain(found).chain(many).chain(impossible(&times)).collect();
        Reading { document, mentions, statements, events, times, when, said, places, triples: None, problems }
    }
}

impl Reading<'_> {
    /// What judges how any word of the report stands.
    pub fn judge(&self) -> Judge<'_> {
        Judge::new(&self.document, &self.mentions, &self.statements)
    }
}

/// A problem for each date that cannot be.
fn impossible(times: &[Time]) -> impl Iterator<Item = Problem> + '_ {
    let told = |t: &Time| Some(Problem::new(ProblemKind::ImpossibleDate, t.problem.clone()?).at(t.span));
    times.iter().filter_map(told)
}

/// More events than this in one sentence are more likely misread than told.
const MANY: usize = 6;

/// As many triggers are named in a problem.
const NAMED: usize = 12;

/// A problem for each sentence in which many events were found.
fn crowds(document: &Document<'_>, events: &[Event]) -> Vec<Problem> {
    let mut by_sentence = vec![Vec::new(); document.sentences.len()];
    for event in events {
        by_sentence[event.sentence].push(event.trigger);
    }
    let crowded = by_sentence.into_iter().zip(&document.sentences).filter(|(spans, _)| spans.len() > MANY);
    crowded.map(|(spans, s)| crowd(document.text, spans).at(s.whole())).collect()
}

fn crowd(text: &str, mut spans: Vec<Span<Byte>>) -> Problem {
    spans.sort();
    let words =
        spans.iter().take(NAMED).map(|s| format!("\u{201c}{}\u{201d}", s.of(text).unwrap_or_default()));
    let words = words.collect::<Vec<_>>().join(", ");
    let more = if spans.len() > NAMED { ", \u{2026}" } else { "" };
    let n = spans.len();
    let detail = format!(
        "The sentence gave {n} events ({words}{more}); check that it is one sentence and not a list."
    );
    Problem::new(ProblemKind::ManyEvents, detail)
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
