//! Pages to reports.

use saydo_read::{dateline, finish};
use saydo_text::{Report, Span, Zone, ZoneSpan};

use crate::page::{Block, Kind, Page, Post};
use crate::words::letters;

/// The reports on a page: one named `id`; for a live blog one for each post, the oldest first, named `id#post`.
///
/// A text is the standfirst, where it is not the first paragraph already, and the paragraphs, with an empty line between
/// each two. The zones are those of the paragraphs; a dateline is split off the first one that has one.
///
/// ```
/// let html = "<html><head><title>Bridge stands - Example Herald</title></head><body><article>
///   <h1>Bridge stands</h1><p>KYIV, March 3 (Reuters) — The bridge across the river stood on Thursday, the mayor said.</p>
///   <figure><img src=b.jpg><figcaption>The bridge on Thursday.</figcaption></figure></article></body></html>";
/// let page = saydo_page::read(html.as_bytes(), &saydo_page::Hints::default());
/// assert_eq!(page.headline.as_deref(), Some("Bridge stands"));
/// assert_eq!(page.dateline.as_deref(), Some("KYIV, March 3 (Reuters)"));
///
/// let report = &saydo_page::reports(&page, "bridge")[0];
/// let zones: Vec<_> = report.zones.iter().map(|zone| zone.zone.name()).collect();
/// assert_eq!(zones, ["dateline", "body", "caption"]);
/// assert!(report.text.ends_with("the mayor said.\n\nThe bridge on Thursday."));
/// ```
pub fn reports(page: &Page, id: &str) -> Vec<Report> {
    if page.kind != Kind::LiveBlog || page.posts.is_empty() {
        return vec![whole(page, id)];
    }
    let mut posts: Vec<&Post> = page.posts.iter().rev().collect();
    posts.sort_by(|one, other| one.published.cmp(&other.published));
    posts.into_iter().map(|post| part(page, post, id)).collect()
}

fn whole(page: &Page, id: &str) -> Report {
    let mut report = base(page, id.to_owned());
    report.title.clone_from(&page.headline);
    report.url.clone_from(&page.address);
    report.published.clone_from(&page.published);
    report.problems.clone_from(&page.problems);
    let first = page.blocks.iter().find(|block| block.zone == Zone::Body);
    let lead = page.lead.as_deref().filter(|lead| first.is_none_or(|first| !is_start(lead, &first.text)));
    filled(report, lead, &page.blocks)
}

/// Whether the paragraph is the standfirst, or starts with it.
fn is_start(lead: &str, paragraph: &str) -> bool {
    letters(paragraph).starts_with(&letters(lead))
}

fn part(page: &Page, post: &Post, id: &str) -> Report {
    let mut report = base(page, format!("{id}#{}", post.id));
    report.title = post.headline.clone().or_else(|| page.headline.clone());
    report.url = post.address.clone().or_else(|| page.address.clone());
    report.published.clone_from(&post.published);
    let own = |problem: &&saydo_text::Problem| problem.kind == saydo_text::ProblemKind::Encoding;
    report.problems = page.problems.iter().filter(own).cloned().collect();
    filled(report, None, &post.blocks)
}

fn base(page: &Page, id: String) -> Report {
    Report { id, publisher: page.publisher.clone(), language: page.language.clone(), ..Report::default() }
}

/// `report` with its text, zones, language and the problems of the text.
fn filled(mut report: Report, lead: Option<&str>, blocks: &[Block]) -> Report {
    let mut zones = Vec::with_capacity(blocks.len() + 2);
    let lead = lead.map(|lead| (lead, Zone::Body));
    let mut dated = false;
    for (text, zone) in lead.into_iter().chain(blocks.iter().map(|block| (block.text.as_str(), block.zone))) {
        if !report.text.is_empty() {
            report.text.push_str("\n\n");
        }
        let start = report.text.len();
        report.text.push_str(text);
        let may_open = zone == Zone::Body && !dated;
        let length = if may_open { dateline(text).unwrap_or(0) } else { 0 };
        dated |= length > 0;
        push(&mut zones, &report.text, start, length, zone);
    }
    finish(report, zones)
}

/// Adds the paragraph from `start` to the end of `text`, the first `length` bytes of which are a dateline.
fn push(zones: &mut Vec<ZoneSpan>, text: &str, start: usize, length: usize, zone: Zone) {
    let rest = &text[start + length..];
    let after = start + length + rest.len() - rest.trim_start().len();
    if length > 0 {
        zones.push(ZoneSpan { span: Span::new(start, start + length), zone: Zone::Dateline });
    }
    if after < text.len() {
        zones.push(ZoneSpan { span: Span::new(after, text.len()), zone });
    }
}

/// The dateline at the start of the first paragraphs, without its dash.
pub(crate) fn opening(blocks: &[Block]) -> Option<String> {
    let mut body = blocks.iter().filter(|block| block.zone == Zone::Body).take(2);
    let found = body.find_map(|block| Some(&block.text[..dateline(&block.text)?]))?;
    let bare = found.trim_end().trim_end_matches(['-', '–', '—']).trim_end();
    (!bare.is_empty()).then(|| bare.to_owned())
}
