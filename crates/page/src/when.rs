//! When an article was published and last changed, from all that its page says, the strongest first.

use saydo_text::{Problem, ProblemKind};

use crate::date::{Order, Stamp, parse, parse_in};
use crate::linked::{Linked, Thing};
use crate::mark::Marks;
use crate::meta::Meta;
use crate::site::Site;
use crate::tag::{Attr, Tag};
use crate::tree::At;

/// Days that the parts of a page may differ.
const APART: i32 = 3;

#[rustfmt::skip]
const PUBLISHED: [&str; 34] = [
    "article:published_time", "article:published", "og:article:published_time", "og:published_time", "datepublished",
    "article.published", "rnews:datepublished", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dc:date",
    "dcterms.created", "dc.date.created", "dcterms.available", "date", "pubdate", "publishdate", "publish-date",
    "publish_date", "publication_date", "publication-date", "parsely-pub-date", "sailthru.date", "article_date_original",
    "originalpublicationdate", "displaydate", "cxenseparse:recs:publishtime", "timestamp", "created",
    "article:created_time", "date_published", "published_time", "datecreated",
];
#[rustfmt::skip]
const MODIFIED: [&str; 14] = [
    "article:modified_time", "article:modified", "og:updated_time", "og:article:modified_time", "article:updated_time",
    "datemodified", "dcterms.modified", "dc.date.modified", "dc.modified", "last-modified", "lastmod", "revised",
    "modified", "date_modified",
];

/// The times of an article.
#[derive(Debug, Default)]
pub(crate) struct When {
    /// When it was published.
    pub(crate) published: Option<String>,
    /// When it was changed.
    pub(crate) modified: Option<String>,
    /// That the page contradicts itself.
    pub(crate) problem: Option<Problem>,
}

/// The times of the article that `site` holds; `article` is what JSON-LD says of it, `hint` what a feed says.
///
/// JSON-LD, the head and microdata come first; then times marked up near the headline, the day in the address, and what
/// stands to be read.
pub(crate) fn when(site: &Site<'_>, article: Option<&Thing>, hint: Option<&str>) -> When {
    let said = strong(site, article, "datePublished", &PUBLISHED);
    let linked = site.address().and_then(crate::address::day).and_then(|day| parse(&day));
    let marked = marked(site);
    let read = read(site);
    let known: Vec<Stamp> = said.into_iter().chain(marked.published).collect();
    let problem = conflict(&known.iter().cloned().chain(linked.clone()).collect::<Vec<_>>());
    // The address knows only the day; what stands beside the headline may know the hour.
    let sharper =
        linked.as_ref().and_then(|linked| read.published.clone().filter(|read| read.day == linked.day));
    let published =
        known.into_iter().next().or(sharper).or(linked).or(read.published).or_else(|| parse(hint?));
    let changed = strong(site, article, "dateModified", &MODIFIED);
    let modified = changed.into_iter().next().or(marked.modified).or(read.modified);
    let published = earlier(published, modified.as_ref());
    When { published: published.map(|stamp| stamp.text), modified: modified.map(|stamp| stamp.text), problem }
}

fn strong(site: &Site<'_>, article: Option<&Thing>, key: &str, names: &[&str]) -> Vec<Stamp> {
    let linked = article.and_then(|article| linked(site.linked, article, key));
    let head = named(site.meta, names);
    let property = property(site, key);
    linked.into_iter().chain(head).chain(property).collect()
}

fn linked(linked: &Linked, article: &Thing, key: &str) -> Option<Stamp> {
    let uploaded = || linked.name(article, "uploadDate").filter(|_| key == "datePublished");
    linked.name(article, key).or_else(uploaded).and_then(|written| parse(&written))
}

fn named(meta: &Meta, names: &[&str]) -> Option<Stamp> {
    names.iter().find_map(|name| meta.all(name).find_map(parse))
}

/// The microdata property `key` of the article.
fn property(site: &Site<'_>, key: &str) -> Option<Stamp> {
    let tree = site.tree;
    let names = |at: At| {
        [Attr::Itemprop, Attr::Property]
            .iter()
            .filter_map(move |&name| tree.attribute(at, name))
            .any(|names| names.split_whitespace().any(|name| name.rsplit(':').next() == Some(key)))
    };
    let area = site.area();
    let mut found = area.filter(|&at| tree.tag(at).is_some() && names(at)).take(20);
    found.find_map(|at| value(site, at))
}

