//! Markdown and JSONL.

mod common;

use std::io::{self, BufReader, Read};

use saydo_read::{Error, Format, jsonl, markdown};

#[track_caller]
fn check(input: &str, expected: &[&str]) {
    let report = markdown("test", input.as_bytes());
    assert_eq!(report.text, input);
    assert_eq!(common::shown(&report), expected.join("\n"));
}

#[test]
fn front_matter_is_read_and_lies_in_no_zone() {
    let input = "---\ntitle: \"Talks: day two\"\ndate: 2022-01-12\nurl: https://example.org/a\npublisher: Desk\ntags:\n  - talks\n---\n\nThe envoys met.\n";
    check(input, &["body | The envoys met."]);
    let report = markdown("test", input.as_bytes());
    assert_eq!(report.title.as_deref(), Some("Talks: day two"));
    assert_eq!(report.published.as_deref(), Some("2022-01-12"));
    assert_eq!(report.url.as_deref(), Some("https://example.org/a"));
    assert_eq!(report.publisher.as_deref(), Some("Desk"));
}

#[test]
fn headings_lists_and_quotations_lose_their_markers() {
    check(
        "# Talks end\n\nKYIV (AP) — They ended on *Monday*\nwithout a text.\n\n## Three points ##\n\n- Prisoners go home.\n- Roads open.\n1. Power returns.\n\n> We will come back,\n> he said.\n\n# Next\n",
        &[
            "headline | Talks end",
            "dateline | KYIV (AP) —",
            "body | They ended on *Monday*⏎without a text.",
            "subheading | Three points",
            "body | Prisoners go home.",
            "body | Roads open.",
            "body | Power returns.",
            "body | We will come back,⏎> he said.",
            "subheading | Next",
        ],
    );
}

#[test]
fn code_images_rules_and_addresses_lie_in_no_zone() {
    check(
        "Before.\n\n```\nlet code = 1;\n```\n![A tank](tank.png)\n*Photo: AP*\n***\n[Read the paper.](https://example.org)\n\n[1]: https://example.org\n<br/>\nAfter.\n",
        &["body | Before.", "caption | Photo: AP", "body | Read the paper.", "body | After."],
    );
}

#[test]
fn an_underline_makes_a_heading() {
    check("Talks end\n=========\nThey ended.\n", &["headline | Talks end", "body | They ended."]);
    check(
        "---\nNot front matter\n---\nText goes on.\n",
        &["subheading | Not front matter", "body | Text goes on."],
    );
}

fn lines(input: &[u8]) -> Vec<String> {
    let shown = |line: Result<saydo_text::Report, Error>| {
        line.map_or_else(
            |error| error.to_string(),
            |report| format!("{} {:?} {:?}", report.id, report.title, report.text),
        )
    };
    jsonl(input).map(shown).collect()
}

#[test]
fn records_are_read_and_bad_lines_are_named() {
    let input = "\u{FEFF}{\"text\": \"One.\", \"other\": {\"deep\": [1]}}\r\n\n{\"id\": 7, \"title\": \"Two\", \"text\": \"Â“2”\", \"url\": null}\n[1]\n{\"text\": 3}\n{\"id\": \"none\"}\n{\"text\": \"open\n{\"id\": \"z\", \"text\": \"\"}";
    assert_eq!(
        lines(input.as_bytes()),
        [
            "line-1 None \"One.\"",
            "7 Some(\"Two\") \"Â“2”\"",
            "bad-record: line 4: not a JSON object; write one object a line, such as {\"text\": \"…\"}",
            "bad-record: line 5: `text` is not a string; give the report's text as the string `text`",
            "bad-record: line 6: there is no `text`; give the report's text as the string `text`",
            "bad-record: line 7: not valid JSON (EOF while parsing a string at byte 14); write the whole object on one line, with its quotes escaped",
            "z None \"\"",
        ]
    );
    assert_eq!(
        lines(b"{\"text\": \"\xFF\"}"),
        ["bad-record: line 1: not valid UTF-8; save the file as UTF-8"]
    );
}

