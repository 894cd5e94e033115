//! Who wrote, published and first carried an article.

use serde_json::Value;

use crate::byline::{agency, credited, is_byline, names};
use crate::date::is_dated;
use crate::linked::Thing;
use crate::mark::Marks;
use crate::site::Site;
use crate::tag::Attr;
use crate::words::is_within;

/// The names of the writers: as JSON-LD, the head, or the byline gives them.
pub(crate) fn bylines(site: &Site<'_>, publisher: Option<&str>) -> Vec<String> {
    let is_person = |name: &String| publisher.is_none_or(|publisher| !publisher.eq_ignore_ascii_case(name));
    let mut found = all(site);
    found.retain(is_person);
    if found.is_empty() { seen(site).into_iter().filter(is_person).collect() } else { found }
}

fn all(site: &Site<'_>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let linked = site.article().map(|article| site.linked.names(article, "author")).unwrap_or_default();
    collect(&mut found, linked.iter().flat_map(|name| names(name)));
    if found.is_empty() {
        let keys = [
            "author",
            "article:author",
            "parsely-author",
            "sailthru.author",
            "byl",
            "dc.creator",
            "dcterms.creator",
            "citation_author",
            "twitter:creator",
        ];
        let written = keys.iter().map(|key| site.meta.all(key).flat_map(names).collect::<Vec<_>>());
        collect(&mut found, written.into_iter().find(|names| !names.is_empty()).unwrap_or_default());
    }
    found
}

fn collect(found: &mut Vec<String>, names: impl IntoIterator<Item = String>) {
    for name in names {
        if !found.contains(&name) {
            found.push(name);
        }
    }
}

/// The byline as it stands beside the headline, or below the body.
fn seen(site: &Site<'_>) -> Vec<String> {
    let marked = site.marked(Marks::BYLINE).take(12).filter_map(|at| site.short_line(at));
    let rel = site.area().filter(|&at| site.tree.attribute(at, Attr::Rel) == Some("author"));
    let rel = rel.take(4).filter_map(|at| site.short_line(at));
    let opened = site.lines.iter().filter(|line| is_byline(line)).cloned();
    let dated = site.lines.iter().filter(|line| is_dated(line)).cloned();
    let all =
        opened.chain(marked).chain(rel).chain(dated).chain(site.names.iter().cloned()).chain(below(site));
    let mut all = all.map(|line| names(&line));
    all.find(|names| !names.is_empty()).unwrap_or_default()
}

/// What is called a byline after the body and opens like one.
fn below<'s>(site: &'s Site<'_>) -> impl Iterator<Item = String> + 's {
    let end = site.tree.end(site.ground.inner);
    let near = (end..(end + 60).min(site.tree.len())).filter(|&at| site.layout.marks[at].has(Marks::BYLINE));
    near.filter_map(|at| site.short_line(at)).filter(|line| is_byline(line))
}

/// The publisher: as JSON-LD says, as `OpenGraph` says, as the head says.
pub(crate) fn publisher(site: &Site<'_>) -> Option<String> {
    let said = site.article().and_then(|article| site.linked.name(article, "publisher"));
    let keys = [
        "og:site_name",
        "publisher",
        "article:publisher",
        "dc.publisher",
        "dcterms.publisher",
        "application-name",
        "apple-mobile-web-app-title",
    ];
    let graph = || {
        let named = keys.iter().flat_map(|key| site.meta.all(key));
        named.filter(|name| !name.contains("://") && is_within(name, 80)).map(str::to_owned).next()
    };
    said.filter(|name| !name.contains("://")).or_else(graph).or_else(|| property(site))
}

/// The name of the publisher in microdata.
fn property(site: &Site<'_>) -> Option<String> {
    let tree = site.tree;
    let is = |at: usize| tree.attribute(at, Attr::Itemprop) == Some("publisher");
    let holder = tree.all().find(|&at| is(at))?;
    let named = |at: &usize| tree.attribute(*at, Attr::Itemprop) == Some("name");
    let name = tree.inside(holder).find(named);
    let given = name
        .and_then(|at| tree.attribute(at, Attr::Content).map(str::to_owned).or_else(|| site.short_line(at)));
    given.filter(|name| is_within(name, 80))
}

/// The agency that the article was taken from: as JSON-LD says, as the dateline credits, or as its byline names.
pub(crate) fn wire(site: &Site<'_>, dateline: Option<&str>, publisher: Option<&str>) -> Option<String> {
    let article = site.article();
    let source = article.and_then(|article| {
        ["sourceOrganization", "isBasedOn", "provider", "copyrightHolder"].iter().find_map(|key| {
            organization(site, article, key, key == &"sourceOrganization" || key == &"isBasedOn")
        })
    });
    let credit = || dateline.and_then(credited);
    let byline = || {
        let authors = article.map(|article| site.linked.names(article, "author")).unwrap_or_default();
        let marked = site.marked(Marks::BYLINE).take(8).filter_map(|at| site.short_line(at));
        let head = site.meta.all("author").map(str::to_owned);
        authors.into_iter().chain(head).chain(marked).find_map(|line| agency_in(&line))
    };
    let differs = |name: &String| publisher.is_none_or(|publisher| !publisher.eq_ignore_ascii_case(name));
    source.filter(differs).or_else(credit).or_else(|| byline().filter(differs))
}

/// The organization under `key`; of keys that any site fills in with itself, only agencies count.
fn organization(site: &Site<'_>, article: &Thing, key: &str, any: bool) -> Option<String> {
    let names = site.linked.names(article, key);
    let based = article.get(key).filter(|_| key == "isBasedOn").and_then(Value::as_object);
    let held = based.and_then(|thing| site.linked.name(thing, "publisher"));
    let name = held
        .or_else(|| names.into_iter().next())
        .filter(|name| !name.contains("://") && is_within(name, 60))?;
    (any || agency(&name).is_some()).then_some(name)
}

/// The agency in a byline: "By Ann Lee, Reuters".
fn agency_in(line: &str) -> Option<String> {
    let parts = line.split([',', '|', ';', '•', '·', '/']).flat_map(|part| part.split(" and "));
    let parts = parts.map(|part| part.trim().trim_start_matches("By ").trim_start_matches("by "));
    parts.filter_map(agency).map(str::to_owned).next()
}
