//! JSON Feed 1.0 and 1.1 to items.

use std::fmt;

use saydo_text::{Problem, ProblemKind};
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};
use url::Url;

use crate::draft::{Base, Draft, Notes};
use crate::{Error, Feed, Item, Kind, Pace, plain};

/// What JSON without a feed's members is.
const OTHER: &str = "JSON that is no JSON Feed";

/// How many items are read.
const ITEMS: usize = 100_000;

/// The parts of a feed read so far; they are kept where the text breaks off.
#[derive(Debug, Default)]
struct Document {
    fields: Map<String, Value>,
    items: Vec<Value>,
    has_items: bool,
}

/// The feed in `text`, which came from `address`.
pub(crate) fn read(text: &str, address: Option<&Url>, problems: Vec<Problem>) -> Result<Feed, Error> {
    let mut document = Document::default();
    let mut reader = serde_json::Deserializer::from_str(text);
    let outcome = DeserializeSeed::deserialize(&mut document, &mut reader);
    let is_feed = document.text("version").is_some_and(|version| version.contains("jsonfeed.org"))
        || document.has_items;
    let mut notes = Notes { problems, item: 0 };
    match outcome {
        Ok(()) if is_feed => {}
        Ok(()) => return Err(Error::not_a_feed(OTHER)),
        Err(error) if !document.items.is_empty() => {
            let line = error.line();
            let what =
                format!("Line {line}: the feed breaks off here ({error}); the items before it were read.");
            notes.tell(ProblemKind::BadFeed, &what);
        }
        Err(error) if error.is_data() => return Err(Error::not_a_feed(OTHER)),
        Err(error) => {
            return Err(Error::Broken {
                line: error.line(),
                byte: byte(text, &error),
                detail: error.to_string(),
            });
        }
    }
    Ok(document.feed(address, notes))
}

fn byte(text: &str, error: &serde_json::Error) -> usize {
    let before: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    before + error.column().saturating_sub(1)
}

impl Document {
    fn text(&self, name: &str) -> Option<String> {
        text(&self.fields, name)
    }

    fn feed(self, address: Option<&Url>, mut notes: Notes) -> Feed {
        let own = self.text("feed_url").and_then(|own| Url::parse(&own).ok());
        let address = address.or(own.as_ref());
        let link = self.text("home_page_url").and_then(|link| Base::new(None, address).absolute(&link, None));
        let authors = people(&self.fields);
        let mut drafts = Vec::with_capacity(self.items.len());
        for (number, value) in self.items.iter().enumerate() {
            notes.item = number + 1;
            drafts.push(value.as_object().map(|item| draft(item, &authors, &mut notes)).unwrap_or_default());
        }
        let items = Base::new(link.as_deref(), address).settle(drafts, &mut notes);
        let from = Base::new(None, address);
        let absolute = |link: String| from.absolute(&link, None);
        let hubs = self.fields.get("hubs").and_then(Value::as_array).into_iter().flatten();
        let hubs = hubs.filter_map(Value::as_object).filter_map(|hub| text(hub, "url")).filter_map(absolute);
        Feed {
            // JSON that breaks off cannot be read at all.
            is_cut: false,
            kind: Kind::JsonFeed,
            title: self.text("title").and_then(|title| plain::title(&title)),
            language: self.text("language"),
            next: self.text("next_url").and_then(absolute),
            hubs: hubs.collect(),
            pace: Pace::default(),
            link,
            items,
            problems: notes.problems,
        }
    }
}

fn draft(given: &Map<String, Value>, authors: &[String], notes: &mut Notes) -> Draft {
    let own = people(given);
    let mut date = |name: &str| notes.date(text(given, name).as_deref());
    let (published, updated) = (date("date_published"), date("date_modified"));
    let item = Item {
        title: text(given, "title").and_then(|title| plain::title(&title)),
        summary: text(given, "summary"),
        content: text(given, "content_html")
            .or_else(|| text(given, "content_text").map(|text| plain::paragraphs(&text))),
        authors: if own.is_empty() { authors.to_vec() } else { own },
        language: text(given, "language"),
        published: published.or_else(|| updated.clone()),
        updated,
        ..Item::default()
    };
    let links = ["url", "external_url"].iter().filter_map(|name| Some((text(given, name)?, None)));
    Draft { item, id: id(given), links: links.collect() }
}

/// The id; numbers are taken as written.
fn id(given: &Map<String, Value>) -> Option<String> {
    match given.get("id")? {
        Value::Number(number) => Some(number.to_string()),
        _ => text(given, "id"),
    }
}

fn text(given: &Map<String, Value>, name: &str) -> Option<String> {
    let text = given.get(name)?.as_str()?.trim();
    Some(text.to_owned()).filter(|text| !text.is_empty())
}

/// The names in `authors` (1.1), else in `author` (1.0).
fn people(given: &Map<String, Value>) -> Vec<String> {
    let many = given.get("authors").and_then(Value::as_array).into_iter().flatten();
    let all = many.chain(given.get("author"));
    let mut names = Vec::new();
    for name in all.filter_map(Value::as_object).filter_map(|author| text(author, "name")) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

impl<'de> DeserializeSeed<'de> for &mut Document {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for &mut Document {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON Feed, which is an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key::<String>()? {
            if name == "items" {
                self.has_items = true;
                map.next_value_seed(Items(&mut self.items))?;
            } else {
                let value: Value = map.next_value()?;
                self.fields.insert(name, value);
            }
        }
        Ok(())
    }
}

/// The list of items, filled as it is read.
struct Items<'i>(&'i mut Vec<Value>);

impl<'de> DeserializeSeed<'de> for Items<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Items<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of items")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        while self.0.len() < ITEMS
            && let Some(item) = seq.next_element()?
        {
            self.0.push(item);
        }
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(())
    }
}
