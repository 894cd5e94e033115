//! Alerts on disk: JSON Lines that grow, and an Atom feed of the newest.

use std::fs::{self, File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;

use jiff::Timestamp;
use saydo_alerts::Alert;
use saydo_ledger::KeptAlert;

use crate::Error;

/// So many of the newest alerts stand in the feed.
pub(crate) const ENTRIES: usize = 200;

/// The end of the JSON Lines that is searched for alerts that a killed run wrote already, in bytes.
const TAIL: u64 = 4 << 20;

/// Writes the newest alerts of a watch, the newest first, into `folder`: those that are not there yet at the end of
/// `alerts.jsonl`, all of them as `alerts.atom`.
pub(crate) fn write(folder: &Path, watch: &str, newest: &[KeptAlert]) -> Result<(), Error> {
    let failed = |path: &Path, source| Error::Alerts { path: path.to_owned(), source };
    fs::create_dir_all(folder).map_err(|e| failed(folder, e))?;
    let lines = folder.join("alerts.jsonl");
    append(&lines, newest).map_err(|e| failed(&lines, e))?;
    let feed = folder.join("alerts.atom");
    replace(&feed, &atom(watch, newest)).map_err(|e| failed(&feed, e))
}

/// Appends what the end of the file does not hold yet. A line that a kill cut short is ended first.
fn append(path: &Path, newest: &[KeptAlert]) -> std::io::Result<()> {
    let mut file = OpenOptions::new().read(true).append(true).create(true).open(path)?;
    let tail = tail(&mut file)?;
    let mut text = String::new();
    if !tail.is_empty() && !tail.ends_with('\n') {
        text.push('\n');
    }
    for alert in newest.iter().rev().filter(|alert| !tail.lines().any(|line| line == alert.body)) {
        text.push_str(&alert.body);
        text.push('\n');
    }
    if text.is_empty() {
        return Ok(());
    }
    file.write_all(text.as_bytes())?;
    file.sync_data()
}

fn tail(file: &mut File) -> std::io::Result<String> {
    let length = file.metadata()?.len();
    file.seek(SeekFrom::Start(length.saturating_sub(TAIL)))?;
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn atom(watch: &str, newest: &[KeptAlert]) -> String {
    let entries: Vec<(Alert, Timestamp)> = newest.iter().take(ENTRIES).filter_map(entry).collect();
    let updated = newest.iter().map(|kept| kept.made).max().unwrap_or_default();
    saydo_alerts::atom(watch, updated, &entries)
}

fn entry(kept: &KeptAlert) -> Option<(Alert, Timestamp)> {
    Some((Alert::from_json(&kept.body)?, kept.made))
}

/// Puts a text in the place of a file, as a whole or not at all.
fn replace(path: &Path, text: &str) -> std::io::Result<()> {
    let new = path.with_extension("atom.new");
    fs::write(&new, text)?;
    fs::rename(&new, path)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

    use super::*;

    fn kept(body: &str) -> KeptAlert {
        KeptAlert { id: body.to_owned(), body: body.to_owned(), ..KeptAlert::default() }
    }

    #[test]
    fn each_alert_stands_in_the_lines_once_the_oldest_first_also_after_a_kill() {
        let folder = tempfile::tempdir().unwrap();
        let lines = folder.path().join("alerts.jsonl");
        write(folder.path(), "test", &[kept("{\"b\":2}"), kept("{\"a\":1}")]).unwrap();
        assert_eq!(fs::read_to_string(&lines).unwrap(), "{\"a\":1}\n{\"b\":2}\n");
        fs::write(&lines, "{\"a\":1}\n{\"b\"").unwrap();
        write(folder.path(), "test", &[kept("{\"b\":2}"), kept("{\"a\":1}")]).unwrap();
        assert_eq!(fs::read_to_string(&lines).unwrap(), "{\"a\":1}\n{\"b\"\n{\"b\":2}\n");
        assert!(fs::read_to_string(folder.path().join("alerts.atom")).unwrap().contains("<feed"));
    }
}
