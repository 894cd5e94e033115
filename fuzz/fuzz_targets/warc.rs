//! Any bytes as an archive: no panic, reading ends, and no page is larger than the limits say.

#![no_main]

use libfuzzer_sys::fuzz_target;
use saydo_warc::{Limits, responses};

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits { record: 1 << 16, unfolded: 1 << 17 };
    let mut last = 0;
    for (count, found) in responses(bytes, limits).enumerate() {
        assert!(count <= bytes.len());
        let number = found.as_ref().map_or_else(|e| e.place().number, |r| r.number);
        assert!(number >= last);
        last = number;
        assert!(found.is_err() || found.is_ok_and(|r| r.body.len() <= limits.unfolded));
    }
});
