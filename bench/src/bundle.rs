//! The bundle: the first 1,000 of the free reports in order of time, or the project's own articles where it is missing.

use std::fs;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use saydo_engine::read;
use serde_json::{Value, json};

const REPORTS: usize = 1000;

/// Where the free reports lie in the folder given to `bundle`.
const SOURCES: [&str; 2] = ["ukraine-2021-22/kremlin-en.jsonl", "ukraine-2021-22/president-gov-ua-en.jsonl"];

/// Texts to measure on.
#[derive(Clone, Debug)]
pub struct Bundle {
    /// What the texts are, for the heading of a table.
    pub name: String,
    /// The texts, one a report.
    pub texts: Vec<String>,
}

impl Bundle {
    /// The texts of `bench/bundle`, or else of `articles` again and again; the name says which.
    pub fn load() -> anyhow::Result<Self> {
        match fs::File::open(path("bundle/news.jsonl")) {
            Ok(file) => {
                let reports: Result<Vec<_>, _> = read::jsonl(BufReader::new(file)).collect();
                let texts = reports.context("bench/bundle/news.jsonl")?.into_iter().map(|r| r.text).collect();
                Ok(Self { name: format!("bench/bundle, {REPORTS} reports"), texts })
            }
            Err(_) => Self::articles(),
        }
    }

    fn articles() -> anyhow::Result<Self> {
        let mut paths: Vec<PathBuf> =
            fs::read_dir(path("../articles"))?.flatten().map(|e| e.path()).collect();
        paths.retain(|p| p.extension().is_some_and(|e| e == "txt"));
        paths.sort();
        let articles: Vec<String> = paths.iter().map(fs::read_to_string).collect::<Result<_, _>>()?;
        if articles.is_empty() {
            bail!(
                "articles holds no .txt; make the bundle with `cargo run -p saydo-bench --bin bundle -- FOLDER`"
            );
        }
        let name = "articles, repeated (there is no bench/bundle)".to_owned();
        Ok(Self { name, texts: articles.into_iter().cycle().take(REPORTS).collect() })
    }

    /// The first texts that have `bytes` bytes together, and no more of them.
    pub fn sample(&self, bytes: usize) -> Vec<&str> {
        let mut total = 0;
        let within = self.texts.iter().take_while(|text| {
            let before = total;
            total += text.len();
            before < bytes
        });
        within.map(String::as_str).collect()
    }

    /// One text of about `bytes` bytes: the reports one after another, from the start again where they end.
    pub fn text(&self, bytes: usize) -> String {
        let mut text = String::with_capacity(bytes + 1);
        for part in self.texts.iter().cycle() {
            text.push_str(part);
            text.push_str("\n\n");
            if text.len() >= bytes {
                break;
            }
        }
        let end = (0..=bytes).rev().find(|&end| text.is_char_boundary(end)).unwrap_or_default();
        text.truncate(end);
        text
    }
}

/// A path in the folder of this crate.
fn path(rest: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(rest)
}

/// The bundle's reports from a folder of free data: by time of publication, then by id, the first 1,000.
pub fn reports(data: &Path) -> anyhow::Result<Vec<Value>> {
    let mut records = Vec::new();
    for source in SOURCES {
        let file = data.join(source);
        let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        for (n, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let record: Value =
                serde_json::from_str(line).with_context(|| format!("{source}, line {}", n + 1))?;
            records.push(record);
        }
    }
    let key = |r: &Value, name: &str| r[name].as_str().unwrap_or_default().to_owned();
    records.retain(|r| !key(r, "body").trim().is_empty());
    records.sort_by_key(|r| (key(r, "date"), key(r, "id")));
    records.truncate(REPORTS);
    if records.len() < REPORTS {
        bail!("{} has {} reports with a body; the bundle needs {REPORTS}", data.display(), records.len());
    }
    Ok(records.iter().map(report).collect())
}

/// A record of the data under the names that Saydo reads.
fn report(record: &Value) -> Value {
    json!({
        "id": record["id"],
        "title": record["headline"],
        "text": record["body"],
        "url": record["url"],
        "publisher": record["publisher"],
        "published": record["date"],
    })
}

/// Writes the reports as `news.jsonl` and their texts as `news.txt`, and gives the folder.
pub fn write(reports: &[Value]) -> anyhow::Result<PathBuf> {
    let folder = path("bundle");
    fs::create_dir_all(&folder)?;
    let lines: Vec<String> = reports.iter().map(Value::to_string).collect();
    fs::write(folder.join("news.jsonl"), lines.join("\n") + "\n")?;
    let texts: Vec<&str> = reports.iter().filter_map(|r| r["text"].as_str()).collect();
    fs::write(folder.join("news.txt"), texts.join("\n\n") + "\n")?;
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_ends_with_the_text_that_fills_it() {
        let bundle = Bundle { name: String::new(), texts: vec!["12345".into(), "67890".into(), "x".into()] };
        assert_eq!(bundle.sample(6), ["12345", "67890"]);
        assert_eq!(bundle.sample(5), ["12345"]);
    }

    #[test]
    fn a_text_has_the_length_that_is_asked_for() {
        let bundle = Bundle { name: String::new(), texts: vec!["ä€".into()] };
        assert_eq!(bundle.text(10), "ä€\n\nä");
    }

    #[test]
    fn there_is_always_something_to_measure_on() {
        assert_eq!(Bundle::load().unwrap().texts.len(), REPORTS);
    }
}
