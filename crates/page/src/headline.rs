//! The headline of a page, without the name of its site, and the name of the site where only the window says it.

use crate::linked::plain;
use crate::site::Site;
use crate::words::{is_within, letters, squeezed};

/// What stands between a headline and the name of the site.
const PARTS: [&str; 8] = [" | ", " - ", " – ", " — ", " · ", " :: ", " » ", " • "];
/// A title with fewer letters than this, in bytes, is not told from a label.
const SHORT: usize = 10;

/// What the head of the page calls the article: JSON-LD, `OpenGraph`, the window.
pub(crate) fn said(site: &Site<'_>) -> Vec<String> {
    let linked = site.article().and_then(|article| site.linked.name(article, "headline"));
    let graph = ["og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title"];
    let graph = graph.iter().filter_map(|name| site.meta.first(&[name])).map(plain);
    linked.into_iter().chain(graph).chain(site.meta.title.clone()).collect()
}

/// The parts of the window's title.
pub(crate) fn parts(site: &Site<'_>) -> Vec<String> {
    let title = site.meta.title.as_deref().unwrap_or_default();
    PARTS.iter().flat_map(|part| title.split(part)).filter(|part| *part != title).map(str::to_owned).collect()
}

/// The headline: as it stands in the page, else as JSON-LD, `OpenGraph` and the window say.
pub(crate) fn headline(site: &Site<'_>, shown: Option<&str>, publisher: Option<&str>) -> Option<String> {
    let shown = shown.map(str::to_owned).or_else(|| seen(site));
    let is_site = |title: &String| publisher.is_some_and(|publisher| letters(publisher) == letters(title));
    let shown = shown.filter(|title| letters(title).len() >= SHORT && !is_site(title));
    let bare = |title: String| without_site(&title, publisher, shown.as_deref());
    let said = said(site).into_iter().map(bare).find(|title| !title.is_empty());
    shown.or(said)
}

/// The first title of the first level in the article, else the last before its end.
fn seen(site: &Site<'_>) -> Option<String> {
    let end = site.tree.end(site.ground.inner);
    let titles = site.layout.titles.iter().filter(|&&title| title < end);
    let shown = titles.clone().filter(|&&title| !site.layout.dropped[title]);
    let near = |title: &&usize| site.area().contains(title);
    let best =
        shown.clone().find(near).or_else(|| titles.clone().rfind(near)).or_else(|| shown.clone().next_back());
    best.map(|&title| site.tree.line(title)).filter(|title| !title.is_empty() && title.len() < 600)
}

/// `title` without the name of the site at either end.
fn without_site(title: &str, publisher: Option<&str>, shown: Option<&str>) -> String {
    let title = squeezed(title);
    let known = letters(shown.unwrap_or_default());
    let name = letters(publisher.unwrap_or_default());
    let is_name = |part: &str| {
        let part = letters(part);
        !name.is_empty()
            && (part == name || (part.len() > 3 && (name.starts_with(&part) || part.starts_with(&name))))
    };
    let mut rest = title.as_str();
    for _ in 0..3 {
        let Some((front, mark, back)) = last_part(rest).filter(|_| letters(rest) != known) else { break };
        let headed =
            !known.is_empty() && (letters(front).starts_with(&known) || known.starts_with(&letters(front)));
        let barred = mark == " | " && back.split_whitespace().count() <= 4 && front.len() > 20;
        if !is_name(back) && !headed && !barred {
            break;
        }
        rest = front.trim_end();
    }
    let first = PARTS.iter().filter_map(|part| rest.split_once(part)).find(|(front, _)| is_name(front));
    first.map_or(rest, |(_, back)| back).to_owned()
}

/// "Print" and "News" are no names.
fn is_word(name: &str) -> bool {
    matches!(
        letters(name).as_str(),
        "print" | "news" | "home" | "article" | "story" | "live" | "opinion" | "world" | "politics"
    )
}

fn last_part(title: &str) -> Option<(&str, &'static str, &str)> {
    let (at, mark) =
        PARTS.iter().filter_map(|&part| Some((title.rfind(part)?, part))).max_by_key(|(at, _)| *at)?;
    Some((&title[..at], mark, &title[at + mark.len()..]))
}

/// The name of the site in the title of the window, on the other side of the `headline`.
pub(crate) fn site_name(site: &Site<'_>, headline: &str) -> Option<String> {
    let title = site.meta.title.as_deref()?;
    let known = letters(headline);
    if known.len() < SHORT {
        return None;
    }
    let marks = PARTS.iter().chain([&": "]);
    let fits = |name: &&str| {
        is_within(name, 60) && letters(name).len() > 2 && letters(name) != known && !is_word(name)
    };
    let mut parted =
        marks.flat_map(|&mark| [title.rsplit_once(mark), title.split_once(mark).map(|(a, b)| (b, a))]);
    let is_headline = |part: &str| {
        let part = letters(part);
        part.len() >= SHORT && (part.starts_with(&known) || known.starts_with(&part))
    };
    let found = parted.find_map(|sides| sides.filter(|(own, _)| is_headline(own)).map(|(_, name)| name));
    found.map(str::trim).filter(fits).map(|name| last_part(name).map_or(name, |(_, _, last)| last).to_owned())
}
