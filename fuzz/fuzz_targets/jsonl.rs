//! Any bytes as JSONL: no panic, every line gives a report or an error that names it, and reading ends.

#![no_main]

use libfuzzer_sys::fuzz_target;

/// Short enough for the fuzzer to reach.
const LIMIT: usize = 1 << 12;

fuzz_target!(|bytes: &[u8]| {
    let lines = bytes.iter().filter(|&&b| b == b'\n').count() + 1;
    let mut read = 0;
    for line in saydo_read::jsonl(bytes).limit(LIMIT) {
        read += 1;
        match line {
            Ok(report) => assert!(report.zones.iter().all(|zone| zone.span.of(&report.text).is_some())),
            Err(error) => assert!((1..=lines as u64).contains(&error.line())),
        }
    }
    assert!(read <= lines);
});
