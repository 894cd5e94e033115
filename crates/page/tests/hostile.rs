//! Hostile pages: no panic, no deep stack, and time in proportion to the length.
#![allow(clippy::unwrap_used, reason = "a test")]

use std::fmt::Write as _;
use std::thread;
use std::time::{Duration, Instant};

use saydo_page::{Hints, Page, fragment, is_html, read, reports};
use saydo_text::ProblemKind;

/// Enough for any one of these pages on a loaded machine without optimisation; what grows faster takes minutes.
const LIMIT: Duration = Duration::from_secs(40);

/// Reads the page on a thread with a stack that any recursion would break.
fn survives(name: &str, html: String) -> Page {
    let start = Instant::now();
    let reading = thread::Builder::new().stack_size(128 << 10).spawn(move || {
        let hints = Hints { address: Some("https://example.org/news/a"), ..Hints::default() };
        let page = read(html.as_bytes(), &hints);
        assert!(!reports(&page, "x").is_empty());
        fragment(&html[..border(&html, 1 << 20)], &hints);
        page
    });
    let page = reading.unwrap().join().unwrap();
    assert!(start.elapsed() < LIMIT, "{name} took {:?}", start.elapsed());
    page
}

/// The last border of a character up to `at`.
fn border(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap()
}

fn repeated(what: &str, times: usize) -> String {
    what.repeat(times)
}

#[test]
fn nesting_of_any_depth() {
    for tag in [
        "div",
        "p",
        "b",
        "a href=x",
        "table",
        "table><tr><td",
        "ul><li",
        "blockquote",
        "x-y",
        "font",
        "h2",
        "q",
        "figure",
    ] {
        let deep = repeated(&format!("<{tag}>"), 100_000);
        survives(tag, format!("{deep}<p>The words are at the bottom of it all.</p>"));
    }
}

#[test]
fn nested_boxes_with_names() {
    for attributes in [
        "class=comments",
        "class=article-body",
        "itemprop=articleBody",
        "class=author",
        "class=caption",
        "id=a class=post",
    ] {
        let deep = repeated(&format!("<div {attributes}>text "), 60_000);
        survives(attributes, format!("<h1>Title of it</h1>{deep}"));
    }
    let timed = repeated("<div class='live-post' id=p><time datetime=2022-02-15>t</time>", 40_000);
    survives("live", format!("<div class=liveblog>{timed}"));
}

#[test]
fn many_siblings() {
    let rows: [&str; 9] = [
        "<p>A sentence that is long enough to be counted as one, it says.</p>",
        "<a href=/a-b-c-d-e>link</a>",
        "<article><h2><a href=/x>t</a></h2></article>",
        "<h1>The title</h1>",
        "<li>item",
        "<br>x<br>",
        "<time datetime=2022-02-15>t</time>",
        "<blockquote>He said that he would go home.</blockquote>",
        "<h2>Related</h2><p>words</p>",
    ];
    for row in rows {
        survives(row, repeated(row, 2_000_000 / row.len()));
    }
}

#[test]
fn misnested_formatting() {
    survives("adoption", repeated("<a><b><div></a></b>", 60_000));
    survives("ends", repeated("</p></div></b></table>", 100_000));
    survives("open", repeated("<b><p>", 100_000) + &repeated("</b></p>", 100_000));
    survives("table", repeated("<table><p>words in a table</p>", 60_000));
}

#[test]
fn attributes_without_end() {
    let mut tag = String::from("<p ");
    for number in 0..300_000 {
        write!(tag, "a{number}=b class=c{number} ").unwrap();
    }
    survives("attributes", format!("{tag}>The words.</p>"));
    survives("classes", format!("<p class='{}'>The words.</p>", repeated("read-more ", 300_000)));
    survives("open tag", repeated("<p class=a ", 300_000));
}

#[test]
fn pieces_of_syntax() {
    survives("comments", repeated("<!--", 500_000));
    survives("comment ends", format!("<!--{}", repeated("--!", 500_000)));
    survives("entities", repeated("&amp", 500_000));
    survives("unknown entities", repeated("&aaaaaaaaaaaa", 200_000));
    survives("brackets", repeated("<", 2_000_000));
    survives("nulls", repeated("\0<\0p>\0", 300_000));
    survives("script", format!("<script>{}", repeated("<!--<script>", 200_000)));
    survives("bidi", repeated("<p>\u{202E}txet\u{2066}</p>", 50_000));
    survives("cdata", repeated("<![CDATA[", 200_000));
}

#[test]
fn json_of_any_shape() {
    let script = |json: String| format!("<script type='application/ld+json'>{json}</script><p>Words.</p>");
    survives("deep", script(repeated("[", 1_000_000)));
    survives("deep objects", script(repeated("{\"@graph\":", 300_000)));
    survives("commas", script(repeated(", ", 1_000_000)));
    survives(
        "many",
        script(format!("[{}]", vec!["{\"@type\":\"Article\",\"headline\":\"a\"}"; 30_000].join(","))),
    );
    let update = "{\"@type\":\"BlogPosting\",\"articleBody\":\"It is so.\"}";
    let live = format!(
        "{{\"@type\":\"LiveBlogPosting\",\"headline\":\"h\",\"liveBlogUpdate\":[{}]}}",
        vec![update; 20_000].join(",")
    );
    survives("updates", script(live));
    survives("scripts", repeated("<script type='application/ld+json'>{}</script>", 30_000));
    let body = repeated("It is so. ", 50_000);
    survives(
        "body",
        script(format!("{{\"@type\":\"NewsArticle\",\"articleBody\":\"{body}\"}}"))
            + &repeated("<p>It is so, he said on Monday to all of us.</p>", 20_000),
    );
}

#[test]
fn pages_that_are_too_long_are_cut_and_told() {
    let page = survives("long", repeated("<p>A sentence that is long enough to be counted.</p>\n", 400_000));
    assert!(page.problems.iter().any(|problem| problem.kind == ProblemKind::Incomplete));
}

#[test]
fn empty_and_tiny_inputs() {
    for bytes in [&b""[..], b"<", b"\xFF", b"\xEF\xBB\xBF", b"\xFF\xFE", b"<!", b"</", b"&#", b"\0"] {
        let page = read(bytes, &Hints::default());
        assert!(page.blocks.is_empty() || bytes.len() == 1, "{bytes:?}");
        is_html(bytes);
    }
}
