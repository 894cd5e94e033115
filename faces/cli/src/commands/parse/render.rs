//! From reports and sentences to the text that is printed.

use saydo_engine::{Batch, Engine, Parsed, parse::LONGEST_PIECE};
use saydo_record::{Chars, conllu, fill, sentence};
use saydo_text::{ProblemKind, Report};

use super::large;
use crate::args::Output;
use crate::tree;
use crate::work::{Print, Rendered, Work, about};

/// Reads and renders; the same one serves all threads.
pub(super) struct Printer<'e> {
    /// What reads.
    pub(super) engine: &'e Engine,
    /// How to print.
    pub(super) output: Output,
}

/// Where a batch stands.
#[derive(Clone, Copy)]
pub(super) struct Place<'r> {
    /// The report's file.
    pub(super) file: &'r str,
    /// The report.
    pub(super) report: &'r Report,
    /// Its text's code points.
    pub(super) chars: &'r Chars<'r>,
    /// How many of its sentences lie before.
    pub(super) number: usize,
}

impl Work for Printer<'_> {
    const LARGE: usize = 1 << 18;
    const SENTENCES: bool = true;

    fn report(&self, file: &str, report: &Report) -> Rendered {
        let mut all = Self::start(file, report);
        let mut place = Place { file, report, chars: &Chars::of(&report.text), number: 0 };
        for batch in self.engine.batches(report) {
            let rendered = self.batch(batch, &mut place);
            all.found |= rendered.found;
            all.text.extend(rendered.text);
            all.messages.extend(rendered.messages);
        }
        all
    }

    fn large(&self, file: &str, report: &Report, print: &mut Print<'_>) -> anyhow::Result<()> {
        large::read(self, file, report, print)
    }

    fn sentences(&self, file: &str, mut sentences: Vec<conllu::Sentence>) -> Rendered {
        let mut out = Rendered { found: !sentences.is_empty(), ..Rendered::default() };
        let words: Vec<Vec<&str>> =
            sentences.iter().map(|s| s.words.iter().map(|w| w.form.as_str()).collect()).collect();
        let analyses = self.engine.parse_words(&words);
        for (sentence, analyses) in sentences.iter_mut().zip(analyses) {
            for (word, analysis) in sentence.words.iter_mut().zip(&analyses) {
                fill(word, analysis, self.engine.parser());
            }
            if analyses.len() > LONGEST_PIECE {
                out.messages.push(in_pieces(file, sentence));
            }
            self.print(sentence, &mut out.text);
        }
        out
    }
}

impl Printer<'_> {
    /// What is told of a report before its first sentence.
    pub(super) fn start(file: &str, report: &Report) -> Rendered {
        let messages = report.problems.iter().map(|p| about(file, report, None, p)).collect();
        Rendered { messages, ..Rendered::default() }
    }

    /// One batch of a report; `place` moves to its end.
    pub(super) fn batch(&self, batch: Batch, place: &mut Place<'_>) -> Rendered {
        let mut out = Rendered { found: true, ..Rendered::default() };
        for parsed in self.engine.parse_batch(place.report, batch) {
            place.number += 1;
            self.one(&parsed, place, &mut out);
        }
        out
    }

    fn one(&self, parsed: &Parsed, place: &Place<'_>, out: &mut Rendered) {
        let Place { file, report, chars, number } = *place;
        let mut row = sentence(&report.text, &parsed.sentence, &parsed.words, self.engine.parser(), chars);
        row.comments.insert(0, format!("sent_id = {}-{number}", report.id));
        if number == 1 {
            row.comments.insert(0, format!("newdoc id = {}", report.id));
        }
        let problems = parsed.problems(&report.text);
        out.messages.extend(problems.iter().map(|p| about(file, report, Some(number), p)));
        self.print(&row, &mut out.text);
    }

    fn print(&self, sentence: &conllu::Sentence, out: &mut Vec<u8>) {
        match self.output {
            Output::Tree => out.extend(tree::draw(sentence).into_bytes()),
            Output::Conllu => conllu::write(out, sentence).expect("writing to memory does not fail"),
        }
    }
}

/// A message about a ready-made sentence that was too long to parse at once.
fn in_pieces(file: &str, sentence: &conllu::Sentence) -> String {
    let name = sentence.comment("sent_id").unwrap_or("without sent_id");
    let (code, n) = (ProblemKind::LongSentence.code(), sentence.words.len());
    format!("{file}: {code}: sentence {name} has {n} words and was parsed in pieces of {LONGEST_PIECE}")
}
