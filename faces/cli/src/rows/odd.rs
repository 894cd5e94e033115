//! Rows that are odd: told with their places, the first ones at least, and set aside in a file.
//!
//! The file holds, between tabs, the line, the column, the oddity's name, `left-out` or `mended`, what it is, and then the
//! row as it stood: `cut -f6-` gives the rows back.

use std::collections::HashSet;
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use saydo_coded::Odd;
use saydo_files::STANDARD_INPUT;

use crate::messages::{Outcome, tell};

/// So many odd rows of one file are told one by one.
const TOLD: u64 = 10;

/// What is odd in the files that are read.
pub(super) struct Odds {
    folder: Option<PathBuf>,
    /// The files that were written, so that none is written over.
    written: HashSet<PathBuf>,
    name: String,
    path: PathBuf,
    out: Option<BufWriter<File>>,
    left: u64,
    mended: u64,
}

impl Odds {
    /// Nothing is odd yet; rows are set aside in this folder, else beside their files.
    pub(super) fn new(folder: Option<&Path>) -> Self {
        Self {
            folder: folder.map(Path::to_owned),
            written: HashSet::new(),
            name: String::new(),
            path: PathBuf::new(),
            out: None,
            left: 0,
            mended: 0,
        }
    }

    /// What comes next is of this file, or of a part of it that has a name of its own.
    pub(super) fn open(&mut self, path: &Path, name: &str) {
        name.clone_into(&mut self.name);
        (self.left, self.mended) = (0, 0);
        self.path = self.target(path);
    }

    /// Where the rows of a file are set aside.
    fn target(&self, path: &Path) -> PathBuf {
        let is_input = path.as_os_str() == STANDARD_INPUT;
        let name =
            if is_input { OsString::from("stdin") } else { path.file_name().unwrap_or_default().to_owned() };
        let beside = || if is_input { None } else { path.parent().map(Path::to_owned) };
        let folder = self.folder.clone().or_else(beside).unwrap_or_default();
        let numbered = |n: u32| {
            let mut name = name.clone();
            name.push(if n == 1 { ".odd.tsv".to_owned() } else { format!(".{n}.odd.tsv") });
            folder.join(name)
        };
        let mut n = 1;
        while self.written.contains(&numbered(n)) {
            n += 1;
        }
        numbered(n)
    }

    /// Takes an odd row.
    pub(super) fn take(&mut self, odd: &Odd) -> io::Result<()> {
        if self.left + self.mended < TOLD {
            tell(&odd.to_string());
        }
        *(if odd.mended { &mut self.mended } else { &mut self.left }) += 1;
        if self.out.is_none() {
            let named = |error: io::Error| {
                let path = self.path.display();
                io::Error::new(
                    error.kind(),
                    format!("cannot write {path} ({error}); name a folder with --odd"),
                )
            };
            if let Some(folder) = &self.folder {
                std::fs::create_dir_all(folder).map_err(named)?;
            }
            self.out = Some(BufWriter::new(File::create(&self.path).map_err(named)?));
            self.written.insert(self.path.clone());
        }
        let Some(out) = &mut self.out else { return Ok(()) };
        let column = odd.column.as_deref().unwrap_or_default();
        let how = if odd.mended { "mended" } else { "left-out" };
        let plain = |text: &str| text.replace(['\t', '\n', '\r'], " ");
        write!(out, "{}\t{}\t{}\t{how}\t{}\t", odd.line, plain(column), odd.code.name(), plain(&odd.what))?;
        out.write_all(&odd.raw)?;
        out.write_all(b"\n")
    }

    /// The file is at its end: tells how many of its rows were odd. Rows that are left out are trouble.
    pub(super) fn close(&mut self, outcome: &mut Outcome) {
        let Some(mut out) = self.out.take() else { return };
        if let Err(error) = out.flush() {
            outcome.complain(&format!(
                "cannot write {} ({error}); name a folder with --odd",
                self.path.display()
            ));
        }
        let (left, mended) = (self.left, self.mended);
        let more = match (left + mended).saturating_sub(TOLD) {
            0 => String::new(),
            more => format!("{more} more; "),
        };
        outcome.trouble |= left > 0;
        let path = self.path.display();
        tell(&format!(
            "{}: {more}in all {left} odd rows left out, {mended} mended; they lie in {path}",
            self.name
        ));
    }
}
