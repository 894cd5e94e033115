//! What a page comes to: its article, its posts, its links, and what is known about them.

use saydo_text::{Problem, Zone};

/// What is known about a page from elsewhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hints<'h> {
    /// The absolute URL that the page came from.
    pub address: Option<&'h str>,
    /// The character encoding that HTTP's Content-Type names.
    pub charset: Option<&'h str>,
    /// The day or time of publication that a feed gives, in ISO 8601; used where the page itself names none.
    pub published: Option<&'h str>,
}

/// A page, read.
///
/// Times are ISO 8601: `2022-02-15T10:00:00Z` where a zone was given, `2022-02-15T10:00:00` where none was,
/// `2022-02-15` for a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// What the page is.
    pub kind: Kind,
    /// The page's canonical address (RFC 6596), absolute; else the one it came from.
    pub address: Option<String>,
    /// The headline, without the name of the site.
    pub headline: Option<String>,
    /// The standfirst below the headline.
    pub lead: Option<String>,
    /// The names of those who wrote it.
    pub bylines: Vec<String>,
    /// The dateline before the first sentence, without its dash: "KYIV, March 3 (Reuters)".
    pub dateline: Option<String>,
    /// When it was published.
    pub published: Option<String>,
    /// When it was last changed.
    pub modified: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// The agency that it was taken from, by name.
    pub wire: Option<String>,
    /// The language, as a code of ISO 639.
    pub language: Option<String>,
    /// The paragraphs of the article, in order.
    pub blocks: Vec<Block>,
    /// The posts of a live blog, in the order of the page.
    pub posts: Vec<Post>,
    /// The feeds that the page announces.
    pub feeds: Vec<Link>,
    /// Absolute addresses on the same host that look like articles, in the order of the page.
    pub links: Vec<String>,
    /// What went wrong.
    pub problems: Vec<Problem>,
}

/// What a page is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Kind {
    /// One report.
    Article,
    /// A page that grows by dated posts.
    LiveBlog,
    /// An article that argues: opinion, editorial, column, letter.
    Opinion,
    /// A page that leads to articles: a front page, a section.
    Listing,
    /// None of these: a wall, an error, an empty page.
    #[default]
    Other,
}

/// One paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is: [`Zone::Body`], [`Zone::Subheading`] or [`Zone::Caption`].
    pub zone: Zone,
    /// Its text, on one line.
    pub text: String,
}

/// One post of a live blog.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Post {
    /// A name that stays the same when the page grows.
    pub id: String,
    /// The post's own address: the page's with a fragment, mostly.
    pub address: Option<String>,
    /// Its title.
    pub headline: Option<String>,
    /// The names of those who wrote it.
    pub bylines: Vec<String>,
    /// When it was published.
    pub published: Option<String>,
    /// When it was last changed.
    pub modified: Option<String>,
    /// Its paragraphs, in order.
    pub blocks: Vec<Block>,
}

/// A link to another form of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What the page calls it.
    pub title: Option<String>,
    /// Where it is, absolute.
    pub address: String,
    /// Its MIME type.
    pub form: String,
}
