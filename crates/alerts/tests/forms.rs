//! How alerts are told: JSON on one line, and Atom that an XML parser reads, whatever stands in the news.

#![allow(clippy::unwrap_used, reason = "tests")]

mod desk;

use jiff::Timestamp;
use proptest::prelude::*;
use roxmltree::{Document, Node};
use saydo_alerts::{Alert, AlertKind, Quoted, SCHEMA, atom};

const ATOM: &str = "http://www.w3.org/2005/Atom";

fn alert(text: &str, url: Option<&str>) -> Alert {
    Alert {
        schema: SCHEMA.to_owned(),
        id: "11111111-2222-8333-8444-555555555555".to_owned(),
        watch: "Border".to_owned(),
        as_of: desk::date("2022-02-16"),
        kind: AlertKind::Word,
        finding: "w1.1".to_owned(),
        text: text.to_owned(),
        also: Vec::new(),
        about: "Russia announced: withdrawal".to_owned(),
        was: "unverified".to_owned(),
        is: "contradicted".to_owned(),
        rule: "word-contradicted".to_owned(),
        because: "Contradicted.".to_owned(),
        sentences: vec![Quoted {
            event: "r1.v1".to_owned(),
            text: text.to_owned(),
            publisher: "Example Wire".to_owned(),
            published: desk::date("2022-02-15"),
            url: url.map(str::to_owned),
        }],
    }
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

/// The text of the only child of this name.
fn child<'d>(node: Node<'d, 'd>, name: &str) -> &'d str {
    let mut found = node.children().filter(|n| n.has_tag_name((ATOM, name)));
    let text = found.next().and_then(|n| n.text()).unwrap_or_default();
    assert!(found.next().is_none(), "one {name}");
    text
}

#[test]
fn a_feed_has_what_rfc_4287_asks_for() {
    let entries = [
        (alert("One", Some("https://news.example/1")), at(1_645_000_000)),
        (alert("Two", None), at(1_645_003_600)),
    ];
    let feed = atom("Saydo: Border", at(0), &entries);
    let document = Document::parse(&feed).unwrap();
    let root = document.root_element();
    assert!(root.has_tag_name((ATOM, "feed")));
    assert_eq!(child(root, "title"), "Saydo: Border");
    assert_eq!(child(root, "updated"), "2022-02-16T09:26:40Z");
    assert!(child(root, "id").starts_with("urn:uuid:"));
    assert!(root.descendants().any(|n| n.has_tag_name((ATOM, "author"))));
    let found: Vec<Node<'_, '_>> = root.children().filter(|n| n.has_tag_name((ATOM, "entry"))).collect();
    assert_eq!(found.len(), 2);
    assert_eq!(child(found[0], "id"), "urn:uuid:11111111-2222-8333-8444-555555555555");
    assert_eq!((child(found[0], "title"), child(found[0], "updated")), ("One", "2022-02-16T08:26:40Z"));
    let links = |entry: Node<'_, '_>| entry.children().filter(|n| n.has_tag_name((ATOM, "link"))).count();
    assert_eq!((links(found[0]), links(found[1])), (1, 0));
    assert_eq!(
        child(found[0], "content"),
        "<p><strong>One.</strong> As of 16 February 2022.</p><blockquote><p>One</p><p><a href=\"https://news.example/1\">\
         Example Wire, 15 February 2022</a></p></blockquote><p>Contradicted. (word-contradicted, w1.1)</p>"
    );
}

#[test]
fn news_is_never_markup() {
    let hostile = "</content><script>alert(1)</script> & \u{1b}[2J \u{202e}]]> &lt;b&gt;";
    let feed = atom(hostile, at(0), &[(alert(hostile, Some("javascript:alert(1)")), at(0))]);
    let document = Document::parse(&feed).unwrap();
    let entry = document.descendants().find(|n| n.has_tag_name((ATOM, "entry"))).unwrap();
    let content = child(entry, "content");
    assert!(
        content.contains("&lt;/content&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; ␛[2J"),
        "{content}"
    );
    assert!(!content.contains("<script") && !content.contains("href"), "{content}");
    assert!(child(entry, "title").starts_with("</content><script>"), "a title is text");
}

#[test]
fn one_alert_is_one_line_of_json() {
    let alert = alert("One\ntwo \u{2028} \"three\"", None);
    let line = alert.to_json();
    assert!(!line.contains('\n'));
    assert_eq!(Alert::from_json(&line), Some(alert));
    assert_eq!(Alert::from_json("{}"), None);
}

proptest! {
    #[test]
    fn any_text_makes_a_feed_that_can_be_read(text in any::<String>(), url in "(https?://)?\\PC{0,20}") {
        let feed = atom(&text, at(0), &[(alert(&text, Some(&url)), at(0))]);
        prop_assert!(Document::parse(&feed).is_ok(), "{feed}");
    }
}
