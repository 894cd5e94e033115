//! What waits to be read, read on all cores, printed in order.

use std::io::Write;

use indicatif::ProgressBar;
use rayon::prelude::*;
use saydo_engine::Engine;
use saydo_record::conllu;
use saydo_text::Report;

use super::render::{Printer, Rendered, Start};
use crate::args::Output;
use crate::messages::{Outcome, tell};

/// Bytes of text that may wait; enough to keep all cores busy.
const WAITING: usize = 1 << 20;

/// Reports larger than this are shared out among the cores in batches.
const LARGE: usize = 1 << 18;

/// Batches of a large report that are read at once.
const BATCHES: usize = 128;

/// Words of ready-made sentences that are read together.
const WORDS: usize = 320;

/// What a word and its blank are taken to weigh in text that is not there.
const BYTES_OF_A_WORD: usize = 6;

/// One piece of work for one core.
enum Job {
    Report(Report),
    Sentences(Vec<conllu::Sentence>),
}

/// Takes reports and sentences in, and prints what is found in them in the same order.
pub(super) struct Desk<'e, W> {
    printer: Printer<'e>,
    out: W,
    bar: ProgressBar,
    jobs: Vec<Job>,
    waiting: usize,
    sentences: Vec<conllu::Sentence>,
    words: usize,
    /// How the command goes so far.
    pub(super) outcome: Outcome,
}

impl<'e, W: Write> Desk<'e, W> {
    /// A desk with nothing on it.
    pub(super) fn new(engine: &'e Engine, output: Output, out: W, bar: ProgressBar) -> Self {
        let printer = Printer { engine, output };
        let outcome = Outcome::default();
        Self { printer, out, bar, jobs: Vec::new(), waiting: 0, sentences: Vec::new(), words: 0, outcome }
    }

    /// Takes one report of the file `name`.
    pub(super) fn report(&mut self, name: &str, report: Report) -> anyhow::Result<()> {
        for problem in &report.problems {
            tell(&format!("{name}: report {}: {}: {}", report.id, problem.kind.code(), problem.detail));
        }
        if report.text.len() > LARGE {
            self.flush()?;
            return self.large(&report);
        }
        self.close_sentences();
        self.waiting += report.text.len();
        self.jobs.push(Job::Report(report));
        self.flush_if_full()
    }

    /// Takes one ready-made sentence.
    pub(super) fn sentence(&mut self, sentence: conllu::Sentence) -> anyhow::Result<()> {
        self.words += sentence.words.len();
        self.sentences.push(sentence);
        if self.words >= WORDS {
            self.close_sentences();
        }
        self.flush_if_full()
    }

    /// Reads and prints what is left.
    pub(super) fn finish(mut self) -> anyhow::Result<Outcome> {
        self.flush()?;
        self.out.flush()?;
        self.bar.finish_and_clear();
        Ok(self.outcome)
    }

    fn close_sentences(&mut self) {
        if !self.sentences.is_empty() {
            self.jobs.push(Job::Sentences(std::mem::take(&mut self.sentences)));
            self.waiting += BYTES_OF_A_WORD * std::mem::take(&mut self.words);
        }
    }

    fn flush_if_full(&mut self) -> anyhow::Result<()> {
        if self.waiting < WAITING { Ok(()) } else { self.flush() }
    }

    fn flush(&mut self) -> anyhow::Result<()> {
        self.close_sentences();
        let jobs = std::mem::take(&mut self.jobs);
        let printer = &self.printer;
        let done: Vec<Rendered> = jobs
            .into_par_iter()
            .map(|job| match job {
                Job::Report(report) => printer.report(&report),
                Job::Sentences(sentences) => printer.sentences(sentences),
            })
            .collect();
        self.print(done)?;
        self.bar.inc(std::mem::take(&mut self.waiting) as u64);
        Ok(())
    }

    /// Reads one large report, some batches at a time, so that neither one core nor the memory carries all of it.
    fn large(&mut self, report: &Report) -> anyhow::Result<()> {
        let mut batches = self.printer.engine.batches(report);
        let mut start = Start::default();
        let mut seen = 0;
        loop {
            let mut group = Vec::with_capacity(BATCHES);
            for batch in batches.by_ref().take(BATCHES) {
                start.chars.at(&report.text, batch.start());
                let number = start.number;
                start.number += batch.sentences.len();
                group.push((batch, Start { number, ..start }));
            }
            if group.is_empty() {
                return Ok(());
            }
            let printer = &self.printer;
            let done =
                group.into_par_iter().map(|(batch, mut at)| printer.batch(report, batch, &mut at)).collect();
            self.print(done)?;
            let now = start.chars.byte();
            self.bar.inc((now - std::mem::replace(&mut seen, now)) as u64);
        }
    }

    fn print(&mut self, done: Vec<Rendered>) -> anyhow::Result<()> {
        for rendered in done {
            rendered.messages.iter().for_each(|m| tell(m));
            self.outcome.found |= !rendered.text.is_empty();
            self.out.write_all(&rendered.text)?;
        }
        Ok(())
    }
}
