//! Details: headline, standfirst, names, times, publisher, agency, language, addresses.
#![allow(clippy::unwrap_used, reason = "a test")]

mod common;

use common::{PROSE, has, page, page_at, with_head, with_json, with_line};
use saydo_page::{Hints, read};
use saydo_text::ProblemKind;

fn published(head: &str) -> String {
    with_head(head).published.unwrap_or_default()
}

#[test]
fn json_comes_before_the_head_and_the_head_before_the_line() {
    let json = r#"<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2022-02-15T12:00:00+02:00"}</script>"#;
    let graph = r#"<meta property="article:published_time" content="2022-02-16T08:00:00Z">"#;
    let core = r#"<meta name="DC.date.issued" content="2022-02-17">"#;
    assert_eq!(published(&format!("{core}{graph}{json}")), "2022-02-15T10:00:00Z");
    assert_eq!(published(&format!("{core}{graph}")), "2022-02-16T08:00:00Z");
    assert_eq!(published(core), "2022-02-17");
    assert_eq!(published(""), "");
}

#[test]
fn times_are_read_where_they_stand() {
    let line = |line: &str| {
        (with_line(line).published.unwrap_or_default(), with_line(line).modified.unwrap_or_default())
    };
    let none = String::new;
    assert_eq!(
        line("<time datetime='2022-02-15T10:00:00Z'>today</time>"),
        ("2022-02-15T10:00:00Z".into(), none())
    );
    assert_eq!(line("<p>Published 15 February 2022, 10:00 GMT</p>"), ("2022-02-15T10:00:00Z".into(), none()));
    assert_eq!(line("<p>03/02/2022 | Ann Lee</p>"), ("2022-02-03".into(), none()));
    let both = "<p>Published 15 February 2022, 10:00 GMT. Updated 16 February 2022</p>";
    assert_eq!(line(both), ("2022-02-15T10:00:00Z".into(), "2022-02-16".into()));
    assert_eq!(line("<p>three hours ago</p>"), (none(), none()));
}

#[test]
fn the_address_and_then_the_feed_come_last() {
    let html = format!("<article><h1>Bridge stands</h1>{PROSE}</article>");
    assert_eq!(page_at("https://example.org/2022/02/15/bridge", &html).published.unwrap(), "2022-02-15");
    let hints = Hints { published: Some("2022-02-14T09:00:00Z"), ..Hints::default() };
    assert_eq!(read(html.as_bytes(), &hints).published.unwrap(), "2022-02-14T09:00:00Z");
}

