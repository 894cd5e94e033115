//! The lines of the file, and which of them are for one crawler.

use std::collections::HashSet;
use std::time::Duration;

use url::Url;

use super::Robots;
use super::rule::Rule;

/// The longest pause that is kept.
const LONGEST: f64 = 120.0;

/// A group's lines for one crawler token.
#[derive(Default)]
struct Reader {
    agent: String,
    /// How well the present group's names fit: `None` not at all, 0 by `*`, else by so many letters.
    fit: Option<usize>,
    /// Whether the lines of names are still going on.
    in_names: bool,
    /// The best fit so far, and what it says.
    best: Option<usize>,
    robots: Robots,
}

pub(super) fn read(bytes: &[u8], agent: &str) -> Robots {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut reader = Reader { agent: token(agent.as_bytes()), ..Reader::default() };
    for line in bytes.split(|b| matches!(b, b'\r' | b'\n')) {
        let line = line.split(|b| *b == b'#').next().unwrap_or_default();
        if let Some(colon) = line.iter().position(|b| *b == b':') {
            let (key, value) = (line[..colon].trim_ascii(), line[colon + 1..].trim_ascii());
            reader.line(&key.to_ascii_lowercase(), value);
        }
    }
    let mut robots = reader.robots;
    robots.rules.sort_by_key(Rule::rank);
    let mut seen = HashSet::new();
    robots.sitemaps.retain(|address| seen.insert(address.clone()));
    robots
}

impl Reader {
    fn line(&mut self, key: &[u8], value: &[u8]) {
        match key {
            b"user-agent" => self.name(value),
            b"allow" => self.rule(value, true),
            b"disallow" => self.rule(value, false),
            b"crawl-delay" => self.delay(value),
            b"sitemap" => self.sitemap(value),
            _ => {}
        }
    }

    /// A name: the first one after rules begins another group.
    fn name(&mut self, value: &[u8]) {
        if !self.in_names {
            self.fit = None;
        }
        self.in_names = true;
        let is_any =
            value.strip_prefix(b"*").is_some_and(|rest| rest.first().is_none_or(u8::is_ascii_whitespace));
        let fit = if is_any { Some(0) } else { self.fits(&token(value)) };
        self.fit = self.fit.max(fit);
        if self.fit > self.best {
            self.best = self.fit;
            self.robots.rules.clear();
            self.robots.delay = None;
        }
    }

    /// How well a token fits the crawler's own: the same, or what stands before one of its hyphens.
    fn fits(&self, token: &str) -> Option<usize> {
        let rest = self.agent.strip_prefix(token).filter(|_| !token.is_empty())?;
        (rest.is_empty() || rest.starts_with('-')).then_some(token.len())
    }

    /// Whether the present line is among those that count.
    fn counts(&self) -> bool {
        self.fit.is_some() && self.fit == self.best
    }

    fn rule(&mut self, pattern: &[u8], allows: bool) {
        self.in_names = false;
        // A rule without a path allows or forbids nothing.
        if self.counts() && !pattern.is_empty() {
            self.robots.rules.push(Rule::new(pattern, allows));
        }
    }

    fn delay(&mut self, value: &[u8]) {
        let seconds = std::str::from_utf8(value).ok().and_then(|v| v.parse::<f64>().ok());
        if let Some(seconds) = seconds.filter(|s| *s >= 0.0 && self.counts()) {
            let delay = Duration::from_secs_f64(seconds.min(LONGEST));
            self.robots.delay = self.robots.delay.max(Some(delay));
        }
    }

    fn sitemap(&mut self, value: &[u8]) {
        let url = Url::parse(&String::from_utf8_lossy(value)).ok();
        let url = url.filter(|url| matches!(url.scheme(), "http" | "https"));
        self.robots.sitemaps.extend(url.map(String::from));
    }
}

/// The product token at the start of a name, in lower case: letters, `-` and `_` (RFC 9309, section 2.2.1).
fn token(name: &[u8]) -> String {
    let letters = name.iter().take_while(|b| b.is_ascii_alphabetic() || matches!(b, b'-' | b'_'));
    letters.map(|b| char::from(b.to_ascii_lowercase())).collect()
}
