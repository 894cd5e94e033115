//! `saydo serve`: the dashboard and its API, from one ledger.

mod browser;
mod followed;
mod token;

use std::net::SocketAddr;
use std::sync::atomic::Ordering;
use std::thread::sleep;
use std::time::Duration;

use saydo_ledger::Ledger;
use saydo_serve::{Setup, start};
use tempfile::TempDir;

use crate::args::Serve;
use crate::commands::{demo, watch};
use crate::messages::{Outcome, tell};
use crate::shown::{base, outlets, read_watch};
use crate::today::today;

/// A signal to stop is heard at least so often.
const LISTEN: Duration = Duration::from_millis(100);

/// What is served, and what the address says beside the host.
struct Show {
    setup: Setup,
    path: String,
    /// The folder of the example, which goes when the server ends.
    _folder: Option<TempDir>,
}

/// Runs the command until it is asked to stop; an error is for the ledger, the watch, the token or the address.
pub(crate) fn run(args: &Serve) -> anyhow::Result<Outcome> {
    if let Some(file) = &args.make_token {
        token::make(file)?;
        return Ok(Outcome { found: true, trouble: false });
    }
    let stop = watch::stop()?;
    let show = if args.demo { example(args)? } else { own(args)? };
    let (path, names) = (show.path, args.host.first().cloned());
    let running = start(show.setup)?;
    let url = format!("http://{}/{path}", shown(running.address, names));
    tell(&format!("open {url} in a browser; stop with Ctrl-C"));
    if !running.address.ip().is_loopback() {
        tell(
            "other machines reach it without encryption; put a proxy with TLS before it where others can listen",
        );
    }
    if args.open {
        browser::open(&url);
    }
    while !stop.load(Ordering::Relaxed) {
        sleep(LISTEN);
    }
    running.stop();
    Ok(Outcome { found: true, trouble: false })
}

/// The ledger and the watch that were named.
fn own(args: &Serve) -> anyhow::Result<Show> {
    let ledger = args.ledger.ledger.clone();
    // Its absence, or its state, is told before anything else.
    drop(Ledger::open_existing(&ledger)?);
    let watch = read_watch(&args.watch.watch)?;
    let base = base(&args.watch.watch).to_owned();
    let setup = Setup {
        followed: followed::of(&watch, &base, &ledger),
        outlets: outlets(args.watch.publishers.as_deref())?,
        token: token::read(args.token_file.as_deref())?,
        address: args.listen,
        write: args.write,
        hosts: args.host.clone(),
        ledger,
        watch,
        base,
        today,
    };
    Ok(Show { setup, path: String::new(), _folder: None })
}

/// The example that ships with the program, in a folder of its own.
fn example(args: &Serve) -> anyhow::Result<Show> {
    tell("reading the example's reports …");
    let folder = tempfile::tempdir()?;
    let ledger = folder.path().join("saydo.sqlite");
    demo::filled(Ledger::open(&ledger)?)?;
    let setup = Setup {
        followed: Box::new(Vec::new),
        outlets: demo::outlets()?,
        watch: demo::watch()?,
        token: token::read(args.token_file.as_deref())?,
        address: args.listen,
        write: args.write,
        hosts: args.host.clone(),
        base: folder.path().to_owned(),
        ledger,
        today,
    };
    Ok(Show { setup, path: format!("?as_of={}", demo::DAY), _folder: Some(folder) })
}

/// Host and port as a browser on this machine asks for them.
fn shown(address: SocketAddr, name: Option<String>) -> String {
    match name {
        Some(name) => format!("{name}:{}", address.port()),
        None if address.ip().is_unspecified() => format!("localhost:{}", address.port()),
        None => address.to_string(),
    }
}
