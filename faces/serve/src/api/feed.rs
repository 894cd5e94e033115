//! `/feed.atom`: the newest hundred of a view as a feed (Atom, RFC 4287).

use std::io;
use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::response::Response;
use jiff::civil::Date;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use sha2::{Digest, Sha256};

use super::answer::{self, Rest};
use super::ask::{self, Asking};
use super::filter::{Asked, OfReports, OfStatements};
use super::shape::{Listed, Said, Told};
use super::{events, reports, statements};
use crate::guard::{Pairs, Parameters, Problem, Query};
use crate::room::{Desk, Pictures, Room, Shown, hex};

/// So many entries.
const MOST: usize = 100;

const KIND: &str = "application/atom+xml; charset=utf-8";

/// Of what, and which of it.
#[derive(Clone, Debug)]
pub(crate) struct Feed {
    view: View,
    asked: Asked,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum View {
    Events,
    Statements,
    Reports,
}

/// An entry of a feed.
struct Entry {
    /// What it is in the ledger, whatever else becomes of it.
    key: [String; 2],
    title: String,
    day: Date,
    author: String,
    url: Option<String>,
    text: String,
}

impl Parameters for Feed {
    fn take(pairs: &mut Pairs) -> Result<Self, Problem> {
        let view = match ask::choice(pairs, "view", &["events", "statements", "reports"])? {
            Some("events") => View::Events,
            Some("reports") => View::Reports,
            _ => View::Statements,
        };
        let asked = match view {
            View::Events => Asked::take(pairs)?,
            View::Statements => OfStatements::take(pairs)?.0,
            View::Reports => OfReports::take(pairs)?.0,
        };
        Ok(Self { view, asked })
    }
}

pub(crate) async fn get(
    State(room): State<Arc<Room>>,
    Query(feed): Query<Feed>,
    asking: Asking,
) -> Result<Response, Problem> {
    let as_of = feed.asked.as_of.unwrap_or_else(|| room.default_day());
    let (rest, shown) = match feed.view {
        View::Statements => {
            let shown = Pictures::of(&room, (as_of, None)).await?;
            (Rest::on_picture(&room, &shown), Some(shown))
        }
        View::Events | View::Reports => (Rest::on(&room), None),
    };
    let name = asking.key.clone();
    answer::of_rest(&room, &asking, rest, KIND, move |desk| {
        let entries = feed.entries(desk, shown.as_ref())?;
        let title = format!("{}: {}", desk.room.watch.name, feed.view.name());
        atom(&title, &name, as_of, &entries)
            .map(Bytes::from)
            .map_err(|error| Problem::internal(format!("the feed cannot be written: {error}")))
    })
    .await
}

impl View {
    fn name(self) -> &'static str {
        match self {
            Self::Events => "events",
            Self::Statements => "statements",
            Self::Reports => "reports",
        }
    }
}

impl Feed {
    fn entries(&self, desk: &Desk<'_>, shown: Option<&Shown>) -> Result<Vec<Entry>, Problem> {
        let filter = self.asked.filter(desk)?;
        Ok(match (self.view, shown) {
            (View::Statements, Some(shown)) => {
                let stretch = statements::stretch(desk, &filter, Some(&shown.drawn), None, MOST)?;
                stretch.items.into_iter().map(Entry::of_statement).collect()
            }
            (View::Reports, _) => {
                let stretch = reports::stretch(desk, &filter, self.asked.text.as_deref(), None, MOST)?;
                stretch.items.into_iter().map(Entry::of_report).collect()
            }
            _ => events::stretch(desk, &filter, None, MOST)?.items.into_iter().map(Entry::of_event).collect(),
        })
    }
}

impl Entry {
    fn of_event(event: Told) -> Self {
        let names = |parties: &[super::shape::Party]| {
            parties.iter().map(|party| party.name.clone()).collect::<Vec<_>>().join(", ")
        };
        let what = event.plover.or(event.kind).unwrap_or_else(|| "event".to_owned()).to_lowercase();
        let parties = [names(&event.actors), what, names(&event.recipients)];
        let told: Vec<&str> = parties.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        let negated = if event.negated { ", negated" } else { "" };
        let sentence = event.sentence;
        let (url, text) = sentence.map_or((None, String::new()), |cited| (cited.url, cited.sentence));
        Self {
            key: ["event".to_owned(), event.id],
            title: format!("{} ({}{negated})", told.join(" – "), event.standing),
            day: event.published.0,
            author: event.family,
            url,
            text,
        }
    }

    fn of_statement(said: Said) -> Self {
        let who = said.source.map_or_else(|| "somebody unnamed".to_owned(), |source| source.text);
        let act = said.act.unwrap_or_else(|| "say".to_owned());
        Self {
            key: ["statement".to_owned(), said.id],
            title: format!("{who} ({act}): {}", said.content.join(" … ")),
            day: said.published.unwrap_or(said.day).0,
            author: said.publisher.unwrap_or(said.family),
            url: said.url,
            text: said.sentence,
        }
    }

