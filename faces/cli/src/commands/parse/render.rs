//! From reports and sentences to the text that is printed.

use saydo_engine::{Batch, Engine, Parsed, parse::LONGEST_PIECE};
use saydo_record::{Chars, conllu, fill, sentence};
use saydo_text::{Problem, Report};

use crate::args::Output;
use crate::tree;

/// What came of one piece of work.
#[derive(Default)]
pub(super) struct Rendered {
    /// What is printed.
    pub(super) text: Vec<u8>,
    /// What is told beside it.
    pub(super) messages: Vec<String>,
}

/// Where in its report a batch starts.
#[derive(Clone, Copy, Default)]
pub(super) struct Start {
    /// How many sentences lie before it.
    pub(super) number: usize,
    /// The walk over the text so far.
    pub(super) chars: Chars,
}

/// Reads and renders; the same one serves all threads.
pub(super) struct Printer<'e> {
    /// What reads.
    pub(super) engine: &'e Engine,
    /// How to print.
    pub(super) output: Output,
}

impl Printer<'_> {
    /// A whole report.
    pub(super) fn report(&self, report: &Report) -> Rendered {
        let mut all = Rendered::default();
        let mut start = Start::default();
        for batch in self.engine.batches(report) {
            let rendered = self.batch(report, batch, &mut start);
            all.text.extend(rendered.text);
            all.messages.extend(rendered.messages);
        }
        all
    }

    /// One batch of a report; `start` moves to its end.
    pub(super) fn batch(&self, report: &Report, batch: Batch, start: &mut Start) -> Rendered {
        let mut out = Rendered::default();
        for parsed in self.engine.parse_batch(report, batch) {
            start.number += 1;
            self.one(report, &parsed, start, &mut out);
        }
        out
    }

    fn one(&self, report: &Report, parsed: &Parsed, start: &mut Start, out: &mut Rendered) {
        let parser = self.engine.parser();
        let mut row = sentence(&report.text, &parsed.sentence, &parsed.words, parser, &mut start.chars);
        row.comments.insert(0, format!("sent_id = {}-{}", report.id, start.number));
        if start.number == 1 {
            row.comments.insert(0, format!("newdoc id = {}", report.id));
        }
        let problems = parsed.problems(&report.text);
        out.messages.extend(problems.iter().map(|p| about(report, start.number, p)));
        self.print(&row, &mut out.text);
    }

    /// Sentences whose words are given.
    pub(super) fn sentences(&self, mut sentences: Vec<conllu::Sentence>) -> Rendered {
        let mut out = Rendered::default();
        let words: Vec<Vec<&str>> =
            sentences.iter().map(|s| s.words.iter().map(|w| w.form.as_str()).collect()).collect();
        let analyses = self.engine.parse_words(&words);
        for (sentence, analyses) in sentences.iter_mut().zip(analyses) {
            for (word, analysis) in sentence.words.iter_mut().zip(&analyses) {
                fill(word, analysis, self.engine.parser());
            }
            if analyses.len() > LONGEST_PIECE {
                let name = sentence.comment("sent_id").unwrap_or("without sent_id");
                let n = analyses.len();
                out.messages.push(format!(
                    "sentence {name} has {n} words and was parsed in pieces of {LONGEST_PIECE}"
                ));
            }
            self.print(sentence, &mut out.text);
        }
        out
    }

    fn print(&self, sentence: &conllu::Sentence, out: &mut Vec<u8>) {
        match self.output {
            Output::Tree => out.extend(tree::draw(sentence).into_bytes()),
            Output::Conllu => conllu::write(out, sentence).expect("writing to memory does not fail"),
        }
    }
}

/// A problem of one sentence, as a message.
fn about(report: &Report, number: usize, problem: &Problem) -> String {
    format!("report {}: {}: sentence {number}: {}", report.id, problem.kind.code(), problem.detail)
}