#[track_caller]
fn one(record: &str) -> saydo_text::Report {
    jsonl(record.as_bytes()).next().expect("there is a line").expect("it is a report")
}

#[test]
fn other_collections_keys_are_read_where_the_documented_ones_are_missing() {
    let other = one(r#"{"headline": "H", "body": "B.", "link": "L", "source": "S", "date": "2022-02-15"}"#);
    let documented = one(
        r#"{"title": "H", "headline": "x", "text": "B.", "body": "x", "url": "L", "link": "x", "publisher": "S",
            "source": "x", "published": "2022-02-15", "date": "x"}"#
            .replace('\n', " ")
            .as_str(),
    );
    assert_eq!(other, documented);
    for key in ["date_publish", "published_at", "pubDate"] {
        let report = one(&format!(r#"{{"text": "B.", "{key}": "2022-02-15"}}"#));
        assert_eq!(report.published.as_deref(), Some("2022-02-15"), "{key}");
    }
    let nested = one(r#"{"content": "B.", "source": {"id": "x"}, "source_name": "S", "url": ""}"#);
    assert_eq!((nested.publisher.as_deref(), nested.url), (Some("S"), None));
}

#[test]
fn the_text_is_lead_and_body_or_what_there_is_of_them() {
    for (record, text) in [
        (r#"{"summary": "Lead.", "body": "Body."}"#, "Lead.\n\nBody."),
        (r#"{"description": "Lead.", "content": "Lead. And more."}"#, "Lead. And more."),
        (r#"{"headline": "H", "lead": "Lead."}"#, "Lead."),
        (r#"{"headline": "H", "maintext": "", "summary": " "}"#, "H"),
        (r#"{"text": "", "body": "Body."}"#, ""),
        (r#"{"body": ["x"], "title": 7}"#, "7"),
    ] {
        assert_eq!(one(record).text, text, "{record}");
    }
}

#[test]
fn a_headline_alone_is_a_report_of_that_text() {
    let report = one(r#"{"headline": "Greetings on a jubilee", "date": "2021-10-24T11:00:00Z"}"#);
    assert_eq!(
        (report.title.as_deref(), report.text.as_str()),
        (Some("Greetings on a jubilee"), "Greetings on a jubilee")
    );
    assert_eq!(common::shown(&report), "headline | Greetings on a jubilee");
}

#[test]
fn a_line_over_the_limit_is_passed_over() {
    let input = format!("{{\"text\": \"{}\"}}\n{{\"text\": \"b\"}}\n", "a".repeat(100_000));
    let read: Vec<_> = jsonl(BufReader::with_capacity(16, input.as_bytes())).limit(1000).collect();
    assert!(matches!(read[0], Err(Error::TooLong { line: 1, limit: 1000 })));
    assert_eq!(read[1].as_ref().unwrap().id, "line-2");
    assert_eq!(read.len(), 2);
}

struct Broken;

impl Read for Broken {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(io::Error::other("gone"))
    }
}

#[test]
fn an_input_that_fails_ends_the_reading() {
    let input = BufReader::new(Read::chain(&b"{\"text\": \"a\"}\n{"[..], Broken));
    let read: Vec<_> = jsonl(input).collect();
    assert!(read[0].is_ok());
    assert!(matches!(read[1], Err(Error::Input { line: 2, .. })));
    assert!(read[1].as_ref().is_err_and(|error| error.problem().is_none() && error.line() == 2));
    assert_eq!(read.len(), 2);
}

#[test]
fn formats_go_by_extension() {
    assert_eq!(Format::of("a/b.md"), Some(Format::Markdown));
    assert_eq!(Format::of("b.NDJSON"), Some(Format::Jsonl));
    assert_eq!(Format::of("b.conllu"), Some(Format::Conllu));
    assert_eq!(Format::of("txt"), None);
}
