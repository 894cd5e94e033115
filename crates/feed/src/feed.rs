//! What a feed, a sitemap or a JSON Feed gives: the same items, whatever the format.

use std::time::Duration;

use jiff::civil::Weekday;
use saydo_text::Problem;

/// A feed as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    /// The format.
    pub kind: Kind,
    /// The feed's title, as plain text.
    pub title: Option<String>,
    /// The address of the site that the feed belongs to, absolute where that could be told.
    pub link: Option<String>,
    /// The language tag (BCP 47) as the feed gives it.
    pub language: Option<String>,
    /// The items in the feed's order; their ids are unique.
    pub items: Vec<Item>,
    /// How often the feed wants to be read.
    pub pace: Pace,
    /// The address of the next, older part: JSON Feed's `next_url`, Atom's `rel="next"` (RFC 5005).
    pub next: Option<String>,
    /// The addresses of the hubs that announce new items (`WebSub`).
    pub hubs: Vec<String>,
    /// Whether it breaks off, so that there may be more in it than was read.
    pub is_cut: bool,
    /// What was not as it should be, and what was done about it.
    pub problems: Vec<Problem>,
}

/// The formats that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// RSS 0.9, 0.91, 0.92, 1.0 (RDF) and 2.0.
    Rss,
    /// Atom 0.3 and 1.0 (RFC 4287).
    Atom,
    /// JSON Feed 1.0 and 1.1.
    JsonFeed,
    /// A sitemap with the `news:` extension.
    NewsSitemap,
    /// A sitemap of pages.
    Sitemap,
    /// A list of sitemaps; its items are sitemaps.
    SitemapIndex,
}

/// One item of a feed, one page of a sitemap, or one sitemap of an index.
///
/// Times are ISO 8601: `2022-02-15T10:00:00Z` (in UTC, where a zone was given), `2022-02-15T10:00:00` (no zone was
/// given) or `2022-02-15` (a day). An item without a readable date stays undated.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// `guid` or `id`, else the [canonical](crate::canonical) link, else a hash of title and date.
    pub id: String,
    /// The address of the article, absolute, `http` or `https`.
    pub link: Option<String>,
    /// The title as plain text, without markup, on one line.
    pub title: Option<String>,
    /// The summary, HTML or text as given.
    pub summary: Option<String>,
    /// The full text as HTML.
    pub content: Option<String>,
    /// The names of the authors, each once.
    pub authors: Vec<String>,
    /// Who published the item first, where the item or the feed says so.
    pub publisher: Option<String>,
    /// The language tag (BCP 47) that the item itself gives.
    pub language: Option<String>,
    /// When it was published: RSS `pubDate`, `dc:date`, `dc:date.issued`, `published`; Atom `published`, `updated`; JSON
    /// Feed `date_published`, `date_modified`; `news:publication_date`. A plain sitemap's `lastmod` is no such date.
    pub published: Option<String>,
    /// When it was last changed.
    pub updated: Option<String>,
}

/// How often a feed wants to be read, and when not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pace {
    /// How long a copy may be kept: RSS `ttl`, else the period of the syndication module.
    pub ttl: Option<Duration>,
    /// Hours of the day (0 to 23, UTC) in which the feed is not to be read, in order, each once.
    pub skip_hours: Vec<u8>,
    /// Days of the week (UTC) on which the feed is not to be read, in the feed's order, each once.
    pub skip_days: Vec<Weekday>,
}
