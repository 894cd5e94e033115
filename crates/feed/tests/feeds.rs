//! Each feed in `tests/feeds` beside what it must come to, written down by hand.
//!
//! A line of an `.expect` file holds one thing; what is not there must be absent. `summary` and `content` need only
//! begin as told; a `*` at the end of a line stands for any rest; a problem is told by its kind and some of its words.
#![allow(clippy::unwrap_used, reason = "test code: a broken fixture stops the test")]

mod common;

use common::Case;
use saydo_feed::{Feed, Item, Kind, opml, read};

#[test]
fn every_feed_comes_to_what_it_must() {
    let cases = common::cases();
    let differences: Vec<String> = cases.iter().flat_map(differences).collect();
    assert!(cases.len() >= 80);
    assert!(differences.is_empty(), "{} differences:\n{}", differences.len(), differences.join("\n"));
}

/// What differs in one feed, a line for each.
fn differences(case: &Case) -> Vec<String> {
    let name = case.path.file_name().unwrap().to_str().unwrap();
    let given = |key: &str| case.expected.lines().find_map(|line| line.strip_prefix(key)).map(str::trim);
    let (charset, address) = (given("charset:"), given("address:"));
    let is_list = case.path.extension().unwrap() == "opml";
    let found = if is_list { list(&case.bytes) } else { feed(&case.bytes, charset, address) };
    let is_given = |line: &&str| line.starts_with("charset:") || line.starts_with("address:");
    let expected: Vec<&str> = case.expected.lines().filter(|line| !is_given(line)).collect();
    let mut told = Vec::new();
    for at in 0..expected.len().max(found.len()) {
        let (expected, found) = (expected.get(at), found.get(at));
        let same = expected.zip(found).is_some_and(|(expected, found)| matches(expected, found));
        if !same {
            told.push(format!(
                "{name}, line {}: expected {expected:?}, found {:?}",
                at + 1,
                found.map(|line| short(line))
            ));
        }
    }
    told
}

fn short(line: &str) -> &str {
    line.char_indices().nth(200).map_or(line, |(at, _)| &line[..at])
}

fn matches(expected: &str, found: &str) -> bool {
    let (key, words) = expected.split_once(": ").unwrap_or((expected, ""));
    let Some(rest) = found.strip_prefix(key).and_then(|rest| rest.strip_prefix(": ")) else {
        return expected == found;
    };
    match (key.trim(), words.strip_suffix('*')) {
        ("summary" | "content" | "error", _) => rest.starts_with(words),
        ("problem", _) => {
            let (kind, words) = words.split_once(' ').unwrap();
            rest.strip_prefix(kind).is_some_and(|detail| detail.contains(words))
        }
        (_, Some(start)) => rest.starts_with(start),
        _ => rest == words,
    }
}

/// A feed as the lines of an `.expect` file.
fn feed(bytes: &[u8], charset: Option<&str>, address: Option<&str>) -> Vec<String> {
    let feed = match read(bytes, charset, address) {
        Ok(feed) => feed,
        Err(error) => return vec![format!("error: {error}")],
    };
    let mut lines = vec![format!("kind: {}", kind(feed.kind))];
    tell(&mut lines, "title", feed.title.as_deref());
    tell(&mut lines, "link", feed.link.as_deref());
    tell(&mut lines, "language", feed.language.as_deref());
    pace(&mut lines, &feed);
    tell(&mut lines, "next", feed.next.as_deref());
    lines.extend(feed.hubs.iter().map(|hub| format!("hub: {hub}")));
    lines.extend(feed.problems.iter().map(|p| format!("problem: {} {}", p.kind.code(), p.detail)));
    feed.items.iter().for_each(|item| tell_item(&mut lines, item));
    lines
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Rss => "rss",
        Kind::Atom => "atom",
        Kind::JsonFeed => "json",
        Kind::NewsSitemap => "news sitemap",
        Kind::Sitemap => "sitemap",
        Kind::SitemapIndex => "sitemap index",
    }
}

fn pace(lines: &mut Vec<String>, feed: &Feed) {
    tell(lines, "ttl", feed.pace.ttl.map(|ttl| ttl.as_secs().to_string()).as_deref());
    let hours: Vec<_> = feed.pace.skip_hours.iter().map(u8::to_string).collect();
    tell(lines, "skip hours", Some(hours.join(" ")).filter(|hours| !hours.is_empty()).as_deref());
    let days: Vec<_> = feed.pace.skip_days.iter().map(|day| format!("{day:?}")).collect();
    tell(lines, "skip days", Some(days.join(" ")).filter(|days| !days.is_empty()).as_deref());
}

fn tell_item(lines: &mut Vec<String>, item: &Item) {
    lines.push(format!("item: {}", item.id));
    tell(lines, "  link", item.link.as_deref());
    tell(lines, "  title", item.title.as_deref());
    tell(lines, "  published", item.published.as_deref());
    tell(lines, "  updated", item.updated.as_deref());
    item.authors.iter().for_each(|author| tell(lines, "  author", Some(author)));
    tell(lines, "  publisher", item.publisher.as_deref());
    tell(lines, "  language", item.language.as_deref());
    tell(lines, "  summary", item.summary.as_deref());
    tell(lines, "  content", item.content.as_deref());
}

fn tell(lines: &mut Vec<String>, key: &str, value: Option<&str>) {
    lines.extend(value.map(|value| format!("{key}: {value}")));
}

/// A list as the lines of an `.expect` file.
fn list(bytes: &[u8]) -> Vec<String> {
    let outlines = match opml::read(bytes) {
        Ok(outlines) => outlines,
        Err(error) => return vec![format!("error: {error}")],
    };
    let mut lines = Vec::new();
    for outline in outlines {
        lines.push(format!("outline: {}", outline.title));
        lines.push(format!("  feed: {}", outline.feed));
        tell(&mut lines, "  site", outline.site.as_deref());
        outline.folders.iter().for_each(|folder| tell(&mut lines, "  folder", Some(folder)));
    }
    lines
}
