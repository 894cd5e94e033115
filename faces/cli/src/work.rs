//! What every command that reads shares: paths in, work on all cores, output in order.

use std::io;
use std::path::{Path, PathBuf};

use anyhow::Context;
use saydo_record::coded::Rows;
use saydo_record::conllu;
use saydo_text::{Problem, Report};

use crate::args::Input;
use crate::desk::Desk;
use crate::messages::Outcome;
use crate::progress::Progress;

/// What a command makes of what it reads; the same one serves all threads.
pub(crate) trait Work: Sync {
    /// Reports with more bytes than this go to [`Work::large`] instead of to one core.
    const LARGE: usize = usize::MAX;

    /// Whether ready-made sentences are of use; without it, files of them are refused.
    const SENTENCES: bool = false;

    /// A report of the file `file`.
    fn report(&self, file: &str, report: &Report) -> Rendered;

    /// Ready-made sentences of the file `file`.
    fn sentences(&self, _file: &str, _sentences: Vec<conllu::Sentence>) -> Rendered {
        Rendered::default()
    }

    /// A large report, handed over in parts, each with the number of bytes that it covers.
    fn large(&self, file: &str, report: &Report, print: &mut Print<'_>) -> anyhow::Result<()> {
        print(vec![self.report(file, report)], report.text.len())
    }
}

/// Takes what came of some work, and how many bytes of input it covers.
pub(crate) type Print<'p> = dyn FnMut(Vec<Rendered>, usize) -> anyhow::Result<()> + 'p;

/// What came of one piece of work.
#[derive(Default)]
pub(crate) struct Rendered {
    /// What is printed.
    pub(crate) text: Vec<u8>,
    /// The rows that are written, where they are asked for.
    pub(crate) rows: Rows,
    /// Whether it counts as something found.
    pub(crate) found: bool,
    /// What is told beside it.
    pub(crate) messages: Vec<String>,
}

/// Where what came of the work goes, in order.
pub(crate) trait Sheet {
    /// Takes the next one.
    fn put(&mut self, rendered: Rendered) -> anyhow::Result<()>;

    /// Nothing comes any more; says whether something was found that nobody told before.
    fn end(&mut self) -> anyhow::Result<bool>;
}

/// Text goes out as it is.
impl<W: io::Write> Sheet for W {
    fn put(&mut self, rendered: Rendered) -> anyhow::Result<()> {
        Ok(self.write_all(&rendered.text)?)
    }

    fn end(&mut self) -> anyhow::Result<bool> {
        self.flush()?;
        Ok(false)
    }
}

/// What is to be read, and on how many threads.
pub(crate) struct Sources<'a> {
    /// Files, folders or standard input.
    pub(crate) paths: &'a [PathBuf],
    /// What they hold.
    pub(crate) input: Input,
    /// How many threads read; 0 means one for each core.
    pub(crate) threads: usize,
}

/// Reads everything in `sources`; an error is for the output failing, everything else goes on and is told.
pub(crate) fn run<K: Work>(sources: &Sources<'_>, work: &K, sheet: impl Sheet) -> anyhow::Result<Outcome> {
    rayon::ThreadPoolBuilder::new()
        .num_threads(sources.threads)
        .build_global()
        .context("cannot start the threads")?;
    let files = saydo_files::list(sources.paths, K::SENTENCES);
    let mut desk = Desk::new(work, sheet, Progress::new(&files));
    for file in &files {
        match file {
            Ok(path) => read(path, sources, &mut desk)?,
            Err(message) => desk.outcome.complain(message),
        }
    }
    desk.finish()
}

fn read<K: Work>(
    path: &Path,
    sources: &Sources<'_>,
    desk: &mut Desk<'_, K, impl Sheet>,
) -> anyhow::Result<()> {
    desk.open(&path.display().to_string());
    match saydo_files::open_metered(path, sources.input.into(), K::SENTENCES, desk.meter()) {
        Ok(mut items) => items.try_for_each(|item| desk.take(item)),
        Err(error) => {
            desk.complain(&error.to_string());
            Ok(())
        }
    }
}

/// A problem of a report as a message; `number` is its sentence, where it is about one.
pub(crate) fn about(file: &str, report: &Report, number: Option<usize>, problem: &Problem) -> String {
    let place = number.map_or_else(String::new, |n| format!("sentence {n}: "));
    format!("{file}: report {}: {}: {place}{}", report.id, problem.kind.code(), problem.detail)
}
