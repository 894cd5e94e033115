//! What the head of a page says of it: `meta`, `link`, `title`, `base`.

use url::Url;

use crate::address::absolute;
use crate::page::Link;
use crate::tag::{Attr, Tag};
use crate::tree::{At, Tree};
use crate::words::squeezed;

/// No more than this many of one kind are kept.
const MANY: usize = 200;

/// The head of a page.
#[derive(Debug, Default)]
pub(crate) struct Meta {
    /// Names (lower case) and contents, in order.
    named: Vec<(String, String)>,
    /// The `title`.
    pub(crate) title: Option<String>,
    /// What addresses are relative to.
    pub(crate) base: Option<Url>,
    /// The canonical address, as `link` gives it.
    pub(crate) canonical: Option<Url>,
    /// Whether the page announces that it goes on at another.
    pub(crate) has_next: bool,
    /// The language of the root.
    pub(crate) language: Option<String>,
    /// The feeds.
    pub(crate) feeds: Vec<Link>,
}

impl Meta {
    /// The head of `tree`, which came from `address`.
    pub(crate) fn of(tree: &Tree, address: Option<&str>) -> Self {
        let mut meta = Self { base: address.and_then(|address| absolute(address, None)), ..Self::default() };
        meta.base = base(tree, meta.base.as_ref()).or(meta.base);
        for at in tree.all() {
            match tree.tag(at) {
                Some(Tag::Meta) => meta.take(tree, at),
                Some(Tag::Link) => meta.link(tree, at),
                Some(Tag::Title) if meta.title.is_none() => {
                    meta.title = Some(squeezed(&tree.raw(at))).filter(|title| !title.is_empty());
                }
                Some(Tag::Html) => meta.language = tree.attribute(at, Attr::Lang).map(str::to_owned),
                _ => {}
            }
        }
        meta
    }

    fn take(&mut self, tree: &Tree, at: At) {
        let content = squeezed(tree.attribute(at, Attr::Content).unwrap_or_default());
        if content.is_empty() || self.named.len() >= MANY {
            return;
        }
        for attribute in [Attr::Property, Attr::Name, Attr::Itemprop] {
            let names = tree.attribute(at, attribute).unwrap_or_default();
            for name in names.split_ascii_whitespace().take(4) {
                self.named.push((name.to_ascii_lowercase(), content.clone()));
            }
        }
    }

    fn link(&mut self, tree: &Tree, at: At) {
        let rel = tree.attribute(at, Attr::Rel).unwrap_or_default().to_ascii_lowercase();
        let is = |name: &str| rel.split_ascii_whitespace().any(|rel| rel == name);
        self.has_next |= is("next");
        if !is("canonical") && !is("alternate") {
            return;
        }
        let href = tree.attribute(at, Attr::Href).and_then(|href| absolute(href, self.base.as_ref()));
        let Some(href) = href else { return };
        let form = tree.attribute(at, Attr::Type).unwrap_or_default().trim().to_ascii_lowercase();
        if is("canonical") {
            self.canonical.get_or_insert(href);
        } else if is_feed(&form) && self.feeds.len() < MANY {
            let title = tree.attribute(at, Attr::Title).map(squeezed).filter(|title| !title.is_empty());
            self.feeds.push(Link { title, address: href.into(), form });
        }
    }

    /// The first content under one of `names`, the earlier names first.
    pub(crate) fn first(&self, names: &[&str]) -> Option<&str> {
        names.iter().find_map(|wanted| self.all(wanted).next())
    }

    /// All contents under `name`.
    pub(crate) fn all<'m>(&'m self, name: &str) -> impl Iterator<Item = &'m str> {
        self.named.iter().filter(move |(known, _)| known == name).map(|(_, content)| content.as_str())
    }
}

fn base(tree: &Tree, address: Option<&Url>) -> Option<Url> {
    let href = tree.each(Tag::Base).find_map(|at| tree.attribute(at, Attr::Href))?;
    absolute(href, address)
}

fn is_feed(form: &str) -> bool {
    let form = form.split(';').next().unwrap_or_default().trim();
    matches!(
        form,
        "application/rss+xml" | "application/atom+xml" | "application/feed+json" | "application/rdf+xml"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meta(html: &str) -> Meta {
        Meta::of(&crate::grow::tree(html), Some("https://example.org/news/"))
    }

    #[test]
    fn names_are_found_whatever_attribute_holds_them() {
        let meta = meta(
            "<meta property='og:title' content=' A  B '><meta NAME=Author content=C><meta itemprop=x content=D>",
        );
        assert_eq!(meta.first(&["missing", "og:title"]), Some("A B"));
        assert_eq!(meta.first(&["author"]), Some("C"));
        assert_eq!(meta.first(&["x"]), Some("D"));
    }

    #[test]
    fn feeds_are_absolute_and_are_feeds() {
        let meta = meta(
            "<base href='/base/'><link rel='alternate' type='application/rss+xml' title='All' href='rss'>
             <link rel=alternate hreflang=de href='/de'><link rel='alternate' type='text/html' href='/x'>",
        );
        assert_eq!(meta.feeds.len(), 1);
        assert_eq!(meta.feeds[0].address, "https://example.org/base/rss");
        assert_eq!(meta.feeds[0].title.as_deref(), Some("All"));
    }
}
