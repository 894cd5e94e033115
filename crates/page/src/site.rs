//! A page with all that its reading leans on, found once.

use std::ops::Range;

use url::Url;

use crate::address::{absolute, is_front};
use crate::ground::{Ground, ground};
use crate::layout::{Care, Layout};
use crate::linked::{Linked, Thing};
use crate::mark::Marks;
use crate::meta::Meta;
use crate::page::Hints;
use crate::tag::Tag;
use crate::tree::{At, Tree};
use crate::words::letters;

/// A line beside the headline has no more nodes, and no more bytes, than this.
const NODES: usize = 60;
const BYTES: usize = 400;
/// How many nodes before a body without a title are looked at.
const BEFORE: usize = 120;

/// A page and where its parts lie.
pub(crate) struct Site<'p> {
    pub(crate) tree: &'p Tree,
    pub(crate) linked: &'p Linked,
    pub(crate) meta: &'p Meta,
    pub(crate) layout: Layout,
    pub(crate) ground: Ground,
    /// What stands to be read between headline and body, and is neither.
    pub(crate) lines: Vec<String>,
    /// Those of them that are names and nothing else.
    pub(crate) names: Vec<String>,
    address: Option<Url>,
    article: Option<&'p Thing>,
}

impl<'p> Site<'p> {
    /// The page in `tree`, laid out with `care`.
    pub(crate) fn new(
        tree: &'p Tree,
        linked: &'p Linked,
        meta: &'p Meta,
        hints: &Hints<'_>,
        care: Care,
    ) -> Self {
        let mut layout = Layout::of(tree, care);
        let mut laid = ground(tree, &layout);
        if let Some(title) = title_before(tree, meta, &layout, laid) {
            layout.titles.insert(layout.titles.partition_point(|&known| known < title), title);
            laid = ground(tree, &layout);
        }
        let titles = meta.first(&["og:title"]).into_iter().chain(meta.title.as_deref());
        let titles = titles.map(letters).filter(|title| title.len() > 8);
        let shown =
            layout.titles.iter().take(4).map(|&at| letters(&tree.line(at))).filter(|title| title.len() > 8);
        let article = linked.article(&titles.chain(shown).collect::<Vec<_>>());
        let address = address(article, meta, hints);
        Self {
            tree,
            linked,
            meta,
            layout,
            ground: laid,
            lines: Vec::new(),
            names: Vec::new(),
            address,
            article,
        }
    }

    /// What JSON-LD says of the article.
    pub(crate) fn article(&self) -> Option<&'p Thing> {
        self.article
    }

    /// The canonical address, else the one that the page came from.
    pub(crate) fn address(&self) -> Option<&str> {
        self.address.as_ref().map(Url::as_str)
    }

    /// The same, parsed.
    pub(crate) fn url(&self) -> Option<&Url> {
        self.address.as_ref()
    }

    /// The places from the headline, or what stands in its place, to the end of the body.
    pub(crate) fn area(&self) -> Range<At> {
        let inner = self.ground.inner;
        let title = self.layout.titles.iter().rev().find(|&&title| title <= inner).copied();
        let start = title.unwrap_or(inner.saturating_sub(BEFORE));
        start.min(self.ground.outer)..self.tree.end(inner)
    }

    /// Where the head of the article starts: with the ground, or with a title just before it.
    pub(crate) fn start(&self) -> At {
        let Ground { inner, outer } = self.ground;
        let title = self.layout.titles.iter().rev().find(|&&title| title < inner).copied();
        let near =
            title.filter(|&title| title < outer && inner - title <= BEFORE && !self.layout.dropped[title]);
        near.unwrap_or(outer)
    }

    /// The text at `at`, if it is no more than a line.
    pub(crate) fn short_line(&self, at: At) -> Option<String> {
        let small = self.tree.end(at) - at <= NODES;
        small.then(|| self.tree.line(at)).filter(|line| line.len() <= BYTES && !line.is_empty())
    }

    /// The elements in the area that are marked so.
    pub(crate) fn marked(&self, mark: Marks) -> impl Iterator<Item = At> {
        self.area().filter(move |&at| self.layout.marks[at].has(mark))
    }
}

/// What stands between the parts of a window's title.
fn is_bar(c: char) -> bool {
    matches!(c, '|' | '–' | '—' | '·' | ':' | '»')
}

/// The block before the body that says what the page is called, where no title of the first level does.
fn title_before(tree: &Tree, meta: &Meta, layout: &Layout, ground: Ground) -> Option<At> {
    let near = ground.inner.saturating_sub(BEFORE)..ground.inner;
    if layout
        .titles
        .iter()
        .any(|title| near.contains(title) || (*title >= ground.outer && *title < tree.end(ground.inner)))
    {
        return None;
    }
    let graph = meta.first(&["og:title"]).map(letters);
    let window = meta.title.iter().flat_map(|title| title.split(is_bar)).map(letters);
    let said: Vec<String> = graph.into_iter().chain(window).filter(|title| title.len() > 15).collect();
    let is_said =
        |at: &At| tree.text(*at).is_some_and(|(text, linked)| !linked && said.contains(&letters(text)));
    let text = near.rev().filter(|&at| !layout.dropped[at]).find(is_said)?;
    std::iter::successors(Some(text), |&at| (at > 0).then(|| tree.parent(at)))
        .find(|&at| tree.tag(at).is_some_and(Tag::is_block))
}

/// The canonical address; one that points at the front page is that of a page that did not fill in its template.
fn address(article: Option<&Thing>, meta: &Meta, hints: &Hints<'_>) -> Option<Url> {
    let own = hints.address.and_then(|address| absolute(address, None));
    let base = meta.base.as_ref();
    let graph = || meta.first(&["og:url"]).and_then(|href| absolute(href, base));
    let said = || {
        let article = article?;
        let main = article.get("mainEntityOfPage");
        let id = main.and_then(|main| main.as_str().or_else(|| main.get("@id").and_then(|id| id.as_str())));
        let url = article.get("url").and_then(|url| url.as_str());
        url.or(id).filter(|url| url.contains('/')).and_then(|href| absolute(href, base))
    };
    let is_own_front = own.as_ref().is_some_and(is_front);
    let fits = |url: &Url| !is_front(url) || is_own_front;
    let canonical = meta.canonical.clone().filter(fits).or_else(|| graph().filter(fits));
    let mut address = canonical.or_else(|| if own.is_none() { said().filter(fits) } else { None }).or(own)?;
    address.set_fragment(None);
    Some(address)
}
