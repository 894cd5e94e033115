//! Kinds of pages: articles, live blogs, opinion, lists, walls and shells.
#![allow(clippy::unwrap_used, reason = "a test")]

mod common;

use std::fmt::Write as _;

use common::{PROSE, has, page, page_at, with_json};
use saydo_page::{Kind, reports};
use saydo_text::ProblemKind;

#[test]
fn opinion_is_told_by_type_address_and_label() {
    let article = format!("<article><h1>Bridges must stand</h1>{PROSE}</article>");
    assert_eq!(page(&article).kind, Kind::Article);
    assert_eq!(page_at("https://example.org/opinion/2022/bridges-must-stand", &article).kind, Kind::Opinion);
    assert_eq!(page_at("https://example.org/news/opinion-polls-rise-again", &article).kind, Kind::Article);
    assert_eq!(
        with_json(r#"{"@type":"OpinionNewsArticle","headline":"Bridge stands again"}"#).kind,
        Kind::Opinion
    );
    assert_eq!(
        with_json(r#"{"@type":"NewsArticle","headline":"Bridge stands again","articleSection":"Editorial"}"#)
            .kind,
        Kind::Opinion
    );
}

#[test]
fn lists_give_links_and_no_text() {
    let mut cards = String::new();
    for number in 0..12 {
        write!(cards, "<article><h2><a href='/2022/02/15/bridge-number-{number}#top'>Bridge number {number}</a></h2><p>It stands, they say.</p></article>").unwrap();
    }
    let front = page_at(
        "https://www.example.org/",
        &format!(
            "<h1>Example</h1><main>{cards}<a href='https://other.example/a-b-c-d'>x</a><a href='/about'>y</a></main>"
        ),
    );
    assert_eq!(front.kind, Kind::Listing);
    assert_eq!(front.links.len(), 12);
    assert_eq!(front.links[3], "https://www.example.org/2022/02/15/bridge-number-3");
    assert!(front.blocks.is_empty() && !has(&front, ProblemKind::Incomplete));
}

#[test]
fn walls_are_told() {
    let start =
        "<article><h1>Bridge stands</h1><p>The bridge across the river stood on Tuesday, the mayor said.</p>";
    let wall =
        page(&format!("{start}<div class=paywall><p>Subscribe to continue reading</p></div></article>"));
    assert!(has(&wall, ProblemKind::Incomplete));
    assert_eq!(wall.blocks.len(), 1);
    let paid = with_json(
        r#"{"@type":"NewsArticle","headline":"Bridge stands again","isAccessibleForFree":"False"}"#,
    );
    assert!(has(&paid, ProblemKind::Incomplete));
    assert!(!has(&page(&format!("{start}{PROSE}</article>")), ProblemKind::Incomplete));
}

#[test]
fn pages_without_an_article_are_told() {
    for html in [
        "<title>Herald</title><div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript>",
        "<title>Consent required</title><h1>Before you go on</h1><p>We and our partners use cookies to process your data, if you agree.</p>",
        "<title>Just a moment...</title><p>Checking your browser before you go on.</p>",
        "<div id=app></div><script src=a.js></script>",
    ] {
        let page = page(html);
        assert_eq!((page.kind, has(&page, ProblemKind::Incomplete)), (Kind::Other, true), "{html}");
        assert!(reports(&page, "x")[0].text.is_empty());
    }
}

#[test]
fn a_shell_gives_the_text_of_its_data() {
    let body = "The bridge stood on Tuesday, the mayor said.\\nEngineers had looked at it for three days and found nothing at all.\\nIt will be looked at again in spring, when the ice has gone.";
    let json = format!(r#"{{"@type":"NewsArticle","headline":"Bridge stands","articleBody":"{body}"}}"#);
    let page = page(&format!("<script type=application/ld+json>{json}</script><div id=root></div>"));
    assert_eq!((page.kind, page.blocks.len()), (Kind::Article, 3));
    assert!(!has(&page, ProblemKind::Incomplete));
}

#[test]
fn what_follows_the_end_of_the_said_text_is_left_out() {
    let said = "The bridge across the river stood on Tuesday, the mayor said, and traffic went on as before. Engineers had looked at it for three days and found nothing that would keep lorries from using it. It will be looked at again in spring, when the ice has gone and the water is high once more.";
    let json = format!(r#"{{"@type":"NewsArticle","headline":"Bridge stands","articleBody":"{said}"}}"#);
    let html = format!(
        "<script type=application/ld+json>{json}</script><article>{PROSE}<p>The Herald tells the truth since the year 1900.</p></article>"
    );
    assert_eq!(page(&html).blocks.len(), 3);
}

#[test]
fn live_blogs_are_split_into_posts() {
    let post = |id: &str, time: &str, text: &str| {
        format!(
            "<article class=live-post id={id}><time datetime={time}>x</time><h2><a href='#{id}'>Title of {id}</a></h2><p class=byline>Jane Doe</p><p>{text}</p></article>"
        )
    };
    let html = format!(
        "<h1>Bridge: live</h1><div>{}{}</div>",
        post("p2", "2022-02-15T12:00:00Z", "The bridge is open again, the mayor says."),
        post("p1", "2022-02-15T10:00:00Z", "The bridge is shut while engineers look at it.")
    );
    let page = page_at("https://example.org/live/bridge", &html);
    assert_eq!(page.kind, Kind::LiveBlog);
    let found = reports(&page, "b");
    let told: Vec<_> = found
        .iter()
        .map(|report| {
            (report.id.as_str(), report.url.as_deref().unwrap(), report.published.as_deref().unwrap())
        })
        .collect();
    assert_eq!(
        told,
        [
            ("b#p1", "https://example.org/live/bridge#p1", "2022-02-15T10:00:00Z"),
            ("b#p2", "https://example.org/live/bridge#p2", "2022-02-15T12:00:00Z")
        ]
    );
    assert_eq!(found[0].title.as_deref(), Some("Title of p1"));
    assert_eq!(found[0].text, "The bridge is shut while engineers look at it.");
    assert_eq!(page.posts[0].bylines, ["Jane Doe"]);
}

#[test]
fn posts_in_json_have_names_that_stay() {
    let update = |text: &str| {
        format!(
            r#"{{"@type":"BlogPosting","headline":"{text} now","datePublished":"2022-02-15T10:00:00Z","articleBody":"{text}."}}"#
        )
    };
    let blog = |updates: &[String]| {
        with_json(&format!(
            r#"{{"@type":"LiveBlogPosting","headline":"Bridge","liveBlogUpdate":[{}]}}"#,
            updates.join(",")
        ))
    };
    let before = blog(&[update("The bridge is shut")]);
    let after = blog(&[update("The bridge is open"), update("The bridge is shut")]);
    assert_eq!(before.kind, Kind::LiveBlog);
    assert_eq!(after.posts.len(), 2);
    assert_eq!(before.posts[0].id, after.posts[1].id);
}
