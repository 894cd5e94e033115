//! Which addresses can be fetched at all.

use url::Url;

use crate::Failure;

/// So many characters of an address are shown in a message.
const SHOWN: usize = 300;

/// Reads an address by the WHATWG URL standard, so that every spelling of an IP address means what it means to a
/// browser, and checks what can be checked before its name is looked up. The fragment is dropped.
pub(crate) fn read(text: &str) -> Result<Url, Failure> {
    let url = Url::parse(text).map_err(|error| {
        let why = match error {
            url::ParseError::RelativeUrlWithoutBase => {
                "it does not begin with http:// or https://".to_owned()
            }
            other => other.to_string(),
        };
        refused(text, why)
    })?;
    checked(url)
}

/// The target of a redirect.
pub(crate) fn join(base: &Url, location: &str) -> Result<Url, Failure> {
    checked(
        base.join(location).map_err(|error| refused(location, format!("a redirect leads there: {error}")))?,
    )
}

fn checked(mut url: Url) -> Result<Url, Failure> {
    if !matches!(url.scheme(), "http" | "https") {
        return Err(refused(url.as_str(), "only http and https are fetched".to_owned()));
    }
    if !url.username().is_empty() || url.password().is_some() {
        // The password is nobody's business.
        let host = url.host_str().unwrap_or_default().to_owned();
        return Err(refused(&host, "take the user name and password out of the address".to_owned()));
    }
    url.set_fragment(None);
    Ok(url)
}

/// That an address cannot be fetched.
pub(crate) fn refused(address: &str, why: String) -> Failure {
    Failure::Address { address: shown(address), why }
}

/// As much of an address as a message can hold.
pub(crate) fn shown(address: &str) -> String {
    address.chars().take(SHOWN).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn host(text: &str) -> String {
        read(text).unwrap().host_str().unwrap().to_owned()
    }

    #[test]
    fn every_spelling_of_an_ip_address_means_what_it_means_to_a_browser() {
        for text in [
            "http://0x7f.1/",
            "http://2130706433/",
            "http://0177.0.0.1/",
            "http://127.1/",
            "http://127.0.0.1./",
            "http://0x7f000001/",
            "http://１２７.0.0.1/",
            "http://127。0。0。1/",
            "http:\\\\127.0.0.1/",
            "HTTP:127.0.0.1",
            "http://%31%32%37.0.0.1/",
        ] {
            assert_eq!(host(text), "127.0.0.1", "{text}");
        }
        assert_eq!(host("http://[::ffff:127.0.0.1]/"), "[::ffff:7f00:1]");
        assert_eq!(host("http://0/"), "0.0.0.0");
    }

    #[test]
    fn hosts_are_lower_case_ascii() {
        assert_eq!(host("http://Bücher.Example/"), "xn--bcher-kva.example");
        assert_eq!(host("https://EXAMPLE.org:8443/a"), "example.org");
    }

    #[test]
    fn what_cannot_be_fetched_says_why() {
        let why = |text: &str| match read(text) {
            Err(Failure::Address { why, .. }) => why,
            other => panic!("{text}: {other:?}"),
        };
        assert_eq!(why("feed.xml"), "it does not begin with http:// or https://");
        assert_eq!(why("ftp://example.org/"), "only http and https are fetched");
        assert_eq!(why("file:///etc/hosts"), "only http and https are fetched");
        assert_eq!(why("http://a:b@example.org/"), "take the user name and password out of the address");
        assert!(!why("http:///").is_empty());
        assert!(!why("http://256.256.256.256/").is_empty());
        assert!(!why("http://exa mple.org/").is_empty());
    }

    #[test]
    fn passwords_and_long_addresses_are_not_repeated() {
        let told = read("http://user:secret@example.org/").unwrap_err().to_string();
        assert!(!told.contains("secret"), "{told}");
        assert!(read(&"x".repeat(100_000)).unwrap_err().to_string().len() < 1000);
    }
}
