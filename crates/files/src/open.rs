//! Opens a file as what it is.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use saydo_page::Hints;
use saydo_read::{Format, jsonl, markdown, plain};
use saydo_record::conllu;
use saydo_text::Report;

use crate::archive::Archive;
use crate::kind::{Kind, stem, unread};
use crate::meter::Metered;
use crate::page::page;
use crate::start::Start;
use crate::{Error, Input, Item, Items, Meter, STANDARD_INPUT};

/// How many bytes one packed report may unpack to.
const UNPACKED: u64 = 64 << 20;

/// Opens `path` as `input` says; ready-made sentences are refused unless `sentences` are wanted.
///
/// Reports of text files and pages are named by the file's stem, pages of archives by their address, records of JSONL by
/// their own id. A page file says itself where and when it was published, or nobody does.
///
/// # Errors
/// The file cannot be opened, unpacked or read at all. What is wrong with a part of it comes as [`Item::Bad`].
///
/// ```
/// use saydo_files::{Input, Item, open};
///
/// let folder = tempfile::tempdir()?;
/// let path = folder.path().join("talks.txt");
/// std::fs::write(&path, "Talks went on in Geneva.")?;
/// let items: Vec<Item> = open(&path, Input::Auto, false)?.collect();
/// assert!(matches!(&items[..], [Item::Report(report)] if report.id == "talks"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn open(path: &Path, input: Input, sentences: bool) -> Result<Items, Error> {
    open_metered(path, input, sentences, &Meter::default())
}

/// Like [`open`], and `meter` counts what is read and what is passed over.
pub fn open_metered(path: &Path, input: Input, sentences: bool, meter: &Meter) -> Result<Items, Error> {
    let start = start(path, meter)?;
    let known = Kind::said(input).or_else(|| Kind::named(path));
    if let (None, Some(found)) = (known, unread(&start.first)) {
        return Err(Error::Unread { found });
    }
    let name = if is_standard_input(path) { None } else { stem(path) };
    let name = name.unwrap_or_else(|| "stdin".to_owned());
    match known.unwrap_or_else(|| Kind::guessed(&start.first)) {
        Kind::Text(Format::Conllu) if !sentences => Err(Error::Sentences),
        Kind::Text(format) => texts(format, start, &name),
        Kind::Html => Ok(pages(&whole(start)?, &name, meter)),
        Kind::Warc => Ok(Box::new(Archive::new(start.bytes, &name, meter))),
    }
}

fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == STANDARD_INPUT
}

fn start(path: &Path, meter: &Meter) -> io::Result<Start> {
    let meter = meter.clone();
    if is_standard_input(path) {
        Start::read(Metered { input: io::stdin(), meter })
    } else {
        Start::read(Metered { input: File::open(path)?, meter })
    }
}

fn texts(format: Format, start: Start, name: &str) -> Result<Items, Error> {
    Ok(match format {
        Format::Plain => one(plain(name, &whole(start)?)),
        Format::Markdown => one(markdown(name, &whole(start)?)),
        Format::Jsonl => Box::new(jsonl(start.unpack()).map(|record| match record {
            Ok(report) => Item::Report(Box::new(report)),
            Err(error) => Item::Bad(error.to_string()),
        })),
        Format::Conllu => Box::new(conllu::Reader::new(start.unpack()).map(|sentence| match sentence {
            Ok(sentence) => Item::Sentence(Box::new(sentence)),
            Err(error) => Item::Bad(error.to_string()),
        })),
    })
}

fn pages(bytes: &[u8], name: &str, meter: &Meter) -> Items {
    let reports = page(bytes, &Hints { address: None, charset: None, published: None }, name);
    if reports.is_empty() {
        meter.pass();
    }
    Box::new(reports.into_iter().map(|report| Item::Report(Box::new(report))))
}

fn one(report: Report) -> Items {
    Box::new(std::iter::once(Item::Report(Box::new(report))))
}

fn whole(start: Start) -> Result<Vec<u8>, Error> {
    let mut all = Vec::new();
    if !start.is_packed {
        start.unpack().read_to_end(&mut all)?;
        return Ok(all);
    }
    start.unpack().take(UNPACKED + 1).read_to_end(&mut all).map_err(Error::Packing)?;
    if all.len() as u64 > UNPACKED { Err(Error::TooLarge { limit: UNPACKED }) } else { Ok(all) }
}
