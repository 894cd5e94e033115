//! The walk through a feed's document: which tags belong together, whatever was left open.

use std::collections::VecDeque;
use std::rc::Rc;

use url::Url;

use crate::space::{Space, Spaces};
use crate::token::{Open, Token, Tokens};
use crate::tree::Element;

/// Elements that hold items and fields of the channel; the first five are roots.
const HOLDERS: &[&str] = &["rss", "rdf", "feed", "urlset", "sitemapindex", "channel"];
const ROOTS: usize = 5;

/// Elements that are items.
const ITEMS: &[&str] = &["item", "entry", "url", "sitemap"];

/// How deep elements may be nested before they count as text only.
const DEEP: usize = 256;

/// How deep inside an item or a field elements are kept.
const KEPT: usize = 4;

/// How many children of an element are kept.
const CHILDREN: usize = 1000;

/// Fields that hold text: an item's own field that starts inside one of them ends it.
const TEXTS: &[&str] = &["title", "description", "link", "summary", "content:encoded"];
const FIELDS: &[&str] =
    &["pubdate", "guid", "description", "content:encoded", "dc:date", "dc:creator", "updated", "published"];

/// An element that is open.
#[derive(Debug)]
struct Level<'t> {
    /// The name as written.
    name: &'t str,
    /// Where its content starts.
    from: usize,
    /// What is kept of it; nothing for the elements that hold the parts, and for those too deep inside.
    element: Option<Element<'t>>,
    /// The address that applies inside.
    base: Option<Rc<Url>>,
}

/// The parts of a document: fields of the channel and items, in order.
#[derive(Debug)]
pub(crate) struct Parts<'t> {
    text: &'t str,
    tokens: Tokens<'t>,
    /// The local name of the root in small letters; empty until it was met.
    pub(crate) root: String,
    /// The attributes of the root and the channel, by their qualified names in small letters.
    pub(crate) attributes: Vec<(String, String)>,
    /// The first tag's name, if no feed was found before it.
    pub(crate) stranger: Option<&'t str>,
    /// Where an item was not closed before the next one, or before the end.
    pub(crate) unclosed: Vec<usize>,
    /// Where an item had more elements than are kept.
    pub(crate) crowded: Vec<usize>,
    spaces: Spaces<'t>,
    levels: Vec<Level<'t>>,
    /// How many of the levels hold parts.
    holders: usize,
    waiting: VecDeque<Open<'t>>,
    done: bool,
    address: Option<Rc<Url>>,
}

impl<'t> Parts<'t> {
    /// The parts of `text`, which came from `address`.
    pub(crate) fn new(text: &'t str, address: Option<&Url>) -> Self {
        Self {
            text,
            tokens: Tokens::new(text),
            root: String::new(),
            attributes: Vec::new(),
            stranger: None,
            unclosed: Vec::new(),
            crowded: Vec::new(),
            spaces: Spaces::default(),
            levels: Vec::new(),
            holders: 0,
            waiting: VecDeque::new(),
            done: false,
            address: address.map(|address| Rc::new(address.clone())),
        }
    }

    /// Whether the document ended before its root did, or inside a tag.
    pub(crate) fn is_cut(&self) -> bool {
        !self.done && (self.tokens.is_cut() || !self.levels.is_empty())
    }

    /// Where the walk is, in bytes.
    pub(crate) fn at(&self) -> usize {
        self.tokens.end()
    }