fn value(site: &Site<'_>, at: At) -> Option<Stamp> {
    let given = [Attr::Content, Attr::Datetime].iter().find_map(|&name| site.tree.attribute(at, name));
    given.and_then(parse).or_else(|| parse_in(&site.short_line(at)?, order(site)))
}

/// How the page writes its dates, by the language that it names.
fn order(site: &Site<'_>) -> Option<Order> {
    site.meta.language.as_deref().and_then(Order::of)
}

/// What stands to be read near the headline.
#[derive(Default)]
struct Seen {
    published: Option<Stamp>,
    modified: Option<Stamp>,
}

/// The times that the page marks up near the headline, else just after the body.
fn marked(site: &Site<'_>) -> Seen {
    let end = site.tree.end(site.ground.inner);
    let near = site.area().chain(end..(end + 40).min(site.tree.len()));
    let given = |at: At| {
        let title = site.tree.is(at, Tag::Abbr).then_some(Attr::Title);
        [Some(Attr::Datetime), title]
            .into_iter()
            .flatten()
            .find_map(|name| site.tree.attribute(at, name))
            .and_then(parse)
    };
    let is_own = |at: &At| !site.layout.is_foreign(site.tree, *at);
    sorted(site, near.filter(is_own).filter_map(|at| Some((at, given(at)?))).take(30))
}

/// The times that stand to be read near the headline.
fn read(site: &Site<'_>) -> Seen {
    let marked = site.marked(Marks::TIME).take(30);
    let stamped = marked.filter_map(|at| Some((at, parse_in(&site.short_line(at)?, order(site))?)));
    let mut seen = sorted(site, stamped);
    if seen.published.is_none() {
        read_lines(site, &mut seen);
    }
    seen
}

/// The first time that is one of publication, and the first that is one of change.
fn sorted(site: &Site<'_>, times: impl Iterator<Item = (At, Stamp)>) -> Seen {
    let mut seen = Seen::default();
    for (at, stamp) in times {
        let around = site.short_line(site.tree.parent(at)).unwrap_or_default();
        let own = site.short_line(at).unwrap_or_default();
        let names = site.tree.attribute(at, Attr::Class).unwrap_or_default().to_lowercase();
        let label = if own == around { own.to_lowercase() } else { label(&around, &own) };
        let words = ["updat", "modif", "edited", "changed"];
        let changed = words.iter().any(|word| label.contains(word) || names.contains(word));
        if changed { &mut seen.modified } else { &mut seen.published }.get_or_insert(stamp);
    }
    seen
}

/// What stands before `own` in `around`, near it.
fn label(around: &str, own: &str) -> String {
    let before = around.find(own).map_or(around, |at| &around[..at]);
    let start = before.char_indices().rev().nth(24).map_or(0, |(at, _)| at);
    before[start..].to_lowercase()
}

/// "Published 15 February 2022, 10:00 GMT" as plain text beside the headline.
fn read_lines(site: &Site<'_>, seen: &mut Seen) {
    for line in &site.lines {
        let low = line.to_lowercase();
        let updated =
            ["updated", "last updated", "modified", "last modified"].iter().find_map(|word| low.find(word));
        let (first, second) =
            updated.map_or((line.as_str(), ""), |at| line.split_at_checked(at).unwrap_or((line, "")));
        if seen.published.is_none() {
            seen.published = parse_in(first, order(site));
        }
        if seen.modified.is_none() {
            seen.modified = parse_in(second, order(site));
        }
    }
    if seen.published.is_none() {
        seen.published.clone_from(&seen.modified);
    }
}

/// That two of the strong ones lie more than three days apart.
fn conflict(stamps: &[Stamp]) -> Option<Problem> {
    let first = stamps.first()?;
    let far = stamps.iter().find(|other| days_between(first, other) > APART)?;
    let detail = format!(
        "The page gives {} and {} as its day of publication; {} was taken.",
        first.day, far.day, first.day
    );
    Some(Problem::new(ProblemKind::DateConflict, detail))
}

fn days_between(one: &Stamp, other: &Stamp) -> i32 {
    (one.day - other.day).get_days().abs()
}

/// Nothing is published more than a day after it was changed: then the earlier time is the one.
fn earlier(published: Option<Stamp>, modified: Option<&Stamp>) -> Option<Stamp> {
    let modified = modified.filter(|modified| {
        published
            .as_ref()
            .is_some_and(|published| published.day > modified.day && days_between(published, modified) > 1)
    });
    modified.cloned().or(published)
}
