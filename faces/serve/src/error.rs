//! What can go wrong before a request is answered; what goes wrong with a request is a [`Problem`](crate::guard::Problem).

use std::io;
use std::net::SocketAddr;

/// Why the server does not run.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The address cannot be listened on because somebody else does.
    #[error(
        "{0} is in use by another program; name another address with --listen, such as 127.0.0.1:0 for any that is free"
    )]
    InUse(SocketAddr),
    /// The address cannot be listened on.
    #[error("cannot listen on {address}: {error}")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// What the system says.
        error: io::Error,
    },
    /// Others could reach the server, and nothing would tell them from its owner.
    #[error(
        "{0} can be reached from other machines, so a token is needed: `saydo serve --make-token FILE` makes one, \
         then give --token-file FILE, or set SAYDO_TOKEN"
    )]
    NoToken(SocketAddr),
    /// The token can be guessed.
    #[error("the token has {0} characters; it needs at least {least} that nobody can guess: `saydo serve --make-token FILE` makes one", least = crate::guard::LEAST)]
    ShortToken(usize),
    /// Threads or random bits cannot be had.
    #[error("cannot start: {0}")]
    System(#[from] io::Error),
    /// The ledger.
    #[error(transparent)]
    Ledger(#[from] saydo_ledger::Error),
}
