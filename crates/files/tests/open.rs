//! Files of every form, by their names and by their bytes.

#![allow(clippy::unwrap_used, reason = "tests")]

use std::io::Write;
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;
use saydo_files::{Error, Input, Item, Meter, is_ours, list, open, open_metered};
use saydo_text::Report;
use tempfile::TempDir;

const WORDS: &str = "The ministry said on Tuesday that its troops had left the border and that the trains were on \
    their way home. Nobody else has seen any of them leave, a spokesman of the alliance told reporters in the evening. ";

fn html(title: &str) -> Vec<u8> {
    let paragraph = format!("<p>{WORDS}</p>");
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><title>{title}</title><meta property=\"og:type\" content=\"article\">\
         <meta property=\"article:published_time\" content=\"2022-02-16T08:00:00Z\"></head>\
         <body><article><h1>{title}</h1>{}</article></body></html>",
        paragraph.repeat(4)
    )
    .into_bytes()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn record(address: &str, form: &str, body: &[u8]) -> Vec<u8> {
    let http = format!("HTTP/1.1 200 OK\r\nContent-Type: {form}\r\n\r\n");
    let length = http.len() + body.len();
    let head = format!(
        "WARC/1.0\r\nWARC-Type: response\r\n{address}WARC-Date: 2022-03-01T00:00:00Z\r\n\
         Content-Type: application/http\r\nContent-Length: {length}\r\n\r\n"
    );
    [head.as_bytes(), http.as_bytes(), body, b"\r\n\r\n"].concat()
}

fn at(address: &str) -> String {
    format!("WARC-Target-URI: {address}\r\n")
}

fn file(name: &str, bytes: &[u8]) -> (TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    (dir, path)
}

fn items(name: &str, bytes: &[u8], input: Input) -> Vec<Item> {
    let (_dir, path) = file(name, bytes);
    open(&path, input, false).unwrap().collect()
}

fn reports(name: &str, bytes: &[u8]) -> Vec<Report> {
    let report = |item| if let Item::Report(report) = item { *report } else { panic!("{item:?}") };
    items(name, bytes, Input::Auto).into_iter().map(report).collect()
}

#[test]
fn every_form_is_read_packed_or_not_named_or_not() {
    let page = html("Troops leave");
    let archive = record(&at("https://a.example/1"), "text/html", &page);
    let line = format!("{{\"id\": \"x\", \"text\": \"{WORDS}\"}}\n").into_bytes();
    for (bytes, names, id) in [
        (&page, ["a.html", "a.HTM.gz", "a"], "a"),
        (&archive, ["a.warc", "a.warc.gz", "a"], "https://a.example/1"),
        (&line, ["a.jsonl", "a.jsonl.gz", "a"], "x"),
        (&WORDS.as_bytes().to_vec(), ["a.txt", "a.txt.gz", "a"], "a"),
    ] {
        for name in names {
            for packed in [gzip(bytes), bytes.clone()] {
                let found = reports(name, &packed);
                assert_eq!(found.len(), 1, "{name}");
                assert_eq!(found[0].id, id, "{name}");
                assert!(
                    found[0].text.contains("its troops had left the border"),
                    "{name}: {}",
                    found[0].text
                );
            }
        }
    }
}

#[test]
fn a_page_gives_what_it_says_of_itself() {
    let report = reports("talks.html", &html("Troops leave")).remove(0);
    assert_eq!(report.id, "talks");
    assert_eq!(report.title.as_deref(), Some("Troops leave"));
    assert_eq!(report.published.as_deref(), Some("2022-02-16T08:00:00Z"));
    assert!(!report.zones.is_empty());
}

#[test]
fn the_day_of_the_crawl_is_no_day_of_publication() {
    let page = String::from_utf8(html("Troops leave")).unwrap().replace("article:published_time", "x");
    let report =
        reports("a.warc", &record(&at("https://a.example/1"), "text/html", page.as_bytes())).remove(0);
    assert_eq!((report.published, report.url.as_deref()), (None, Some("https://a.example/1")));
}

#[test]
fn pages_of_an_archive_come_in_order_and_one_without_an_address_is_numbered() {
    let page =
        |n: usize, address: &str| record(address, "text/html", &html(&format!("Day {n} of the talks")));
    let mut archive: Vec<u8> =
        (0..300).flat_map(|n| page(n, &at(&format!("https://a.example/{n}")))).collect();
    archive.extend(page(300, ""));
    let found = reports("news.warc", &archive);
    let ids: Vec<_> = found.iter().map(|r| r.id.as_str()).collect();
    let wanted: Vec<_> =
        (0..300).map(|n| format!("https://a.example/{n}")).chain(["news-301".into()]).collect();
    assert_eq!(ids, wanted);
}

