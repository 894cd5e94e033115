//! Any bytes through all stages to the record: no panic, and every span cuts out the text that the record shows.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let report = saydo_read::plain("fuzz", bytes);
    let reading = saydo_engine::Engine::shipped().read(&report);
    for mention in &reading.mentions.list {
        assert!(mention.span.of(&report.text).is_some());
        assert!(mention.entity.is_some() != !mention.unresolved.is_empty());
    }
    for statement in &reading.statements {
        assert!(!statement.content.is_empty());
        assert!(statement.content.iter().all(|c| c.of(&report.text).is_some()));
    }
});
