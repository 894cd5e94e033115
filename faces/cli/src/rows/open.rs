//! A file as the bytes of the tables in it, unpacked.

use std::fs::File;
use std::io::{self, BufReader, Cursor, Read};
use std::path::Path;

use anyhow::{Context, bail};
use saydo_files::STANDARD_INPUT;
use saydo_unfold::{Gunzip, is_gzip};
use zip::ZipArchive;

/// So many bytes are enough to see what a file is.
const ENOUGH: usize = 64 << 10;

/// A table of a file.
pub(super) struct Part<'p> {
    /// Its name, for people and for telling what it is.
    pub(super) name: &'p str,
    /// Its first bytes.
    pub(super) first: Vec<u8>,
    /// All of it, the first bytes too.
    pub(super) bytes: Box<dyn Read + 'p>,
}

/// Hands over the tables of a file, as long as `each` says to go on: one, but for a ZIP file, which may hold several.
pub(super) fn each(path: &Path, each: &mut dyn FnMut(Part<'_>) -> bool) -> anyhow::Result<()> {
    let name = path.display().to_string();
    if path.as_os_str() == STANDARD_INPUT {
        let (first, bytes) = started(io::stdin().lock())?;
        if is_zip(&first) {
            bail!("a ZIP file cannot be read from standard input; name the file");
        }
        return one("stdin", bytes, each).map(|_| ());
    }
    let file = File::open(path).context("cannot open it; check the path and its permissions")?;
    let (first, bytes) = started(&file)?;
    if is_zip(&first) {
        return zipped(path, &name, each);
    }
    one(&name, bytes, each).map(|_| ())
}

fn is_zip(first: &[u8]) -> bool {
    first.starts_with(b"PK\x03\x04") || first.starts_with(b"PK\x05\x06")
}

/// The tables in a ZIP file, in its order; folders are none.
fn zipped(path: &Path, name: &str, each: &mut dyn FnMut(Part<'_>) -> bool) -> anyhow::Result<()> {
    let damaged =
        "cannot unpack it; its ZIP packing is damaged or of a rare kind, get the file again or unzip it";
    let file = BufReader::new(File::open(path).context("cannot open it")?);
    let mut archive = ZipArchive::new(file).context(damaged)?;
    for at in 0..archive.len() {
        let entry = archive.by_index(at).context(damaged)?;
        if entry.is_dir() {
            continue;
        }
        let name = format!("{name}/{}", String::from_utf8_lossy(entry.name_raw()));
        if !one(&name, entry, each)? {
            break;
        }
    }
    Ok(())
}

/// One table, unpacked if need be; says whether to go on.
fn one<'p>(
    name: &'p str,
    bytes: impl Read + 'p,
    each: &mut dyn FnMut(Part<'_>) -> bool,
) -> anyhow::Result<bool> {
    let (first, bytes) = started(bytes)?;
    if !is_gzip(&first) {
        return Ok(each(Part { name, first, bytes: Box::new(bytes) }));
    }
    let damaged = "cannot unpack it; its gzip packing is damaged or cut short, get the file again";
    let (first, bytes) = started(Gunzip::new(BufReader::new(bytes))).context(damaged)?;
    Ok(each(Part { name: name.strip_suffix(".gz").unwrap_or(name), first, bytes: Box::new(bytes) }))
}

/// The first bytes of an input, and all of it.
fn started<R: Read>(mut input: R) -> io::Result<(Vec<u8>, impl Read + use<R>)> {
    let mut first = Vec::new();
    input.by_ref().take(ENOUGH as u64).read_to_end(&mut first)?;
    let all = Cursor::new(first.clone()).chain(BufReader::with_capacity(ENOUGH, input));
    Ok((first, all))
}
