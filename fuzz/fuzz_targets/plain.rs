//! Any bytes as plain text and as Markdown: no panic, and zones that hold the text.

#![no_main]

use libfuzzer_sys::fuzz_target;
use saydo_text::Report;

/// Zones lie in order and on character borders; where `covered`, what lies between them is white space.
fn check(report: &Report, covered: bool) {
    let mut end = 0;
    for zone in &report.zones {
        assert!(zone.span.start >= end && zone.span.of(&report.text).is_some());
        assert!(!covered || report.text[end..zone.span.start].trim().is_empty());
        end = zone.span.end;
    }
    assert!(!covered || report.text[end..].trim().is_empty());
}

fuzz_target!(|bytes: &[u8]| {
    check(&saydo_read::plain("fuzz", bytes), true);
    check(&saydo_read::markdown("fuzz", bytes), false);
});
