//! Which element of a page holds the running text of its article.

use crate::layout::Layout;
use crate::mark::Marks;
use crate::tag::{Attr, Tag};
use crate::tree::{At, Tree};

/// A body that its own schema or name announces must hold this much text, in bytes, or a third of the page's.
const ENOUGH: u32 = 600;

/// Where the article lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ground {
    /// The element that holds the paragraphs.
    pub(crate) inner: At,
    /// The element around it that also holds headline, standfirst and first picture.
    pub(crate) outer: At,
}

/// The ground of the article in `tree`: what the page says is its body, else what is named like one, else the article
/// or main part, else the densest part of the page.
pub(crate) fn ground(tree: &Tree, layout: &Layout) -> Ground {
    let marked = |mark: Marks| move |at: At| layout.marks[at].has(mark);
    let said = choose(tree, layout, marked(Marks::SAID_BODY)).map(|at| close(tree, layout, at));
    let named = || choose(tree, layout, marked(Marks::BODY)).map(|at| close(tree, layout, at));
    let article = || choose(tree, layout, |at| tree.is(at, Tag::Article)).map(|at| dense(tree, layout, at));
    let main = || choose(tree, layout, |at| is_main(tree, at)).map(|at| dense(tree, layout, at));
    let inner = said.or_else(named).or_else(article).or_else(main).unwrap_or_else(|| dense(tree, layout, 0));
    Ground { inner, outer: outer(tree, layout, inner) }
}

fn is_main(tree: &Tree, at: At) -> bool {
    tree.is(at, Tag::Main) || tree.attribute(at, Attr::Role) == Some("main")
}

/// The one element that `is_wanted` and holds most text, or the one around several that share it.
fn choose(tree: &Tree, layout: &Layout, is_wanted: impl Fn(At) -> bool) -> Option<At> {
    let mut found: Vec<At> = Vec::new();
    let mut free = 0;
    for at in tree.all().filter(|&at| tree.tag(at).is_some() && !layout.dropped[at]) {
        if at >= free && layout.good[at] > 0 && is_wanted(at) {
            free = tree.end(at);
            found.push(at);
        }
    }
    let best = found.iter().copied().max_by_key(|&at| (layout.good[at], std::cmp::Reverse(at)))?;
    let sum: u32 = found.iter().map(|&at| layout.good[at]).sum();
    let chosen = match around(tree, &found) {
        Some(whole) if sum > layout.good[best] / 4 * 5 && layout.good[whole] < sum / 4 * 5 => whole,
        _ => best,
    };
    let good = layout.good[chosen];
    (good >= ENOUGH || good >= layout.good[0] / 3).then_some(chosen)
}

/// The innermost element around all of `found`, which is in order.
fn around(tree: &Tree, found: &[At]) -> Option<At> {
    let (&first, &last) = (found.first()?, found.last()?);
    std::iter::successors(Some(first), |&at| (at > 0).then(|| tree.parent(at)))
        .find(|&at| tree.end(at) > last)
}

/// `at`, or the innermost element in it that holds all its text.
fn close(tree: &Tree, layout: &Layout, mut at: At) -> At {
    while let Some(child) = tree.children(at).find(|&child| layout.good[child] == layout.good[at]) {
        if is_leaf(tree, layout, child) {
            break;
        }
        at = child;
    }
    at
}

fn is_leaf(tree: &Tree, layout: &Layout, at: At) -> bool {
    layout.own[at] > 0 || tree.tag(at).is_none_or(|tag| !tag.is_block())
}

/// From `at` inwards to the element whose own children are the paragraphs.
fn dense(tree: &Tree, layout: &Layout, mut at: At) -> At {
    loop {
        let whole = layout.good[at];
        let direct: u32 = tree.children(at).map(|child| layout.own[child]).sum::<u32>() + layout.own[at];
        let best = tree.children(at).max_by_key(|&child| layout.good[child]);
        let Some(best) = best.filter(|&best| !is_leaf(tree, layout, best)) else { return at };
        let goes_on = tree
            .children(at)
            .filter(|&child| child > best && tree.is(child, Tag::P) && layout.own[child] > 0);
        let stays = direct > whole / 4
            || goes_on.count() > 1
            || layout.good[best] <= whole / 100 * 55
            || has_twin(tree, layout, at, best);
        if stays && layout.good[best] < whole {
            return at;
        }
        at = best;
    }
}

/// Whether another child of `parent` with text is called the same as `child`: parts of one body.
fn has_twin(tree: &Tree, layout: &Layout, parent: At, child: At) -> bool {
    let name = |at: At| (tree.tag(at), tree.attribute(at, Attr::Class));
    let twins = |at: At| at != child && layout.good[at] > 0 && name(at) == name(child);
    tree.attribute(child, Attr::Class).is_some() && tree.children(parent).any(twins)
}

/// The article around `inner`, if it is not much more than `inner`; else what also holds the title.
fn outer(tree: &Tree, layout: &Layout, inner: At) -> At {
    let limit = layout.good[inner] / 5 * 8 + 400;
    let around = || std::iter::successors(Some(inner), |&at| (at > 0).then(|| tree.parent(at)));
    let fits = |at: &At| layout.good[*at] <= limit;
    let article = around().take_while(fits).find(|&at| tree.is(at, Tag::Article));
    let titled = || {
        let title = layout.titles.iter().rev().find(|&&title| title < inner)?;
        around().take_while(fits).find(|&at| at <= *title && tree.end(at) > *title)
    };
    let main = || around().take_while(fits).find(|&at| is_main(tree, at));
    article.or_else(titled).or_else(main).unwrap_or(inner)
}
