//! Addresses of the same page made the same, for identity.

use std::borrow::Cow;
use std::fmt::Write as _;

use url::Url;

/// Parameters that only follow a reader about: the beginnings of their names, and whole names.
const FAMILIES: &[&str] = &["utm_", "pk_", "mtm_", "hsa_", "at_campaign", "at_medium", "at_custom"];
const TRACKING: &[&str] = &[
    "__twitter_impression",
    "_ga",
    "_gl",
    "_hsenc",
    "_hsmi",
    "_openstat",
    "dclid",
    "epik",
    "fbclid",
    "gbraid",
    "gclid",
    "gclsrc",
    "igsh",
    "igshid",
    "li_fat_id",
    "mc_cid",
    "mc_eid",
    "mkt_tok",
    "msclkid",
    "oly_anon_id",
    "oly_enc_id",
    "rb_clickid",
    "s_kwcid",
    "ttclid",
    "twclid",
    "vero_conv",
    "vero_id",
    "wbraid",
    "wickedid",
    "xtor",
    "yclid",
    "ysclid",
];

/// The address by which a page is known, whichever way it was linked to.
///
/// Scheme and host in small letters, no default port, no fragment, dots in the path resolved, percent-encoding in one
/// form (RFC 3986, section 6.2.2); parameters that surely only track readers are dropped, the others put in order of
/// their names. Paths, other parameters, `www.`, mobile and AMP hosts stay. What is no web address is only trimmed.
///
/// ```
/// let address = "HTTPS://News.Example.org:443/a/../b%7e1?utm_source=feed&page=2&id=7#top";
/// assert_eq!(saydo_feed::canonical(address), "https://news.example.org/b~1?id=7&page=2");
/// ```
pub fn canonical(address: &str) -> String {
    let trimmed = address.trim();
    let Some(mut url) = Url::parse(trimmed).ok().filter(is_web) else {
        return trimmed.to_owned();
    };
    url.set_fragment(None);
    let path = encoding(url.path()).into_owned();
    url.set_path(&path);
    let query = url.query().map(query).filter(|query| !query.is_empty());
    url.set_query(query.as_deref());
    url.into()
}

/// Whether that is an address of the web.
pub(crate) fn is_web(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https") && url.has_host()
}

/// The parameters that matter, in order of their names; those of one name stay in their order.
fn query(query: &str) -> String {
    let mut kept: Vec<Cow<'_, str>> =
        query.split('&').filter(|pair| !pair.is_empty() && !is_tracking(name(pair))).map(encoding).collect();
    kept.sort_by(|a, b| name(a).cmp(name(b)));
    kept.join("&")
}

fn name(pair: &str) -> &str {
    pair.split('=').next().unwrap_or(pair)
}

/// Also where the `&` before it had been escaped twice.
fn is_tracking(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let name = name.trim_start_matches("amp;");
    FAMILIES.iter().any(|start| name.starts_with(start)) || TRACKING.contains(&name)
}

/// Percent-encoding in capital letters, and only where it is needed.
fn encoding(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let mut written = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        written.push_str(&rest[..at]);
        let figures = rest.get(at + 1..at + 3).filter(|f| f.bytes().all(|b| b.is_ascii_hexdigit()));
        let Some(byte) = figures.and_then(|figures| u8::from_str_radix(figures, 16).ok()) else {
            written.push('%');
            rest = &rest[at + 1..];
            continue;
        };
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            written.push(char::from(byte));
        } else {
            let _ = write!(written, "%{byte:02X}");
        }
        rest = &rest[at + 3..];
    }
    written.push_str(rest);
    Cow::Owned(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_one_page_become_one() {
        let cases = [
            ("http://Example.ORG", "http://example.org/"),
            ("http://example.org:80/a#b", "http://example.org/a"),
            ("https://example.org:8443/a", "https://example.org:8443/a"),
            ("https://example.org/a?utm_source=x&UTM_Medium=y", "https://example.org/a"),
            ("https://example.org/a?fbclid=1&id=2&gclid=3&mc_cid=4&mc_eid=5", "https://example.org/a?id=2"),
            ("https://example.org/a?id=2&amp;utm_source=x", "https://example.org/a?id=2"),
            ("https://example.org/a?b=2&a=1&b=1", "https://example.org/a?a=1&b=2&b=1"),
            ("https://example.org/a?", "https://example.org/a"),
            ("https://example.org/%e2%82%ac%41", "https://example.org/%E2%82%ACA"),
            ("https://example.org/a b/ц", "https://example.org/a%20b/%D1%86"),
            ("https://bücher.example/", "https://xn--bcher-kva.example/"),
            ("  https://example.org/a \n", "https://example.org/a"),
        ];
        for (given, expected) in cases {
            assert_eq!(canonical(given), expected);
            assert_eq!(canonical(expected), expected, "canonical twice");
        }
    }

    #[test]
    fn what_may_matter_stays() {
        let kept = [
            "https://example.org/a?ref=12",
            "https://example.org/a?source=rss",
            "https://www.example.org/a/",
            "https://m.example.org/amp/a?amp=1",
            "https://example.org/a?q=100%25%26more",
            "https://example.org/?12345",
            "http://example.org/a%2Fb",
            "tag:example.org,2022:1",
            "no address",
        ];
        for address in kept {
            assert_eq!(canonical(address), address);
        }
    }
}
