//! Pages, archives and packed files: the real program in an empty folder.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use std::io::Write;
use std::process::{Output, Stdio};

use common::{command, folder, said};
use flate2::Compression;
use flate2::write::GzEncoder;
use saydo_record::Record;
use tempfile::TempDir;

const WORDS: &str = "Russian Defence Ministry spokesman Igor Konashenkov said on Tuesday that its troops had left \
    the border and that the trains were on their way home. NATO has not seen any of them leave, Secretary General Jens \
    Stoltenberg told reporters in the evening.";

fn page(title: &str, day: u32) -> Vec<u8> {
    let paragraphs = [1, 2, 3, 4].map(|n| format!("<p>{WORDS} This was report {n} of the day.</p>")).concat();
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><title>{title}</title>\
         <link rel=\"canonical\" href=\"https://wire.example/2022/{day}\"><meta property=\"og:type\" content=\"article\">\
         <meta property=\"article:published_time\" content=\"2022-02-{day}T08:00:00Z\"></head>\
         <body><nav><a href=\"/\">Home</a></nav><article><h1>{title}</h1>{paragraphs}</article></body></html>"
    )
    .into_bytes()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// A gzip member with the response for `page`.
fn member(address: &str, page: &[u8]) -> Vec<u8> {
    let http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n";
    let length = http.len() + page.len();
    let head = format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2022-03-01T00:00:00Z\r\n\
         Content-Type: application/http; msgtype=response\r\nContent-Length: {length}\r\n\r\n"
    );
    gzip(&[head.as_bytes(), http.as_bytes(), page, b"\r\n\r\n"].concat())
}

fn archive() -> [Vec<u8>; 3] {
    [15, 16, 17].map(|day| {
        member(&format!("https://wire.example/2022/{day}"), &page(&format!("Day {day}: troops leave"), day))
    })
}

fn run(dir: &TempDir, verb: &str, args: &[&str]) -> Output {
    command(dir.path(), verb, args).output().unwrap()
}

fn printed(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn records(output: &Output) -> Vec<Record> {
    printed(output).lines().map(|line| serde_json::from_str(line).expect("a line is a record")).collect()
}

#[test]
fn a_page_gives_a_record_with_its_title_address_day_and_zones() {
    let page = page("Troops leave", 15);
    let dir = folder(&[("page.html", &page), ("packed.html.gz", &gzip(&page))]);
    for (name, id) in [("page.html", "page"), ("packed.html.gz", "packed")] {
        let output = run(&dir, "code", &[name]);
        assert_eq!((output.status.code(), said(&output).as_str()), (Some(0), ""));
        let report = &records(&output)[0].report;
        assert_eq!(report.id, id);
        assert_eq!(report.title.as_deref(), Some("Troops leave"));
        assert_eq!(report.url.as_deref(), Some("https://wire.example/2022/15"));
        assert_eq!(report.published.as_deref(), Some("2022-02-15T08:00:00Z"));
        assert!(records(&output)[0].sentences.iter().all(|s| s.zone == "body"));
        assert!(!records(&output)[0].statements.is_empty());
    }
}

#[test]
fn pages_and_archives_are_known_on_standard_input() {
    let dir = folder(&[]);
    for (bytes, input) in
        [(page("Troops leave", 15), "auto"), (archive().concat(), "auto"), (archive()[0].clone(), "warc")]
    {
        let mut child = command(dir.path(), "code", &["--input", input, "-"]);
        let mut child = child.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(&bytes).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(records(&output)[0].report.published.as_deref(), Some("2022-02-15T08:00:00Z"));
    }
}

#[test]
fn an_archive_added_twice_is_there_once() {
    let dir = folder(&[("news.warc.gz", &archive().concat())]);
    let output = run(&dir, "add", &["news.warc.gz"]);
    assert!(printed(&output).starts_with("saydo.sqlite: 3 new"), "{}", printed(&output));
    assert_eq!((output.status.code(), said(&output).as_str()), (Some(0), ""));
    let output = run(&dir, "add", &["news.warc.gz"]);
    assert!(printed(&output).starts_with("saydo.sqlite: 0 new, 3 known already"), "{}", printed(&output));
}

#[test]
fn a_damaged_archive_is_told_with_file_and_record_and_the_rest_is_added() {
    let [first, mut second, third] = archive();
    second.truncate(300);
    let begin = first.len();
    let dir = folder(&[("news.warc.gz", &[first, second, third].concat())]);
    let output = run(&dir, "add", &["news.warc.gz"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(printed(&output).starts_with("saydo.sqlite: 2 new"), "{}", printed(&output));
    let place = format!("news.warc.gz: bad-archive: record 2 (gzip member at byte {begin})");
    assert!(said(&output).contains(&place), "{}", said(&output));
}

#[test]
fn pages_without_an_article_are_counted_once_and_no_trouble() {
    let empty = b"<html><head><title>x</title></head><body></body></html>";
    let members = (0..40).map(|n| member(&format!("https://wire.example/{n}"), empty));
    let bytes = members.chain(archive()).collect::<Vec<_>>().concat();
    let dir = folder(&[("news.warc.gz", &bytes)]);
    let output = run(&dir, "code", &["news.warc.gz"]);
    assert_eq!((output.status.code(), records(&output).len()), (Some(0), 3));
    assert_eq!(said(&output), "saydo: 40 pages without an article were passed over\n");
}

#[test]
fn packed_lines_and_packed_text_are_read() {
    let lines =
        format!("{{\"id\": \"a\", \"text\": \"{WORDS}\"}}\n{{\"id\": \"b\", \"text\": \"{WORDS}\"}}\n");
    let dir =
        folder(&[("news.jsonl.gz", &gzip(lines.as_bytes())), ("talks.txt.gz", &gzip(WORDS.as_bytes()))]);
    let output = run(&dir, "code", &["."]);
    let ids: Vec<_> = records(&output).into_iter().map(|r| r.report.id).collect();
    assert_eq!(ids, ["a", "b", "talks"]);
    assert!(!run(&dir, "parse", &["talks.txt.gz"]).stdout.is_empty());
}