#[test]
fn pages_without_an_article_are_counted_and_no_trouble() {
    let empty =
        |n: u32| record(&at(&format!("https://a.example/{n}")), "text/html", b"<html><body></body></html>");
    let archive: Vec<u8> = (0..50).flat_map(empty).collect();
    let (_dir, path) = file("a.warc", &archive);
    let meter = Meter::default();
    assert_eq!(open_metered(&path, Input::Auto, false, &meter).unwrap().count(), 0);
    assert_eq!((meter.passed(), meter.read()), (50, archive.len() as u64));
}

#[test]
fn texts_in_an_archive_are_read_and_instructions_for_crawlers_are_not() {
    let archive = [
        record(&at("https://a.example/speech.txt"), "text/plain", WORDS.as_bytes()),
        record(&at("https://a.example/robots.txt"), "text/plain", b"User-agent: *\nDisallow: /search"),
    ];
    let found = reports("a.warc", &archive.concat());
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].url.as_deref(), Some("https://a.example/speech.txt"));
}

#[test]
fn a_bad_record_is_told_and_the_rest_comes() {
    let good = record(&at("https://a.example/1"), "text/html", &html("Troops leave"));
    let found = items("a.warc.gz", &[gzip(&good), gzip(&good[..500]), gzip(&good)].concat(), Input::Auto);
    let [Item::Report(_), Item::Bad(message), Item::Report(_)] = &found[..] else { panic!("{found:?}") };
    assert!(message.contains("record 2 (gzip member at byte "), "{message}");
}

#[test]
fn what_is_said_goes_before_the_name() {
    let page = html("Troops leave");
    let Item::Report(text) = items("a.html", &page, Input::Text).remove(0) else {
        panic!("a text is a report")
    };
    assert!(text.text.contains("<article>"));
    let Item::Report(page) = items("a.txt", &page, Input::Html).remove(0) else {
        panic!("a page is a report")
    };
    assert!(!page.text.contains('<'));
}

#[test]
fn forms_without_a_reader_are_named_and_not_read_as_text() {
    let (_dir, path) = file("a.pdf", b"%PDF-1.7");
    let told = open(&path, Input::Auto, false).err().map(|e| e.to_string());
    assert!(told.is_some_and(|t| t.contains("a PDF")));
    assert!(open(&path, Input::Text, false).is_ok());
}

#[test]
fn sentences_are_refused_where_reports_are_wanted() {
    let (_dir, path) = file("a.conllu.gz", &gzip(b"1\tGo\t_\t_\t_\t_\t_\t_\t_\t_\n\n"));
    assert!(matches!(open(&path, Input::Auto, false), Err(Error::Sentences)));
    assert_eq!(open(&path, Input::Auto, true).unwrap().count(), 1);
}

#[test]
fn damaged_packing_is_told() {
    let packed = gzip(&html("Troops leave"));
    let (_dir, path) = file("a.html.gz", &packed[..packed.len() - 9]);
    assert!(matches!(open(&path, Input::Auto, false), Err(Error::Packing(_))));
    let lines = gzip(format!("{{\"text\": \"{WORDS}\"}}\n").repeat(5000).as_bytes());
    let found = items("a.jsonl.gz", &lines[..lines.len() - 20], Input::Auto);
    assert!(found.len() > 100 && matches!(found.last(), Some(Item::Bad(_))));
}

#[test]
fn a_bomb_is_told() {
    let bomb = gzip(&vec![b' '; 1 << 20]).repeat(65);
    let (_dir, path) = file("a.txt.gz", &bomb);
    assert!(matches!(open(&path, Input::Auto, false), Err(Error::TooLarge { .. })));
}

#[test]
fn folders_give_the_files_whose_names_we_know() {
    let dir = tempfile::tempdir().unwrap();
    for name in ["b.html", "a.warc.gz", "c.jsonl.gz", "d.conllu", "e.png", "f.gz"] {
        std::fs::write(dir.path().join(name), "").unwrap();
    }
    let names = |sentences| -> Vec<String> {
        let found = list(&[dir.path().to_owned()], sentences);
        found.into_iter().map(|p| p.unwrap().file_name().unwrap().to_string_lossy().into_owned()).collect()
    };
    assert_eq!(names(false), ["a.warc.gz", "b.html", "c.jsonl.gz"]);
    assert_eq!(names(true), ["a.warc.gz", "b.html", "c.jsonl.gz", "d.conllu"]);
    assert!(is_ours(Path::new("x/b.HTML")) && !is_ours(Path::new("x/d.conllu")));
}
