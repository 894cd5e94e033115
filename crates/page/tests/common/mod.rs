//! What the tests of pages share.
#![allow(dead_code, reason = "not every test uses all of it")]

use saydo_page::{Hints, Page, read};
use saydo_text::ProblemKind;

/// Three sentences that look like a report's.
pub(crate) const PROSE: &str =
    "<p>The bridge across the river stood on Tuesday, the mayor said, and traffic went on as before.</p>
<p>Engineers had looked at it for three days and found nothing that would keep lorries from using it.</p>
<p>It will be looked at again in spring, when the ice has gone and the water is high once more.</p>";

/// The page that `html` is, at an address without a date.
pub(crate) fn page(html: &str) -> Page {
    page_at("https://example.org/news/bridge-stands-again", html)
}

/// The page that `html` is at `address`.
pub(crate) fn page_at(address: &str, html: &str) -> Page {
    read(html.as_bytes(), &Hints { address: Some(address), ..Hints::default() })
}

/// A page with this head and a report below it.
pub(crate) fn with_head(head: &str) -> Page {
    page(&format!(
        "<html><head>{head}</head><body><article><h1>Bridge stands again</h1>{PROSE}</article></body></html>"
    ))
}

/// A page with this between headline and report.
pub(crate) fn with_line(line: &str) -> Page {
    page(&format!(
        "<html lang=en-GB><body><article><h1>Bridge stands again</h1>{line}{PROSE}</article></body></html>"
    ))
}

/// A page whose JSON-LD this is.
pub(crate) fn with_json(json: &str) -> Page {
    with_head(&format!("<script type=\"application/ld+json\">{json}</script>"))
}

/// The page's paragraphs, each after the name of its zone.
pub(crate) fn blocks(page: &Page) -> Vec<String> {
    page.blocks.iter().map(|block| format!("{}: {}", block.zone.name(), block.text)).collect()
}

/// The paragraphs of a page that holds a report around `inner`.
pub(crate) fn around(inner: &str) -> Vec<String> {
    let page = page(&format!(
        "<article><h1>Bridge stands again</h1>{PROSE}{inner}<p>The last sentence of it all stands here, as the first did.</p></article>"
    ));
    let all = blocks(&page);
    all[3..all.len() - 1].to_vec()
}

/// Whether the page has a problem of this kind.
pub(crate) fn has(page: &Page, kind: ProblemKind) -> bool {
    page.problems.iter().any(|problem| problem.kind == kind)
}
