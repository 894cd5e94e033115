//! What lists news: feeds, sitemaps, the pages of a site, and pages that are news themselves.

use saydo_feed::{Feed, Item, Kind as FeedKind};
use saydo_fetch::Answer;
use saydo_page::{Hints, Kind as PageKind};
use saydo_rounds::{Job, Listed, Outcome, Pace, Pending, SourceKind};

use crate::article;
use crate::work::{Bench, Got};

/// Reads the answer to a listing's job as what it is, whatever it was asked for as.
pub(crate) fn read(bench: &Bench, job: &Job, kind: SourceKind, answer: &Answer) -> Got {
    let is_page = matches!(kind, SourceKind::Page | SourceKind::Site);
    if !is_page {
        match saydo_feed::read(&answer.body, answer.charset.as_deref(), Some(&answer.address)) {
            Ok(feed) => return Got::Listing { listed: Box::new(of_feed(feed, answer)), parts: Vec::new() },
            Err(error) if kind != SourceKind::Auto || !saydo_page::is_html(&answer.body) => {
                return Got::Other(Outcome::Failed { what: error.to_string(), lasting: true });
            }
            Err(_) => {}
        }
    }
    page(bench, job, kind, answer)
}

fn of_feed(feed: Feed, answer: &Answer) -> Listed {
    let kind = match feed.kind {
        FeedKind::Rss | FeedKind::Atom | FeedKind::JsonFeed => SourceKind::Feed,
        FeedKind::NewsSitemap | FeedKind::Sitemap | FeedKind::SitemapIndex => SourceKind::Sitemap,
    };
    let newest = feed.items.iter().filter_map(|item| item.published.clone().or_else(|| item.updated.clone()));
    let newest = newest.max();
    let mut listed = Listed {
        newest,
        pace: Pace { ttl: feed.pace.ttl, skip_hours: feed.pace.skip_hours, skip_days: feed.pace.skip_days },
        publisher: feed.title.clone(),
        kind: Some(kind),
        next: feed.next.into_iter().collect(),
        ..of_answer(answer)
    };
    if feed.is_cut {
        // The rest of it would not be given again if the server were told that this much is known.
        (listed.etag, listed.last_modified) = (None, None);
    }
    if feed.kind == FeedKind::SitemapIndex {
        listed.next.extend(feed.items.into_iter().filter_map(|item| item.link));
    } else {
        let title = feed.title;
        listed.found = feed.items.into_iter().map(|item| pending(item, title.as_deref())).collect();
    }
    listed
}

fn pending(item: Item, feed: Option<&str>) -> Pending {
    Pending {
        id: item.id,
        address: item.link,
        title: item.title,
        published: item.published.or(item.updated),
        publisher: item.publisher.or_else(|| feed.map(str::to_owned)),
        text: item.content.or(item.summary),
        tries: 0,
    }
}

fn of_answer(answer: &Answer) -> Listed {
    Listed {
        etag: answer.etag.clone(),
        last_modified: answer.last_modified.clone(),
        fresh: answer.fresh,
        moved: answer.moved.clone(),
        ..Listed::default()
    }
}

/// A page in the place of a feed: one that names its feed leads there; a list of articles lists them; anything else is
/// news itself.
fn page(bench: &Bench, job: &Job, kind: SourceKind, answer: &Answer) -> Got {
    let hints = Hints { address: Some(&answer.address), charset: answer.charset.as_deref(), published: None };
    let page = saydo_page::read(&answer.body, &hints);
    let mut listed = Listed { publisher: page.publisher.clone(), ..of_answer(answer) };
    if kind != SourceKind::Page
        && let Some(feed) = page.feeds.first()
    {
        listed.turned = Some((SourceKind::Feed, feed.address.clone()));
        return Got::Listing { listed: Box::new(listed), parts: Vec::new() };
    }
    if page.kind == PageKind::Listing || kind == SourceKind::Site {
        listed.kind = Some(SourceKind::Site);
        listed.found = page.links.iter().map(|link| linked(link)).collect();
        if listed.found.is_empty() {
            return nothing();
        }
        return Got::Listing { listed: Box::new(listed), parts: Vec::new() };
    }
    listed.kind = Some(SourceKind::Page);
    let raw = match article::keep(bench, answer, None) {
        Ok(raw) => raw,
        Err(error) => return Got::Vault(error),
    };
    let parts = article::parts(&page, job, None, Some(&raw), &answer.address);
    if parts.is_empty() {
        return nothing();
    }
    listed.taken = parts.len();
    listed.newest = parts.iter().filter_map(|part| part.report.published.clone()).max();
    Got::Listing { listed: Box::new(listed), parts }
}

fn nothing() -> Got {
    let what = "it is a page that names no feed and holds no article; name the feed's own address".to_owned();
    Got::Other(Outcome::Failed { what, lasting: true })
}

fn linked(link: &str) -> Pending {
    Pending { id: saydo_feed::canonical(link), address: Some(link.to_owned()), ..Pending::default() }
}
