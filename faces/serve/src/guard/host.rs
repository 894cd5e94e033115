//! By which names the server may be asked for: a page of somebody else's, whose name is made to point here, gets nothing
//! (DNS rebinding).

use std::net::SocketAddr;

use axum::http::uri::Authority;
use axum::http::{HeaderMap, Uri, header};

use super::Problem;

/// The names of this server.
#[derive(Debug)]
pub(super) struct Hosts {
    /// Where it listens.
    own: SocketAddr,
    /// Further names, without ports.
    names: Vec<String>,
}

impl Hosts {
    /// The names of a server that listens on `own`, and further ones.
    pub(super) fn new(own: SocketAddr, names: &[String]) -> Self {
        Self { own, names: names.iter().map(|name| name.to_ascii_lowercase()).collect() }
    }

    /// Checks for whom a request asks: one `Host`, and one of ours.
    pub(super) fn check(&self, uri: &Uri, headers: &HeaderMap) -> Result<(), Problem> {
        let host = host(headers)?;
        match [Some(&host), uri.authority()].into_iter().flatten().find(|asked| !self.knows(asked)) {
            None => Ok(()),
            Some(other) => {
                let detail = format!(
                    "this server does not answer for {other}; if it should, start it with --host {}",
                    other.host()
                );
                Err(Problem::forbidden(detail))
            }
        }
    }

    fn knows(&self, asked: &Authority) -> bool {
        let name = asked.host().to_ascii_lowercase();
        if self.names.contains(&name) {
            return true;
        }
        if !self.own.ip().is_loopback() {
            // The token's cookie belongs to one name, so another name that points here has none.
            return self.names.is_empty() || self.is_own(&name);
        }
        self.is_own(&name) && asked.port_u16().unwrap_or(80) == self.own.port()
    }

    fn is_own(&self, name: &str) -> bool {
        let ip = self.own.ip();
        let own = if ip.is_ipv6() { format!("[{ip}]") } else { ip.to_string() };
        ["localhost", "127.0.0.1", "[::1]", &own].contains(&name)
    }
}

/// The one `Host` of a request (RFC 9110, 7.2).
pub(super) fn host(headers: &HeaderMap) -> Result<Authority, Problem> {
    let mut hosts = headers.get_all(header::HOST).into_iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else {
        return Err(Problem::bad_request("a request needs one Host header"));
    };
    let host = host.to_str().ok().and_then(|host| host.parse::<Authority>().ok());
    let plain = host.filter(|host| {
        let port = host.port_u16().is_some() || host.as_str() == host.host();
        port && !host.as_str().contains('@')
    });
    plain.ok_or_else(|| Problem::bad_request("the Host header is no name and port"))
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderValue, StatusCode};

    use super::*;

    fn asked(own: &str, names: &[&str], host: &str) -> StatusCode {
        let names: Vec<String> = names.iter().map(|&name| name.to_owned()).collect();
        let hosts = Hosts::new(own.parse().expect("the test's address"), &names);
        let headers =
            HeaderMap::from_iter([(header::HOST, HeaderValue::from_str(host).expect("the test's host"))]);
        hosts
            .check(&Uri::from_static("/"), &headers)
            .map_or_else(|problem| problem.status(), |()| StatusCode::OK)
    }

    #[test]
    fn on_loopback_only_its_own_names_with_its_port_are_answered() {
        for host in ["localhost:8750", "LOCALHOST:8750", "127.0.0.1:8750", "[::1]:8750"] {
            assert_eq!(asked("127.0.0.1:8750", &[], host), 200, "{host}");
        }
        for host in
            ["evil.example:8750", "localhost", "localhost:80", "127.0.0.1.evil.example:8750", "[::2]:8750"]
        {
            assert_eq!(asked("127.0.0.1:8750", &[], host), 403, "{host}");
        }
    }

    #[test]
    fn names_that_are_added_are_answered_on_any_port() {
        assert_eq!(asked("127.0.0.1:8750", &["Saydo.example"], "saydo.example"), 200);
        assert_eq!(asked("127.0.0.1:8750", &["saydo.example"], "other.example"), 403);
        assert_eq!(asked("0.0.0.0:8750", &["saydo.example"], "other.example:8750"), 403);
        assert_eq!(asked("0.0.0.0:8750", &[], "192.0.2.7:8750"), 200);
    }

    #[test]
    fn what_is_no_host_is_refused() {
        for host in ["", "a b", "user@localhost:8750", "localhost:99999"] {
            assert_eq!(asked("127.0.0.1:8750", &[], host), 400, "{host:?}");
        }
        assert!(host(&HeaderMap::new()).is_err());
    }
}
