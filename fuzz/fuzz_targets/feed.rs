//! Any bytes as a feed and as a list of feeds: no panic, unique ids, and lists that come back as they were written.

#![no_main]

use std::collections::HashSet;

use libfuzzer_sys::fuzz_target;
use saydo_feed::{canonical, opml, read};

fuzz_target!(|bytes: &[u8]| {
    for charset in [None, Some("windows-1251")] {
        if let Ok(feed) = read(bytes, charset, Some("https://paper.example/feed.xml")) {
            let ids: HashSet<_> = feed.items.iter().map(|item| &item.id).collect();
            assert_eq!(ids.len(), feed.items.len());
            for link in feed.items.iter().filter_map(|item| item.link.as_deref()) {
                let once = canonical(link);
                assert_eq!(canonical(&once), once);
            }
        }
    }
    if let Ok(outlines) = opml::read(bytes) {
        let again = opml::read(opml::write("fuzz", &outlines).as_bytes()).expect("a list that was written is a list");
        assert_eq!(again.len(), outlines.len());
    }
});