    /// An attribute of the root or the channel.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        let value = self.attributes.iter().find(|(known, _)| known == name)?;
        Some(value.1.trim()).filter(|value| !value.is_empty())
    }

    fn step(&mut self, token: Token<'t>) -> Option<Element<'t>> {
        match token {
            Token::Open(open) => self.open(open),
            Token::Close(name) => self.close(name),
            Token::Text(words) => {
                self.add(&words);
                None
            }
        }
    }

    /// Adds text to every element kept inside the open part.
    fn add(&mut self, words: &str) {
        for level in self.levels[self.holders..].iter_mut().take(KEPT + 1) {
            match &mut level.element {
                Some(element) if !is_item(&element.name) => element.text.push_str(words),
                _ => {}
            }
        }
    }

    fn open(&mut self, open: Open<'t>) -> Option<Element<'t>> {
        if let Some(depth) = self.ended_by(open.name) {
            self.waiting.push_back(open);
            return self.cut_to(depth);
        }
        if self.levels.len() >= DEEP {
            return None;
        }
        let depth = self.levels.len();
        let is_rss = depth == 0 && open.name.eq_ignore_ascii_case("rss");
        for (name, value) in &open.attributes {
            self.spaces.declare(depth, name, value, is_rss);
        }
        let (space, local) = self.spaces.of(open.name);
        let local = local.to_ascii_lowercase();
        if self.levels.len() == self.holders && self.holds(space, &local) {
            self.hold(open, local);
            return None;
        }
        if self.root.is_empty() {
            self.stranger = self.stranger.or(Some(open.name));
            self.spaces.leave(depth);
            return None;
        }
        self.push(open, space, local)
    }

    fn holds(&self, space: Space, local: &str) -> bool {
        let known = if self.root.is_empty() { &HOLDERS[..ROOTS] } else { &HOLDERS[ROOTS..] };
        matches!(space, Space::Plain | Space::Atom | Space::Rdf) && known.contains(&local)
    }

    fn hold(&mut self, open: Open<'t>, local: String) {
        if self.root.is_empty() {
            self.root = local;
        }
        let base = self.base(&open);
        let Open { name, attributes, empty } = open;
        self.attributes
            .extend(attributes.into_iter().map(|(name, value)| (name.to_ascii_lowercase(), value)));
        if !empty {
            self.levels.push(Level { name, from: self.tokens.end(), element: None, base });
            self.holders += 1;
        }
    }

    fn push(&mut self, open: Open<'t>, space: Space, name: String) -> Option<Element<'t>> {
        let base = self.base(&open);
        let inside = self.levels.len() - self.holders;
        let start = self.levels.last().map_or(0, |level| level.from);
        let is_kept = match self.levels[self.holders..].last_mut() {
            None => true,
            Some(level) => level.element.as_mut().is_some_and(|parent| {
                parent.marked = true;
                parent.children.len() < CHILDREN && inside < KEPT
            }),
        };
        let Open { name: written, attributes, empty } = open;
        let attributes = attributes.into_iter().map(|(name, value)| (name.to_ascii_lowercase(), value));
        let at = if inside == 0 { self.tokens.from() } else { self.tokens.from() - start };
        let element = is_kept.then(|| Element {
            space,
            name,
            attributes: attributes.collect(),
            base: base.clone(),
            text: String::new(),
            inner: "",
            marked: false,
            children: Vec::new(),
            at,
        });
        if !is_kept && inside == 1 {
            self.crowded.push(self.tokens.from());
        }
        self.levels.push(Level { name: written, from: self.tokens.end(), element, base });
        let end = self.tokens.end();
        if empty { self.pop(end) } else { None }
    }

    /// The address that applies inside an element.
    fn base(&self, open: &Open<'t>) -> Option<Rc<Url>> {
        let outer = self.levels.last().and_then(|level| level.base.clone());
        let Some((_, given)) = open.attributes.iter().find(|(name, _)| *name == "xml:base") else {
            return outer;
        };
        let from = outer.as_ref().or(self.address.as_ref());
        let joined = from.map_or_else(|| Url::parse(given.trim()), |from| from.join(given.trim()));
        joined.ok().map(Rc::new).or(outer)
    }

    /// The depth to which elements end because an element starts that cannot stand inside them.
    fn ended_by(&self, name: &str) -> Option<usize> {
        let part = self.levels.get(self.holders)?.name;
        let starts_item = ["item", "entry"].contains(&local(name).as_str());
        let is_next = if is_item(&local(part)) {
            part.eq_ignore_ascii_case(name)
        } else {
            starts_item && !part.contains(':')
        };
        if is_next {
            return Some(self.holders);
        }
        let is_field = FIELDS.iter().any(|field| field.eq_ignore_ascii_case(name));
        let inside = &self.levels[self.holders..];
        let text = |level: &Level<'_>| TEXTS.iter().any(|text| text.eq_ignore_ascii_case(level.name));
        let at = inside.iter().take(2).position(text).filter(|_| is_field)?;
        Some(self.holders + at)
    }

    fn close(&mut self, name: &str) -> Option<Element<'t>> {
        let depth = self.levels.iter().rposition(|level| level.name.eq_ignore_ascii_case(name))?;
        let left = self.levels.len() - depth;
        let is_over = depth < self.holders && self.levels.len() > self.holders;
        if is_over {
            self.unclosed.push(self.tokens.from());
        }
        let mut finished = None;
        for _ in 0..left {
            finished = self.pop(self.tokens.from()).or(finished);
        }
        finished
    }

    /// Ends all elements from `depth` on.
    fn cut_to(&mut self, depth: usize) -> Option<Element<'t>> {
        self.unclosed.push(self.tokens.from());
        let mut finished = None;
        while self.levels.len() > depth {
            finished = self.pop(self.tokens.from()).or(finished);
        }
        finished
    }

    /// Ends the innermost element; gives it back where it is a whole part.
    fn pop(&mut self, end: usize) -> Option<Element<'t>> {
        let level = self.levels.pop()?;
        self.spaces.leave(self.levels.len());
        if self.levels.len() < self.holders {
            self.holders = self.levels.len();
            self.done = self.holders == 0;
            return None;
        }
        let mut element = level.element?;
        element.inner = self.text.get(level.from..end).unwrap_or_default();
        let Some(parent) = self.levels[self.holders..].last_mut() else {
            return Some(element);
        };
        if let Some(parent) = &mut parent.element {
            parent.children.push(element);
        }
        None
    }
}

impl<'t> Iterator for Parts<'t> {
    type Item = Element<'t>;

    fn next(&mut self) -> Option<Element<'t>> {
        while !self.done {
            let token = match self.waiting.pop_front() {
                Some(open) => Token::Open(open),
                None => self.tokens.next()?,
            };
            if let Some(element) = self.step(token) {
                return Some(element);
            }
        }
        None
    }
}

/// A name without its prefix, in small letters.
fn local(name: &str) -> String {
    name.rsplit(':').next().unwrap_or(name).to_ascii_lowercase()
}

/// Whether that is the local name of an item.
fn is_item(name: &str) -> bool {
    ITEMS.contains(&name)
}
