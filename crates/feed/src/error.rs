//! Why bytes gave no feed and no list of feeds.

/// What kept bytes from being read as a feed, a sitemap or an OPML list.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The bytes are something else.
    #[error("not-a-feed: this is {found}, not a feed; {advice}")]
    NotAFeed {
        /// What the bytes look like, as "an HTML page".
        found: String,
        /// What to do about it.
        advice: &'static str,
    },
    /// The bytes are no OPML list of feeds.
    #[error("not-opml: this is {found}, not an OPML list of feeds; {advice}")]
    NotAList {
        /// What the bytes look like.
        found: String,
        /// What to do about it.
        advice: &'static str,
    },
    /// The beginning is that of a feed or a list, but it breaks off before anything can be read.
    #[error(
        "broken-feed: line {line}, byte {byte}: {detail}; fetch it again, and tell the publisher if it stays so"
    )]
    Broken {
        /// The line, counted from 1.
        line: usize,
        /// The byte of the decoded text, counted from 0.
        byte: usize,
        /// What is wrong there.
        detail: String,
    },
    /// There are more bytes than any feed or sitemap may have.
    #[error(
        "too-large: {found} bytes, more than the {limit} that are read; ask the publisher for a shorter feed, or a split sitemap"
    )]
    TooLarge {
        /// How many bytes there are.
        found: usize,
        /// How many are read.
        limit: usize,
    },
}

/// What to do when a page stands where a feed was expected.
const PAGE: &str = "give the feed's own address, or follow the address as a page";

/// What to do with anything else.
const OTHER: &str = "check the address, and what the server says the form is";

impl Error {
    /// The error for bytes that look like `found`.
    pub(crate) fn not_a_feed(found: &str) -> Self {
        let advice = match found {
            "an HTML page" => PAGE,
            "an OPML list of feeds" => "name it as a list of feeds instead",
            "an empty body" => {
                "fetch it again later; if it stays empty, ask the publisher for its present address"
            }
            _ => OTHER,
        };
        Self::NotAFeed { found: found.to_owned(), advice }
    }

    /// The error for bytes that look like `found` where an OPML list was expected.
    pub(crate) fn not_a_list(found: &str) -> Self {
        let advice = match found {
            "a feed" => "follow it as a feed instead",
            _ => "export the list as OPML once more, from the reader that holds it",
        };
        Self::NotAList { found: found.to_owned(), advice }
    }

    /// The error for a text that breaks off at `byte`.
    pub(crate) fn broken(text: &str, byte: usize, detail: &str) -> Self {
        let line = 1 + text.get(..byte).unwrap_or(text).matches('\n').count();
        Self::Broken { line, byte, detail: detail.to_owned() }
    }
}
