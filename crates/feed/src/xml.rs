//! Feeds in XML: RSS, Atom, sitemaps.

use saydo_text::{Problem, ProblemKind};
use url::Url;

use crate::channel::Channel;
use crate::draft::{Draft, Notes};
use crate::parts::Parts;
use crate::space::Space::Media;
use crate::tree::Element;
use crate::{Error, Feed, Kind, atom, look, plain, rss, sitemap};

/// How many items of a feed are read; a sitemap may have half as many.
const ITEMS: usize = 100_000;

const UNCLOSED: &str = "an element was not closed; it was taken to end here.";
const CROWDED: &str = "an item has more elements than are read; the first ones were.";
const CUT: &str = "the feed breaks off here; what came whole before it was read.";

/// A document on its way to a feed.
#[derive(Debug)]
struct Reading {
    kind: Kind,
    channel: Channel,
    drafts: Vec<Draft>,
    notes: Notes,
}

/// The feed in `text`, which came from `address`.
pub(crate) fn read(text: &str, address: Option<&Url>, problems: Vec<Problem>) -> Result<Feed, Error> {
    let mut parts = Parts::new(text, address);
    let mut reading =
        Reading { kind: Kind::Rss, channel: Channel::default(), drafts: Vec::new(), notes: Notes::default() };
    reading.notes.problems = problems;
    while reading.drafts.len() < ITEMS
        && let Some(part) = parts.next()
    {
        reading.kind = kind(&parts.root, reading.kind);
        reading.take(&part);
    }
    if parts.root.is_empty() {
        return Err(look::not_a_feed(text, parts.stranger));
    }
    reading.kind = kind(&parts.root, reading.kind);
    reading.tell(text, &parts);
    Ok(reading.feed(&parts, address))
}

/// The kind of feed with such a root; a sitemap that was found to be one of news stays so.
fn kind(root: &str, known: Kind) -> Kind {
    match (root, known) {
        ("feed", _) => Kind::Atom,
        ("urlset", Kind::NewsSitemap) => Kind::NewsSitemap,
        ("urlset", _) => Kind::Sitemap,
        ("sitemapindex", _) => Kind::SitemapIndex,
        _ => Kind::Rss,
    }
}

impl Reading {
    fn take(&mut self, part: &Element<'_>) {
        if part.name != self.item() || part.space == Media {
            self.notes.item = 0;
            return self.channel.take(part, self.kind == Kind::Atom, &mut self.notes);
        }
        self.notes.item = self.drafts.len() + 1;
        let draft = match self.kind {
            Kind::Atom => atom::item(part, &self.channel.authors, &mut self.notes),
            Kind::Sitemap | Kind::NewsSitemap | Kind::SitemapIndex => self.page(part),
            Kind::Rss | Kind::JsonFeed => rss::item(part, &mut self.notes),
        };
        self.drafts.push(draft);
    }

    /// What items are called in a feed of this kind.
    fn item(&self) -> &'static str {
        match self.kind {
            Kind::Atom => "entry",
            Kind::Sitemap | Kind::NewsSitemap => "url",
            Kind::SitemapIndex => "sitemap",
            Kind::Rss | Kind::JsonFeed => "item",
        }
    }

    fn page(&mut self, part: &Element<'_>) -> Draft {
        let (draft, is_news) = sitemap::item(part, &mut self.notes);
        if is_news && self.kind == Kind::Sitemap {
            self.kind = Kind::NewsSitemap;
        }
        draft
    }

    /// Tells what was wrong with the document as a whole.
    fn tell(&mut self, text: &str, parts: &Parts<'_>) {
        let mut found: Vec<(usize, String)> = Vec::new();
        if let Some(stranger) = parts.stranger {
            let stranger = plain::start(stranger, 40);
            found.push((0, format!("<{stranger}> stands before the feed; it was passed over.")));
        }
        found.extend(parts.unclosed.iter().map(|at| (*at, UNCLOSED.to_owned())));
        found.extend(parts.crowded.first().map(|at| (*at, CROWDED.to_owned())));
        found.sort_by_key(|(at, _)| *at);
        if self.drafts.len() >= ITEMS {
            found.push((parts.at(), format!("there are more than {ITEMS} items; the first ones were read.")));
        } else if parts.is_cut() {
            found.push((parts.at(), CUT.to_owned()));
        }
        let mut lines = Lines { text, at: 0, line: 1 };
        let told = found.into_iter().map(|(at, what)| format!("Line {}: {what}", lines.of(at)));
        self.notes.problems.extend(told.map(|detail| Problem::new(ProblemKind::BadFeed, detail)));
    }

    fn feed(mut self, parts: &Parts<'_>, address: Option<&Url>) -> Feed {
        let (link, base) = self.channel.base(address);
        let mut items = base.settle(self.drafts, &mut self.notes);
        for item in items.iter_mut().filter(|item| item.publisher.is_none()) {
            item.publisher.clone_from(&self.channel.publisher);
        }
        let title = self.channel.title.take();
        let language =
            self.channel.language.take().or_else(|| parts.attribute("xml:lang").map(str::to_owned));
        let (next, hubs, pace) = self.channel.rest(address);
        let problems = self.notes.problems;
        let is_cut = parts.is_cut();
        Feed { kind: self.kind, title, link, language, items, pace, next, hubs, is_cut, problems }
    }
}

/// Lines of a text, counted once from its start.
struct Lines<'t> {
    text: &'t str,
    at: usize,
    line: usize,
}

impl Lines<'_> {
    /// The line of the byte `at`, which does not lie before the one asked for last.
    fn of(&mut self, at: usize) -> usize {
        self.line += self.text.get(self.at..at).unwrap_or_default().matches('\n').count();
        self.at = self.at.max(at);
        self.line
    }
}
