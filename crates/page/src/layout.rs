//! Where the running text of a page lies, and which parts of the page are something else.

use crate::insert::{Weights, is_insert};
use crate::mark::{Marks, marks};
use crate::tag::{Attr, Tag};
use crate::tree::{At, Tree};

/// A block with less text than this, in bytes, is not counted as running text.
const SHORT: u32 = 40;

/// What is known about each node of a tree; all of it is found in a fixed number of walks.
pub(crate) struct Layout {
    /// What the names of the node say.
    pub(crate) marks: Vec<Marks>,
    /// Whether the node is no part of an article.
    pub(crate) dropped: Vec<bool>,
    /// How much running text the node holds, without what is dropped.
    pub(crate) good: Vec<u32>,
    /// How much running text each block holds itself, in bytes.
    pub(crate) own: Vec<u32>,
    /// Where the titles of the first level stand.
    pub(crate) titles: Vec<At>,
    /// How many teasers of other reports there are.
    pub(crate) cards: usize,
}

/// How boldly parts of the page are left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Care {
    /// By element, role and name.
    Names,
    /// The same, but titles that are links open posts, not teasers.
    Posts,
    /// By element and role only, for pages whose names mislead.
    Elements,
}

impl Layout {
    /// The layout of `tree`.
    pub(crate) fn of(tree: &Tree, care: Care) -> Self {
        let marks: Vec<Marks> = tree
            .all()
            .map(|at| tree.tag(at).map_or_else(Marks::default, |tag| marks(tree, at, tag)))
            .collect();
        let mut layout = Self {
            marks,
            dropped: vec![false; tree.len()],
            good: vec![],
            own: vec![],
            titles: vec![],
            cards: 0,
        };
        layout.titles = tree.each(Tag::H1).collect();
        layout.drop_mute(tree);
        layout.own = layout.own_text(tree);
        layout.good = layout.sums(tree);
        layout.drop_others(tree, care);
        layout.good = layout.sums(tree);
        if care != Care::Elements {
            layout.drop_inserts(tree);
            layout.good = layout.sums(tree);
        }
        layout
    }

    /// Drops what is never shown as text.
    fn drop_mute(&mut self, tree: &Tree) {
        for at in tree.all() {
            let Some(tag) = tree.tag(at) else {
                self.dropped[at] = self.dropped[tree.parent(at)];
                continue;
            };
            let whole = matches!(tag, Tag::Document | Tag::Html | Tag::Body);
            let hidden = self.marks[at].has(Marks::HIDDEN) && !whole;
            self.dropped[at] = tag.is_mute() || hidden || (at > 0 && self.dropped[tree.parent(at)]);
        }
    }

    /// The running text of each block: of one that is not mostly links.
    fn own_text(&self, tree: &Tree) -> Vec<u32> {
        let mut holder: Vec<u32> = vec![0; tree.len()];
        let mut plain: Vec<u32> = vec![0; tree.len()];
        let mut linked: Vec<u32> = vec![0; tree.len()];
        for at in tree.all().skip(1) {
            match tree.tag(at) {
                Some(tag) if tag.is_block() => holder[at] = at as u32,
                Some(_) => holder[at] = holder[tree.parent(at)],
                None if self.dropped[at] => {}
                None => {
                    let (text, is_linked) = tree.text(at).unwrap_or_default();
                    let side = if is_linked { &mut linked } else { &mut plain };
                    side[holder[tree.parent(at)] as usize] += text.trim().len() as u32;
                }
            }
        }
        let own = |at: usize| {
            if plain[at] >= SHORT && plain[at] >= linked[at] { plain[at] + linked[at] } else { 0 }
        };
        tree.all().map(own).collect()
    }

    fn sums(&self, tree: &Tree) -> Vec<u32> {
        let mut sums: Vec<u32> =
            tree.all().map(|at| if self.dropped[at] { 0 } else { self.own[at] }).collect();
        for at in tree.all().skip(1).rev() {
            sums[tree.parent(at)] += sums[at];
        }
        sums
    }

    /// Drops what is no part of the article, unless it holds so much of the page's text that its name must mislead.
    fn drop_others(&mut self, tree: &Tree, care: Care) {
        let whole = self.good[0];
        for at in tree.all().skip(1) {
            if self.dropped[tree.parent(at)] {
                self.dropped[at] = true;
            } else if !self.dropped[at]
                && let Some(tag) = tree.tag(at)
            {
                self.dropped[at] = self.is_other(tree, at, tag, care, whole);
            }
        }
    }

