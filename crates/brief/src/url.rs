//! Addresses that may be followed: `http` and `https`, written so that no form takes them for anything else.

use std::fmt::Write;

/// An address that may be followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The address, in ASCII without quotes, brackets of any sort, blanks and control characters.
    pub href: String,
    /// The host that it really leads to.
    pub host: String,
}

/// The address, if it is one of the web.
///
/// ```
/// use saydo_brief::address;
/// assert_eq!(address(Some("https://a.example/<x>")).unwrap().href, "https://a.example/%3Cx%3E");
/// assert_eq!(address(Some("javascript:alert(1)")), None);
/// ```
pub fn address(url: Option<&str>) -> Option<Address> {
    let url = url?.trim();
    let rest = ["https://", "http://"].iter().find_map(|scheme| {
        url.get(..scheme.len()).filter(|s| s.eq_ignore_ascii_case(scheme)).map(|_| &url[scheme.len()..])
    })?;
    let authority = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    let bad = |c: char| c.is_whitespace() || c.is_control();
    if host.is_empty() || url.chars().any(bad) {
        return None;
    }
    Some(Address { href: url.chars().map(safe).collect(), host: host.to_lowercase() })
}

/// The character, or its bytes in hexadecimal digits where a form could take it for markup.
fn safe(c: char) -> String {
    if c.is_ascii() && !"\"'<>`{}|\\^()".contains(c) {
        return c.to_string();
    }
    let mut bytes = [0; 4];
    c.encode_utf8(&mut bytes).bytes().fold(String::new(), |mut out, byte| {
        let _ = write!(out, "%{byte:02X}");
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_web_is_led_to() {
        for bad in [
            "javascript:alert(1)",
            "java\nscript:alert(1)",
            "data:text/html,x",
            "//evil.example",
            "https://",
            "https://@/",
            "http:/x",
            "https://exa mple.org",
            "https://a.example/\u{1b}",
            "",
        ] {
            assert_eq!(address(Some(bad)), None, "{bad}");
        }
    }

    #[test]
    fn the_host_is_the_one_that_is_led_to() {
        let host = |url| address(Some(url)).map(|a| a.host);
        assert_eq!(host("HTTPS://News.Example/2022/a?b=c#d").as_deref(), Some("news.example"));
        assert_eq!(host("https://news.example@evil.example/").as_deref(), Some("evil.example"));
        assert_eq!(host("https://evil.example\\@news.example/").as_deref(), Some("evil.example"));
    }

    #[test]
    fn what_could_be_markup_is_encoded() {
        let href = address(Some("https://a.example/\"(x)|<é>")).map(|a| a.href);
        assert_eq!(href.as_deref(), Some("https://a.example/%22%28x%29%7C%3C%C3%A9%3E"));
    }
}