#[test]
fn times_that_cannot_be_are_refused_and_conflicts_told() {
    assert_eq!(published(r#"<meta name="date" content="2022-02-31">"#), "");
    assert_eq!(published(r#"<meta name="date" content="0001-01-01T00:00:00Z">"#), "");
    let head = r#"<meta property="article:published_time" content="2022-02-15"><meta itemprop="datePublished" content="2021-02-15">"#;
    let json =
        r#"<script type="application/ld+json">{"@type":"Article","datePublished":"2022-01-01"}</script>"#;
    let page = with_head(&format!("{json}{head}"));
    assert_eq!(page.published.as_deref(), Some("2022-01-01"));
    assert!(has(&page, ProblemKind::DateConflict));
    assert!(!has(&with_head(r#"<meta name="date" content="2022-02-15">"#), ProblemKind::DateConflict));
}

#[test]
fn nothing_is_published_long_after_it_was_changed() {
    let page = with_json(r#"{"@type":"Article","datePublished":"2022-02-18","dateModified":"2022-02-15"}"#);
    assert_eq!(page.published.as_deref(), Some("2022-02-15"));
    let page = with_json(r#"{"@type":"Article","datePublished":"2022-02-16","dateModified":"2022-02-15"}"#);
    assert_eq!(page.published.as_deref(), Some("2022-02-16"));
}

#[test]
fn bylines_are_names() {
    let linked = with_json(
        r#"{"@type":"NewsArticle","headline":"Bridge stands again","author":[{"@type":"Person","name":"Jane Doe"},"By John Roe"]}"#,
    );
    assert_eq!(linked.bylines, ["Jane Doe", "John Roe"]);
    for line in [
        "<p class=byline>By Jane Doe and John Roe in Kyiv</p>",
        "<div>By Jane Doe and John Roe, Defence Correspondents</div>",
        "<p>Jane Doe, John Roe | 15 February 2022</p>",
    ] {
        let page = with_line(line);
        assert_eq!(page.bylines, ["Jane Doe", "John Roe"], "{line}");
        assert_eq!(page.blocks.len(), 3, "{line}");
    }
    assert_eq!(with_head("<meta name=author content='Jane Doe'>").bylines, ["Jane Doe"]);
}

#[test]
fn headlines_lose_the_name_of_the_site() {
    let title = |head: &str| {
        page(&format!("<head>{head}</head><body><div>{PROSE}</div></body>")).headline.unwrap_or_default()
    };
    let site = "<meta property=og:site_name content='Example Herald'>";
    for window in [
        "Bridge stands again - Example Herald",
        "Bridge stands again | Example Herald",
        "Example Herald | Bridge stands again",
    ] {
        assert_eq!(title(&format!("{site}<title>{window}</title>")), "Bridge stands again", "{window}");
    }
    assert_eq!(title("<title>Bridge stands - again</title>"), "Bridge stands - again");
}

#[test]
fn standfirsts_stand_apart() {
    for lead in [
        "<p class=standfirst>It held through the winter, engineers say</p>",
        "<h2>It held through the winter, engineers say</h2>",
        "<div>It held through the winter, engineers say</div><p>By Jane Doe</p>",
    ] {
        let page = with_line(lead);
        assert_eq!(page.lead.as_deref(), Some("It held through the winter, engineers say"), "{lead}");
        assert_eq!(page.blocks.len(), 3, "{lead}");
    }
    assert_eq!(with_line("").lead, None);
}

#[test]
fn publisher_and_agency_are_told_apart() {
    let page = with_json(
        r#"{"@type":"NewsArticle","headline":"Bridge stands again","publisher":{"name":"Example Herald"},"sourceOrganization":{"name":"Reuters"}}"#,
    );
    assert_eq!((page.publisher.as_deref(), page.wire.as_deref()), (Some("Example Herald"), Some("Reuters")));
    let dated = common::page(&format!(
        "<article><h1>Bridge stands</h1>{}</article>",
        PROSE.replacen("<p>", "<p>KYIV, Feb 15 (Reuters) - ", 1)
    ));
    assert_eq!(
        (dated.dateline.as_deref(), dated.wire.as_deref()),
        (Some("KYIV, Feb 15 (Reuters)"), Some("Reuters"))
    );
}

#[test]
fn canonical_addresses_are_absolute_and_no_front_page() {
    let address = |head: &str| with_head(head).address.unwrap();
    assert_eq!(address("<link rel=canonical href='/a/b?x=1#c'>"), "https://example.org/a/b?x=1");
    assert_eq!(address("<meta property=og:url content='https://example.com/c'>"), "https://example.com/c");
    for head in
        ["<link rel=canonical href='https://example.org/'>", "<link rel=canonical href='javascript:x'>", ""]
    {
        assert_eq!(address(head), "https://example.org/news/bridge-stands-again", "{head}");
    }
}

#[test]
fn the_language_is_the_texts_own_where_that_is_sure() {
    assert_eq!(with_head("<meta property=og:locale content=ru_RU>").language.as_deref(), Some("en"));
    let russian = page(
        "<html lang=en><article><h1>Мост</h1><p>Мост через реку стоял во вторник, сообщил мэр, и движение продолжалось как прежде.</p></article>",
    );
    assert_eq!(russian.language.as_deref(), Some("ru"));
    assert_eq!(page("<html lang=de-AT><article><p>Kurz.</p></article>").language.as_deref(), Some("de"));
}

#[test]
fn broken_json_is_read_if_it_can_be() {
    let json = "<!-- //<![CDATA[\n{\"@type\":\"NewsArticle\",\"headline\":\"Bridge\nstands again\",\"author\":\"Jane Doe\",}\n//]]> -->";
    assert_eq!(with_json(json).bylines, ["Jane Doe"]);
    assert_eq!(with_json("{\"@type\":").blocks.len(), 3);
}
