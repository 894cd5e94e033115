//! Signs that a page gives only a part of its article, or nothing of it.

use saydo_text::{Problem, ProblemKind};

use crate::linked::Thing;
use crate::mark::Marks;
use crate::site::Site;
use crate::tag::{Attr, Tag};
use crate::words::low;

/// An article that is said to be paid for, and has less text than this, in bytes, was cut.
const PAID: usize = 2500;
/// A page with less text than this has no article.
const NOTHING: usize = 200;

/// What pages say before a wall.
#[rustfmt::skip]
const WALLS: [&str; 22] = [
    "subscribe to continue", "subscribe to read", "subscribe now to continue", "subscribe to unlock", "to continue reading",
    "continue reading with a", "for subscribers only", "subscribers only", "already a subscriber", "become a subscriber to",
    "to read the full", "to read this article", "to read the rest", "register to continue", "register to read",
    "sign in to continue", "log in to continue", "log in to read", "unlock this article", "keep reading for",
    "this article is for subscribers", "you have reached your limit",
];
/// What pages say that give no article.
#[rustfmt::skip]
const EMPTY: [(&str, &str); 14] = [
    ("enable javascript", "asks for JavaScript"), ("javascript is disabled", "asks for JavaScript"),
    ("javascript is required", "asks for JavaScript"), ("requires javascript", "asks for JavaScript"),
    ("turn on javascript", "asks for JavaScript"), ("javascript to run this app", "asks for JavaScript"),
    ("checking your browser", "asks whether a human reads"), ("are you a robot", "asks whether a human reads"),
    ("verify you are human", "asks whether a human reads"), ("unusual traffic", "asks whether a human reads"),
    ("access denied", "denies access"), ("we value your privacy", "asks for consent"),
    ("cookies", "asks for consent"), ("consent", "asks for consent"),
];

/// What is missing from a page whose article came to `text` bytes.
pub(crate) fn incomplete(site: &Site<'_>, text: usize, listing: bool) -> Option<Problem> {
    let detail = if text < NOTHING { nothing(site, text, listing) } else { part(site, text) };
    detail.map(|detail| Problem::new(ProblemKind::Incomplete, detail))
}

fn part(site: &Site<'_>, text: usize) -> Option<String> {
    let paid = site.article().is_some_and(is_paid) || is_locked(site);
    if paid && text < PAID {
        return Some("The page says that its article is paid for, and gives only its start.".to_owned());
    }
    if goes_on(site) {
        return Some("The article goes on at another page, which was not read.".to_owned());
    }
    (text < PAID && has_wall(site))
        .then(|| "The page asks to subscribe before it goes on; the text is its start.".to_owned())
}

fn nothing(site: &Site<'_>, text: usize, listing: bool) -> Option<String> {
    if let Some(part) = part(site, text) {
        return Some(part);
    }
    let shown = low(&site.tree.line(0), 20_000);
    let hidden: String = low(&noscript(site), 2000);
    let asks = EMPTY
        .iter()
        .find(|(words, _)| shown.len() < 6000 && (shown.contains(words) || hidden.contains(words)));
    match asks {
        _ if listing => None,
        Some((_, what)) if text == 0 || shown.len() < 3000 => {
            Some(format!("The page {what} and gives no article."))
        }
        _ if text == 0 => Some("The page holds no article that can be read without running it.".to_owned()),
        _ => None,
    }
}

/// What the page says to those who run no scripts, and its title.
fn noscript(site: &Site<'_>) -> String {
    let texts = site.tree.each(Tag::Noscript).take(20).map(|at| site.tree.raw(at));
    texts.chain(site.meta.title.clone()).collect::<Vec<_>>().join(" ")
}

/// Whether the whole page is a wall or says that there is no such page: short, without a date or an article.
pub(crate) fn is_wall(site: &Site<'_>) -> bool {
    let title = low(&site.lines.iter().chain(&site.meta.title).cloned().collect::<Vec<_>>().join(" "), 300);
    let lost = [
        "page not found",
        "404 not found",
        "404 error",
        "error 404",
        "not found |",
        "can't find that page",
        "no longer exists",
    ];
    let asks = [
        "consent required",
        "privacy settings",
        "cookie settings",
        "access denied",
        "are you a robot",
        "just a moment",
        "attention required",
    ];
    site.article().is_none() && lost.iter().chain(&asks).any(|words| title.contains(words))
}

/// Whether such a page keeps its article back, rather than having none.
pub(crate) fn is_kept_back(site: &Site<'_>) -> bool {
    let title = low(site.meta.title.as_deref().unwrap_or_default(), 300);
    !["not found", "404"].iter().any(|words| title.contains(words))
}

/// Whether the article goes on at another address.
fn goes_on(site: &Site<'_>) -> bool {
    let rel =
        |at: usize| site.tree.attribute(at, Attr::Rel).is_some_and(|rel| rel.eq_ignore_ascii_case("next"));
    let linked = site.meta.has_next || site.area().any(|at| site.tree.is(at, Tag::A) && rel(at));
    let end = (site.tree.end(site.ground.inner) + 100).min(site.tree.len());
    let says = |at: usize| {
        let text = site.tree.text(at).filter(|(_, linked)| *linked).map(|(text, _)| low(text.trim(), 40));
        text.is_some_and(|text| {
            text == "next page" || text.starts_with("next page:") || text.starts_with("continue to page")
        })
    };
    linked || (site.ground.inner..end).any(says)
}

fn is_paid(article: &Thing) -> bool {
    let free = |value: &serde_json::Value| {
        value.as_bool() == Some(false)
            || value.as_str().is_some_and(|text| text.eq_ignore_ascii_case("false"))
    };
    article.get("isAccessibleForFree").is_some_and(free)
}

/// What the head says of the article's tier.
fn is_locked(site: &Site<'_>) -> bool {
    matches!(site.meta.first(&["article:content_tier"]), Some("locked" | "metered"))
}

fn has_wall(site: &Site<'_>) -> bool {
    let says = |line: &str| WALLS.iter().any(|wall| line.contains(wall));
    let marked = site.tree.all().filter(|&at| {
        let marks = site.layout.marks[at];
        (marks.has(Marks::WALL) || marks.has(Marks::JUNK)) && !marks.has(Marks::HIDDEN)
    });
    let mut walls = marked.take(400).filter_map(|at| site.short_line(at));
    walls.any(|line| says(&low(&line, 400))) || own_lines(site).any(|line| says(&low(line, 400)))
}

/// The texts in the body and just after it.
fn own_lines<'s>(site: &'s Site<'_>) -> impl Iterator<Item = &'s str> {
    let inner = site.ground.inner;
    let end = (site.tree.end(inner) + 200).min(site.tree.len());
    (inner..end).filter_map(|at| site.tree.text(at)).map(|(text, _)| text).filter(|text| text.len() < 400)
}
