//! Where rows of coded events go.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;
use saydo_coded::{Form, Options, Reason, Summary, Writer};
use tempfile::NamedTempFile;

use crate::messages::tell;
use crate::work::{Rendered, Sheet};

/// Standard output, or a file that appears when it is whole.
pub(crate) enum Out {
    /// Standard output.
    Standard(BufWriter<io::Stdout>),
    /// A file that is being made.
    File(BufWriter<File>),
}

impl Out {
    /// Standard output.
    pub(crate) fn standard() -> Self {
        Self::Standard(BufWriter::new(io::stdout()))
    }
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Standard(out) => out.write(bytes),
            Self::File(out) => out.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Standard(out) => out.flush(),
            Self::File(out) => out.flush(),
        }
    }
}

/// Rows that are written as a whole: `fill` writes them, and a file takes its name only then.
pub(crate) fn finish(
    form: Form,
    words: bool,
    path: Option<&Path>,
    fill: impl FnOnce(&mut dyn Writer) -> anyhow::Result<()>,
) -> anyhow::Result<bool> {
    let made = path.map(Made::begin).transpose()?;
    let out = match &made {
        None => Out::standard(),
        Some(one) => Out::File(BufWriter::new(one.file.as_file().try_clone()?)),
    };
    let summary = {
        let mut writer = form.writer(out, Options { words, ..Options::default() })?;
        fill(&mut *writer)?;
        writer.end()?
    };
    if let Some(one) = made {
        one.end()?;
    }
    told(form, &summary, 0);
    Ok(summary.written > 0)
}

/// A file that is being made beside the one that it will be.
struct Made {
    file: NamedTempFile,
    path: PathBuf,
}

impl Made {
    fn begin(path: &Path) -> anyhow::Result<Self> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let file = NamedTempFile::new_in(folder).with_context(|| {
            format!("cannot write {}; check the folder and its permissions", path.display())
        })?;
        Ok(Self { file, path: path.to_owned() })
    }

    fn end(self) -> anyhow::Result<()> {
        let path = self.path;
        self.file.persist(&path).with_context(|| format!("cannot write {}", path.display()))?;
        Ok(())
    }
}

/// The rows of reports, as they are read.
pub(crate) struct RowSheet {
    form: Form,
    writer: Box<dyn Writer>,
    undated: usize,
}

impl RowSheet {
    /// Writes rows in this form.
    pub(crate) fn new(form: Form, out: Out, words: bool) -> anyhow::Result<Self> {
        let writer = form.writer(out, Options { words, ..Options::default() })?;
        Ok(Self { form, writer, undated: 0 })
    }
}

impl Sheet for RowSheet {
    fn put(&mut self, rendered: Rendered) -> anyhow::Result<()> {
        self.undated += rendered.rows.undated;
        for event in &rendered.rows.events {
            self.writer.event(event)?;
        }
        Ok(())
    }

    fn end(&mut self) -> anyhow::Result<bool> {
        let summary = self.writer.end()?;
        told(self.form, &summary, self.undated);
        Ok(summary.written > 0)
    }
}

/// How many were left out for a reason.
type Left = (Reason, u64);

/// Tells what was left out and why.
fn told(form: Form, summary: &Summary, undated: usize) {
    let name = form.name();
    let of_words = |reason: &Reason| matches!(reason, Reason::Words(_) | Reason::Negated);
    let left = summary.left.iter().map(|(reason, n)| (*reason, *n));
    let (words, others): (Vec<Left>, Vec<Left>) = left.partition(|(reason, _)| of_words(reason));
    let count = |all: &[Left]| all.iter().map(|(_, n)| n).sum::<u64>();
    let list = |all: &[Left]| {
        all.iter().map(|(reason, n)| format!("{n} {}", why(*reason))).collect::<Vec<_>>().join(", ")
    };
    if !words.is_empty() {
        let (n, list) = (count(&words), list(&words));
        tell(&format!(
            "{n} events left out, because {name} cannot tell words from deeds: {list}; --words writes them"
        ));
    }
    if !others.is_empty() {
        tell(&format!("{} events left out: {}", count(&others), list(&others)));
    }
    if undated > 0 {
        tell(&format!("{undated} events left out: no day is told, not even that of the report"));
    }
    if summary.words > 0 {
        tell(&format!(
            "{} of the {} rows are words that {name} cannot tell from deeds",
            summary.words, summary.written
        ));
    }
}

fn why(reason: Reason) -> String {
    match reason {
        Reason::Words(standing) => standing.name().to_owned(),
        Reason::Negated => "negated".to_owned(),
        Reason::NoCode => "without a code there".to_owned(),
    }
}
