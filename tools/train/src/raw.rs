//! Raw news to sentences of words, for the teacher to label.

use std::collections::HashSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;
use saydo_split::{Sentence, Splitter};
use serde_json::Value;

/// The fields of a record that hold running text.
const FIELDS: [&str; 5] = ["headline", "summary", "text", "body", "description"];

/// Prints every sentence of the JSON or JSONL files once, a line each, its words separated by tabs.
pub(crate) fn print(files: &[PathBuf], split: &Path) -> anyhow::Result<()> {
    let weights = std::fs::read(split).with_context(|| format!("cannot read {}", split.display()))?;
    let splitter = Splitter::from_bytes(&weights)?;
    let mut seen = HashSet::new();
    let mut out = io::BufWriter::new(io::stdout().lock());
    for file in files {
        for record in records(file)? {
            for text in FIELDS.iter().filter_map(|f| record.get(f)?.as_str()) {
                let report = saydo_read::plain("raw", text.as_bytes());
                for sentence in splitter.sentences(&report).filter(|_| report.is_readable()) {
                    let line = line(&report.text, &sentence);
                    if seen.insert(line.clone()) {
                        writeln!(out, "{line}")?;
                    }
                }
            }
        }
    }
    Ok(out.flush()?)
}

/// The objects of a JSON list, or of JSON lines.
fn records(file: &Path) -> anyhow::Result<Vec<Value>> {
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let name = || format!("{} is not JSON", file.display());
    if text.trim_start().starts_with('[') {
        return serde_json::from_str(&text).with_context(name);
    }
    text.lines()
        .filter(|l| !l.trim().is_empty())
        .map(|l| serde_json::from_str(l).with_context(name))
        .collect()
}

fn line(text: &str, sentence: &Sentence) -> String {
    let words: Vec<&str> = sentence.tokens.iter().map(|t| t.span.of(text).unwrap_or_default()).collect();
    words.join("\t")
}
