//! What can keep a page from being fetched.

use std::net::IpAddr;
use std::time::Duration;

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Failure {
    /// The address is none that can be fetched.
    #[error("cannot fetch {address}: {why}")]
    Address {
        /// As it was given, or as a redirect gave it.
        address: String,
        /// What is wrong with it.
        why: String,
    },
    /// The address leads to a machine that is not on the public internet.
    #[error(
        "{address} leads to {ip}, which is not a public address; if it is yours to watch, add its network to `allow`"
    )]
    Forbidden {
        /// The address of the hop.
        address: String,
        /// The first of its IP addresses that is refused.
        ip: IpAddr,
    },
    /// The name of the host cannot be looked up.
    #[error("no address is known for the host {host}: {detail}")]
    Unknown {
        /// The host.
        host: String,
        /// What the lookup says.
        detail: String,
    },
    /// No connection came about.
    #[error("cannot connect to {host}: {detail}")]
    Connect {
        /// The host.
        host: String,
        /// What the system says.
        detail: String,
    },
    /// The exchange, or its connection, took too long.
    #[error("no whole answer within {limit:?}")]
    Timeout {
        /// The limit that was reached: [`Limits::connect`](crate::Limits::connect) or
        /// [`Limits::total`](crate::Limits::total).
        limit: Duration,
    },
    /// More bytes than may come over the wire.
    #[error("the page is larger than {limit} bytes; raise `bytes` if it should be read")]
    TooLarge {
        /// The limit in bytes.
        limit: usize,
    },
    /// The body cannot be unfolded.
    #[error("cannot unfold the page: {0}")]
    Unfold(#[from] saydo_unfold::Error),
    /// A redirect leads back to where it came by.
    #[error("the redirects go round in a ring, back to {address}")]
    Ring {
        /// The address that came twice.
        address: String,
    },
    /// More redirects than are followed.
    #[error("more than {limit} redirects in a row")]
    TooManyRedirects {
        /// [`Limits::redirects`](crate::Limits::redirects).
        limit: u32,
    },
    /// What came is no whole HTTP answer: reset, cut short, not HTTP, or a failure of TLS.
    #[error("the exchange broke: {detail}")]
    Broken {
        /// What broke.
        detail: String,
    },
}

impl Failure {
    /// Whether the address or the rules have to be changed here, so that another try is of no use.
    pub fn is_ours_to_mend(&self) -> bool {
        matches!(self, Self::Address { .. } | Self::Forbidden { .. })
    }
}
