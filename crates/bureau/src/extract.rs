//! Texts made again of the raw bytes of their pages, after an upgrade of what makes them.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use saydo_ledger::{Batch, Copy, Entry, Error, Ledger, Raw, Stored, Voice};
use saydo_page::Hints;
use saydo_text::Report;
use saydo_vault::{Key, Vault};

use crate::prepare::{Prepared, prepare};
use crate::store::judge;
use crate::{EXTRACTED_BY, READ_BY};

/// Reports whose texts are made again in one transaction.
const BATCH: usize = 64;

/// What became of the reports that were made again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extracted {
    /// How many were looked at.
    pub done: usize,
    /// How many have another text, title or date now, and were read again.
    pub changed: usize,
    /// How many stay as they were because nothing could be made of their raw bytes.
    pub kept: usize,
}

/// A report that stays as it was, though another version of the program made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its number.
    pub number: u32,
    /// Why, for people.
    pub why: String,
}

/// Where the raw bytes of a ledger's reports are kept unless somebody says otherwise: beside it, in a folder of its name
/// with `.raw` after it.
///
/// ```
/// use std::path::Path;
/// assert_eq!(saydo_bureau::raw_folder(Path::new("a/saydo.sqlite")), Path::new("a/saydo.sqlite.raw"));
/// ```
pub fn raw_folder(ledger: &Path) -> PathBuf {
    let mut name = OsString::from(ledger);
    name.push(".raw");
    name.into()
}

/// What a page gives now for a report.
enum Made {
    Same,
    Better(Box<Prepared>),
    /// Nothing, and this version of the program will find nothing another time either.
    Nothing(String),
    /// Its bytes are not there now.
    Lost(String),
}

/// Makes every report again of its raw bytes whose text another version of the program made, and tells after each batch
/// how many are done so far and which of it stay as they were.
///
/// A text that comes out the same is left alone; another one takes its place and is read, under the same number: it is the
/// same publication, and no revision. Where nothing comes out any more, the old text stays. A run that is broken off is
/// carried on by the next one. An error is for the ledger failing.
pub fn extract_again(
    ledger: &mut Ledger,
    vault: &Vault,
    mut progress: impl FnMut(usize, &[Kept]),
) -> Result<Extracted, Error> {
    let (mut sum, mut after) = (Extracted::default(), 0);
    loop {
        let stale = ledger.raws(EXTRACTED_BY, after, BATCH)?;
        let Some((last, _)) = stale.last() else { return Ok(sum) };
        after = last.number;
        // The posts of a live blog lie together, and their page is read once.
        let pages: Vec<_> = stale.chunk_by(|(_, one), (_, other)| same_page(one, other)).collect();
        let made: Vec<Made> = pages.into_par_iter().flat_map_iter(|page| again(vault, page)).collect();
        let mut batch = ledger.begin()?;
        let mut kept = Vec::new();
        for ((stored, _), made) in stale.iter().zip(made) {
            sum.changed += usize::from(matches!(made, Made::Better(_)));
            kept.extend(settle(&mut batch, stored, made)?);
        }
        batch.commit()?;
        sum.done += stale.len();
        sum.kept += kept.len();
        progress(sum.done, &kept);
    }
}

fn same_page(one: &Raw, other: &Raw) -> bool {
    (&one.key, &one.address, &one.charset, &one.hint)
        == (&other.key, &other.address, &other.charset, &other.hint)
}

/// What one page gives now for each of its reports.
fn again(vault: &Vault, reports: &[(Stored, Raw)]) -> Vec<Made> {
    let Some((_, raw)) = reports.first() else { return Vec::new() };
    let bytes = raw.key.parse::<Key>().and_then(|key| vault.fetch(&key));
    let lost = |why: String| reports.iter().map(|_| Made::Lost(why.clone())).collect();
    let bytes = match bytes {
        Ok(Some(bytes)) => bytes,
        Ok(None) => return lost(format!("its raw bytes are not in {}", vault.folder().display())),
        Err(error) => return lost(error.to_string()),
    };
    let hints = Hints {
        address: Some(&raw.address),
        charset: raw.charset.as_deref(),
        published: raw.hint.as_deref(),
    };
    let now = saydo_page::reports(&saydo_page::read(&bytes, &hints), "");
    reports.iter().map(|(stored, raw)| one(&stored.report, raw, &now)).collect()
}

/// What a page gives now for one of its reports.
fn one(before: &Report, raw: &Raw, now: &[Report]) -> Made {
    let (id, what) = match &raw.part {
        Some(part) => (format!("#{part}"), format!("the post {part:?}")),
        None => (String::new(), "the article".to_owned()),
    };
    let Some(now) = now.iter().find(|report| report.id == id && !report.text.trim().is_empty()) else {
        return Made::Nothing(format!("{what} is not found in its raw bytes any more"));
    };
    let now = Report {
        id: before.id.clone(),
        url: before.url.clone(),
        publisher: before.publisher.clone().or_else(|| now.publisher.clone()),
        // What the page does not tell was told by whoever listed it.
        title: now.title.clone().or_else(|| before.title.clone()),
        published: now.published.clone().or_else(|| before.published.clone()),
        ..now.clone()
    };
    if now == *before { Made::Same } else { Made::Better(Box::new(prepare(now))) }
}

/// Stores what was made of a report, and says so where the old text stays.
fn settle(batch: &mut Batch<'_>, stored: &Stored, made: Made) -> Result<Option<Kept>, Error> {
    let number = stored.number;
    let kept = match made {
        Made::Lost(why) => return Ok(Some(Kept { number, why })),
        Made::Nothing(why) => Some(Kept { number, why }),
        Made::Better(prepared) => {
            replace(batch, stored, &prepared)?;
            None
        }
        Made::Same => None,
    };
    batch.extracted(number, EXTRACTED_BY)?;
    Ok(kept)
}

/// Puts a better text in the place of the old one. Whom it copies is judged anew: what an old version left in the text may
/// have made it alike to others, or hidden that it is.
fn replace(batch: &mut Batch<'_>, stored: &Stored, prepared: &Prepared) -> Result<(), Error> {
    let number = stored.number;
    let (copy, voice) = if stored.revision_of.is_some() || stored.superseded.is_some() {
        // The revisions of an address are alike and no copies of each other.
        as_noted(stored, prepared)
    } else {
        judge(batch, prepared, Some(number))?
    };
    let entry = Entry { report: &prepared.report, record: &prepared.record, voice: &voice };
    batch.retext(number, &entry, READ_BY)?;
    match copy {
        Some(copy) => batch.mark_copy(number, &copy),
        None => batch.unmark_copy(number).map(|_| ()),
    }
}

/// Whom a report copies, as it was noted.
fn as_noted(stored: &Stored, prepared: &Prepared) -> (Option<Copy>, Voice) {
    let mut voice = prepared.voice.clone();
    if stored.copy.is_some() {
        voice.keys.clear();
    }
    (stored.copy.clone(), voice)
}
