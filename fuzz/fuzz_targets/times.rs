//! Any bytes as text and as publication time: no panic, and times that lie in order inside their sentences.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut report = saydo_read::plain("fuzz", bytes);
    report.published = Some(report.text.chars().take(24).collect());
    let (document, _) = saydo_engine::Engine::shipped().document(&report);
    let times = saydo_times::find(&document);
    let mut last = (0, 0);
    for (i, time) in times.iter().enumerate() {
        assert!((time.sentence, time.words.start) >= last && time.words.start < time.words.end);
        assert!(time.words.end <= document.sentences[time.sentence].len());
        assert!(time.span.of(&report.text).is_some());
        assert!(time.value.is_none() != time.unresolved.is_empty());
        last = (time.sentence, time.words.end);
        let when = saydo_times::of_event(&document, &times, time.sentence, time.words.start);
        assert!(when.time != Some(i) && when.by != Some(i));
    }
});
