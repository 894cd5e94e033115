//! Any bytes as a page: no panic, paragraphs on one line, and zones of the reports in order and inside the text.

#![no_main]

use libfuzzer_sys::fuzz_target;
use saydo_page::{Hints, fragment, is_html, read, reports};

fuzz_target!(|bytes: &[u8]| {
    let hints = Hints { address: Some("https://example.org/news/"), ..Hints::default() };
    is_html(bytes);
    fragment(&String::from_utf8_lossy(bytes), &hints);
    let page = read(bytes, &hints);
    let blocks = page.blocks.iter().chain(page.posts.iter().flat_map(|post| &post.blocks));
    for block in blocks {
        assert!(!block.text.trim().is_empty() && !block.text.contains(['\n', '\r', '\0']));
    }
    for report in reports(&page, "fuzz") {
        let mut end = 0;
        for zone in &report.zones {
            assert!(zone.span.start >= end && zone.span.of(&report.text).is_some());
            end = zone.span.end;
        }
    }
});
