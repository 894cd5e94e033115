//! Live blogs to their posts: from JSON-LD, and from parts of the page that repeat, each with its own time.

use std::collections::HashMap;

use saydo_text::Zone;
use serde_json::Value;
use url::Url;

use crate::address::absolute;
use crate::byline::names;
use crate::clean::{Known, clean};
use crate::date::{Stamp, parse};
use crate::linked::{Linked, Thing};
use crate::mark::Marks;
use crate::page::{Block, Post};
use crate::site::Site;
use crate::tag::{Attr, Tag};
use crate::tree::At;
use crate::walk::{Form, walk};
use crate::words::{ends_sentence, hash, letters};

/// No more posts than this are taken from one page.
const POSTS: usize = 2000;

/// The posts of the live blog, in the order of the page.
pub(crate) fn posts(site: &Site<'_>) -> Vec<Post> {
    let shown: Vec<Post> = places(site).into_iter().filter_map(|at| shown(site, at)).collect();
    let said = site.article().map(|article| said(site, article)).unwrap_or_default();
    if said.is_empty() {
        return unique(shown);
    }
    unique(merged(said, shown))
}

/// What JSON-LD says of each post, with the paragraphs of the page where they are the same post.
fn merged(said: Vec<Post>, shown: Vec<Post>) -> Vec<Post> {
    let mut by_id: HashMap<String, usize> = HashMap::new();
    let mut by_title: HashMap<String, usize> = HashMap::new();
    for (at, post) in shown.iter().enumerate() {
        by_id.insert(post.id.clone(), at);
        by_title.insert(title(post), at);
    }
    let mut shown: Vec<Option<Post>> = shown.into_iter().map(Some).collect();
    let mut posts = Vec::new();
    for mut post in said {
        let at = by_id.get(&post.id).or_else(|| by_title.get(&title(&post)));
        if let Some(twin) = at.and_then(|&at| shown[at].take()) {
            post.blocks = if twin.blocks.is_empty() { post.blocks } else { twin.blocks };
            post.published = post.published.or(twin.published);
            post.modified = post.modified.or(twin.modified);
            post.headline = post.headline.or(twin.headline);
            if post.bylines.is_empty() {
                post.bylines = twin.bylines;
            }
        }
        posts.push(post);
    }
    posts.extend(shown.into_iter().flatten());
    posts
}

/// What two forms of a post share: the letters of its title, else of its first words.
fn title(post: &Post) -> String {
    let first = post.blocks.first().map(|block| block.text.as_str());
    letters(post.headline.as_deref().or(first).unwrap_or_default()).chars().take(60).collect()
}

/// Posts with text, each id once.
fn unique(posts: Vec<Post>) -> Vec<Post> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut kept = Vec::with_capacity(posts.len());
    for mut post in posts.into_iter().filter(|post| !post.blocks.is_empty()).take(POSTS) {
        let count = seen.entry(post.id.clone()).or_default();
        *count += 1;
        if *count > 1 {
            post.id = format!("{}-{count}", post.id);
        }
        kept.push(post);
    }
    kept
}

fn said(site: &Site<'_>, article: &Thing) -> Vec<Post> {
    let updates = match article.get("liveBlogUpdate") {
        Some(Value::Array(updates)) => updates.iter().collect(),
        Some(update) => vec![update],
        None => Vec::new(),
    };
    updates
        .into_iter()
        .take(POSTS)
        .filter_map(Value::as_object)
        .map(|update| said_post(site, update))
        .collect()
}

fn said_post(site: &Site<'_>, update: &Thing) -> Post {
    let linked: &Linked = site.linked;
    let time =
        |key: &str| linked.name(update, key).and_then(|written| parse(&written)).map(|stamp| stamp.text);
    let text = update.get("articleBody").or_else(|| update.get("description")).and_then(Value::as_str);
    let headline = linked.name(update, "headline").or_else(|| linked.name(update, "name"));
    let mut post = Post {
        published: time("datePublished"),
        modified: time("dateModified"),
        bylines: linked.names(update, "author").iter().flat_map(|name| names(name)).collect(),
        blocks: text.map(crate::read::paragraphs).unwrap_or_default(),
        headline,
        ..Post::default()
    };
    let own = ["url", "@id", "identifier"].iter().find_map(|key| update.get(*key).and_then(Value::as_str));
    name_said(site, own, &mut post);
    post
}

fn name_said(site: &Site<'_>, own: Option<&str>, post: &mut Post) {
    let address = own.filter(|own| own.contains(['/', '#'])).and_then(|own| absolute(own, site.url()));
    let fragment = address.as_ref().and_then(|url| url.fragment()).map(str::to_owned);
    let last = || {
        address
            .as_ref()
            .and_then(|url| url.path().rsplit('/').find(|part| !part.is_empty()).map(str::to_owned))
    };
    let is_page = address.as_ref().is_some_and(|url| Some(url.path()) == site.url().map(Url::path));
    let bare = || own.filter(|own| !own.contains(['/', '#'])).map(str::to_owned);
    let id = fragment.or_else(bare).or_else(|| if is_page { None } else { last() });
    post.address = address.map(String::from);
    post.id = id.unwrap_or_else(|| made_id(post));
    if post.address.is_none() {
        post.address = with_fragment(site, &post.id);
    }
}

/// A name from what does not change when the page grows.
fn made_id(post: &Post) -> String {
    hash(&format!("{}\n{}", post.published.as_deref().unwrap_or_default(), title(post)))
}

fn with_fragment(site: &Site<'_>, id: &str) -> Option<String> {
    let mut url = site.url()?.clone();
    url.set_fragment(Some(id));
    Some(url.into())
}

