//! Web addresses: the host, what it belongs to, the account on a platform.

/// Second-level labels under which names are given out: "co" in "co.uk".
const GENERIC: &[&str] = &[
    "ac", "co", "com", "edu", "gob", "gouv", "gov", "govt", "go", "ltd", "mil", "ne", "net", "or", "org",
    "plc",
];

/// The host of an address in small letters, without user, port and "www."; addresses may lack "https://".
pub(crate) fn host(url: &str) -> Option<String> {
    let rest = url.trim().split_once("://").map_or(url.trim(), |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let host = host.split(':').next()?.trim_end_matches('.').to_lowercase();
    let good = host.contains('.')
        && host.len() <= 253
        && !host.starts_with('.')
        && host.chars().all(|c| c.is_alphanumeric() || ".-".contains(c));
    good.then(|| {
        ["www.", "www2.", "m.", "amp."].iter().find_map(|p| host.strip_prefix(p)).unwrap_or(&host).to_owned()
    })
}

/// The host and everything that it lies under, longest first.
pub(crate) fn parents(host: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(host), |host| host.split_once('.').map(|(_, rest)| rest))
}

/// The part of a host that somebody registered: "example.co.uk" of "news.example.co.uk".
pub(crate) fn registered(host: &str) -> &str {
    let labels: Vec<&str> = host.rsplitn(4, '.').collect();
    let generic = labels.len() > 2 && labels[0].len() == 2 && GENERIC.contains(&labels[1]);
    let kept: usize = labels.iter().take(if generic { 3 } else { 2 }).map(|l| l.len() + 1).sum();
    &host[(host.len() + 1).saturating_sub(kept)..]
}

/// The account on a platform: what stands before its host, else the first step of the path.
pub(crate) fn account(url: &str, host: &str, platform: &str) -> Option<String> {
    let under = host.strip_suffix(platform).map(|h| h.trim_end_matches('.')).filter(|h| !h.is_empty());
    if let Some(under) = under {
        return Some(under.to_owned());
    }
    let rest = url.trim().split_once("://").map_or(url.trim(), |(_, rest)| rest);
    let mut steps = rest.split(['?', '#']).next()?.split('/').skip(1).filter(|s| !s.is_empty());
    let first = steps.next()?;
    let name = if matches!(first, "s" | "c" | "user" | "channel" | "groups") { steps.next()? } else { first };
    Some(name.trim_start_matches('@').to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_read_from_addresses() {
        for (url, wanted) in [
            ("https://www.Reuters.com/world/x?y=1", Some("reuters.com")),
            ("http://en.kremlin.ru:80/events", Some("en.kremlin.ru")),
            ("user@example.org", Some("example.org")),
            ("bbc.co.uk", Some("bbc.co.uk")),
            ("not an address", None),
            ("", None),
            ("https://", None),
            ("file.", None),
        ] {
            assert_eq!(host(url).as_deref(), wanted, "{url}");
        }
    }

    #[test]
    fn what_was_registered() {
        for (host, wanted) in [
            ("news.example.co.uk", "example.co.uk"),
            ("edition.example.com", "example.com"),
            ("example.com", "example.com"),
            ("a.b.c.example.org", "example.org"),
            ("x.de", "x.de"),
        ] {
            assert_eq!(registered(host), wanted, "{host}");
        }
    }

    #[test]
    fn accounts_of_platforms() {
        assert_eq!(
            account("https://t.me/s/mod_russia_en/12", "t.me", "t.me").as_deref(),
            Some("mod_russia_en")
        );
        assert_eq!(account("https://desk.blog.com/x", "desk.blog.com", "blog.com").as_deref(), Some("desk"));
        assert_eq!(account("https://t.me", "t.me", "t.me"), None);
    }
}
