//! Addresses: what they are relative to, which are of the same site, which look like an article's.

use url::Url;

/// The absolute form of `href` on a page at `base`, without its fragment where `fragment` is not kept; only http(s).
pub(crate) fn absolute(href: &str, base: Option<&Url>) -> Option<Url> {
    let href = href.trim();
    let parsed = match base {
        Some(base) => base.join(href),
        None => Url::parse(href),
    };
    parsed.ok().filter(|url| matches!(url.scheme(), "http" | "https") && url.host_str().is_some())
}

/// Whether two addresses are of the same site, with or without "www." and "m.".
pub(crate) fn is_same_site(one: &Url, other: &Url) -> bool {
    let bare = |url: &Url| -> Option<String> {
        let host = url.host_str()?;
        let cut = ["www.", "m.", "amp."].iter().find_map(|prefix| host.strip_prefix(prefix));
        Some(cut.unwrap_or(host).to_owned())
    };
    bare(one) == bare(other)
}

/// Whether the address is the front page of its site.
pub(crate) fn is_front(url: &Url) -> bool {
    let path = url.path().trim_matches('/');
    let front = matches!(path, "" | "index.html" | "index.htm" | "index.php" | "home");
    front && url.query().is_none()
}

/// The day in an address: "/2022/02/15/", "/2022-02-15/", "/20220215/".
pub(crate) fn day(address: &str) -> Option<String> {
    let path = Url::parse(address).ok()?.path().to_owned();
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let three = parts.windows(3).find_map(|three| {
        let [year, month, day] = three else { return None };
        let numbers = [(year, 4), (month, 0), (day, 0)].iter().all(|(part, length)| {
            part.bytes().all(|b| b.is_ascii_digit())
                && (part.len() == *length || (*length == 0 && part.len() <= 2))
        });
        let month_word =
            year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()) && month.len() >= 3 && day.len() <= 2;
        match (numbers, month_word) {
            (true, _) => crate::date::parse(&format!("{year}-{month}-{day}")),
            (_, true) => crate::date::parse(&format!("{day} {month} {year}")),
            _ => None,
        }
    });
    let one = || parts.iter().find_map(|part| part_day(part));
    three.or_else(one).map(|stamp| stamp.day.to_string())
}

/// "2022-02-15", "20220215", or one of these at either end of a longer part.
fn part_day(part: &str) -> Option<crate::date::Stamp> {
    let digits = |text: &str, length: usize| text.len() == length && text.bytes().all(|b| b.is_ascii_digit());
    let pieces: Vec<&str> = part.split(['-', '_', '.']).collect();
    let dashed = pieces.windows(3).find(|three| {
        digits(three[0], 4) && digits(three[1], 2) && digits(three[2], 2) && three[0].starts_with("20")
    });
    if let Some(three) = dashed {
        return crate::date::parse(&three.join("-"));
    }
    pieces
        .iter()
        .find(|piece| digits(piece, 8) && piece.starts_with("20"))
        .and_then(|piece| crate::date::parse(piece))
}

/// Whether the address looks like one report's, and not like a section's, a list's or a picture's.
pub(crate) fn is_article(url: &Url) -> bool {
    let path = url.path().to_ascii_lowercase();
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let Some(last) = parts.last() else { return false };
    let lists = [
        "tag",
        "tags",
        "topic",
        "topics",
        "author",
        "authors",
        "category",
        "search",
        "about",
        "contact",
        "login",
        "subscribe",
        "newsletter",
        "newsletters",
        "privacy",
        "terms",
        "page",
        "profile",
        "account",
        "help",
        "careers",
        "advertise",
        "jobs",
        "shop",
        "section",
        "sections",
        "staff",
        "user",
        "users",
        "feed",
        "rss",
    ];
    let files =
        [".jpg", ".jpeg", ".png", ".gif", ".webp", ".pdf", ".mp3", ".mp4", ".xml", ".zip", ".rss", ".json"];
    if parts.iter().any(|part| lists.contains(part)) || files.iter().any(|end| last.ends_with(end)) {
        return false;
    }
    let slug = last.rsplit_once('.').map_or(*last, |(name, _)| name);
    let words = slug
        .split(['-', '_'])
        .filter(|word| word.len() > 1 || word.bytes().all(|b| b.is_ascii_digit()))
        .count();
    let numbered = path.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() >= 5);
    let by_query = url.query().is_some_and(|query| {
        query.split('&').any(|part| matches!(part.split_once('='), Some(("id" | "p" | "article" | "story" | "newsid", id)) if id.len() >= 3 && id.bytes().all(|b| b.is_ascii_digit())))
    });
    words >= 4
        || (words >= 3 && parts.len() > 1)
        || numbered
        || by_query
        || (day(url.as_str()).is_some() && parts.len() > 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_resolved_and_only_web_ones_kept() {
        let base = Url::parse("https://example.org/news/").unwrap();
        assert_eq!(absolute("../a", Some(&base)).unwrap().as_str(), "https://example.org/a");
        assert_eq!(absolute("//cdn.example/x", Some(&base)).unwrap().as_str(), "https://cdn.example/x");
        for href in ["javascript:alert(1)", "mailto:a@example.org", "ftp://example.org/", "http://"] {
            assert!(absolute(href, Some(&base)).is_none(), "{href}");
        }
        assert!(absolute("/a", None).is_none());
    }

    #[test]
    fn days_are_read_from_addresses() {
        for address in [
            "https://example.org/2022/02/15/slug",
            "https://example.org/world/2022/feb/15/slug",
            "https://example.org/a-b-2022-02-15/",
            "https://example.org/20220215-slug.html",
            "https://example.org/2022/2/15/x",
        ] {
            assert_eq!(day(address).as_deref(), Some("2022-02-15"), "{address}");
        }
        for address in [
            "https://example.org/2022/02/",
            "https://example.org/2022/02/31/x",
            "https://example.org/id/12345678",
        ] {
            assert_eq!(day(address), None, "{address}");
        }
    }

    #[test]
    fn articles_are_told_from_sections() {
        let is = |path: &str| is_article(&Url::parse(&format!("https://example.org{path}")).unwrap());
        for path in [
            "/2022/02/15/army-leaves",
            "/news/army-leaves-the-town-12345",
            "/world-60399541",
            "/a.php?id=4711",
            "/army-says-drills-are-over",
        ] {
            assert!(is(path), "{path}");
        }
        for path in [
            "/",
            "/world/",
            "/tag/army-of-the-south-east",
            "/author/ann-lee-of-kyiv",
            "/img/a-b-c-d-e.jpg",
            "/about/terms-of-use-and-more",
        ] {
            assert!(!is(path), "{path}");
        }
    }
}
