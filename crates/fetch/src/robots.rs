//! robots.txt, by RFC 9309.

mod path;
mod read;
mod rule;

use std::time::Duration;

use url::Url;

use self::rule::Rule;

/// So many bytes of a file are read; the standard asks for 500 KiB at least.
const LIMIT: usize = 1 << 20;

/// What a site lets one crawler fetch.
///
/// ```
/// use saydo_fetch::robots::Robots;
///
/// let robots = Robots::parse(b"User-agent: *\nDisallow: /private/\nAllow: /private/open", "saydo");
/// assert!(robots.allows("https://example.org/news"));
/// assert!(!robots.allows("https://example.org/private/a"));
/// assert!(robots.allows("https://example.org/private/open/b"));
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Robots {
    /// Those that matter most first.
    rules: Vec<Rule>,
    delay: Option<Duration>,
    /// The addresses of `Sitemap` lines, whichever group they stand in; each once.
    pub sitemaps: Vec<String>,
}

impl Robots {
    /// Reads a file for the crawler with that product token; of a whole `User-Agent` (`saydo/0.1 (+…)`) the token is
    /// taken. The most specific group counts: that of `news-bot` before that of `news` for `news-bot`; `*` where no
    /// group is its own. Groups with the same token are one.
    ///
    /// Any bytes can be read: lines that mean nothing are passed over.
    pub fn parse(bytes: &[u8], agent: &str) -> Self {
        read::read(&bytes[..bytes.len().min(LIMIT)], agent)
    }

    /// Everything is allowed: there is no such file (4xx).
    pub fn everything() -> Self {
        Self::default()
    }

    /// Nothing is allowed: the file cannot be had (5xx, unreachable).
    pub fn nothing() -> Self {
        Self { rules: vec![Rule::new(b"/", false)], ..Self::default() }
    }

    /// Whether an absolute address, or a path that begins with `/`, may be fetched. The file itself always may.
    pub fn allows(&self, address: &str) -> bool {
        let Some(path) = path_of(address) else { return false };
        let path = path::spell(path.as_bytes(), &mut false);
        if path == b"/robots.txt" {
            return true;
        }
        self.rules.iter().find(|rule| rule.fits(&path)).is_none_or(|rule| rule.allows)
    }

    /// The pause that the site asks for between two requests (`Crawl-delay`), at most two minutes.
    pub fn delay(&self) -> Option<Duration> {
        self.delay
    }
}

/// Path and query.
fn path_of(address: &str) -> Option<String> {
    let base = Url::parse("http://localhost/").expect("a constant that is a URL");
    let url = if address.starts_with('/') && !address.starts_with("//") {
        base.join(address)
    } else {
        Url::parse(address)
    };
    let url = url.ok().filter(|url| url.path().starts_with('/'))?;
    Some(url[url::Position::BeforePath..url::Position::AfterQuery].to_owned())
}
