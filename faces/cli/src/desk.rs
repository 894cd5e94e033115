//! What waits to be read, read on all cores, printed in order.

use std::sync::Arc;

use rayon::prelude::*;
use saydo_files::{Item, Meter};
use saydo_record::conllu;
use saydo_text::Report;

use crate::messages::{Outcome, tell};
use crate::progress::Progress;
use crate::work::{Rendered, Sheet, Work};

/// Bytes of text that may wait; enough to keep all cores busy.
const WAITING: usize = 1 << 20;

/// Words of ready-made sentences that are read together.
const WORDS: usize = 320;

/// What a word and its blank are taken to weigh in text that is not there.
const BYTES_OF_A_WORD: usize = 6;

/// One piece of work for one core.
enum Job {
    Report(Box<Report>),
    Sentences(Vec<conllu::Sentence>),
}

/// Takes reports and sentences in, and prints what is found in them in the same order.
pub(crate) struct Desk<'w, K, S> {
    work: &'w K,
    sheet: S,
    progress: Progress,
    /// The file that is being taken in.
    file: Arc<str>,
    jobs: Vec<(Arc<str>, Job)>,
    waiting: usize,
    sentences: Vec<conllu::Sentence>,
    words: usize,
    /// How the command goes so far.
    pub(crate) outcome: Outcome,
}

impl<'w, K: Work, S: Sheet> Desk<'w, K, S> {
    /// A desk with nothing on it.
    pub(crate) fn new(work: &'w K, sheet: S, progress: Progress) -> Self {
        let (file, outcome) = (Arc::from(""), Outcome::default());
        Self {
            work,
            sheet,
            progress,
            file,
            jobs: Vec::new(),
            waiting: 0,
            sentences: Vec::new(),
            words: 0,
            outcome,
        }
    }

    /// Counts what is taken from the files.
    pub(crate) fn meter(&self) -> &Meter {
        &self.progress.meter
    }

    /// What comes next is from the file `name`.
    pub(crate) fn open(&mut self, name: &str) {
        self.close_sentences();
        self.file = Arc::from(name);
    }

    /// Takes one thing to read.
    pub(crate) fn take(&mut self, item: Item) -> anyhow::Result<()> {
        match item {
            Item::Report(report) => self.report(report),
            Item::Sentence(sentence) => self.sentence(*sentence),
            Item::Bad(message) => {
                self.complain(&message);
                Ok(())
            }
        }
    }

    /// Notes trouble with the file and says what it is.
    pub(crate) fn complain(&mut self, message: &str) {
        self.outcome.complain(&format!("{}: {message}", self.file));
    }

    /// Reads and prints what is left.
    pub(crate) fn finish(mut self) -> anyhow::Result<Outcome> {
        self.flush()?;
        self.outcome.found |= self.sheet.end()?;
        self.progress.finish();
        Ok(self.outcome)
    }

    fn report(&mut self, report: Box<Report>) -> anyhow::Result<()> {
        self.progress.give(report.text.len());
        if report.text.len() > K::LARGE {
            self.flush()?;
            let (work, file) = (self.work, self.file.clone());
            return work.large(&file, &report, &mut |done, bytes| self.print(done, bytes));
        }
        self.close_sentences();
        self.waiting += report.text.len();
        self.jobs.push((self.file.clone(), Job::Report(report)));
        self.flush_if_full()
    }

    fn sentence(&mut self, sentence: conllu::Sentence) -> anyhow::Result<()> {
        self.words += sentence.words.len();
        self.sentences.push(sentence);
        if self.words >= WORDS {
            self.close_sentences();
        }
        self.flush_if_full()
    }

    fn close_sentences(&mut self) {
        if !self.sentences.is_empty() {
            self.jobs.push((self.file.clone(), Job::Sentences(std::mem::take(&mut self.sentences))));
            let bytes = BYTES_OF_A_WORD * std::mem::take(&mut self.words);
            self.progress.give(bytes);
            self.waiting += bytes;
        }
    }

    fn flush_if_full(&mut self) -> anyhow::Result<()> {
        if self.waiting < WAITING { Ok(()) } else { self.flush() }
    }

    fn flush(&mut self) -> anyhow::Result<()> {
        self.close_sentences();
        let jobs = std::mem::take(&mut self.jobs);
        let work = self.work;
        let done = jobs.into_par_iter().map(|(file, job)| match job {
            Job::Report(report) => work.report(&file, &report),
            Job::Sentences(sentences) => work.sentences(&file, sentences),
        });
        let done = done.collect();
        let bytes = std::mem::take(&mut self.waiting);
        self.print(done, bytes)
    }

    fn print(&mut self, done: Vec<Rendered>, bytes: usize) -> anyhow::Result<()> {
        for rendered in done {
            rendered.messages.iter().for_each(|m| tell(m));
            self.outcome.found |= rendered.found;
            self.sheet.put(rendered)?;
        }
        self.progress.take(bytes);
        Ok(())
    }
}
