//! The client against a server that misbehaves, and against traps that nobody may come near.
#![allow(clippy::unwrap_used, reason = "a test stops where something is not there")]

mod answers;
mod faults;
mod guard;
mod redirects;

use std::collections::HashMap;
use std::io;
use std::net::{IpAddr, Ipv4Addr};
use std::time::Duration;

use saydo_fetch::{Answer, Failure, Http, Limits, Names, Request, Rules, Web};
use saydo_sham::{Play, Sham};

/// The one loopback network that the tests' rules open; everything else on the loopback is forbidden.
const OPEN: &str = "127.0.0.2/32";

/// The address of the servers in it.
const HERE: Ipv4Addr = Ipv4Addr::new(127, 0, 0, 2);

/// Hosts that are known to a test, and no others.
#[derive(Default)]
struct Fixed(HashMap<String, Vec<IpAddr>>);

impl Fixed {
    fn new(hosts: &[(&str, &[&str])]) -> Self {
        let ips = |list: &[&str]| list.iter().map(|ip| ip.parse().unwrap()).collect();
        Self(hosts.iter().map(|(host, list)| ((*host).to_owned(), ips(list))).collect())
    }
}

impl Names for Fixed {
    fn addresses(&self, host: &str) -> io::Result<Vec<IpAddr>> {
        self.0.get(host).cloned().ok_or_else(|| io::Error::other("no such host"))
    }
}

fn rules() -> Rules {
    let limits = Limits {
        bytes: 100_000,
        unfolded: 1_000_000,
        redirects: 3,
        connect: Duration::from_secs(10),
        total: Duration::from_secs(10),
    };
    Rules { allow: vec![OPEN.parse().unwrap()], limits, ..Rules::new("saydo/0.1 (+https://example.org/)") }
}

/// The same rules for who cannot wait.
fn hasty() -> Rules {
    let limits =
        Limits { connect: Duration::from_millis(600), total: Duration::from_millis(600), ..rules().limits };
    Rules { limits, ..rules() }
}

/// A client to which no host is known.
fn http() -> Http {
    knowing(&[])
}

/// A client to which these hosts are known.
fn knowing(hosts: &[(&str, &[&str])]) -> Http {
    Http::resolving(rules(), Box::new(Fixed::new(hosts)))
}

/// Gets one page that is answered as `play` says.
fn get(play: Play) -> Result<Answer, Failure> {
    get_by(rules(), play)
}

fn get_by(rules: Rules, play: Play) -> Result<Answer, Failure> {
    let sham = Sham::start(HERE);
    sham.always("/", play);
    Http::resolving(rules, Box::new(Fixed::default())).get(&Request::to(&sham.address("/")))
}
