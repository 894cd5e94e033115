//! Which vocabulary a name in a feed belongs to: by its namespace, or by its usual prefix where none is declared.

/// The vocabularies whose elements are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Space {
    /// No namespace, one of RSS or of sitemaps, or an unknown one as the default.
    Plain,
    /// Atom 0.3 and 1.0.
    Atom,
    /// Dublin Core, elements and terms.
    Dublin,
    /// RSS 1.0's content module.
    Content,
    /// RSS 1.0's syndication module.
    Pace,
    /// Media RSS.
    Media,
    /// iTunes podcasts.
    Podcast,
    /// Feedburner's and Pheedo's own elements.
    Burner,
    /// News sitemaps.
    News,
    /// RDF.
    Rdf,
    /// XHTML.
    Page,
    /// Any other.
    Other,
}

/// How many prefixes may be bound at a time.
const BOUND: usize = 64;

impl Space {
    /// The vocabulary of a namespace's name.
    fn named(uri: &str) -> Option<Self> {
        let uri = uri.trim().to_ascii_lowercase();
        let uri = uri.strip_prefix("https://").or_else(|| uri.strip_prefix("http://")).unwrap_or(&uri);
        Some(match uri.trim_end_matches(['/', '#']) {
            ""
            | "purl.org/rss/1.0"
            | "my.netscape.com/rdf/simple/0.9"
            | "channel.netscape.com/rdf/simple/0.9" => Self::Plain,
            uri if uri.contains("backend.userland.com/rss") => Self::Plain,
            uri if uri.contains("/schemas/sitemap-news/") => Self::News,
            uri if uri.contains("/schemas/sitemap/") => Self::Plain,
            "www.w3.org/2005/atom" | "purl.org/atom/ns" | "purl.org/atom/app" => Self::Atom,
            "purl.org/dc/elements/1.1" | "purl.org/dc/elements/1.0" | "purl.org/dc/terms" => Self::Dublin,
            "purl.org/rss/1.0/modules/content" => Self::Content,
            "purl.org/rss/1.0/modules/syndication" => Self::Pace,
            "search.yahoo.com/mrss" => Self::Media,
            "www.itunes.com/dtds/podcast-1.0.dtd" => Self::Podcast,
            "rssnamespace.org/feedburner/ext/1.0" | "www.pheedo.com/namespace/pheedo" => Self::Burner,
            "www.w3.org/1999/02/22-rdf-syntax-ns" => Self::Rdf,
            "www.w3.org/1999/xhtml" => Self::Page,
            _ => return None,
        })
    }

    /// The vocabulary that a prefix usually stands for.
    fn usual(prefix: &str) -> Self {
        match prefix.to_ascii_lowercase().as_str() {
            "" | "rss" => Self::Plain,
            "atom" | "a10" => Self::Atom,
            "dc" | "dcterms" | "dct" => Self::Dublin,
            "content" => Self::Content,
            "sy" => Self::Pace,
            "media" => Self::Media,
            "itunes" => Self::Podcast,
            "feedburner" | "pheedo" => Self::Burner,
            "news" | "n" => Self::News,
            "rdf" => Self::Rdf,
            "xhtml" => Self::Page,
            _ => Self::Other,
        }
    }
}

/// The prefixes bound so far, each with the depth at which it was.
#[derive(Debug, Default)]
pub(crate) struct Spaces<'t> {
    bound: Vec<(usize, &'t str, Space)>,
}

impl<'t> Spaces<'t> {
    /// Binds what an element at `depth` declares in the attribute `name`. An RSS element's own default namespace
    /// means nothing: some feeds put Atom's there.
    pub(crate) fn declare(&mut self, depth: usize, name: &'t str, uri: &str, is_rss: bool) {
        let prefix = match name.strip_prefix("xmlns") {
            Some("") if !is_rss => "",
            Some(rest) => match rest.strip_prefix(':') {
                Some(prefix) => prefix,
                None => return,
            },
            None => return,
        };
        if self.bound.len() < BOUND {
            self.bound.push((depth, prefix, Space::named(uri).unwrap_or(Space::usual(prefix))));
        }
    }

    /// Forgets what was bound at `depth` or below it.
    pub(crate) fn leave(&mut self, depth: usize) {
        let kept = self.bound.iter().position(|(at, ..)| *at >= depth).unwrap_or(self.bound.len());
        self.bound.truncate(kept);
    }

    /// The vocabulary of a qualified name, and the name without its prefix.
    pub(crate) fn of<'n>(&self, name: &'n str) -> (Space, &'n str) {
        let (prefix, local) = name.split_once(':').unwrap_or(("", name));
        let bound = self.bound.iter().rev().find(|(_, known, _)| *known == prefix);
        (bound.map_or_else(|| Space::usual(prefix), |(.., space)| *space), local)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_by_namespace_else_by_prefix() {
        let mut spaces = Spaces::default();
        assert_eq!(spaces.of("dc:date"), (Space::Dublin, "date"));
        spaces.declare(0, "xmlns", "http://www.w3.org/2005/Atom", false);
        spaces.declare(1, "xmlns:dc", "http://search.yahoo.com/mrss/", false);
        assert_eq!(spaces.of("title"), (Space::Atom, "title"));
        assert_eq!(spaces.of("dc:title"), (Space::Media, "title"));
        spaces.leave(1);
        assert_eq!(spaces.of("dc:title"), (Space::Dublin, "title"));
        spaces.leave(0);
        assert_eq!(spaces.of("title"), (Space::Plain, "title"));
    }

    #[test]
    fn the_default_namespace_of_rss_is_passed_over() {
        let mut spaces = Spaces::default();
        spaces.declare(0, "xmlns", "http://www.w3.org/2005/Atom", true);
        assert_eq!(spaces.of("link").0, Space::Plain);
    }
}
