//! `saydo serve` as typed.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;

use super::{LedgerFile, WatchFile};

/// Where to listen unless something else is said.
const PORT: u16 = 8750;

/// Show the picture in a browser, and answer programs over HTTP; /api/v1/openapi.json describes how.
#[derive(Debug, clap::Args)]
pub(crate) struct Serve {
    #[command(flatten)]
    pub(crate) ledger: LedgerFile,
    #[command(flatten)]
    pub(crate) watch: WatchFile,
    /// Show the example that ships with the program instead.
    #[arg(long, conflicts_with_all = ["ledger", "watch", "publishers"])]
    pub(crate) demo: bool,
    /// Where to listen: ADDRESS:PORT or :PORT; port 0 takes any that is free. Other machines reach it only on an address
    /// of theirs, such as 0.0.0.0:8750, and then need a token.
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8750", value_parser = address)]
    pub(crate) listen: SocketAddr,
    /// A further name by which browsers may ask for it, such as that of a proxy before it; can be given several times.
    #[arg(long, value_name = "NAME")]
    pub(crate) host: Vec<String>,
    /// The file that holds the token which everybody has to show; `SAYDO_TOKEN` can hold it instead.
    #[arg(long, value_name = "FILE")]
    pub(crate) token_file: Option<PathBuf>,
    /// Write a new token into a file that only you can read, and end.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["token_file", "demo", "write", "open"])]
    pub(crate) make_token: Option<PathBuf>,
    /// Take reports and corrections in; without this the ledger is only read.
    #[arg(long)]
    pub(crate) write: bool,
    /// Open the page in a browser.
    #[arg(long)]
    pub(crate) open: bool,
}

/// An address as one types it: without a host, or as localhost, it is this machine alone.
fn address(text: &str) -> Result<SocketAddr, String> {
    let local = SocketAddr::from((Ipv4Addr::LOCALHOST, PORT));
    let port = text.strip_prefix("localhost").unwrap_or(text);
    if port.is_empty() && !text.is_empty() {
        return Ok(local);
    }
    if let Some(port) = port.strip_prefix(':').and_then(|port| port.parse().ok()) {
        return Ok(SocketAddr::new(local.ip(), port));
    }
    let alone = || text.parse().map(|ip| SocketAddr::new(ip, PORT));
    text.parse().or_else(|_| alone()).map_err(|_| "write it as 127.0.0.1:8750 or :8750".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_one_types_it() {
        for (text, expected) in [
            ("127.0.0.1:8750", "127.0.0.1:8750"),
            (":0", "127.0.0.1:0"),
            ("localhost", "127.0.0.1:8750"),
            ("localhost:80", "127.0.0.1:80"),
            ("0.0.0.0", "0.0.0.0:8750"),
            ("[::1]:9000", "[::1]:9000"),
            ("::1", "[::1]:8750"),
        ] {
            assert_eq!(address(text).map(|a| a.to_string()), Ok(expected.to_owned()), "{text}");
        }
        for bad in ["", "example.org:80", ":99999", "8750", "127.0.0.1:"] {
            assert!(address(bad).is_err(), "{bad}");
        }
    }
}
