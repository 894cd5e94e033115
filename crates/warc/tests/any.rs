//! Whatever is done to an archive: reading ends, says where, and gives no page that was not in it.

#![allow(clippy::unwrap_used, reason = "tests")]

mod common;

use common::{forms, page};
use proptest::prelude::*;
use saydo_warc::{Limits, responses};

#[derive(Clone, Debug)]
enum Change {
    Flip(usize, u8),
    Cut(usize, usize),
    Put(usize, Vec<u8>),
    Double(usize, usize),
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let bytes = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..20),
        Just(b"WARC/1.0\r\n".to_vec()),
        Just(b"\r\n\r\n".to_vec()),
        Just(b"\x1f\x8b\x08\0\0\0\0\0\0\x03".to_vec()),
        Just(b"Content-Length: 99999999\r\n".to_vec()),
    ];
    let change = prop_oneof![
        (any::<usize>(), 1..=255_u8).prop_map(|(at, bits)| Change::Flip(at, bits)),
        (any::<usize>(), 0..300_usize).prop_map(|(at, length)| Change::Cut(at, length)),
        (any::<usize>(), bytes).prop_map(|(at, bytes)| Change::Put(at, bytes)),
        (any::<usize>(), 0..300_usize).prop_map(|(at, length)| Change::Double(at, length)),
    ];
    prop::collection::vec(change, 1..6)
}

fn change(archive: &mut Vec<u8>, change: &Change) {
    let length = archive.len().max(1);
    match change {
        Change::Flip(at, bits) => archive.iter_mut().skip(at % length).take(1).for_each(|b| *b ^= bits),
        Change::Cut(at, n) => drop(archive.drain(at % length..(at % length + n).min(archive.len()))),
        Change::Put(at, bytes) => drop(archive.splice(at % length..at % length, bytes.iter().copied())),
        Change::Double(at, n) => {
            let part = archive[at % length..(at % length + n).min(archive.len())].to_vec();
            archive.splice(at % length..at % length, part);
        }
    }
}

proptest! {
    #[test]
    fn a_changed_archive_is_read_to_its_end(form in 0..4_usize, changes in changes()) {
        let mut archive = forms().remove(form).1;
        for c in &changes {
            change(&mut archive, c);
        }
        let mut last = 0;
        for (count, found) in responses(archive.as_slice(), Limits { record: 2000, unfolded: 2000 }).enumerate() {
            prop_assert!(count <= archive.len());
            let number = found.as_ref().map_or_else(|e| e.place().number, |r| r.number);
            prop_assert!(number >= last);
            last = number;
            prop_assert!(found.is_err() || found.unwrap().body.len() <= 2000);
        }
    }

    #[test]
    fn a_page_behind_any_damage_to_a_packed_archive_comes(changes in changes()) {
        let mut archive = forms().remove(1).1;
        for c in &changes {
            change(&mut archive, c);
        }
        // A file that begins as a plain archive is read as one.
        prop_assume!(!archive.trim_ascii_start().starts_with(b"WARC/"));
        archive.extend(common::gzip(&page("a:last", "good")));
        let last = responses(archive.as_slice(), Limits::default()).flatten().last();
        prop_assert_eq!(last.map(|r| r.address), Some("a:last".to_owned()));
    }

    #[test]
    fn any_bytes_are_read_to_their_end(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        let found = responses(bytes.as_slice(), Limits::default()).count();
        prop_assert!(found <= bytes.len());
    }
}
