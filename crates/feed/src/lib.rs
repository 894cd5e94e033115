//! Feeds to items: RSS, Atom, JSON Feed, sitemaps; lists of feeds as OPML.
//!
//! What always holds here:
//!
//! - Pure: no clock, network, environment or file; the caller brings the bytes. No date is ever the present one.
//! - What is read of a broken feed is read; what is not is told as a [`Problem`](saydo_text::Problem). An [`Error`] is
//!   for bytes that hold no feed.
//! - No document type is processed: no entity that a feed declares is expanded, and nothing is fetched.
//! - Time and memory grow with the length of the input and no faster, whatever is in it.
//! - Items come in the feed's order, their ids are unique, and an item without link, id and title does not come.

mod atom;
mod canonical;
mod channel;
mod date;
mod decode;
mod draft;
mod entity;
mod error;
mod feed;
mod json;
mod look;
pub mod opml;
mod pace;
mod parts;
mod person;
mod plain;
mod rss;
mod sitemap;
mod space;
mod token;
mod tree;
mod xml;

pub use canonical::canonical;
pub use error::Error;
pub use feed::{Feed, Item, Kind, Pace};

use url::Url;

/// How many bytes of a feed are read: a sitemap may have 50 MB.
const LIMIT: usize = 64 << 20;

/// The feed in `bytes`.
///
/// `charset` is what the server said in `Content-Type`; `address` is where the bytes came from, for relative links.
/// Text before the feed, tags left open, stray signs, unknown references and wrong encodings are mended where their
/// meaning is plain, and told among the problems. A feed that breaks off gives the items before the break.
///
/// ```
/// let bytes = br#"<rss version="2.0"><channel>
///   <title>Ministry of Defence</title>
///   <link>https://mod.example/</link>
///   <item>
///     <title>Exercise &quot;Steady Wind&quot; ends &amp; troops return</title>
///     <link>/news/17</link>
///     <pubDate>Tue, 15 Feb 2022 13:00:00 +0300</pubDate>
///   </item>
/// </channel></rss>"#;
/// let feed = saydo_feed::read(bytes, None, Some("https://mod.example/rss.xml"))?;
/// let item = &feed.items[0];
/// assert_eq!(item.title.as_deref(), Some("Exercise \"Steady Wind\" ends & troops return"));
/// assert_eq!(item.link.as_deref(), Some("https://mod.example/news/17"));
/// assert_eq!(item.published.as_deref(), Some("2022-02-15T10:00:00Z"));
/// # Ok::<(), saydo_feed::Error>(())
/// ```
///
/// # Errors
/// [`Error::NotAFeed`] says what the bytes look like instead, [`Error::Broken`] where a text breaks off before
/// anything could be read, [`Error::TooLarge`] that there are more than 64 MiB.
pub fn read(bytes: &[u8], charset: Option<&str>, address: Option<&str>) -> Result<Feed, Error> {
    size(bytes)?;
    if let Some(error) = look::other_form(bytes) {
        return Err(error);
    }
    let decoded = decode::decode(bytes, charset);
    let address = address.and_then(|address| Url::parse(address.trim()).ok());
    let text = decoded.text.trim_start_matches(['\u{FEFF}', ' ', '\t', '\r', '\n']);
    if text.starts_with(['{', '[']) {
        return json::read(&decoded.text, address.as_ref(), decoded.problems);
    }
    xml::read(&decoded.text, address.as_ref(), decoded.problems)
}

fn size(bytes: &[u8]) -> Result<(), Error> {
    if bytes.len() > LIMIT { Err(Error::TooLarge { found: bytes.len(), limit: LIMIT }) } else { Ok(()) }
}
