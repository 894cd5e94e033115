//! The folder of PETRARCH dictionaries that the user brings along.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use anyhow::{Context, bail};
use saydo_engine::petrarch::{self, Complaint, Dictionaries};

use crate::messages::tell;

/// A dictionary larger than this is none.
const LARGEST: u64 = 64 << 20;

/// As many complaints about one file are told; the rest are counted.
const TOLD: usize = 20;

/// A file's name and bytes.
type Content = (String, Vec<u8>);

/// Reads the files of `folder`, without its subfolders, in order of name, and tells what is odd about them. An error is
/// for a folder that cannot be listed or of which nothing can be read.
pub(crate) fn read(folder: &Path) -> anyhow::Result<Dictionaries> {
    let files = list(folder).with_context(|| {
        format!(
            "{}: cannot list this folder of dictionaries; check the path and its permissions",
            folder.display()
        )
    })?;
    let contents: Vec<Content> = files.into_iter().filter_map(|name| content(folder, &name)).collect();
    if contents.is_empty() {
        bail!("{}: there are no dictionaries to read in this folder", folder.display());
    }
    let files = contents.iter().map(|(name, bytes)| petrarch::File { name, bytes });
    let (dictionaries, complaints) = Dictionaries::read(&files.collect::<Vec<_>>());
    complain(folder, &contents, &complaints);
    Ok(dictionaries)
}

/// The names of the regular files in a folder, in order.
fn list(folder: &Path) -> io::Result<Vec<OsString>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if fs::metadata(entry.path()).is_ok_and(|m| m.is_file()) {
            names.push(entry.file_name());
        }
    }
    names.sort();
    Ok(names)
}

/// The bytes of one file, or a message where it cannot be read.
fn content(folder: &Path, name: &OsStr) -> Option<Content> {
    let path = folder.join(name);
    match bytes(&path) {
        Ok(bytes) if bytes.len() as u64 > LARGEST => {
            tell(&format!(
                "{}: larger than {} MB and not read; is this a dictionary?",
                path.display(),
                LARGEST >> 20
            ));
            None
        }
        Ok(bytes) => Some((name.to_string_lossy().into_owned(), bytes)),
        Err(e) => {
            tell(&format!("{}: cannot read it ({e}); check its permissions", path.display()));
            None
        }
    }
}

fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn complain(folder: &Path, contents: &[Content], complaints: &[Complaint]) {
    for (name, _) in contents {
        let about: Vec<&Complaint> = complaints.iter().filter(|c| c.file == *name).collect();
        about.iter().take(TOLD).for_each(|c| tell(&message(folder, c)));
        if about.len() > TOLD {
            let more = about.len() - TOLD;
            tell(&format!("{}: and {more} more lines that were not understood", folder.join(name).display()));
        }
    }
    let others = complaints.iter().filter(|c| contents.iter().all(|(name, _)| *name != c.file));
    others.for_each(|c| tell(&message(folder, c)));
}

fn message(folder: &Path, complaint: &Complaint) -> String {
    let path = folder.join(&complaint.file);
    let line = if complaint.line > 0 { format!("line {}: ", complaint.line) } else { String::new() };
    format!("{}: {line}{}", path.display(), complaint.what)
}
