//! Archives that are as they should be, or nearly.

#![allow(clippy::unwrap_used, reason = "tests")]

mod common;

use common::{all, exchange, forms, gzip, http, page, record, told};
use saydo_warc::{Limits, responses};

fn body(archive: &[u8]) -> Vec<u8> {
    all(archive).remove(0).unwrap().body
}

const HTML: &str = "Content-Type: text/html\r\n";

#[test]
fn every_form_of_archive_gives_the_same_pages() {
    for (form, archive) in forms() {
        let pages: Vec<_> = all(&archive).into_iter().map(Result::unwrap).collect();
        let known: Vec<_> = pages.iter().map(|p| (p.number, p.address.as_str(), p.body.as_slice())).collect();
        let wanted: [(u64, &str, &[u8]); 3] =
            [(2, "a:1", b"<p>one</p>"), (3, "a:2", b"<p>two</p>"), (4, "a:3", b"<p>three</p>")];
        assert_eq!(known, wanted, "{form}");
        assert_eq!(pages[0].form.as_deref(), Some("text/html"));
        assert_eq!(pages[0].charset.as_deref(), Some("utf-8"));
        assert_eq!((pages[0].status, pages[0].crawled.as_str()), (200, "2022-02-16T08:00:00Z"));
    }
}

#[test]
fn it_does_not_matter_how_the_input_arrives() {
    for (form, archive) in forms() {
        for capacity in [1, 3, 100] {
            let input = std::io::BufReader::with_capacity(capacity, archive.as_slice());
            assert_eq!(responses(input, Limits::default()).flatten().count(), 3, "{form}");
        }
    }
}

#[test]
fn only_pages_that_came_well_are_given() {
    let with = |first: &str, form: &str| {
        let block = format!("HTTP/1.1 {first}\r\nContent-Type: {form}\r\n\r\nx");
        record("response", &format!("{first} {form}"), "Content-Type: application/http\r\n", block.as_bytes())
    };
    let archive = [
        with("200 OK", "text/html"),
        with("203 Other", "application/xhtml+xml; charset=x"),
        with("200 OK", "Text/Plain"),
        with("200 OK", "image/png"),
        with("404 Not Found", "text/html"),
        with("301 Moved", "text/html"),
        record("request", "a:request", "Content-Type: application/http\r\n", b"GET / HTTP/1.1\r\n\r\n"),
        record(
            "response",
            "dns:a.example",
            "Content-Type: text/dns\r\n",
            b"20220216\na.example. 1 IN A 192.0.2.1\n",
        ),
        record("metadata", "a:meta", "Content-Type: application/warc-fields\r\n", b"fetchTimeMs: 7"),
        record("revisit", "a:again", "Content-Type: application/http\r\n", b"HTTP/1.1 200 OK\r\n\r\n"),
    ]
    .concat();
    assert_eq!(
        told(&archive),
        ["200 OK text/html", "203 Other application/xhtml+xml; charset=x", "200 OK Text/Plain"]
    );
}

#[test]
fn a_body_that_was_kept_alone_is_a_page() {
    let archive = record("resource", "a:1", "Content-Type: text/html;charset=iso-8859-1\r\n", b"<p>news");
    let page = all(&archive).remove(0).unwrap();
    assert_eq!(
        (page.body.as_slice(), page.charset.as_deref(), page.status),
        (&b"<p>news"[..], Some("iso-8859-1"), 200)
    );
    assert_eq!(told(&record("resource", "a:1", "Content-Type: image/png\r\n", b"x")), [""; 0]);
}

#[test]
fn a_page_without_a_form_is_what_the_crawler_found_it_to_be() {
    let fields = "Content-Type: application/http\r\nWARC-Identified-Payload-Type: text/html\r\n";
    assert_eq!(told(&record("response", "a:1", fields, &http("", b"<p>"))), ["a:1"]);
    assert_eq!(
        told(&record("response", "a:1", "Content-Type: application/http\r\n", &http("", b"<p>"))),
        [""; 0]
    );
}

#[test]
fn older_drafts_and_other_line_ends_are_read() {
    let text = String::from_utf8(page("a:1", "x")).unwrap();
    for version in ["WARC/0.17", "WARC/0.18", "WARC/1.1"] {
        assert_eq!(told(text.replace("WARC/1.0", version).as_bytes()), ["a:1"], "{version}");
    }
    let block = b"HTTP/1.0 200 OK\nContent-Type: text/html\n\n<p>";
    let head = "WARC/1.0\nwarc-type: response\nwarc-target-uri: <a:1>\ncontent-length: 44\n\n";
    assert_eq!(told(&[head.as_bytes(), block, b"\n"].concat()), ["a:1"]);
}

#[test]
fn empty_lines_between_records_may_be_missing_or_more() {
    let one = page("a:1", "x");
    let tight = one.strip_suffix(b"\r\n\r\n").unwrap();
    let archive = [b"\r\n", tight, tight, b"\r\n", &one, &b"\r\n".repeat(200), &one].concat();
    assert_eq!(told(&archive), ["a:1"; 4]);
}

#[test]
fn chunks_and_codings_are_undone() {
    let chunked = b"3\r\n<p>\r\n4\r\nnews\r\n0\r\n\r\n";
    let packed = gzip(b"<p>news");
    let head = format!("{:x}\r\n", packed.len());
    let both = [head.as_bytes(), &packed, b"\r\n0\r\n\r\n"].concat();
    for (fields, sent) in [
        ("Transfer-Encoding: chunked\r\n", &chunked[..]),
        ("Content-Encoding: gzip\r\n", &packed),
        ("Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", &both),
    ] {
        assert_eq!(body(&exchange("a:1", &format!("{HTML}{fields}"), sent)), b"<p>news", "{fields}");
    }
}

#[test]
fn bodies_that_a_crawler_undid_already_stay_as_they_are() {
    for fields in [
        "Transfer-Encoding: chunked\r\n",
        "Content-Encoding: gzip\r\n",
        "Content-Encoding: br\r\n",
        "Content-Encoding: utf-8\r\n",
        "X-Crawl-Content-Encoding: gzip\r\nX-Crawl-Transfer-Encoding: chunked\r\n",
    ] {
        assert_eq!(body(&exchange("a:1", &format!("{HTML}{fields}"), b"<p>news")), b"<p>news", "{fields}");
    }
    assert_eq!(body(&exchange("a:1", HTML, &gzip(b"<p>news"))), b"<p>news", "the header was dropped");
}

#[test]
fn an_archive_may_be_empty() {
    for archive in [&b""[..], b"\r\n\r\n", &gzip(b"")] {
        assert_eq!(told(archive), [""; 0]);
    }
}
