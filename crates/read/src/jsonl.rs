//! JSONL: one record a line, one report a record.

use std::io::{self, BufRead};

use saydo_text::Report;
use serde::Deserialize;
use serde_json::Value;

use crate::error::Error;
use crate::report::finish;
use crate::zone::zones;

/// How many bytes a line may have.
const LIMIT: usize = 256 << 20;
/// The room for a line that is kept from one line to the next.
const KEPT: usize = 1 << 20;
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// The reports of a JSONL input, in order, read a line at a time.
#[derive(Debug)]
pub struct Jsonl<R> {
    input: R,
    line: u64,
    limit: usize,
    buffer: Vec<u8>,
    done: bool,
}

/// Reads `input` as JSONL: objects with `id`, `title`, `text`, `url`, `publisher` and `published`, of which only
/// `text` is required. A line that holds no report gives an error that says why, and reading goes on.
///
/// Collections name these in other ways, which count where the documented key is missing or empty: `headline` for the
/// title; `link` for the address; `source` or `source_name`, where that is a word, for the publisher; `date`,
/// `date_publish`, `published_at` or `pubDate` for the time of publication. Where there is no `text`, it is the `body`,
/// `content` or `maintext`, with the `summary`, `description` or `lead` as a paragraph before it unless it starts with
/// that; else the lead alone; else the title.
///
/// ```
/// let lines = "{\"text\": \"Talks went on.\"}\n{}\n{\"id\": 7, \"text\": \"They ended.\"}\n";
/// let read: Vec<_> = saydo_read::jsonl(lines.as_bytes()).collect();
/// assert_eq!(read[0].as_ref().unwrap().id, "line-1");
/// assert!(read[1].is_err());
/// assert_eq!(read[2].as_ref().unwrap().id, "7");
/// ```
pub fn jsonl<R: BufRead>(input: R) -> Jsonl<R> {
    Jsonl { input, line: 0, limit: LIMIT, buffer: Vec::new(), done: false }
}

impl<R: BufRead> Jsonl<R> {
    /// Takes lines of no more than `limit` bytes; 256 MiB unless set.
    #[must_use]
    pub fn limit(mut self, limit: usize) -> Self {
        self.limit = limit;
        self
    }

    /// The next line that is not blank, or `None` at the end.
    fn advance(&mut self) -> Result<Option<()>, Error> {
        loop {
            self.line += 1;
            self.buffer.clear();
            self.buffer.shrink_to(KEPT);
            match fill(&mut self.input, &mut self.buffer, self.limit) {
                Ok(Line::End) => return Ok(None),
                Ok(Line::TooLong) => return Err(Error::TooLong { line: self.line, limit: self.limit }),
                Ok(Line::Whole) if self.record().is_empty() => {}
                Ok(Line::Whole) => return Ok(Some(())),
                Err(source) => return Err(Error::Input { line: self.line, source }),
            }
        }
    }

    /// The line without white space around it, and without a byte order mark at the very start.
    fn record(&self) -> &[u8] {
        let marked = self.buffer.strip_prefix(MARK).filter(|_| self.line == 1);
        marked.unwrap_or(&self.buffer).trim_ascii()
    }
}

impl<R: BufRead> Iterator for Jsonl<R> {
    type Item = Result<Report, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        let found = self.advance();
        self.done = matches!(found, Ok(None) | Err(Error::Input { .. }));
        match found {
            Ok(None) => None,
            Ok(Some(())) => Some(report(self.record(), self.line)),
            Err(error) => Some(Err(error)),
        }
    }
}

enum Line {
    End,
    Whole,
    TooLong,
}

/// Reads one line into `buffer`; of one that is too long the rest is passed over.
fn fill(input: &mut impl BufRead, buffer: &mut Vec<u8>, limit: usize) -> io::Result<Line> {
    let (mut any, mut fits) = (false, true);
    loop {
        let chunk = match input.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            chunk => chunk?,
        };
        let end = chunk.iter().position(|&b| b == b'\n');
        let part = &chunk[..end.unwrap_or(chunk.len())];
        let used = part.len() + usize::from(end.is_some());
        any |= used > 0;
        fits &= buffer.len() + part.len() <= limit;
        if fits {
            buffer.extend_from_slice(part);
        }
        input.consume(used);
        if end.is_some() || used == 0 {
            return Ok(if !any {
                Line::End
            } else if fits {
                Line::Whole
            } else {
                Line::TooLong
            });
        }
    }
}

