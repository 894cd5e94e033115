//! Any bytes and any mutation of a page: what always holds for pages and reports.
#![allow(clippy::unwrap_used, reason = "a test")]

use proptest::prelude::*;
use saydo_page::{Hints, Page, fragment, is_html, read, reports};
use saydo_text::Zone;

const PAGE: &str = r#"<!DOCTYPE html><html lang="en"><head><title>Bridge stands - Herald</title>
<link rel="canonical" href="/2022/02/15/bridge"><meta property="article:published_time" content="2022-02-15T10:00:00Z">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge stands","author":[{"name":"Ann Lee"}]}</script>
</head><body><nav><a href="/">Home</a></nav><article><h1>Bridge stands</h1><p class="standfirst">It held, the mayor says.</p>
<div class="article-body"><p>KYIV, Feb 15 (Reuters) - The bridge stood on Tuesday, the mayor said, and traffic went on.</p>
<h2>Traffic</h2><ul><li>Lorries wait.</li><li>Cars pass.</li></ul><figure><img><figcaption>The bridge.</figcaption></figure>
<table><tr><td>1</td></tr></table><blockquote>“It holds,” she said.</blockquote></div></article>
<div id="comments" hidden><p>First!</p></div></body></html>"#;

const PIECES: [&str; 16] = [
    "<p>",
    "</p>",
    "<div class=\"live-post\" id=\"x\">",
    "<time datetime=\"2022-02-15\">",
    "</div>",
    "<table>",
    "<td>",
    "<br><br>",
    "<script>",
    "<!--",
    "<a href=\"/a-b-c-d\">",
    "&nbsp;",
    "\u{202E}",
    "\0",
    "<blockquote>",
    "<h2>Related</h2>",
];

fn check(page: &Page) {
    for block in page.blocks.iter().chain(page.posts.iter().flat_map(|post| &post.blocks)) {
        assert!(matches!(block.zone, Zone::Body | Zone::Subheading | Zone::Caption));
        assert!(
            !block.text.trim().is_empty() && !block.text.contains(['\n', '\r', '\0']),
            "{:?}",
            block.text
        );
    }
    for time in page.published.iter().chain(&page.modified) {
        assert!(time.len() >= 10 && time.starts_with(|c: char| c.is_ascii_digit()), "{time}");
    }
    for address in page.links.iter().chain(&page.address) {
        assert!(address.starts_with("http"), "{address}");
    }
    for report in reports(page, "id") {
        let mut end = 0;
        for zone in &report.zones {
            assert!(zone.span.start >= end && !report.text[zone.span.range()].trim().is_empty());
            end = zone.span.end;
        }
        let kept: usize = report.zones.iter().map(|zone| letters(&report.text[zone.span.range()])).sum();
        assert_eq!(kept, letters(&report.text), "every word lies in a zone");
    }
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

/// The last border of a character up to `at`.
fn border(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..2000), charset in "[a-z0-9-]{0,12}") {
        let hints = Hints { address: Some("https://example.org/"), charset: Some(&charset), published: None };
        check(&read(&bytes, &hints));
        is_html(&bytes);
        fragment(&String::from_utf8_lossy(&bytes), &hints);
    }

    #[test]
    fn any_mutation_of_a_page_is_read(edits in proptest::collection::vec((any::<usize>(), 0..PIECES.len(), 0..40_usize), 0..12)) {
        let mut page = PAGE.to_owned();
        for (at, piece, cut) in edits {
            let start = border(&page, at % page.len().max(1));
            let end = border(&page, start + cut);
            page.replace_range(start..end.max(start), PIECES[piece]);
        }
        let hints = Hints { address: Some("https://example.org/news/"), ..Hints::default() };
        let first = read(page.as_bytes(), &hints);
        check(&first);
        prop_assert_eq!(first, read(page.as_bytes(), &hints));
    }
}
