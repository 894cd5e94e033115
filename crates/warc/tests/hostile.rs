//! Archives that are damaged, or made to do harm.

#![allow(clippy::unwrap_used, reason = "tests")]

mod common;

use std::io::{self, BufReader, Read};

use common::{all, exchange, forms, gzip, http, page, record, sized, told, warcinfo};
use saydo_warc::{Error, Limits, Place, responses};

const HTML: &str = "Content-Type: text/html\r\n";

/// `bad` between two good pages, plain and packed by record: both pages come, and one error of `kind` at `bad`.
fn between(bad: &[u8], kind: fn(&Error) -> bool) {
    let (first, last) = (page("a:first", "1"), page("a:last", "2"));
    for packed in [false, true] {
        let form = |r: &[u8]| if packed { gzip(r) } else { r.to_vec() };
        let found = all(&[form(&first), form(bad), form(&last)].concat());
        let addresses: Vec<_> = found.iter().flatten().map(|r| r.address.as_str()).collect();
        assert_eq!(addresses, ["a:first", "a:last"], "packed: {packed}, {found:?}");
        let error = found[1].as_ref().unwrap_err();
        let begin = form(&first).len() as u64;
        let place = if packed {
            Place { number: 2, member: Some(begin), at: 0 }
        } else {
            Place { number: 2, member: None, at: begin }
        };
        assert!(found.len() == 3 && kind(error), "{found:?}");
        assert_eq!(error.place(), place);
        assert!(!error.is_fatal());
    }
}

#[test]
fn a_length_that_is_too_small_or_too_large_is_told_and_nothing_else_is_lost() {
    let block = http(HTML, b"<p>news of the day");
    for length in [0, 20, 61, 100, 5000, 40 << 20, 1 << 40, u64::MAX] {
        let form = "Content-Type: application/http\r\n";
        between(&sized("response", "a:bad", form, &block, length), |e| matches!(e, Error::Length { .. }));
    }
}

#[test]
fn a_header_that_cannot_be_read_is_told_and_nothing_else_is_lost() {
    let bad = |e: &Error| matches!(e, Error::Header { .. });
    between(b"WARC/1.0\r\nContent-Length: 3\r\n\r\nabc\r\n\r\n", bad);
    between(b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: many\r\n\r\nabc\r\n\r\n", bad);
    between(
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9999999999999999999999\r\n\r\nabc\r\n\r\n",
        bad,
    );
    between(b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 15\r\nHTTP/1.1 200 OK\r\n\r\n", bad);
    between(&[b"WARC/1.0\r\n".to_vec(), b"A: b\r\n".repeat(40_000), b"\r\n".to_vec()].concat(), bad);
    between(&[b"WARC/1.0\r\nA: ".to_vec(), vec![b'x'; 1 << 20], b"\r\n\r\n".to_vec()].concat(), bad);
}

#[test]
fn what_holds_no_response_is_told_and_nothing_else_is_lost() {
    let form = "Content-Type: application/http\r\n";
    let bad = |e: &Error| matches!(e, Error::Http { .. });
    between(&record("response", "a:bad", form, b"<p>no head"), bad);
    between(&record("response", "a:bad", form, b"HTTP/1.1\r\n\r\n"), bad);
    between(&exchange("a:bad", &"X: y\r\n".repeat(20_000), b"<p>"), bad);
    between(
        &exchange("a:bad", &format!("{HTML}Transfer-Encoding: chunked\r\n"), b"4\r\nnews\r\n9\r\nx"),
        bad,
    );
}

#[test]
fn a_body_that_cannot_be_unfolded_is_told_and_nothing_else_is_lost() {
    let fields = format!("{HTML}Content-Encoding: gzip\r\n");
    let bad = |e: &Error| matches!(e, Error::Unfold { .. });
    between(&exchange("a:bad", &fields, &gzip(b"<p>news")[..20]), bad);
    between(&exchange("a:bad", &fields, &gzip(&vec![b' '; 100 << 20])), bad);
}

#[test]
fn garbage_between_records_costs_what_it_follows_and_no_more() {
    let archive = [page("a:1", "x"), page("a:2", "x"), b"some garbage\n".to_vec(), page("a:3", "x")].concat();
    let found = told(&archive);
    assert!(found[0] == "a:1" && found[1].contains("record 2 (byte ") && found[2] == "a:3", "{found:?}");
}

#[test]
fn garbage_between_members_costs_no_record() {
    let members = [gzip(&page("a:1", "x")), vec![0x1f, 0x8b, 8, 0, 7, 7], gzip(&page("a:2", "x"))];
    let found = told(&members.concat());
    assert!(found[0] == "a:1" && found.last().unwrap() == "a:2", "{found:?}");
    let members = [gzip(&page("a:1", "x")), vec![7; 3000], gzip(&page("a:2", "x"))];
    let found = told(&members.concat());
    let place = format!("gzip member at byte {}", members[0].len());
    assert!(found.len() == 3 && found[1].contains(&place) && found[2] == "a:2", "{found:?}");
}

#[test]
fn a_file_that_is_no_archive_is_told_once() {
    for file in [&b"<!DOCTYPE html><p>news"[..], &vec![7; 1 << 18], &gzip(b"<p>news"), b"\x1f\x8b"] {
        let found = all(file);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].as_ref().unwrap_err().place().number, 1);
    }
}

