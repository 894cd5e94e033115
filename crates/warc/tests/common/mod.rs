//! Small archives made in the test.

#![allow(dead_code, unreachable_pub, clippy::unwrap_used, reason = "each test uses a part of it")]

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use saydo_warc::{Error, Limits, Response, responses};

/// A record of `kind` with `fields` beside the usual ones.
pub fn record(kind: &str, address: &str, fields: &str, block: &[u8]) -> Vec<u8> {
    let length = block.len();
    sized(kind, address, fields, block, length as u64)
}

/// A record that says that it is `length` bytes long.
pub fn sized(kind: &str, address: &str, fields: &str, block: &[u8], length: u64) -> Vec<u8> {
    let head = format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2022-02-16T08:00:00Z\r\n\
         WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\n{fields}Content-Length: {length}\r\n\r\n"
    );
    [head.as_bytes(), block, b"\r\n\r\n"].concat()
}

/// The HTTP response with `fields` and `body`.
pub fn http(fields: &str, body: &[u8]) -> Vec<u8> {
    [format!("HTTP/1.1 200 OK\r\n{fields}\r\n").as_bytes(), body].concat()
}

/// A response record as crawlers write it.
pub fn exchange(address: &str, fields: &str, body: &[u8]) -> Vec<u8> {
    let form = "Content-Type: application/http; msgtype=response\r\n";
    record("response", address, form, &http(fields, body))
}

/// A page of `words` at `address`.
pub fn page(address: &str, words: &str) -> Vec<u8> {
    exchange(address, "Content-Type: text/html; charset=utf-8\r\n", format!("<p>{words}</p>").as_bytes())
}

/// What an archive begins with.
pub fn warcinfo() -> Vec<u8> {
    record("warcinfo", "", "Content-Type: application/warc-fields\r\n", b"software: a crawler\r\n")
}

pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// Everything in `archive`.
pub fn all(archive: &[u8]) -> Vec<Result<Response, Error>> {
    responses(archive, Limits::default()).collect()
}

/// The addresses and the messages in `archive`, in order.
pub fn told(archive: &[u8]) -> Vec<String> {
    all(archive).into_iter().map(|r| r.map_or_else(|e| e.to_string(), |r| r.address)).collect()
}

/// The same three pages in every form of archive.
pub fn forms() -> Vec<(&'static str, Vec<u8>)> {
    let records = [warcinfo(), page("a:1", "one"), page("a:2", "two"), page("a:3", "three")];
    let plain = records.concat();
    let packed: Vec<u8> = records.iter().flat_map(|r| gzip(r)).collect();
    let blocks: Vec<u8> = plain.chunks(50).flat_map(gzip).collect();
    vec![
        ("plain", plain.clone()),
        ("packed by record", packed),
        ("packed whole", gzip(&plain)),
        ("in blocks", blocks),
    ]
}
