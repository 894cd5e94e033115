//! What a page is: one report, a live blog, an argument, a list.

use crate::linked::is_a;
use crate::mark::Marks;
use crate::site::Site;
use crate::words::low;

/// Parts of addresses, and labels, under which papers argue.
#[rustfmt::skip]
const OPINION: [&str; 20] = [
    "opinion", "opinions", "commentary", "comment", "commentisfree", "editorial", "editorials", "op-ed", "oped", "op-eds",
    "columns", "column", "columnists", "columnist", "letters", "views", "viewpoint", "blogs", "perspective", "perspectives",
];
const LIVE: [&str; 7] =
    ["live", "liveblog", "live-blog", "live-updates", "live-news", "livecoverage", "liveticker"];

/// Whether the page says that it is a live blog.
pub(crate) fn is_live(site: &Site<'_>) -> bool {
    let said = site.article().is_some_and(|article| is_a(article, "LiveBlogPosting"));
    let typed = site.tree.all().any(|at| {
        let form = site.tree.attribute(at, crate::tag::Attr::Itemtype);
        form.is_some_and(|form| form.ends_with("LiveBlogPosting"))
    });
    let parts = path(site);
    let named = parts.iter().any(|part| LIVE.contains(&part.as_str()) || part.ends_with("-live-updates"));
    said || typed || named || site.layout.marks.iter().any(|marks| marks.has(Marks::LIVE))
}

/// Whether the page says that it argues.
pub(crate) fn is_opinion(site: &Site<'_>, headline: Option<&str>) -> bool {
    let said = site.article().is_some_and(|article| is_a(article, "OpinionNewsArticle"));
    let parts = path(site);
    let placed = parts.iter().rev().skip(1).any(|part| OPINION.contains(&part.as_str()));
    let section =
        site.article().map(|article| site.linked.names(article, "articleSection")).unwrap_or_default();
    let section = section.iter().map(String::as_str).chain(site.meta.all("article:section"));
    let labels = section.chain(site.lines.iter().map(String::as_str));
    let labelled = labels.map(|label| low(label, 40)).any(|label| OPINION.contains(&label.trim()));
    let start = low(headline.unwrap_or_default(), 20);
    let headed = ["opinion:", "opinion |", "editorial:", "editorial |", "commentary:", "op-ed:"];
    said || placed || labelled || headed.iter().any(|words| start.starts_with(words))
}

/// Whether the page leads to articles rather than being one; `text` is how much text it has, in bytes, `paragraphs` how
/// many paragraphs of a report.
pub(crate) fn is_listing(site: &Site<'_>, text: usize, paragraphs: usize, links: usize) -> bool {
    let typed = site.meta.first(&["og:type"]);
    let front = site.url().is_some_and(crate::address::is_front);
    let is_article = site.article().is_some() || typed == Some("article");
    if is_article && !front {
        return false;
    }
    let said = site.linked.lists() || front;
    (said && links >= 3 && text < 1500) || (links >= 5 && paragraphs < 2)
}

fn path(site: &Site<'_>) -> Vec<String> {
    let parts = site.url().map(|url| url.path().to_ascii_lowercase()).unwrap_or_default();
    parts.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect()
}