#[test]
fn an_archive_whose_begin_is_lost_gives_the_rest() {
    for (form, archive) in forms().into_iter().take(2) {
        let found = told(&[&vec![0; 100_000][..], &archive[20..]].concat());
        assert!(found.len() == 4 && found[0].contains("record 1 (byte 0)"), "{form}: {found:?}");
        assert_eq!(found[1..], ["a:1", "a:2", "a:3"], "{form}");
    }
}

/// Three pages, the middle one's member changed by `change`; the outer ones must come.
fn damaged(change: impl Fn(&mut Vec<u8>)) -> Vec<String> {
    let words = "The minister said that it was so. ".repeat(50);
    let mut members = [gzip(&page("a:1", "x")), gzip(&page("a:2", &words)), gzip(&page("a:3", "x"))];
    change(&mut members[1]);
    let found = told(&members.concat());
    assert!(found[0] == "a:1" && found.last().unwrap() == "a:3", "{found:?}");
    found[1..found.len() - 1].to_vec()
}

#[test]
fn a_member_that_is_cut_short_costs_one_record() {
    for cut in 1..150 {
        let found = damaged(|member| member.truncate(member.len() - cut));
        assert!(found.iter().all(|f| f.contains("gzip member at byte") || f == "a:2"), "{found:?}");
        assert!(found.iter().any(|f| f.contains("damaged")), "{found:?}");
    }
}

#[test]
fn no_page_is_given_whose_packing_does_not_add_up() {
    for at in 10..200 {
        let found = damaged(|member| {
            let at = at % member.len();
            member[at] ^= 0x55;
        });
        assert!(!found.contains(&"a:2".to_owned()) && !found.is_empty(), "{at}: {found:?}");
    }
}

#[test]
fn a_download_that_broke_off_anywhere_gives_what_is_there() {
    for (form, archive) in forms() {
        let mut most = 0;
        for cut in 1..archive.len() {
            let found = all(&archive[..cut]);
            let pages: Vec<_> = found.iter().flatten().map(|r| r.address.as_str()).collect();
            assert_eq!(pages, ["a:1", "a:2", "a:3"][..pages.len()], "{form} at {cut}");
            assert!(pages.len() >= most && found.len() <= pages.len() + 2, "{form} at {cut}: {found:?}");
            most = pages.len();
        }
        assert_eq!(most, 3, "{form}");
    }
}

#[test]
fn lines_inside_a_page_that_look_like_records_stay_in_it() {
    let inner = String::from_utf8(page("a:inner", "forged")).unwrap();
    assert_eq!(told(&page("a:outer", &inner)), ["a:outer"]);
}

#[test]
fn an_input_that_fails_is_fatal_and_ends() {
    struct Failing;
    impl Read for Failing {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("the disk is gone"))
        }
    }
    for (form, archive) in forms().into_iter().take(2) {
        let input = BufReader::new(archive.as_slice().chain(Failing));
        let found: Vec<_> = responses(input, Limits::default()).collect();
        assert_eq!(found.len(), 4, "{form}: {found:?}");
        assert!(found[3].as_ref().unwrap_err().is_fatal());
    }
}

#[test]
fn records_beyond_the_limit_are_told_and_passed_over() {
    let big = "x".repeat(5000);
    let archive = [warcinfo(), page("a:1", "x"), page("a:2", &big), page("a:3", "x")].concat();
    let limits = Limits { record: 1000, ..Limits::default() };
    let found: Vec<_> = responses(archive.as_slice(), limits).collect();
    assert!(matches!(found[1], Err(Error::TooLarge { limit: 1000, .. })));
    assert!(found.len() == 3 && found[2].is_ok());
}

/// Bytes made as they are read: a record's head, then `length` times a letter, then a page.
fn endless(head: String, length: u64) -> impl io::BufRead {
    let tail = page("a:last", "x");
    BufReader::new(io::Cursor::new(head).chain(io::repeat(b'x').take(length)).chain(io::Cursor::new(tail)))
}

#[test]
fn half_a_gigabyte_in_one_record_is_passed_over() {
    let length = 500 << 20;
    let head = format!("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {length}\r\n\r\n");
    let found: Vec<_> = responses(endless(head, length), Limits::default()).collect();
    assert!(found.len() == 2 && found[1].as_ref().unwrap().address == "a:last", "{found:?}");
}
