//! From a file to the reports, or the ready-made sentences, in it.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use anyhow::{anyhow, bail};
use saydo_engine::read::{self, Format};
use saydo_record::conllu;
use saydo_text::Report;

use crate::args::Input;
use crate::files::STANDARD_INPUT;

/// One thing to read.
pub(crate) enum Item {
    /// A report.
    Report(Box<Report>),
    /// A sentence whose words are given.
    Sentence(Box<conllu::Sentence>),
    /// Something that could not be read, as a message without the file's name.
    Bad(String),
}

/// What is in one file, one after another, so that a long file need not fit into memory.
pub(crate) type Items = Box<dyn Iterator<Item = Item>>;

/// Formats that news comes in and that would be garbage as plain text.
const NOT_YET: [&str; 5] = ["html", "htm", "warc", "gz", "pdf"];

/// Opens `path` as `input` says; ready-made sentences are refused unless `sentences` are wanted.
pub(crate) fn open(path: &Path, input: Input, sentences: bool) -> anyhow::Result<Items> {
    let extension = path.extension().map(|e| e.to_string_lossy().to_lowercase());
    if input == Input::Auto && extension.is_some_and(|e| NOT_YET.contains(&e.as_str())) {
        bail!("this format is not read yet; convert it to text, or force it with --input");
    }
    let (format, bytes) = start(path, input)
        .map_err(|e| anyhow!("cannot read it ({e}); check the path and its permissions"))?;
    if format == Format::Conllu && !sentences {
        bail!("this is CoNLL-U, which holds sentences and not reports; give it to `saydo parse`");
    }
    items(format, bytes, &name(path))
        .map_err(|e| anyhow!("cannot read it ({e}); check the path and its permissions"))
}

fn start(path: &Path, input: Input) -> io::Result<(Format, Box<dyn BufRead>)> {
    let mut bytes: Box<dyn BufRead> = if path.as_os_str() == STANDARD_INPUT {
        Box::new(BufReader::with_capacity(1 << 16, io::stdin()))
    } else {
        Box::new(BufReader::with_capacity(1 << 16, File::open(path)?))
    };
    let format = match input {
        Input::Auto => Format::of(path).map_or_else(|| guess(&mut bytes), Ok)?,
        Input::Text => Format::Plain,
        Input::Markdown => Format::Markdown,
        Input::Jsonl => Format::Jsonl,
        Input::Conllu => Format::Conllu,
    };
    Ok((format, bytes))
}

fn name(path: &Path) -> String {
    match path.file_stem() {
        Some(stem) if path.as_os_str() != STANDARD_INPUT => stem.to_string_lossy().into_owned(),
        _ => "stdin".to_owned(),
    }
}

fn items(format: Format, mut bytes: Box<dyn BufRead>, name: &str) -> io::Result<Items> {
    let mut whole = || -> io::Result<Vec<u8>> {
        let mut all = Vec::new();
        bytes.read_to_end(&mut all)?;
        Ok(all)
    };
    let one = |report| -> Items { Box::new(std::iter::once(Item::Report(Box::new(report)))) };
    Ok(match format {
        Format::Plain => one(read::plain(name, &whole()?)),
        Format::Markdown => one(read::markdown(name, &whole()?)),
        Format::Jsonl => Box::new(read::jsonl(bytes).map(|r| match r {
            Ok(report) => Item::Report(Box::new(report)),
            Err(error) => Item::Bad(error.to_string()),
        })),
        Format::Conllu => Box::new(conllu::Reader::new(bytes).map(|s| match s {
            Ok(sentence) => Item::Sentence(Box::new(sentence)),
            Err(error) => Item::Bad(error.to_string()),
        })),
    })
}

/// The format that the first bytes look like: an object is JSONL, a comment or a numbered row with tabs is CoNLL-U,
/// anything else is plain text.
fn guess(bytes: &mut impl BufRead) -> io::Result<Format> {
    let start = bytes.fill_buf()?;
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start).trim_ascii_start();
    let line = start.split(|&b| b == b'\n').next().unwrap_or_default();
    let row = line.first().is_some_and(u8::is_ascii_digit) && line.split(|&b| b == b'\t').count() == 10;
    let comment = [&b"# text ="[..], b"# sent_id =", b"# newdoc"].iter().any(|c| line.starts_with(c));
    Ok(match line.first() {
        Some(b'{') => Format::Jsonl,
        _ if row || comment => Format::Conllu,
        _ => Format::Plain,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_by_their_first_bytes() {
        let of = |mut s: &[u8]| guess(&mut s).unwrap();
        assert_eq!(of(b"\xef\xbb\xbf {\"text\": \"x\"}"), Format::Jsonl);
        assert_eq!(of(b"# text = Go.\n1\tGo"), Format::Conllu);
        assert_eq!(of(b"1\tGo\tgo\tVERB\t_\t_\t0\troot\t_\t_\n"), Format::Conllu);
        assert_eq!(of(b"# A title\nText"), Format::Plain);
        assert_eq!(of(b""), Format::Plain);
    }
}
