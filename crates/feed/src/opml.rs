//! Lists of feeds: OPML 1.0 and 2.0, in and out.

use std::fmt::Write as _;

use quick_xml::escape::escape;

use crate::token::{Open, Token, Tokens};
use crate::{Error, decode, plain, size};

/// How deep outlines may be nested before folders are no longer told apart.
const DEEP: usize = 64;

/// A feed in a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// What the list calls it; its address where the list gives no name.
    pub title: String,
    /// The address of the feed (`xmlUrl`), as given.
    pub feed: String,
    /// The address of the site (`htmlUrl`), as given.
    pub site: Option<String>,
    /// The folders that it lies in, from the outermost.
    pub folders: Vec<String>,
}

/// The feeds that an OPML list names, in its order.
///
/// Attributes are found whatever the case of their names. An outline without `xmlUrl` that holds others is a folder.
///
/// ```
/// let list = br#"<opml version="2.0"><body>
///   <outline text="Ministries">
///     <outline text="Foreign office" type="rss" xmlUrl="https://mfa.example/rss?a=1&amp;b=2"/>
///   </outline>
/// </body></opml>"#;
/// let outlines = saydo_feed::opml::read(list)?;
/// assert_eq!(outlines[0].feed, "https://mfa.example/rss?a=1&b=2");
/// assert_eq!(outlines[0].folders, ["Ministries"]);
/// # Ok::<(), saydo_feed::Error>(())
/// ```
pub fn read(bytes: &[u8]) -> Result<Vec<Outline>, Error> {
    size(bytes)?;
    let text = decode::decode(bytes, None).text;
    let mut list = List::default();
    let mut tokens = Tokens::new(&text);
    for token in tokens.by_ref() {
        match token {
            Token::Open(open) => list.open(&open)?,
            Token::Close(name) => list.close(name),
            Token::Text(_) => {}
        }
    }
    if tokens.is_cut() && !list.is_over {
        return Err(Error::broken(&text, text.len(), "the list breaks off inside a tag"));
    }
    if list.is_opml { Ok(list.found) } else { Err(Error::not_a_list(stranger(&text))) }
}

fn stranger(text: &str) -> &'static str {
    if text.trim().is_empty() { "an empty file" } else { "plain text" }
}

/// A list on its way to outlines.
#[derive(Debug, Default)]
struct List {
    is_opml: bool,
    is_over: bool,
    found: Vec<Outline>,
    /// The outlines that are open: the name of a folder, or `None` for one that is none.
    open: Vec<Option<String>>,
}

impl List {
    fn open(&mut self, open: &Open<'_>) -> Result<(), Error> {
        match open.name.to_ascii_lowercase().as_str() {
            "opml" => self.is_opml = true,
            "outline" if self.is_opml => self.outline(open),
            _ if self.is_opml => {}
            "rss" | "feed" | "rdf:rdf" | "urlset" | "sitemapindex" => {
                return Err(Error::not_a_list("a feed"));
            }
            "html" => return Err(Error::not_a_list("an HTML page")),
            _ => return Err(Error::not_a_list("another XML document")),
        }
        Ok(())
    }

    fn outline(&mut self, open: &Open<'_>) {
        let title = ["title", "text"].iter().find_map(|name| attribute(open, name));
        let title = title.and_then(|title| plain::title(&title));
        let Some(feed) = attribute(open, "xmlurl").or_else(|| subscription(open)) else {
            if !open.empty && self.open.len() < DEEP {
                self.open.push(title);
            }
            return;
        };
        let folders = self.open.iter().flatten().cloned().collect();
        let title = title.unwrap_or_else(|| feed.clone());
        self.found.push(Outline { title, feed, site: attribute(open, "htmlurl"), folders });
        if !open.empty && self.open.len() < DEEP {
            self.open.push(None);
        }
    }

    fn close(&mut self, name: &str) {
        if name.eq_ignore_ascii_case("outline") {
            self.open.pop();
        }
        self.is_over |= name.eq_ignore_ascii_case("opml");
    }
}

/// The address of an outline that says it is a feed, but names the address otherwise.
fn subscription(open: &Open<'_>) -> Option<String> {
    let form = attribute(open, "type")?.to_ascii_lowercase();
    attribute(open, "url").filter(|_| ["rss", "atom", "feed"].contains(&form.as_str()))
}

fn attribute(open: &Open<'_>, name: &str) -> Option<String> {
    let value = open.attributes.iter().find(|(known, _)| known.eq_ignore_ascii_case(name))?;
    Some(value.1.trim().to_owned()).filter(|value| !value.is_empty())
}

/// The list as OPML 2.0, with `title` as its own title; [`read`] gives the same outlines in the same order.
///
/// ```
/// use saydo_feed::opml::{self, Outline};
///
/// let feed = "https://paper.example/rss".to_owned();
/// let list = [Outline { title: "Paper".to_owned(), feed, ..Outline::default() }];
/// assert_eq!(opml::read(opml::write("My feeds", &list).as_bytes()).as_deref(), Ok(&list[..]));
/// ```
pub fn write(title: &str, outlines: &[Outline]) -> String {
    let mut text =
        String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head>\n");
    let _ = writeln!(text, "    <title>{}</title>\n  </head>\n  <body>", escape(clean(title)));
    let mut open: &[String] = &[];
    for outline in outlines {
        turn(&mut text, open, &outline.folders);
        open = &outline.folders;
        feed(&mut text, outline);
    }
    turn(&mut text, open, &[]);
    text.push_str("  </body>\n</opml>\n");
    text
}

/// Closes the folders that are over, and opens those that begin.
fn turn(text: &mut String, open: &[String], next: &[String]) {
    let same = open.iter().zip(next).take_while(|(a, b)| a == b).count();
    for depth in (same..open.len()).rev() {
        let _ = writeln!(text, "{}</outline>", indent(depth));
    }
    for (depth, name) in next.iter().enumerate().skip(same) {
        let _ = writeln!(text, "{}<outline text=\"{}\">", indent(depth), escape(clean(name)));
    }
}

fn feed(text: &mut String, outline: &Outline) {
    let name = clean(&outline.title);
    let name = escape(&name);
    let site = outline.site.as_deref().map(|site| format!(" htmlUrl=\"{}\"", escape(clean(site))));
    let _ = writeln!(
        text,
        "{}<outline type=\"rss\" text=\"{name}\" title=\"{name}\" xmlUrl=\"{}\"{}/>",
        indent(outline.folders.len()),
        escape(clean(&outline.feed)),
        site.unwrap_or_default(),
    );
}

fn indent(depth: usize) -> String {
    "  ".repeat(depth + 2)
}

/// The text without the characters that XML cannot hold.
fn clean(text: &str) -> String {
    text.chars().filter(|c| !decode::is_foreign(*c)).collect()
}
