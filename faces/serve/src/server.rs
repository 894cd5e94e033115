//! The server: what it needs, how it starts, how it stops.

mod accept;
mod app;
mod limits;
mod patient;
mod run;

use std::fmt;
use std::net::SocketAddr;
use std::path::PathBuf;

use jiff::civil::Date;
use saydo_bureau::Outlets;
use saydo_watch::Watch;

use crate::api::shape::Followed;

pub use run::{Running, start};

/// What is served, to whom.
pub struct Setup {
    /// The ledger.
    pub ledger: PathBuf,
    /// Whose words and deeds are followed.
    pub watch: Watch,
    /// Which outlets are one family.
    pub outlets: Outlets,
    /// The folder from which the paths of the watch count.
    pub base: PathBuf,
    /// Where to listen; port 0 is any that is free.
    pub address: SocketAddr,
    /// What others have to show; needed where `address` can be reached from other machines.
    pub token: Option<String>,
    /// Whether reports and corrections may be sent in.
    pub write: bool,
    /// The clock: which day it is, in UTC.
    pub today: fn() -> Date,
    /// How the sources fare that the watch follows, as of now.
    pub followed: Box<dyn Fn() -> Vec<Followed> + Send + Sync>,
    /// Further names by which browsers may ask for this server.
    pub hosts: Vec<String>,
}

impl fmt::Debug for Setup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The token is nobody's business.
        let Self { ledger, address, write, hosts, .. } = self;
        f.debug_struct("Setup")
            .field("ledger", ledger)
            .field("address", address)
            .field("write", write)
            .field("hosts", hosts)
            .finish_non_exhaustive()
    }
}
