//! The addresses on a page that look like articles of the same site.

use std::collections::HashSet;

use crate::address::{absolute, is_article, is_same_site};
use crate::site::Site;
use crate::tag::{Attr, Tag};

/// No more than this many are looked at, and no more than the other kept.
const LOOK: usize = 5000;
const KEEP: usize = 1000;

/// Absolute addresses without fragments, each once, in the order of the page.
pub(crate) fn links(site: &Site<'_>) -> Vec<String> {
    let base = site.meta.base.as_ref().or(site.url());
    let Some(home) = site.url().or(base) else { return Vec::new() };
    let mut seen = HashSet::new();
    let hrefs = site.tree.each(Tag::A).filter_map(|at| site.tree.attribute(at, Attr::Href));
    let found =
        hrefs.take(LOOK).filter(|href| !href.starts_with('#') && href.len() < 2000).filter_map(|href| {
            let mut url = absolute(href, base)?;
            url.set_fragment(None);
            let fits = is_same_site(&url, home) && is_article(&url) && url.as_str() != home.as_str();
            (fits && seen.insert(url.as_str().to_owned())).then(|| url.into())
        });
    found.take(KEEP).collect()
}
