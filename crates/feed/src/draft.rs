//! Items as a format gives them, before links, ids and duplicates are settled.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::rc::Rc;

use saydo_text::{Problem, ProblemKind};
use sha2::{Digest, Sha256};
use url::Url;

use crate::canonical::is_web;
use crate::{Item, canonical, date, plain};

/// The longest summary or content that is kept, in bytes.
const TEXT: usize = 2 << 20;

/// The longest title that is kept whole, in bytes.
const TITLE: usize = 4 << 10;

/// The longest id that is kept as it is.
const ID: usize = 4 << 10;

/// An item as the format gives it.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    /// The item without id and link.
    pub(crate) item: Item,
    /// `guid` or `id`.
    pub(crate) id: Option<String>,
    /// What may be its link, the best first, each with what it is relative to.
    pub(crate) links: Vec<(String, Option<Rc<Url>>)>,
}

/// The problems found so far, and the number of the item at hand.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    pub(crate) problems: Vec<Problem>,
    /// Counted from 1; 0 for the feed itself.
    pub(crate) item: usize,
}

impl Notes {
    /// Keeps a problem; the sentence begins with the number of the item.
    pub(crate) fn tell(&mut self, kind: ProblemKind, what: &str) {
        let detail = if self.item == 0 { what.to_owned() } else { format!("Item {}: {what}", self.item) };
        self.problems.push(Problem::new(kind, detail));
    }

    /// The first date in `given` that can be read.
    pub(crate) fn date<'d>(&mut self, given: impl IntoIterator<Item = &'d str>) -> Option<String> {
        for text in given {
            let read = date::read(text);
            if let Some((kind, why)) = read.fault {
                let shown = plain::fold(plain::start(text, 80));
                self.tell(kind, &format!("the date \"{shown}\" {why}."));
            }
            if read.value.is_some() {
                return read.value;
            }
        }
        None
    }
}

/// Where relative links of a feed lead.
#[derive(Debug)]
pub(crate) struct Base {
    /// The channel's link, else the feed's own address.
    pub(crate) url: Option<Url>,
}

impl Base {
    /// What links are relative to in a feed that came from `address` and belongs to the site `link`.
    pub(crate) fn new(link: Option<&str>, address: Option<&Url>) -> Self {
        let site = link.and_then(|link| join(link, address));
        Self { url: site.or_else(|| address.cloned()) }
    }

    /// The absolute address of `link`, which stands where `base` applies.
    pub(crate) fn absolute(&self, link: &str, base: Option<&Url>) -> Option<String> {
        join(link, base.or(self.url.as_ref())).map(String::from)
    }

    /// The items with links and ids, those that say nothing and those of a known id left out.
    pub(crate) fn settle(&self, drafts: Vec<Draft>, notes: &mut Notes) -> Vec<Item> {
        let mut known = HashSet::new();
        let mut items = Vec::with_capacity(drafts.len());
        for (number, draft) in drafts.into_iter().enumerate() {
            notes.item = number + 1;
            let Some(item) = self.item(draft, notes) else {
                notes.tell(ProblemKind::BadFeed, "neither link nor id nor title; it was left out.");
                continue;
            };
            if known.insert(item.id.clone()) {
                items.push(item);
            } else {
                let id = plain::start(&item.id, 80);
                notes.tell(
                    ProblemKind::BadFeed,
                    &format!("the id \"{id}\" was there before; the item was left out."),
                );
            }
        }
        notes.item = 0;
        items
    }

    fn item(&self, draft: Draft, notes: &mut Notes) -> Option<Item> {
        let Draft { mut item, id, links } = draft;
        item.link = links.iter().find_map(|(link, base)| self.absolute(link, base.as_deref()));
        if let (None, Some((given, _))) = (&item.link, links.first()) {
            let given = plain::start(given, 80);
            notes.tell(ProblemKind::BadFeed, &format!("the link \"{given}\" is no address of a page."));
        }
        shorten(&mut item.title, notes);
        limit(&mut item.summary, "summary", notes);
        limit(&mut item.content, "content", notes);
        item.authors = distinct(std::mem::take(&mut item.authors));
        let id = id.map(|id| if id.len() > ID { hash(&[&id]) } else { id });
        item.id = id.or_else(|| item.link.as_deref().map(canonical)).or_else(|| {
            let title = item.title.as_deref()?;
            Some(hash(&[title, item.published.as_deref().unwrap_or_default()]))
        })?;
        Some(item)
    }
}

/// The absolute web address of `link`.
fn join(link: &str, base: Option<&Url>) -> Option<Url> {
    let link = link.trim();
    if link.is_empty() {
        return None;
    }
    let url = base.map_or_else(|| Url::parse(link), |base| base.join(link));
    url.ok().filter(is_web)
}

/// Cuts a title that is too long to be one.
fn shorten(title: &mut Option<String>, notes: &mut Notes) {
    if let Some(long) = title.as_ref().filter(|title| title.len() > TITLE) {
        notes.tell(ProblemKind::BadFeed, &format!("the title is longer than {TITLE} bytes; it was cut."));
        *title = Some(plain::start(long, TITLE).trim_end().to_owned());
    }
}

/// Leaves out a text that is too long to be one article's.
fn limit(text: &mut Option<String>, name: &str, notes: &mut Notes) {
    if let Some(length) = text.as_ref().map(String::len).filter(|length| *length > TEXT) {
        *text = None;
        let what =
            format!("the {name} has {length} bytes, more than the {TEXT} that are kept; it was left out.");
        notes.tell(ProblemKind::BadFeed, &what);
    }
}

/// Each name once, in order.
fn distinct(names: Vec<String>) -> Vec<String> {
    let mut known = HashSet::new();
    names.into_iter().filter(|name| !name.is_empty() && known.insert(name.clone())).collect()
}

/// A hash of the parts, as an id.
fn hash(parts: &[&str]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part.as_bytes());
        hasher.update([0]);
    }
    let mut id = String::from("hash:");
    for byte in hasher.finalize().iter().take(16) {
        let _ = write!(id, "{byte:02x}");
    }
    id
}
