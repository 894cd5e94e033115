//! Alerts as a feed: Atom, RFC 4287.

use std::fmt::Write;
use std::io;

use jiff::Timestamp;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::alert::uuid;
use crate::{Alert, Quoted};

/// The feed of these alerts, each with the moment at which it was made, in their order. `updated` stands where there is no
/// alert; else the newest alert's moment does. An entry's id is made of the alert's, the feed's of its title.
///
/// Whatever came from outside is escaped; characters that XML cannot hold are shown as others, and only addresses of the
/// web are linked.
///
/// ```
/// use jiff::Timestamp;
/// let feed = saydo_alerts::atom("Border <1>", Timestamp::UNIX_EPOCH, &[]);
/// assert!(feed.contains("<title>Border &lt;1&gt;</title>"));
/// assert!(feed.contains("<updated>1970-01-01T00:00:00Z</updated>"));
/// ```
///
/// # Panics
/// Never: text in memory takes everything.
pub fn atom(title: &str, updated: Timestamp, entries: &[(Alert, Timestamp)]) -> String {
    let mut out = Writer::new_with_indent(Vec::new(), b' ', 1);
    feed(&mut out, title, updated, entries).expect("text in memory takes everything");
    let mut text = String::from_utf8_lossy(&out.into_inner()).into_owned();
    text.push('\n');
    text
}

/// A feed that is being written.
type Out = Writer<Vec<u8>>;

fn feed(out: &mut Out, title: &str, updated: Timestamp, entries: &[(Alert, Timestamp)]) -> io::Result<()> {
    let newest = entries.iter().map(|(_, made)| *made).max().unwrap_or(updated);
    out.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    let feed = out.create_element("feed");
    feed.with_attribute(("xmlns", "http://www.w3.org/2005/Atom")).write_inner_content(|out| {
        leaf(out, "title", title)?;
        leaf(out, "id", &format!("urn:uuid:{}", uuid(&["feed", title])))?;
        leaf(out, "updated", &newest.to_string())?;
        out.create_element("author").write_inner_content(|out| leaf(out, "name", "Saydo"))?;
        leaf(out, "generator", "Saydo")?;
        entries.iter().try_for_each(|(alert, made)| entry(out, alert, *made))
    })?;
    Ok(())
}

fn entry(out: &mut Out, alert: &Alert, made: Timestamp) -> io::Result<()> {
    out.create_element("entry").write_inner_content(|out| {
        leaf(out, "title", &alert.text)?;
        leaf(out, "id", &format!("urn:uuid:{}", alert.id))?;
        leaf(out, "published", &made.to_string())?;
        leaf(out, "updated", &made.to_string())?;
        out.create_element("category").with_attribute(("term", alert.kind.name())).write_empty()?;
        for address in links(alert) {
            let link = out.create_element("link").with_attribute(("rel", "related"));
            link.with_attribute(("href", address.as_str())).write_empty()?;
        }
        let content = out.create_element("content").with_attribute(("type", "html"));
        content.write_text_content(BytesText::new(&html(alert)))?;
        Ok(())
    })?;
    Ok(())
}

fn leaf(out: &mut Out, name: &str, text: &str) -> io::Result<()> {
    out.create_element(name).write_text_content(BytesText::new(&plain(text)))?;
    Ok(())
}

/// The addresses of the sentences, each once.
fn links(alert: &Alert) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for address in alert.sentences.iter().filter_map(href) {
        if !all.contains(&address) {
            all.push(address);
        }
    }
    all
}

fn href(quoted: &Quoted) -> Option<String> {
    saydo_brief::address(quoted.url.as_deref()).map(|address| address.href)
}

/// The alert as HTML: what it says, its sentences, its rule.
fn html(alert: &Alert) -> String {
    let day = saydo_brief::long(alert.as_of);
    let mut out = format!("<p><strong>{}.</strong> As of {day}.</p>", escape(&alert.text));
    for quoted in &alert.sentences {
        let from = escape(&format!("{}, {}", quoted.publisher, saydo_brief::long(quoted.published)));
        let from = href(quoted).map_or(from.clone(), |at| format!("<a href=\"{}\">{from}</a>", escape(&at)));
        let _ = write!(out, "<blockquote><p>{}</p><p>{from}</p></blockquote>", escape(&quoted.text));
    }
    let _ = write!(
        out,
        "<p>{} ({}, {})</p>",
        escape(&alert.because),
        escape(&alert.rule),
        escape(&alert.finding)
    );
    out
}

/// Text within HTML.
fn escape(text: &str) -> String {
    quick_xml::escape::escape(plain(text)).into_owned()
}

/// Text on one line, without what moves a cursor, turns the direction of text, or is no character of XML.
fn plain(text: &str) -> String {
    saydo_brief::clean::line(text).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}
