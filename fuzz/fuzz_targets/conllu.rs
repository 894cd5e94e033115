//! Any bytes as CoNLL-U: what can be read can be written and read again.

#![no_main]

use libfuzzer_sys::fuzz_target;
use saydo_record::conllu::{Reader, write};

fuzz_target!(|bytes: &[u8]| {
    for sentence in Reader::new(bytes).flatten() {
        let mut rows = Vec::new();
        write(&mut rows, &sentence).expect("memory takes everything");
        let again = Reader::new(&rows[..]).next().expect("a sentence was written").expect("and it is valid");
        assert_eq!(again.words.len(), sentence.words.len());
        assert_eq!(again.ranges.len(), sentence.ranges.len());
    }
});
