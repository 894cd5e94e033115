//! What a client may do, and how much it takes.

use std::net::IpAddr;
use std::time::Duration;

use ipnet::IpNet;

use crate::is_public;

/// How the client behaves.
#[derive(Debug, Clone)]
pub struct Rules {
    /// The `User-Agent`: product, version and where its makers are reached, `saydo/0.1 (+https://…)`. What is not
    /// visible ASCII is left out.
    pub agent: String,
    /// Networks that may be contacted besides the public internet.
    pub allow: Vec<IpNet>,
    /// Sizes and times.
    pub limits: Limits,
}

impl Rules {
    /// The public internet only, with the usual limits.
    pub fn new(agent: impl Into<String>) -> Self {
        Self { agent: agent.into(), allow: Vec::new(), limits: Limits::default() }
    }

    /// Whether an address may be contacted. A network in `allow` opens its IPv4-mapped twins too, which lead to the
    /// same machines.
    pub(crate) fn may_contact(&self, ip: IpAddr) -> bool {
        is_public(ip) || self.allow.iter().any(|net| net.contains(&ip) || net.contains(&ip.to_canonical()))
    }

    /// The agent as it can stand in a header.
    pub(crate) fn agent(&self) -> String {
        self.agent.chars().filter(|c| c.is_ascii_graphic() || *c == ' ').collect()
    }
}

/// How much is taken, and how long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// The most bytes of a body on the wire.
    pub bytes: usize,
    /// The most bytes of a body once unfolded.
    pub unfolded: usize,
    /// The most redirects of one request.
    pub redirects: u32,
    /// The longest wait for a name, and for a connection with its TLS.
    pub connect: Duration,
    /// The longest time for one request with all its redirects and its body.
    pub total: Duration,
}

impl Default for Limits {
    /// 16 MiB, 64 MiB unfolded, 5 redirects, 10 s to connect, 60 s in all.
    fn default() -> Self {
        Self {
            bytes: 16 << 20,
            unfolded: 64 << 20,
            redirects: 5,
            connect: Duration::from_secs(10),
            total: Duration::from_secs(60),
        }
    }
}
