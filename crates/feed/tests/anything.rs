//! What holds for any bytes: no panic, ids that are unique, nothing from nowhere, OPML that comes back.
#![allow(clippy::unwrap_used, reason = "test code")]

mod common;

use std::collections::HashSet;

use proptest::prelude::*;
use saydo_feed::opml::{self, Outline};
use saydo_feed::{Feed, canonical, read};

/// Reads the bytes in every way there is, and checks what must hold.
fn check(bytes: &[u8]) {
    let address = Some("https://paper.example/feed.xml");
    for (charset, address) in [(None, None), (Some("windows-1251"), address), (Some("utf-16"), address)] {
        if let Ok(feed) = read(bytes, charset, address) {
            check_feed(&feed, bytes.len());
        }
    }
    let _ = opml::read(bytes);
}

fn check_feed(feed: &Feed, length: usize) {
    let ids: HashSet<_> = feed.items.iter().map(|item| &item.id).collect();
    assert_eq!(ids.len(), feed.items.len(), "ids are unique");
    for item in &feed.items {
        assert!(!item.id.is_empty());
        assert!(item.link.as_ref().is_none_or(|link| link.starts_with("http")));
        assert!(item.title.as_ref().is_none_or(|title| !title.contains('\n') && title.trim() == title));
        for date in item.published.iter().chain(&item.updated) {
            assert!(matches!(date.len(), 10 | 19 | 20) && date.is_ascii(), "{date}");
        }
    }
    let held: usize =
        feed.items.iter().flat_map(|item| [&item.summary, &item.content]).flatten().map(String::len).sum();
    assert!(held <= 64 * length + 1024, "{held} bytes out of {length}");
}

/// Pieces that readers look for, put together at random.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "<?xml version=\"1.0\"?>",
        "<!DOCTYPE rss [",
        "]>",
        "<rss>",
        "<rss version='2.0'>",
        "</rss>",
        "<channel>",
        "</channel>",
        "<item>",
        "</item>",
        "<item/>",
        "<feed xmlns=\"http://www.w3.org/2005/Atom\">",
        "</feed>",
        "<entry>",
        "</entry>",
        "<title>",
        "</title>",
        "<title",
        "<link>",
        "</link>",
        "<link href='/a'/>",
        "<guid>",
        "</guid>",
        "<pubDate>",
        "</pubDate>",
        "<description>",
        "</description>",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "&amp;",
        "&",
        "&nbsp;",
        "&#8217;",
        "&#xFFFFFFFF;",
        "<",
        ">",
        "\"",
        "'",
        "=",
        "<b>",
        "<p class=x",
        "/>",
        "<media:group>",
        "<dc:date>",
        "2022-02-15",
        "Tue, 15 Feb 2022 10:00:00 GMT",
        "15 Feb",
        "https://a.example/",
        "../x",
        "é",
        "🕊",
        "\0",
        "\u{FEFF}",
        "\n",
        " ",
        "<urlset>",
        "<url>",
        "</url>",
        "<loc>",
        "</loc>",
        "<sitemapindex>",
        "<rdf:RDF xmlns='http://purl.org/rss/1.0/'>",
        "<opml>",
        "<outline text='a' xmlUrl='b'>",
        "</outline>",
        "{\"items\":[",
        "{\"id\":1}",
        ",",
        "]}",
        "\"version\":",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// A feed of the corpus with some bytes changed, left out or said twice.
fn mutated() -> impl Strategy<Value = Vec<u8>> {
    let small: Vec<_> =
        common::cases().into_iter().map(|case| case.bytes).filter(|b| b.len() < 20_000).collect();
    let change = (any::<prop::sample::Index>(), any::<u8>(), 0_u8..4, 1_usize..40);
    (prop::sample::select(small), prop::collection::vec(change, 1..8)).prop_map(|(mut bytes, changes)| {
        for (at, byte, how, length) in changes {
            if bytes.is_empty() {
                break;
            }
            let at = at.index(bytes.len());
            let end = (at + length).min(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => drop(bytes.drain(at..end)),
                2 => bytes.extend_from_within(at..end),
                _ => bytes.truncate(at.max(20)),
            }
        }
        bytes
    })
}

fn outline() -> impl Strategy<Value = Outline> {
    let words = "[a-zA-Zé&\"'<>0-9]{1,8}( [a-zé&\"'=;]{1,8})?";
    let folder =
        prop::sample::select(vec!["News", "Wires & papers", "\"Own\"", "a < b"]).prop_map(str::to_owned);
    let address = "https://[a-z]{1,8}\\.example/[a-z?&=;]{0,12}";
    let parts = (words, address, prop::option::of(address), prop::collection::vec(folder, 0..4));
    parts.prop_map(|(title, feed, site, folders)| Outline { title, feed, site, folders })
}

/// A list with titles as reading leaves them: markup and references in a title do not come back as they were.
fn is_plain(outline: &Outline) -> bool {
    let is_mark = |text: &str| text.contains('&') && text.contains(';');
    let tagged = outline.title.contains('<') && outline.title.contains('>');
    !is_mark(&outline.title) && !tagged
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bytes(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        check(&bytes);
    }

    #[test]
    fn put_together(text in pieces()) {
        check(text.as_bytes());
    }

    #[test]
    fn changed_feeds(bytes in mutated()) {
        check(&bytes);
    }

    #[test]
    fn lists_come_back(outlines in prop::collection::vec(outline().prop_filter("plain", is_plain), 0..12)) {
        let written = opml::write("List <1> & \"2\"", &outlines);
        prop_assert_eq!(opml::read(written.as_bytes()).unwrap(), outlines);
    }

    #[test]
    fn canonical_is_final(path in "[a-zA-Z0-9/.%?&=;#_ é~+-]{0,40}") {
        let once = canonical(&format!("https://Paper.example/{path}"));
        prop_assert_eq!(canonical(&once), once.clone());
        prop_assert!(once.starts_with("https://paper.example/"));
    }
}