    /// Whether the place lies among comments or in a box beside the article, as far as the next few elements tell.
    pub(crate) fn is_foreign(&self, tree: &Tree, at: At) -> bool {
        let up = std::iter::successors(Some(at), |&at| (at > 0).then(|| tree.parent(at)));
        up.take(6).any(|at| self.marks[at].has(Marks::COMMENTS) || tree.is(at, Tag::Aside))
    }

    /// Drops the boxes between the paragraphs of an article that are no part of it.
    fn drop_inserts(&mut self, tree: &Tree) {
        let weights = Weights::of(tree, &self.dropped);
        let flows = self.flows(tree);
        for at in tree.all().skip(1) {
            if self.dropped[tree.parent(at)] {
                self.dropped[at] = true;
            } else if !self.dropped[at]
                && tree.tag(at).is_some_and(is_box)
                && self.own[at] == 0
                && self.good[at] <= self.good[0] / 100 * 35
                && !self.holds_title(tree, at)
            {
                self.dropped[at] = is_insert(tree, &weights, self, at, flows[tree.parent(at)] > 3);
            }
        }
    }

    /// How many paragraphs each element holds directly.
    fn flows(&self, tree: &Tree) -> Vec<u32> {
        let mut flows = vec![0; tree.len()];
        for at in tree.all().skip(1).filter(|&at| self.own[at] > 0 && !self.dropped[at]) {
            flows[tree.parent(at)] += 1;
        }
        flows
    }

    fn is_other(&mut self, tree: &Tree, at: At, tag: Tag, care: Care, whole: u32) -> bool {
        if matches!(tag, Tag::Html | Tag::Body | Tag::Main) {
            return false;
        }
        let marks = self.marks[at];
        let good = self.good[at];
        let share = |percent: u32| good <= whole / 100 * percent;
        if matches!(tag, Tag::Nav | Tag::Footer | Tag::Aside | Tag::Menu) {
            return share(60);
        }
        if care == Care::Names && self.is_card(tree, at, tag) && share(30) {
            self.cards += 1;
            return true;
        }
        let by_name = care != Care::Elements;
        (by_name && marks.has(Marks::COMMENTS) && share(80) && !self.holds_title(tree, at))
            || (by_name && marks.has(Marks::JUNK) && share(35))
            || (by_name && marks.has(Marks::EMBED) && tag == Tag::Blockquote)
            || (by_name && marks.has(Marks::PULL) && share(20))
            || (by_name && marks.has(Marks::BYLINE) && share(15))
    }

    fn holds_title(&self, tree: &Tree, at: At) -> bool {
        let next = self.titles.partition_point(|&title| title < at);
        self.titles.get(next).is_some_and(|&title| title < tree.end(at))
    }

    /// A teaser of another report: a heading that is a link, with little beside it.
    fn is_card(&self, tree: &Tree, at: At, tag: Tag) -> bool {
        let outer = matches!(tag, Tag::Div | Tag::Li | Tag::Article | Tag::Section | Tag::Custom);
        outer && self.good[at] < 600 && tree.children(at).any(|child| is_linked_heading(tree, child))
    }
}

/// Whether `at` is a heading that is one link to another page, or a link around a heading.
fn is_linked_heading(tree: &Tree, at: At) -> bool {
    let leads_on = |at: At| tree.attribute(at, Attr::Href).is_some_and(|href| !href.starts_with('#'));
    match tree.tag(at) {
        Some(Tag::A) => leads_on(at) && tree.children(at).any(|at| is_heading(tree, at)),
        Some(tag) if tag.heading().is_some_and(|level| level > 1) => {
            let link = tree.children(at).find(|&at| tree.is(at, Tag::A) && leads_on(at));
            link.is_some()
                && tree
                    .inside(at)
                    .filter_map(|at| tree.text(at))
                    .all(|(text, linked)| linked || text.trim().is_empty())
        }
        _ => false,
    }
}

fn is_box(tag: Tag) -> bool {
    matches!(tag, Tag::Div | Tag::Section | Tag::Custom | Tag::Details | Tag::Table | Tag::Form)
}

fn is_heading(tree: &Tree, at: At) -> bool {
    tree.tag(at).and_then(Tag::heading).is_some_and(|level| level > 1)
}
