//! Codings undone, and what stops them.

#![allow(clippy::unwrap_used, reason = "tests")]

use std::io::{Read, Write};

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::{DeflateEncoder, GzEncoder, ZlibEncoder};
use proptest::prelude::*;
use saydo_unfold::{Error, Gunzip, is_gzip, unfold};

const LIMIT: usize = 1 << 20;

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn zlib(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn raw(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn brotli(bytes: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    let mut encoder = brotli::CompressorWriter::new(&mut packed, 4096, 5, 18);
    encoder.write_all(bytes).unwrap();
    drop(encoder);
    packed
}

fn news() -> Vec<u8> {
    b"The minister said that no order had been given. ".repeat(400)
}

fn is_broken(result: &Result<Vec<u8>, Error>) -> bool {
    matches!(result, Err(Error::Broken { .. }))
}

#[test]
fn every_coding_gives_back_what_was_packed() {
    let news = news();
    for (coding, packed) in [
        ("gzip", gzip(&news)),
        ("x-gzip", gzip(&news)),
        (" GZIP ", gzip(&news)),
        ("deflate", zlib(&news)),
        ("deflate", raw(&news)),
        ("br", brotli(&news)),
        ("", news.clone()),
        ("identity", news.clone()),
        ("identity, gzip,", gzip(&news)),
        ("gzip, br", brotli(&gzip(&news))),
        ("br,deflate , gzip", gzip(&zlib(&brotli(&news)))),
    ] {
        assert_eq!(unfold(&packed, coding, LIMIT).as_ref(), Ok(&news), "{coding}");
    }
}

#[test]
fn a_list_is_undone_from_its_end() {
    assert!(is_broken(&unfold(&brotli(&gzip(&news())), "br, gzip", LIMIT)));
}

#[test]
fn members_that_follow_each_other_are_one_body() {
    let packed = [gzip(b"one "), gzip(b""), gzip(b"two")].concat();
    assert_eq!(unfold(&packed, "gzip", LIMIT).unwrap(), b"one two");
}

#[test]
fn bytes_after_the_last_member_are_left_out() {
    for rest in [&b"\0\0\0\0\0\0"[..], b"<!-- cached -->"] {
        assert_eq!(unfold(&[&gzip(b"news"), rest].concat(), "gzip", LIMIT).unwrap(), b"news");
    }
}

#[test]
fn the_begin_of_another_member_is_not_taken_for_rubbish() {
    for cut in 1..gzip(b"two").len() {
        let packed = [&gzip(b"one")[..], &gzip(b"two")[..cut]].concat();
        assert!(is_broken(&unfold(&packed, "gzip", LIMIT)), "{cut}");
    }
}

#[test]
fn a_body_of_no_bytes_stays_one() {
    for coding in ["gzip", "deflate", "br", "", "gzip, br"] {
        assert_eq!(unfold(b"", coding, LIMIT).unwrap(), b"", "{coding}");
    }
}

#[test]
fn a_body_that_is_cut_anywhere_is_broken_and_never_half_a_body() {
    let news = news();
    for (coding, packed) in
        [("gzip", gzip(&news)), ("deflate", zlib(&news)), ("deflate", raw(&news)), ("br", brotli(&news))]
    {
        for cut in 1..packed.len() {
            assert!(is_broken(&unfold(&packed[..cut], coding, LIMIT)), "{coding} cut at {cut}");
        }
    }
}

#[test]
fn a_wrong_name_is_told_as_broken() {
    for coding in ["gzip", "deflate", "br"] {
        assert!(is_broken(&unfold(&news(), coding, LIMIT)), "{coding}");
    }
    assert!(is_broken(&unfold(&brotli(&news()), "gzip", LIMIT)));
}

#[test]
fn a_wrong_check_sum_is_told_as_broken() {
    let mut packed = gzip(&news());
    let sum = packed.len() - 8;
    packed[sum] ^= 1;
    assert!(is_broken(&unfold(&packed, "gzip", LIMIT)));
}

#[test]
fn a_coding_that_is_not_read_is_named_and_cut_to_a_readable_length() {
    assert_eq!(unfold(b"x", "zstd", LIMIT), Err(Error::Unknown { coding: "zstd".into() }));
    let long = "é".repeat(9000);
    let Err(Error::Unknown { coding }) = unfold(b"x", &long, LIMIT) else { panic!("it is unknown") };
    assert!(coding.len() < 100);
}

#[test]
fn a_tower_of_codings_is_refused() {
    assert!(matches!(unfold(b"x", &"gzip,".repeat(5), LIMIT), Err(Error::TooMany { .. })));
    assert_eq!(unfold(b"x", &"identity,".repeat(500), LIMIT).unwrap(), b"x");
}

#[test]
fn the_limit_is_what_may_come_out_to_the_byte() {
    let news = news();
    for (coding, packed) in
        [("gzip", gzip(&news)), ("deflate", zlib(&news)), ("br", brotli(&news)), ("", news.clone())]
    {
        assert_eq!(unfold(&packed, coding, news.len()).as_ref(), Ok(&news));
        let limit = news.len() - 1;
        assert_eq!(unfold(&packed, coding, limit), Err(Error::TooLarge { limit }), "{coding}");
    }
}

#[test]
fn a_bomb_stops_at_the_limit() {
    let zeros = vec![0; 64 << 20];
    for (coding, bomb) in [("gzip", gzip(&zeros)), ("deflate", zlib(&zeros)), ("br", brotli(&zeros))] {
        assert_eq!(unfold(&bomb, coding, LIMIT), Err(Error::TooLarge { limit: LIMIT }), "{coding}");
    }
}

#[test]
fn a_bomb_inside_another_coding_stops_at_the_limit() {
    let bomb = brotli(&gzip(&vec![0; 64 << 20]));
    assert_eq!(unfold(&bomb, "gzip, br", LIMIT), Err(Error::TooLarge { limit: LIMIT }));
}

#[test]
fn a_window_beyond_the_standard_is_refused() {
    let params = BrotliEncoderParams { large_window: true, lgwin: 26, ..Default::default() };
    let mut packed = Vec::new();
    let mut encoder = brotli::CompressorWriter::with_params(&mut packed, 4096, &params);
    encoder.write_all(&news()).unwrap();
    drop(encoder);
    assert!(is_broken(&unfold(&packed, "br", LIMIT)));
}

#[test]
fn a_stream_is_read_in_pieces_of_any_size() {
    let packed = [gzip(&news()), gzip(b"!")].concat();
    for size in [1, 7, 1 << 16] {
        let mut all = Vec::new();
        let reader = std::io::BufReader::with_capacity(size, packed.as_slice());
        Gunzip::new(reader).read_to_end(&mut all).unwrap();
        assert_eq!(all, [&news()[..], b"!"].concat());
    }
}

#[test]
fn gzip_is_known_by_its_first_bytes() {
    assert!(is_gzip(&gzip(b"")));
    assert!(!is_gzip(b"\x1f\x8b"));
    assert!(!is_gzip(b"<html>"));
}

proptest! {
    #[test]
    fn any_bytes_in_any_coding_stay_within_the_limit(
        bytes in prop::collection::vec(any::<u8>(), 0..300),
        coding in "(gzip|br|deflate|,){0,4}",
        limit in 0..200_usize,
    ) {
        if let Ok(body) = unfold(&bytes, &coding, limit) {
            prop_assert!(body.len() <= limit);
        }
    }

    #[test]
    fn a_damaged_gzip_never_gives_another_body(at in 10..200_usize, bit in 0..8_u8) {
        let mut packed = gzip(&news());
        let at = at % packed.len();
        packed[at] ^= 1 << bit;
        if let Ok(body) = unfold(&packed, "gzip", LIMIT) {
            prop_assert_eq!(body, news());
        }
    }
}
