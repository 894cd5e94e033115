//! Which host an address lies on.

use url::Url;

/// The host of an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// Name and port.
    pub(crate) host: String,
    /// The URL of its robots.txt.
    pub(crate) robots: String,
}

impl Place {
    /// Where nothing is asked of anybody: items without an address, and what is given up.
    pub(crate) fn nowhere() -> Self {
        Self { host: String::new(), robots: String::new() }
    }

    /// The host of a web address; nowhere if it is none.
    pub(crate) fn of(address: &str) -> Self {
        Self::parse(address).unwrap_or_else(Self::nowhere)
    }

    fn parse(address: &str) -> Option<Self> {
        let url = Url::parse(address).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
        let (name, port) = (url.host_str()?, url.port_or_known_default()?);
        Some(Self {
            host: format!("{name}:{port}"),
            robots: format!("{}/robots.txt", url.origin().ascii_serialization()),
        })
    }

    pub(crate) fn is_nowhere(&self) -> bool {
        self.host.is_empty()
    }
}

/// The name under which the planner knows the host of a web address, as in [`JobKind::Robots`](crate::JobKind::Robots):
/// name and port. `None` for what is no web address.
///
/// ```
/// assert_eq!(saydo_rounds::host("https://wire.example/a").as_deref(), Some("wire.example:443"));
/// ```
pub fn host(address: &str) -> Option<String> {
    Place::parse(address).map(|place| place.host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_its_name_and_port_whatever_else_the_address_says() {
        for (address, host, robots) in [
            ("https://WIRE.example/a?b#c", "wire.example:443", "https://wire.example/robots.txt"),
            (
                "http://me:secret@wire.example:8080/",
                "wire.example:8080",
                "http://wire.example:8080/robots.txt",
            ),
            ("http://[::1]:7/x", "[::1]:7", "http://[::1]:7/robots.txt"),
            ("ftp://wire.example/a", "", ""),
            ("no address", "", ""),
        ] {
            let place = Place::of(address);
            assert_eq!((place.host.as_str(), place.robots.as_str()), (host, robots), "{address}");
        }
    }
}
