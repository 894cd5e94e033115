//! What a page says of itself in JSON-LD, in the words of schema.org.

use std::collections::HashMap;

use serde_json::{Map, Value};

use crate::json;
use crate::tag::Tag;
use crate::tree::Tree;
use crate::words::{letters, squeezed};

/// No more nodes than this are looked at in one page.
const NODES: usize = 2000;
/// Types of articles, best first.
const ARTICLES: [&str; 17] = [
    "LiveBlogPosting",
    "ReportageNewsArticle",
    "OpinionNewsArticle",
    "AnalysisNewsArticle",
    "BackgroundNewsArticle",
    "ReviewNewsArticle",
    "AskPublicNewsArticle",
    "AdvertiserContentArticle",
    "NewsArticle",
    "BlogPosting",
    "Article",
    "Report",
    "SocialMediaPosting",
    "TechArticle",
    "ScholarlyArticle",
    "CreativeWork",
    "VideoObject",
];

/// One thing that the page describes.
pub(crate) type Thing = Map<String, Value>;

/// All things that a page describes.
#[derive(Debug, Default)]
pub(crate) struct Linked {
    things: Vec<Thing>,
    named: HashMap<String, usize>,
}

impl Linked {
    /// The things in the scripts of `tree`.
    pub(crate) fn of(tree: &Tree) -> Self {
        let mut linked = Self::default();
        for script in tree.each(Tag::Script) {
            if let Some(value) = json::value(&tree.raw(script)) {
                linked.add(value);
            }
        }
        linked
    }

    fn add(&mut self, value: Value) {
        match value {
            Value::Array(values) => values.into_iter().for_each(|value| self.add(value)),
            Value::Object(mut thing) if self.things.len() < NODES => {
                let graph = thing.remove("@graph");
                let main = thing.get("mainEntity").filter(|main| main.get("@type").is_some()).cloned();
                if let Some(id) = thing.get("@id").and_then(Value::as_str) {
                    self.named.entry(id.to_owned()).or_insert(self.things.len());
                }
                self.things.push(thing);
                graph.into_iter().chain(main).for_each(|value| self.add(value));
            }
            _ => {}
        }
    }

    /// The article of the page: one that is called as the page is, of the best type, and with a headline or a text.
    pub(crate) fn article(&self, titles: &[String]) -> Option<&Thing> {
        let rank = |thing: &Thing| ARTICLES.iter().position(|known| is_a(thing, known));
        let full = |thing: &&Thing| {
            ["headline", "articleBody", "liveBlogUpdate", "datePublished", "uploadDate"]
                .iter()
                .any(|key| thing.contains_key(*key))
        };
        let other = |thing: &Thing| {
            let own = thing.get("headline").and_then(Value::as_str).map(|title| letters(&plain(title)));
            !own.is_some_and(|own| {
                own.len() > 8 && titles.iter().any(|title| title.contains(&own) || own.contains(title))
            })
        };
        let articles = self.things.iter().filter(full).filter_map(|thing| Some((rank(thing)?, thing)));
        articles.min_by_key(|(rank, thing)| (other(thing), *rank)).map(|(_, thing)| thing)
    }

    /// Whether one of the things is a page that leads to others.
    pub(crate) fn lists(&self) -> bool {
        let lists = ["CollectionPage", "ItemList", "SearchResultsPage"];
        self.things.iter().any(|thing| lists.iter().any(|list| is_a(thing, list)))
    }

    /// What stands under `key`, with references looked up.
    pub(crate) fn get<'l>(&'l self, thing: &'l Thing, key: &str) -> Option<&'l Value> {
        thing.get(key).map(|value| self.look_up(value))
    }

    fn look_up<'l>(&'l self, value: &'l Value) -> &'l Value {
        let Some(reference) = value.as_object().filter(|thing| thing.len() == 1) else { return value };
        let id = reference.get("@id").and_then(Value::as_str);
        let at = id.and_then(|id| self.named.get(id)).and_then(|&at| self.things.get(at));
        // What a reference leads to has names of its own; none is followed twice.
        at.and_then(|thing| thing.get("name")).unwrap_or(value)
    }

    /// All texts under `key`: a string, the name of a thing, or several of these.
    pub(crate) fn names(&self, thing: &Thing, key: &str) -> Vec<String> {
        let mut names = Vec::new();
        if let Some(value) = self.get(thing, key) {
            self.collect(value, &mut names, 0);
        }
        names
    }

    fn collect(&self, value: &Value, names: &mut Vec<String>, depth: usize) {
        if depth > 4 || names.len() > 40 {
            return;
        }
        match self.look_up(value) {
            Value::String(name) => names.extend(Some(plain(name)).filter(|name| !name.is_empty())),
            Value::Array(values) => values.iter().for_each(|value| self.collect(value, names, depth + 1)),
            Value::Object(thing) => {
                if let Some(name) = thing.get("name") {
                    self.collect(name, names, depth + 1);
                }
            }
            _ => {}
        }
    }

    /// The first text under `key`.
    pub(crate) fn name(&self, thing: &Thing, key: &str) -> Option<String> {
        self.names(thing, key).into_iter().next()
    }
}

/// Whether `thing` is of the type `wanted`.
pub(crate) fn is_a(thing: &Thing, wanted: &str) -> bool {
    let is =
        |value: &Value| value.as_str().is_some_and(|name| name.rsplit(['/', ':']).next() == Some(wanted));
    match thing.get("@type") {
        Some(Value::Array(values)) => values.iter().any(is),
        Some(value) => is(value),
        None => false,
    }
}

/// A text of JSON-LD on one line: some hold markup, and some hold it twice.
pub(crate) fn plain(text: &str) -> String {
    if !text.contains(['<', '&']) {
        return squeezed(text);
    }
    let once = crate::grow::tree(text).line(0);
    if once.contains('&') && once.contains(';') { crate::grow::tree(&once).line(0) } else { once }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn linked(json: &str) -> Linked {
        Linked::of(&crate::grow::tree(&format!("<script type='application/ld+json'>{json}</script>")))
    }

    #[test]
    fn the_article_is_found_in_a_graph() {
        let linked = linked(
            r##"{"@graph":[{"@type":"WebPage","datePublished":"2020"},{"@type":["Thing","NewsArticle"],"headline":"H",
            "author":{"@id":"#a"}},{"@type":"Person","@id":"#a","name":"Ann Lee"}]}"##,
        );
        let article = linked.article(&[]).unwrap();
        assert_eq!(linked.name(article, "headline").unwrap(), "H");
        assert_eq!(linked.names(article, "author"), ["Ann Lee"]);
    }

    #[test]
    fn names_come_from_texts_things_and_rows() {
        let linked = linked(
            r#"[{"@type":"https://schema.org/Article","headline":"A &amp;amp; B","author":["Ann",{"name":"Bob"}]}]"#,
        );
        let article = linked.article(&[]).unwrap();
        assert_eq!(linked.names(article, "author"), ["Ann", "Bob"]);
        assert_eq!(linked.name(article, "headline").unwrap(), "A & B");
    }

    #[test]
    fn references_to_themselves_end() {
        let linked = linked(
            r##"{"@type":"Article","@id":"#a","headline":"H","author":{"@id":"#a"},"name":{"@id":"#a"}}"##,
        );
        assert!(linked.names(linked.article(&[]).unwrap(), "author").is_empty());
    }
}
