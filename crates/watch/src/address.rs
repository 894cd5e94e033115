//! Addresses of the web, as a watch names them.

use url::Url;

use crate::near::nearest;

/// The schemes that are read.
const SCHEMES: &[&str] = &["http", "https"];

/// The address, checked: `http` or `https`, a host, no name and password. Else what is wrong, and what to do.
pub(crate) fn web(typed: &str) -> Result<String, String> {
    let (scheme, rest) = typed.split_once("://").unwrap_or(("", typed));
    if !SCHEMES.contains(&scheme.to_ascii_lowercase().as_str()) {
        return Err(other(typed, scheme, rest));
    }
    let url = Url::parse(typed)
        .map_err(|error| format!("\"{typed}\" is no address ({error}); write it as a browser shows it"))?;
    if !url.username().is_empty() || url.password().is_some() {
        return Err(
            "a name or a password stands in the address, and addresses are shown; strike it".to_owned()
        );
    }
    Ok(typed.to_owned())
}

/// What is told of an address that is none of the web.
fn other(typed: &str, scheme: &str, rest: &str) -> String {
    let lower = scheme.to_ascii_lowercase();
    match lower.as_str() {
        "" => format!("\"{typed}\" is no address; write it with https:// in front"),
        "file" => format!("files are followed by their folder; write \"{rest}\" without file://"),
        lower => match nearest(lower, SCHEMES.iter().copied()) {
            Some(near) => format!("{scheme}:// is not followed; did you mean {near}://?"),
            None => format!("{scheme}:// is not followed; write an address with http:// or https://"),
        },
    }
}

/// Whether two addresses are the same but for letter case of the host, a default port, or what stands behind `#`.
pub(crate) fn same(a: &str, b: &str) -> bool {
    let plain = |typed: &str| {
        let mut url = Url::parse(typed).ok()?;
        url.set_fragment(None);
        Some(url)
    };
    a == b || plain(a).is_some_and(|a| Some(a) == plain(b))
}

/// Whom a site's owner can write to: an address of the web, or of mail. It goes into a header of each request.
pub(crate) fn contact(typed: &str) -> Result<String, String> {
    let advice = || format!("\"{typed}\" is nowhere to write to; write an https:// address or one of mail");
    let plain = typed.bytes().all(|b| b.is_ascii_graphic() && !b"()\\".contains(&b));
    let is_mail = || {
        let address = typed.strip_prefix("mailto:").unwrap_or(typed);
        let parts = address.split_once('@');
        parts.is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !host.contains(['@', '/']))
    };
    match typed.contains("://") {
        _ if !plain => Err(advice()),
        true => web(typed),
        false if is_mail() => Ok(typed.to_owned()),
        false => Err(advice()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_with_an_address_is_told() {
        for (typed, told) in [
            ("ftp://example.org/feed", "ftp:// is not followed; write an address with http:// or https://"),
            ("htps://example.org/feed", "htps:// is not followed; did you mean https://?"),
            ("file:///srv/news", "files are followed by their folder; write \"/srv/news\" without file://"),
            ("example.org/feed", "\"example.org/feed\" is no address; write it with https:// in front"),
            ("https://me:pass@example.org/", "a name or a password stands in the address"),
            ("https://", "\"https://\" is no address (empty host)"),
            ("https://exa mple.org/", "\"https://exa mple.org/\" is no address"),
            ("http://[::1", "\"http://[::1\" is no address"),
        ] {
            let error = web(typed).unwrap_err();
            assert!(error.starts_with(told), "{typed}: {error}");
        }
    }

    #[test]
    fn addresses_that_differ_in_nothing_that_counts_are_the_same() {
        assert!(same("https://Example.org:443/a#x", "https://example.org/a"));
        assert!(!same("https://example.org/a", "https://example.org/A"));
        assert!(!same("https://example.org/a?n=1", "https://example.org/a?n=2"));
    }

    #[test]
    fn a_contact_is_an_address_of_the_web_or_of_mail() {
        for good in ["https://example.org/about", "desk@example.org", "mailto:desk@example.org"] {
            assert_eq!(contact(good).as_deref(), Ok(good));
        }
        for bad in
            ["the desk", "desk@", "@example.org", "a@b@example.org", "desk@example.org\r\nX: 1", "x)@a.b"]
        {
            assert!(contact(bad).is_err(), "{bad}");
        }
    }
}