/// The parts of the page that are posts: of those that stand beside each other and have a time, the largest row, and
/// what else is named like a post.
fn places(site: &Site<'_>) -> Vec<At> {
    let tree = site.tree;
    let times: Vec<At> = tree.all().filter(|&at| is_time(site, at)).collect();
    let is_timed = |at: At| {
        let next = times.partition_point(|&time| time < at);
        times.get(next).is_some_and(|&time| time < tree.end(at))
    };
    let is_post = |at: At| {
        let named = site.layout.marks[at].has(Marks::POST) || id(site, at).is_some();
        let holds =
            matches!(tree.tag(at), Some(Tag::Article | Tag::Div | Tag::Li | Tag::Section | Tag::Custom));
        named && holds && !site.layout.dropped[at] && is_timed(at)
    };
    let found: Vec<At> = tree.all().filter(|&at| is_post(at)).collect();
    let mut rows: HashMap<(At, Option<&str>), (usize, u32)> = HashMap::new();
    let row = |at: At| (tree.parent(at), first_name(site, at));
    for &at in &found {
        let (count, text) = rows.entry(row(at)).or_default();
        *count += 1;
        *text += site.layout.good[at].max(20);
    }
    let best = rows
        .iter()
        .filter(|(_, (count, _))| *count > 1)
        .max_by_key(|(key, (count, text))| (*text, *count, key.0));
    let Some((&best, _)) = best else { return Vec::new() };
    let is_pinned = |at: At| site.layout.marks[at].has(Marks::POST);
    let mut free = 0;
    let is_outer = |&at: &At| {
        let outer =
            at >= free && (row(at) == best || is_pinned(at) && !(at < best.0 && tree.end(at) > best.0));
        free = if outer { tree.end(at) } else { free };
        outer
    };
    found.into_iter().filter(is_outer).collect()
}

fn first_name<'s>(site: &'s Site<'_>, at: At) -> Option<&'s str> {
    site.tree.attribute(at, Attr::Class).and_then(|names| names.split_ascii_whitespace().next())
}

fn is_time(site: &Site<'_>, at: At) -> bool {
    let given = site.tree.is(at, Tag::Time) || site.tree.attribute(at, Attr::Datetime).is_some();
    given || site.layout.marks[at].has(Marks::TIME)
}

fn id<'s>(site: &'s Site<'_>, at: At) -> Option<&'s str> {
    let names = [Attr::Id, Attr::PostId, Attr::BlockId, Attr::DataId];
    names.iter().find_map(|&name| site.tree.attribute(at, name)).filter(|id| !id.trim().is_empty())
}

/// The post at `at`; `None` where it has neither time nor text.
fn shown(site: &Site<'_>, at: At) -> Option<Post> {
    let mut post = Post::default();
    (post.published, post.modified) = times(site, at);
    let found = walk(site.tree, &site.layout, at, site.tree.end(at));
    let is_title = |form: Form| matches!(form, Form::Heading(1..=4));
    let title = found.iter().take(4).position(|found| is_title(found.form));
    post.headline = title.map(|title| found[title].text.clone());
    post.bylines = bylines(site, at);
    let body = found.into_iter().enumerate().filter(|(place, _)| title.is_none_or(|title| *place > title));
    let known = Known { headline: post.headline.as_deref(), bylines: &[] };
    post.blocks = clean(body.map(|(_, found)| found).collect(), known);
    name_shown(site, at, &mut post);
    (!post.blocks.is_empty() && post.published.is_some()).then_some(post)
}

fn name_shown(site: &Site<'_>, at: At, post: &mut Post) {
    let own = id(site, at).map(str::to_owned);
    post.id = own.unwrap_or_else(|| made_id(post));
    post.address = with_fragment(site, &post.id);
}

/// When the post was published, and when it was changed.
fn times(site: &Site<'_>, at: At) -> (Option<String>, Option<String>) {
    let (mut published, mut modified): (Option<Stamp>, Option<Stamp>) = (None, None);
    let inside = site.tree.inside(at).filter(|&at| is_time(site, at));
    let inside: Vec<At> = inside.take(12).collect();
    let given = |time: At| {
        [Attr::Datetime, Attr::Content]
            .iter()
            .find_map(|&name| site.tree.attribute(time, name))
            .and_then(parse)
    };
    let any = inside.iter().any(|&time| given(time).is_some());
    for time in inside {
        let Some(stamp) = given(time).or_else(|| if any { None } else { parse(&site.short_line(time)?) })
        else {
            continue;
        };
        let around = format!(
            "{} {}",
            site.tree.attribute(time, Attr::Class).unwrap_or_default(),
            site.short_line(site.tree.parent(time)).unwrap_or_default()
        );
        let changed = published.is_some() && around.to_lowercase().contains("updated");
        if changed { &mut modified } else { &mut published }.get_or_insert(stamp);
    }
    (published.map(|stamp| stamp.text), modified.map(|stamp| stamp.text))
}

fn bylines(site: &Site<'_>, at: At) -> Vec<String> {
    let marked = site.tree.inside(at).filter(|&at| site.layout.marks[at].has(Marks::BYLINE)).take(4);
    let mut found = marked.filter_map(|at| site.short_line(at)).map(|line| names(&line));
    found.find(|names| !names.is_empty()).unwrap_or_default()
}

/// The paragraphs before the first post; without one in the page, none.
pub(crate) fn intro(site: &Site<'_>) -> Vec<Block> {
    let Some(&first) = places(site).first() else { return Vec::new() };
    let found = walk(site.tree, &site.layout, site.area().start.min(first), first);
    let mut blocks = clean(found, Known::default());
    blocks.retain(|block| block.zone == Zone::Body && block.text.len() > 60 && ends_sentence(&block.text));
    blocks
}
