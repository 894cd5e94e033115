//! From a host's name to the addresses that may be contacted.

use std::fmt;
use std::io;
use std::net::{IpAddr, SocketAddr, ToSocketAddrs};
use std::sync::Arc;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

use crate::{Failure, Rules, address};

/// So many addresses of one host are tried.
const MOST: usize = 16;

/// The way from names to addresses: the system's, unless a test brings its own.
pub trait Names: Send + Sync {
    /// All addresses of a host; it is never asked for what is an address already.
    fn addresses(&self, host: &str) -> io::Result<Vec<IpAddr>>;
}

/// The system's own lookup.
pub(crate) struct System;

impl Names for System {
    fn addresses(&self, host: &str) -> io::Result<Vec<IpAddr>> {
        Ok((host, 0).to_socket_addrs()?.map(|place| place.ip()).collect())
    }
}

/// Looks names up and lets no address through that the rules do not allow.
///
/// The client connects to what comes out of here and to nothing else, so that a name that means another address a
/// moment later (DNS rebinding) gains nothing. One forbidden address among several forbids the host: an honest host has
/// none, and which one is tried first is up to others.
pub(crate) struct Guard {
    pub(crate) rules: Rules,
    pub(crate) names: Arc<dyn Names>,
}

impl fmt::Debug for Guard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Guard").field("allow", &self.rules.allow).finish_non_exhaustive()
    }
}

impl Resolver for Guard {
    fn resolve(
        &self,
        uri: &Uri,
        _: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let ips =
            self.allowed(uri, *timeout.after).map_err(|failure| ureq::Error::Other(Box::new(failure)))?;
        let port = uri.port_u16().unwrap_or(if uri.scheme_str() == Some("https") { 443 } else { 80 });
        let mut places = self.empty();
        ips.into_iter().take(MOST).for_each(|ip| places.push(SocketAddr::new(ip, port)));
        Ok(places)
    }
}

impl Guard {
    fn allowed(&self, uri: &Uri, within: Duration) -> Result<Vec<IpAddr>, Failure> {
        let host = uri.host().unwrap_or_default();
        let ips = match host.trim_matches(['[', ']']).parse() {
            Ok(ip) => vec![ip],
            Err(_) => self.look_up(host, within)?,
        };
        match ips.iter().find(|ip| !self.rules.may_contact(**ip)) {
            Some(ip) => Err(Failure::Forbidden { address: address::shown(&uri.to_string()), ip: *ip }),
            None => Ok(ips),
        }
    }

    /// Asks in a thread of its own, since the system's lookup cannot be called off.
    fn look_up(&self, host: &str, within: Duration) -> Result<Vec<IpAddr>, Failure> {
        let (tell, hear) = mpsc::sync_channel(1);
        let (names, asked) = (self.names.clone(), host.to_owned());
        // Nobody hears it where the time was over before.
        thread::spawn(move || tell.send(names.addresses(&asked)).ok());
        let unknown = |detail: String| Failure::Unknown { host: host.to_owned(), detail };
        match hear.recv_timeout(within) {
            Ok(Ok(ips)) if ips.is_empty() => Err(unknown("the name has no address".to_owned())),
            Ok(Ok(ips)) => Ok(ips),
            Ok(Err(error)) => Err(unknown(error.to_string())),
            Err(mpsc::RecvTimeoutError::Timeout) => {
                Err(Failure::Timeout { limit: self.rules.limits.connect.min(self.rules.limits.total) })
            }
            Err(mpsc::RecvTimeoutError::Disconnected) => Err(unknown("the lookup failed".to_owned())),
        }
    }
}
