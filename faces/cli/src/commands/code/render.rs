//! From a report to the record that is printed.

use rayon::prelude::*;
use saydo_engine::petrarch::Dictionaries;
use saydo_engine::{Batch, Engine, Reading, Trees};
use saydo_record::{Record, coded, petrarch};
use saydo_text::{Problem, Report};

use super::view::page;
use crate::args::View;
use crate::look::Look;
use crate::work::{Print, Rendered, Work, about};

/// Reads and renders; the same one serves all threads.
pub(super) struct Coder<'e> {
    /// What reads.
    pub(super) engine: &'e Engine,
    /// How to print.
    pub(super) view: View,
    /// How a page looks.
    pub(super) look: Look,
    /// Whether to say what led to each statement and each event.
    pub(super) explain: bool,
    /// Whether to list every clause's head.
    pub(super) predicates: bool,
    /// PETRARCH's dictionaries, where given.
    pub(super) dictionaries: Option<Dictionaries>,
}

impl Work for Coder<'_> {
    const LARGE: usize = 1 << 18;

    fn report(&self, file: &str, report: &Report) -> Rendered {
        self.render(file, report, self.engine.read(report))
    }

    /// Parsing is most of the work and goes to all cores; what needs the whole report follows on one.
    fn large(&self, file: &str, report: &Report, print: &mut Print<'_>) -> anyhow::Result<()> {
        let batches: Vec<Batch> = self.engine.batches(report).collect();
        let trees: Vec<Trees<'_>> =
            batches.into_par_iter().map(|batch| self.engine.trees(report, batch)).collect();
        let reading = self.engine.read_trees(report, trees);
        print(vec![self.render(file, report, reading)], report.text.len())
    }
}

impl Coder<'_> {
    fn render(&self, file: &str, report: &Report, mut reading: Reading<'_>) -> Rendered {
        if let Some(dictionaries) = &self.dictionaries {
            reading.code_with(dictionaries);
        }
        let messages = self.messages(file, report, &reading);
        if self.view.form().is_some() {
            // What is written of them counts as found, not what is read.
            return Rendered {
                rows: coded::rows(&Record::of(report, &reading)),
                messages,
                ..Rendered::default()
            };
        }
        let text = match self.view {
            View::Read => page(&self.record(report, &reading), self.look).into_bytes(),
            View::Petrarch => rows(report, &reading, self.dictionaries.as_ref()),
            _ => json(&self.record(report, &reading)),
        };
        let found = match self.view {
            View::Petrarch => !text.is_empty(),
            _ => !reading.document.sentences.is_empty(),
        };
        Rendered { text, found, messages, ..Rendered::default() }
    }

    fn record(&self, report: &Report, reading: &Reading<'_>) -> Record {
        let mut record = Record::of(report, reading);
        if self.explain {
            record = record.explained(reading);
        }
        if self.predicates {
            record = record.with_predicates(report, reading);
        }
        record
    }

    /// What is told beside the data; a page shows its problems itself.
    fn messages(&self, file: &str, report: &Report, reading: &Reading<'_>) -> Vec<String> {
        let told = if self.view == View::Read { &[] } else { reading.problems.as_slice() };
        told.iter().map(|p| about(file, report, number(reading, p), p)).collect()
    }
}

fn rows(report: &Report, reading: &Reading<'_>, dictionaries: Option<&Dictionaries>) -> Vec<u8> {
    let mut rows = Vec::new();
    if let Some(dictionaries) = dictionaries {
        petrarch::write(report, reading, dictionaries, &mut rows).expect("writing to memory does not fail");
    }
    rows
}

fn json(record: &Record) -> Vec<u8> {
    let mut line = Vec::new();
    record.write(&mut line).expect("writing to memory does not fail");
    line
}

/// The number of the sentence that a problem is about.
fn number(reading: &Reading<'_>, problem: &Problem) -> Option<usize> {
    let span = problem.span?;
    let sentences = &reading.document.sentences;
    let i = sentences.partition_point(|s| s.whole().end <= span.start);
    sentences.get(i).filter(|s| s.whole().start <= span.start).map(|_| i + 1)
}