    fn of_report(report: Listed) -> Self {
        Self {
            key: ["report".to_owned(), format!("r{}", report.number)],
            title: report.title.unwrap_or_else(|| report.id.clone()),
            day: report.published.unwrap_or(report.added).0,
            author: report.publisher.unwrap_or(report.family),
            url: report.url,
            text: report.snippet.unwrap_or_default(),
        }
    }
}

/// A feed that is being written.
type Out = Writer<Vec<u8>>;

fn atom(title: &str, name: &str, as_of: Date, entries: &[Entry]) -> io::Result<Vec<u8>> {
    let mut out = Writer::new(Vec::new());
    let newest = entries.iter().map(|entry| entry.day).max().unwrap_or(as_of);
    out.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    let feed = out.create_element("feed").with_attribute(("xmlns", "http://www.w3.org/2005/Atom"));
    feed.write_inner_content(|out| {
        leaf(out, "title", title)?;
        leaf(out, "id", &urn(&["feed", name]))?;
        leaf(out, "updated", &moment(newest))?;
        leaf(out, "generator", "Saydo")?;
        entries.iter().try_for_each(|one| entry(out, title, one))
    })?;
    Ok(out.into_inner())
}

fn entry(out: &mut Out, feed: &str, entry: &Entry) -> io::Result<()> {
    out.create_element("entry").write_inner_content(|out| {
        leaf(out, "title", &entry.title)?;
        let [view, id] = &entry.key;
        leaf(out, "id", &urn(&[feed, view, id, &entry.day.to_string()]))?;
        leaf(out, "published", &moment(entry.day))?;
        leaf(out, "updated", &moment(entry.day))?;
        out.create_element("author").write_inner_content(|out| leaf(out, "name", &entry.author))?;
        if let Some(address) = saydo_brief::address(entry.url.as_deref()) {
            let link = out.create_element("link").with_attribute(("rel", "alternate"));
            link.with_attribute(("href", address.href.as_str())).write_empty()?;
        }
        let content = out.create_element("content").with_attribute(("type", "text"));
        content.write_text_content(BytesText::new(&plain(&entry.text)))?;
        Ok(())
    })?;
    Ok(())
}

fn leaf(out: &mut Out, name: &str, text: &str) -> io::Result<()> {
    let text = plain(text);
    let text = if text.is_empty() { "–" } else { &text };
    out.create_element(name).write_text_content(BytesText::new(text))?;
    Ok(())
}

/// Text on one line, without what moves a cursor, turns the direction of text, or is no character of XML.
fn plain(text: &str) -> String {
    saydo_brief::clean::line(text).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}

/// The beginning of a day (RFC 3339).
fn moment(day: Date) -> String {
    format!("{day}T00:00:00Z")
}

/// A name that is the same whenever it is made of the same parts (UUID version 8, RFC 9562).
fn urn(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part);
        hash.update([0]);
    }
    let mut bytes: [u8; 16] = std::array::from_fn(|_| 0);
    bytes.copy_from_slice(&hash.finalize()[..16]);
    bytes[6] = (bytes[6] & 0x0f) | 0x80;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    let hex = hex(&bytes);
    format!("urn:uuid:{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}

#[cfg(test)]
mod tests {
    use quick_xml::Reader;

    use super::*;

    #[test]
    fn names_are_stable_and_well_formed() {
        let name = urn(&["Border", "event", "r1.v1"]);
        assert_eq!(name, urn(&["Border", "event", "r1.v1"]));
        assert_ne!(name, urn(&["Border", "event", "r1.v", "1"]));
        assert_eq!((name.len(), &name[23..24]), (45, "8"));
    }

    #[test]
    fn whatever_a_report_says_the_feed_is_well_formed() {
        let bad = "<script>&\u{0}\u{1b}[31m]]>\u{202e}\u{fffe}\"'é</title>";
        let entry = Entry {
            key: ["event".to_owned(), "r1.v1".to_owned()],
            title: bad.to_owned(),
            day: jiff::civil::date(2022, 2, 16),
            author: bad.to_owned(),
            url: Some("javascript:alert(1)".to_owned()),
            text: bad.to_owned(),
        };
        let feed =
            atom(bad, bad, jiff::civil::date(2022, 2, 16), &[entry]).expect("text in memory takes all");
        let mut reader = Reader::from_reader(feed.as_slice());
        let mut titles = 0;
        loop {
            match reader.read_event().expect("well-formed") {
                Event::Start(tag) if tag.name().as_ref() == "script" => panic!("markup came through"),
                Event::Start(tag) if tag.name().as_ref() == "title" => titles += 1,
                Event::Empty(tag) => assert_ne!(tag.name().as_ref(), "link", "no such address is linked"),
                Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(titles, 2);
        let text = String::from_utf8(feed).expect("XML in UTF-8");
        assert!(!text.contains(['\u{0}', '\u{1b}', '\u{202e}', '\u{fffe}']));
    }
}
