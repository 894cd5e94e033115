//! The file that PETRARCH2 writes, as later programs of its users read it: rows of fields between tabs, no heading.
//!
//! A row stands for a report's date, source, target and code, however often the report tells it. Its fields are:
//!
//! | field | what it holds |
//! |---|---|
//! | date | the day of publication, `YYYYMMDD` |
//! | source, target, code | as the dictionaries give them |
//! | issues | the issues of its sentences, `CODE,count` between semicolons |
//! | ids | the report's id and the sentence's number, counted from 1: `ID_n` between semicolons |
//! | url | where the report was published |
//! | publisher | who published it |
//!
//! What is not known is `---`.

use std::collections::HashMap;
use std::fmt;
use std::io::{self, Write};

use saydo_engine::Reading;
use saydo_engine::petrarch::{Dictionaries, Triple};
use saydo_text::Report;

/// A field of which nothing is known.
const NONE: &str = "---";

/// One row of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The day of publication, `YYYYMMDD`.
    pub date: String,
    /// The source's code.
    pub source: String,
    /// The target's code.
    pub target: String,
    /// The event's code.
    pub code: String,
    /// The issues of its sentences, each with how often, in the order of their codes.
    pub issues: Vec<(String, usize)>,
    /// Its sentences, as `ID_n`.
    pub ids: Vec<String>,
    /// Where the report was published.
    pub url: String,
    /// Who published it.
    pub publisher: String,
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let issues: Vec<String> = self.issues.iter().map(|(code, n)| format!("{code},{n}")).collect();
        let (issues, ids) = (issues.join(";"), self.ids.join(";"));
        let fields =
            [&self.date, &self.source, &self.target, &self.code, &issues, &ids, &self.url, &self.publisher];
        f.write_str(&fields.map(|text| field(text)).join("\t"))
    }
}

/// The rows of a reading that was coded with `dictionaries`, in the order in which the report first tells them.
///
/// ```
/// use saydo_engine::petrarch::{Dictionaries, File};
/// let files = [
///     File { name: "actors.txt", bytes: b"MOSCOW [RUSGOV]\nKIEV [UKRGOV]" },
///     File { name: "verbs.txt", bytes: b"--- PRAISE [051] ---\nPRAISE" },
/// ];
/// let (dictionaries, _) = Dictionaries::read(&files);
/// let report = saydo_engine::read::plain("r", b"Moscow praised Kiev.");
/// let mut reading = saydo_engine::Engine::shipped().read(&report);
/// reading.code_with(&dictionaries);
/// let rows = saydo_record::petrarch::rows(&report, &reading, &dictionaries);
/// assert_eq!(rows[0].to_string(), "---\tRUSGOV\tUKRGOV\t051\t---\tr_1\t---\t---");
/// ```
pub fn rows(report: &Report, reading: &Reading<'_>, dictionaries: &Dictionaries) -> Vec<Row> {
    let deeds = deeds(reading.triples.as_deref().unwrap_or_default());
    let row = |(triple, sentences): (&Triple, Vec<usize>)| Row {
        date: day(report.published.as_deref()),
        source: triple.source.clone(),
        target: triple.target.clone(),
        code: triple.code.clone(),
        issues: issues(reading, dictionaries, &sentences),
        ids: sentences.iter().map(|n| format!("{}_{}", report.id.replace(';', ","), n + 1)).collect(),
        url: report.url.clone().unwrap_or_default(),
        publisher: report.publisher.clone().unwrap_or_default(),
    };
    deeds.into_iter().map(row).collect()
}

/// Writes the rows of a reading. Fails only where `out` does.
pub fn write(
    report: &Report,
    reading: &Reading<'_>,
    dictionaries: &Dictionaries,
    out: &mut impl Write,
) -> io::Result<()> {
    rows(report, reading, dictionaries).iter().try_for_each(|row| writeln!(out, "{row}"))
}

/// Each source, target and code once, with its sentences in order.
fn deeds(triples: &[(usize, Triple)]) -> Vec<(&Triple, Vec<usize>)> {
    let mut deeds: Vec<(&Triple, Vec<usize>)> = Vec::new();
    let mut known = HashMap::new();
    for (sentence, triple) in triples {
        let i = *known.entry((&triple.source, &triple.target, &triple.code)).or_insert(deeds.len());
        if i == deeds.len() {
            deeds.push((triple, Vec::new()));
        }
        if !deeds[i].1.contains(sentence) {
            deeds[i].1.push(*sentence);
        }
    }
    deeds
}

fn issues(reading: &Reading<'_>, dictionaries: &Dictionaries, sentences: &[usize]) -> Vec<(String, usize)> {
    let mut all = std::collections::BTreeMap::new();
    for &n in sentences {
        let sentence = reading.document.sentences[n].whole();
        for (code, count) in dictionaries.issues(sentence.of(reading.document.text).unwrap_or_default()) {
            *all.entry(code).or_default() += count;
        }
    }
    all.into_iter().collect()
}

/// A field of one row: on one line, without tabs.
fn field(text: &str) -> String {
    let text =
        text.split([' ', '\t', '\r', '\n']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    if text.is_empty() { NONE.to_owned() } else { text }
}

/// The day of a date in ISO 8601 as `YYYYMMDD`; empty where there is none.
fn day(published: Option<&str>) -> String {
    let published = published.unwrap_or_default().trim();
    let long =
        [(0, 4), (5, 7), (8, 10)].map(|(from, to)| published.get(from..to).unwrap_or_default()).concat();
    let is_long = published.get(4..5) == Some("-") && published.get(7..8) == Some("-");
    let day = if is_long { &long } else { published.get(..8).unwrap_or_default() };
    let within = |from: usize, last: u8| {
        day.get(from..from + 2).and_then(|n| n.parse::<u8>().ok()).is_some_and(|n| (1..=last).contains(&n))
    };
    let is_day = day.bytes().all(|b| b.is_ascii_digit()) && within(4, 12) && within(6, 31);
    if is_day { day.to_owned() } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_many_forms() {
        let of = |s| day(Some(s));
        assert_eq!(of("2022-02-16"), "20220216");
        assert_eq!(of(" 2022-02-16T23:59:00Z"), "20220216");
        assert_eq!(of("20220216"), "20220216");
        for bad in [
            "",
            "2022",
            "2022-02",
            "16 Feb 2022",
            "2022-13-01",
            "2022-02-00",
            "\u{1f600}2022-02",
            "202２0216",
        ] {
            assert_eq!(of(bad), "", "{bad}");
        }
        assert_eq!(day(None), "");
    }

    #[test]
    fn a_field_stays_one_field() {
        let row = Row { source: "A\tB\r\nC".to_owned(), ids: vec!["r_1".to_owned()], ..Row::default() };
        assert_eq!(row.to_string(), "---\tA B C\t---\t---\t---\tr_1\t---\t---");
    }
}