/// What a record may hold; anything else in it is passed over. Of the keys of one line the first that says something
/// counts: the documented one, then those of other collections.
#[derive(Default, Deserialize)]
#[serde(default)]
#[rustfmt::skip]
struct Record {
    id: Value,
    title: Value, headline: Value,
    text: Value,
    summary: Value, description: Value, lead: Value,
    body: Value, content: Value, maintext: Value,
    url: Value, link: Value,
    publisher: Value, source: Value, source_name: Value,
    published: Value, date: Value, date_publish: Value, published_at: Value,
    #[serde(rename = "pubDate")]
    pub_date: Value,
}

/// The report in one line of JSONL, as [`jsonl`] reads it; `line` is its number, for its id and for what is wrong.
///
/// ```
/// let report = saydo_read::record(br#"{"text": "Talks went on."}"#, 3)?;
/// assert_eq!(report.id, "line-3");
/// # Ok::<(), saydo_read::Error>(())
/// ```
pub fn record(bytes: &[u8], line: u64) -> Result<Report, Error> {
    report(bytes.trim_ascii(), line)
}

fn report(bytes: &[u8], line: u64) -> Result<Report, Error> {
    let record = fields(bytes, line)?;
    let title = first([record.title, record.headline]);
    let text = match record.text {
        Value::String(text) => text,
        Value::Null => {
            let lead = first_text([record.summary, record.description, record.lead]);
            let body = first_text([record.body, record.content, record.maintext]);
            joined(lead, body)
                .or_else(|| title.clone())
                .ok_or_else(|| without_text("there is no `text`", line))?
        }
        _ => return Err(without_text("`text` is not a string", line)),
    };
    let zones = zones(&text, title.as_deref());
    let report = Report {
        id: word(record.id).unwrap_or_else(|| format!("line-{line}")),
        title,
        url: first([record.url, record.link]),
        publisher: first([record.publisher, record.source, record.source_name]),
        published: first([
            record.published,
            record.date,
            record.date_publish,
            record.published_at,
            record.pub_date,
        ]),
        text,
        ..Report::default()
    };
    Ok(finish(report, zones))
}

/// A lead and the body behind it, which may start with the lead itself.
fn joined(lead: Option<String>, body: Option<String>) -> Option<String> {
    match (lead, body) {
        (Some(lead), Some(body)) if !body.trim_start().starts_with(lead.trim()) => {
            Some(format!("{}\n\n{body}", lead.trim_end()))
        }
        (lead, body) => body.or(lead),
    }
}

fn fields(bytes: &[u8], line: u64) -> Result<Record, Error> {
    let bad = |found: String, advice| Error::Record { line, found, advice };
    if bytes.first() != Some(&b'{') {
        return Err(bad("not a JSON object".into(), "write one object a line, such as {\"text\": \"…\"}"));
    }
    if std::str::from_utf8(bytes).is_err() {
        return Err(bad("not valid UTF-8".into(), "save the file as UTF-8"));
    }
    serde_json::from_slice(bytes).map_err(|error| {
        bad(
            format!("not valid JSON ({})", said(&error)),
            "write the whole object on one line, with its quotes escaped",
        )
    })
}

/// What the parser said, without its own count of lines, which is always 1.
fn said(error: &serde_json::Error) -> String {
    let column = error.column();
    error.to_string().replace(&format!(" at line 1 column {column}"), &format!(" at byte {column}"))
}

fn without_text(found: &str, line: u64) -> Error {
    Error::Record { line, found: found.into(), advice: "give the report's text as the string `text`" }
}

/// The first field that is a word or a number.
fn first<const N: usize>(values: [Value; N]) -> Option<String> {
    values.into_iter().find_map(word)
}

/// The first field that is text.
fn first_text<const N: usize>(values: [Value; N]) -> Option<String> {
    values.into_iter().filter(Value::is_string).find_map(word)
}

/// A field that is a word or a number; anything else counts as not given.
fn word(value: Value) -> Option<String> {
    match value {
        Value::String(word) => Some(word).filter(|word| !word.trim().is_empty()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
